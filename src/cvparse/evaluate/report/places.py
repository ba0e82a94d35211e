"""Where an error stands in its CV: what was read, by provenance; what gold says, by looking for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cvparse.evaluate.agreement import as_list, as_text, comparable
from cvparse.evaluate.findings import Finding
from cvparse.evaluate.report.letters import Letters, Place, distance

_FAR = 1500
"""Beyond so many characters from its record, a string is likely to be about something else."""
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Places:
    """[start, end) of what was read wrongly, and of what gold says instead."""

    read: tuple[Place, ...] = ()
    gold: tuple[Place, ...] = ()

    @property
    def all(self) -> tuple[Place, ...]:
        return tuple(sorted({*self.read, *self.gold}))


def find(error: Finding, record: Finding | None, letters: Letters) -> Places:
    """The places of an error. `record` is the finding of the record that the field belongs to."""
    about = record or error
    near = about.span or _anchor(about.gold, letters)
    read = tuple(place for place in _read(error) if place[1] <= len(letters.text))
    gold = () if error.gold is None else tuple(_gold(error, near, letters))
    if not read and not gold and near and near[1] <= len(letters.text):
        return Places(gold=(near,))
    return Places(read, gold)


def _read(error: Finding) -> Iterator[Place]:
    """What was read; of a list, the items that gold does not have."""
    right = {comparable(error.field, one) for one in as_list(error.gold)}
    items = as_list(error.read)
    for trace in error.traces:
        known = trace.item is not None and error.field and trace.item < len(items)
        if not known or comparable(error.field, items[trace.item or 0]) not in right:
            yield trace.span


def _gold(error: Finding, near: Place | None, letters: Letters) -> Iterator[Place]:
    """What gold says; of a list, the items that were not read."""
    done = {comparable(error.field, one) for one in as_list(error.read)}
    for one in as_list(error.gold):
        if isinstance(error.gold, (list, tuple)) and comparable(error.field, one) in done:
            continue
        for words in _words(one):
            place = letters.nearest(words, near)
            if place and (near is None or distance(place, near) <= _FAR):
                yield place


def _anchor(record: Any, letters: Letters) -> Place | None:
    """Where a record that was not read stands: at the value that stands in the fewest places."""
    found = ((list(letters.find(words)), words) for words in _words(record))
    rare = sorted((len(places), -len(words), places[0]) for places, words in found if places)
    return rare[0][2] if rare else None


def _words(value: Any) -> Iterator[str]:
    """The strings in a value that a text may hold; of dates the year, of money the amount."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in ("provenance", "type", "is_current", "currency", "kind"):
                yield from _words(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _words(inner)
    elif value is not None and not isinstance(value, bool):
        text = as_text(value)
        yield from _YEAR.findall(text) if _YEAR.match(text) and "-" in text else [text]
