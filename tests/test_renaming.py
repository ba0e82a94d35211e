"""No rule and no word list knows the profile the project began with.

`renaming.toml` gives every person, organisation, award, system, title, venue and town of
`raw/haekyu_park.txt` another name, and its research another field. The profile so renamed is parsed
and held against the gold so renamed, record for record.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cvparse import CV, parse
from cvparse.exporters.plain import plain

TESTS = Path(__file__).resolve().parent
PROFILE = (TESTS.parent / "raw" / "haekyu_park.txt").read_text("utf-8")
GOLD = json.loads((TESTS / "gold" / "haekyu_park.gold.json").read_text("utf-8"))
TABLE = tomllib.loads((TESTS / "renaming.toml").read_text("utf-8"))
READINGS = ("new", "abroad")
CAPITALISED = re.compile(r"(?<!\w)[A-Z]\w*")

Flat = Mapping[str, object]
"""The values of a CV by their path: `/publications/3/authors/0`."""


# --- renaming -----------------------------------------------------------------------------------


@cache
def names(reading: str) -> dict[str, str]:
    """Old name → its name in one reading. `abroad` falls back on `new`."""
    return {
        row["old"]: unicodedata.normalize("NFC", row.get(reading, row["new"]))
        for row in TABLE["replace"]
    }


@cache
def pattern() -> re.Pattern[str]:
    """Any old name as a whole word, the longest first."""
    olds = sorted(names("new"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, olds))})(?!\w)")


def renamed(value: Any, reading: str) -> Any:
    """A text, or all the texts in a record, under other names."""
    if isinstance(value, dict):
        return {key: renamed(one, reading) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [renamed(one, reading) for one in value]
    if isinstance(value, str):
        return pattern().sub(lambda found: names(reading)[found[0]], value)
    return value


# --- comparing ----------------------------------------------------------------------------------


@cache
def cv(reading: str) -> CV:
    """What the parser makes of the profile in one reading; of the profile itself, where it is ""."""
    return parse(renamed(PROFILE, reading) if reading else PROFILE)


def seen(reading: str) -> dict[str, Any]:
    return plain(cv(reading))


def flat(value: Any) -> Flat:
    return dict(_leaves(value, ""))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, object]]:
    """Records pair by their position within a key, and so do the elements of a list."""
    if not isinstance(value, (dict, list, tuple)):
        yield path, value
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in pairs:
        yield from _leaves(one, f"{path}/{key}")


def differing(expected: Flat, found: Flat) -> dict[str, tuple[object, object]]:
    """Where the two differ, and how. What only one of them has differs from nothing."""
    paths = dict.fromkeys([*expected, *found])
    pairs = {path: (expected.get(path), found.get(path)) for path in paths}
    return {path: pair for path, pair in pairs.items() if pair[0] != pair[1]}


def share(gold: Flat, found: Flat) -> float:
    """How many of the gold's values were found, each in its place."""
    return sum(found.get(path) == value for path, value in gold.items()) / len(gold)


# --- the table of names -------------------------------------------------------------------------


def test_every_name_of_the_table_is_met() -> None:
    texts = [PROFILE, *map(str, flat(GOLD).values())]
    assert not names("new").keys() - {old for text in texts for old in pattern().findall(text)}


@pytest.mark.parametrize("reading", READINGS)
def test_a_new_name_stands_for_one_old_name(reading: str) -> None:
    """Otherwise two titles, or two persons, might become one."""
    new = list(names(reading).values())
    assert len(new) == len(set(new))
    assert not names(reading).keys() & set(new)


@pytest.mark.parametrize("reading", READINGS)
def test_nothing_keeps_its_name(reading: str) -> None:
    words = set(CAPITALISED.findall(renamed(PROFILE, reading)))
    kept = words & set(CAPITALISED.findall(PROFILE))
    assert kept == set(TABLE["keep"]), "rename these, or say in `keep` that they are nobody's names"


@pytest.mark.parametrize("reading", READINGS)
def test_text_and_gold_are_renamed_alike(reading: str) -> None:
    """What the gold copies from the text, the renamed gold copies from the renamed text."""
    text = renamed(PROFILE, reading)
    copied = {str(value) for value in flat(GOLD).values() if CAPITALISED.search(str(value))}
    assert not [v for v in copied if v in PROFILE and renamed(v, reading) not in text]


# --- the parser ---------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", READINGS)
def test_the_renamed_profile_reads_as_well(reading: str) -> None:
    """No smaller share of the values is right, and none is wrong in a place that was right."""
    gold, gold_renamed = flat(GOLD), flat(renamed(GOLD, reading))
    before, after = flat(seen("")), flat(seen(reading))
    known = differing(gold, before)
    new = {path: pair for path, pair in differing(gold_renamed, after).items() if path not in known}
    assert not new, (
        f"{share(gold, before):.1%} of the gold was right, {share(gold_renamed, after):.1%} is"
    )
    assert share(gold_renamed, after) >= share(gold, before)


@pytest.mark.parametrize("reading", READINGS)
def test_to_rename_and_parse_is_to_parse_and_rename(reading: str) -> None:
    """Also where the gold is silent."""
    apart = differing(flat(renamed(seen(""), reading)), flat(seen(reading)))
    assert not apart


@pytest.mark.parametrize("reading", READINGS)
def test_the_same_is_remarked(reading: str) -> None:
    """The slips repaired, the author's typos kept, the stretches that no field holds."""
    codes = [Counter(remark.code for remark in cv(one).diagnostics) for one in ("", reading)]
    assert codes[0] == codes[1]
