"""Gold held against its own text: what a person is likely to have mistyped, and what a machine can see.

Strings must stand in the text, folded, whether or not markup, a hyphen at a line's end or an optical
slip comes between; years of dates must be printed; keys, fields and types are those of the contract; no
record twice. What was joined from several places, or translated, is found too: look, then leave it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from pydantic import ValidationError

from cvparse.cv import KEYS
from cvparse.document import Source
from cvparse.evaluate.agreement import as_text
from cvparse.evaluate.contract import fields_of, model
from cvparse.evaluate.folding import fold

MARKS = ("_partial", "_undated")
# The words of the contract, where it has a list of them.
_WORDS = {
    ("publications", "type"): [
        "article",
        "article-journal",
        "book",
        "chapter",
        "dataset",
        "paper-conference",
        "patent",
        "report",
        "review",
        "software",
        "thesis",
    ],
    ("publications", "status"): ["in preparation", "in press", "submitted"],
    ("talks", "kind"): [
        "invited",
        "keynote",
        "oral",
        "panel",
        "poster",
        "seminar",
        "talk",
        "tutorial",
    ],
}
# Told in words of the contract, not of the text; dates and money have checks of their own.
_TOLD = frozenset(
    {"type", "status", "kind", "is_current", "equal_contribution", "amount", "metrics"}
)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-([0-2]\d|3[01]))?)?")
_SPACES = re.compile(r"\s+")

Path = tuple[str | int, ...]


class Doubt(NamedTuple):
    """Something about gold to look at: a place in it, and what is odd there."""

    path: Path
    message: str

    @property
    def pointer(self) -> str:
        return "".join(f"/{step}" for step in self.path)


def doubts(gold: Mapping[str, Any], source: Source | None = None) -> list[Doubt]:
    """What is odd about gold; without a text, its shape and its dates only."""
    page = Page(source) if source else None
    found = [*_keys(gold), *_repeated(gold)]
    for path, key, record in _records(gold):
        found += _shape(path, key, record)
        found += _periods(path, record)
        for name, value in record.items():
            if name in fields_of(key):
                found += _values((*path, name), name, value, page)
    return found


def _records(gold: Mapping[str, Any]) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    if gold.get("person"):
        yield ("person",), "person", gold["person"]
    for key in KEYS:
        for i, record in enumerate(gold.get(key) or ()):
            yield (key, i), key, record


# --- shape ----------------------------------------------------------------------------------------


def _keys(gold: Mapping[str, Any]) -> Iterator[Doubt]:
    known = ["person", *KEYS]
    for name in gold.keys() - {*known, *MARKS}:
        yield Doubt((name,), f"no key of the contract{_meant(name, known)}")
    for mark in MARKS:
        for i, key in enumerate(gold.get(mark) or ()):
            if key not in KEYS:
                yield Doubt((mark, i), f"{key!r} is no key of the contract{_meant(key, known)}")


def _meant(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, 1)
    return f" (meant {close[0]!r}?)" if close else ""


def _shape(path: Path, key: str, record: Mapping[str, Any]) -> Iterator[Doubt]:
    """Unknown fields and wrong types, as the model sees them."""
    known = list(fields_of(key))
    for name in record.keys() - set(known):
        yield Doubt((*path, name), f"no field of {key}{_meant(name, known)}")
    for name, value in record.items():
        words = _WORDS.get((key, name))
        if words and isinstance(value, str) and value not in words:
            yield Doubt((*path, name), f"{value!r} is none of {', '.join(words)}")
    try:
        model(key).model_validate({n: x for n, x in record.items() if n in known})
    except ValidationError as error:
        for one in error.errors():
            yield Doubt((*path, *one["loc"]), one["msg"][:1].lower() + one["msg"][1:])


def _repeated(gold: Mapping[str, Any]) -> Iterator[Doubt]:
    seen: dict[tuple[str, str], Path] = {}
    for path, key, record in _records(gold):
        if not record:
            yield Doubt(path, "an empty record")
        said = key, json.dumps(record, sort_keys=True, default=str)
        if said in seen:
            yield Doubt(path, f"the same as {Doubt(seen[said], '').pointer}")
        seen.setdefault(said, path)


# --- dates ----------------------------------------------------------------------------------------


def _periods(path: Path, record: Mapping[str, Any]) -> Iterator[Doubt]:
    start, end = record.get("start_date"), record.get("end_date")
    if record.get("is_current") and end:
        yield Doubt((*path, "end_date"), "an end, and `is_current` says that it goes on")
    if isinstance(start, str) and isinstance(end, str) and start[:4] > end[:4]:
        yield Doubt((*path, "end_date"), f"{end} lies before the start, {start}")


def _date(path: Path, value: Any, page: Page | None) -> Iterator[Doubt]:
    for part in value.split("/") if isinstance(value, str) else ():
        if part and not _DATE.fullmatch(part):
            yield Doubt(
                path, f"{value!r} is no date as 2018, 2018-08, 2018-08-15, 2019-21 or 2015/2019"
            )
            return
        if page and part and not page.prints_year(part[:4]):
            yield Doubt(path, f"the year {part[:4]} is not in the text")


# --- values ---------------------------------------------------------------------------------------


def _values(path: Path, name: str, value: Any, page: Page | None) -> Iterator[Doubt]:
    """A value, or each of a list of them."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from _values((*path, i), name, item, page)
    elif isinstance(value, Mapping) and name != "amount":
        for part, item in value.items():
            yield from _values((*path, part), part, item, page)
    elif name.endswith("date"):
        yield from _date(path, value, page)
    elif page and name not in _TOLD and isinstance(value, str) and not page.prints(value):
        yield Doubt(path, f"not in the text: {_short(value)!r}")


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


class Page:
    """What a text says, in the forms in which gold may repeat it."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        forms = (source.text, source.read(source.whole().span))
        self.words = tuple(f" {fold(text)} " for text in forms)
        self.squeezed = tuple(_SPACES.sub("", words) for words in self.words)

    def prints(self, value: str) -> bool:
        """Does the text say this, at word bounds; if it is long, wherever words are divided?"""
        words = fold(as_text(value))
        if any(f" {words} " in page for page in self.words):
            return True
        tight = _SPACES.sub("", words)
        long = len(tight) >= 8 or not tight.isascii()
        return long and any(tight in page for page in self.squeezed)

    def prints_year(self, year: str) -> bool:
        """In full, or its last two digits behind a sign, as in 2015-17, 03/17 and ’17."""
        return year in self.text or bool(re.search(rf"[-–—/.'’‘]\s?{year[2:]}(?!\d)", self.text))
