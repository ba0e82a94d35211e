"""Planted faults: each moves the figures that it should, and no other; the baseline names it."""

from __future__ import annotations

import copy
import json

import pytest

from cvparse.evaluate import LEVELS, Score, baselines, score
from faults import FAULTS, GOLD, put, read_with


def figures(scored: Score) -> dict[tuple[str, str], object]:
    return {
        (name, level): tally
        for level in LEVELS
        for name, tally in (scored.by_key(level) | scored.by_field(level)).items()
    }


def test_nothing_planted_nothing_wrong() -> None:
    clean = read_with(lambda _: None)
    assert {clean.field_f1(level) for level in LEVELS} == {1.0}
    assert not clean.errors("strict")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_moves_what_it_should_and_nothing_else(name: str) -> None:
    fault, expected, _ = FAULTS[name]
    before, now = figures(read_with(lambda _: None)), figures(read_with(fault))
    moved = {place for place in before.keys() | now.keys() if before.get(place) != now.get(place)}
    assert moved == {(what, at) for what, levels in expected.items() for at in levels.split()}


@pytest.mark.parametrize("name", FAULTS)
def test_the_baseline_names_it(name: str) -> None:
    """As a loss when it is planted, and as a gain when it is mended; kept as JSON in between."""
    fault, _, expected = FAULTS[name]
    clean, faulty = read_with(lambda _: None), read_with(fault)
    kept = [json.loads(json.dumps(baselines.baseline(one))) for one in (clean, faulty)]
    lost = baselines.compared(faulty, kept[0], "strict")
    mended = baselines.compared(clean, kept[1], "strict")
    assert [f"{one.path} {one.name}" for one in lost.losses] == expected
    assert sorted(f"{one.path} {one.name}" for one in mended.gains) == sorted(expected)
    assert (lost.gains, mended.losses) == ([], [])
    assert {one.cv for one in lost.changes} <= {"roe"}


def test_a_change_says_gold_before_and_now() -> None:
    clean = baselines.baseline(read_with(lambda _: None))
    faulty = read_with(put("/grants/0/amount/amount", 150))
    (change,) = baselines.compared(faulty, clean).changes
    assert change.gold == change.before == {"amount": 150000, "currency": "USD"}
    assert change.now == {"amount": 150, "currency": "USD"}
    assert change.turn == "wrong"


def test_a_list_that_is_read_a_little_better_is_no_right_one() -> None:
    one = baselines.baseline(read_with(put("/publications/0/authors", ["A. Roe"])))
    two = read_with(put("/publications/0/authors", ["A. Roe", "B. Lee"]))
    assert [change.turn for change in baselines.compared(two, one).changes] == ["better"]


def test_gold_that_changed_is_not_compared() -> None:
    before = baselines.baseline(read_with(lambda _: None))
    other = copy.deepcopy(GOLD)
    other["awards"].pop()
    found = baselines.compared(score({"roe": other, "new": {}}, {"roe": GOLD}), before)
    assert (found.changes, found.relabelled, found.new) == ((), ("roe",), ("new",))
