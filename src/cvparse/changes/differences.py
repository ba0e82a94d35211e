"""What differs between two records: a field before and after; of a list, its items."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cvparse.document.characters import LOOK_ALIKES

What = Literal["added", "removed", "changed", "moved"]
Record = Mapping[str, Any]

TITLES = (
    "title",
    "name",
    "course",
    "position",
    "role",
    "degree",
    "language",
    "category",
    "heading",
)
BODIES = ("organization", "institution", "funder", "awarder", "event", "venue")


@dataclass(frozen=True)
class Difference:
    """A field that is not the same; None is no value. Of lists, the items that came and went:
    neither when only their order is another.
    """

    name: str
    before: Any
    after: Any
    came: tuple[Any, ...] = ()
    went: tuple[Any, ...] = ()

    @property
    def listed(self) -> bool:
        """Is there a list on both sides?"""
        return isinstance(self.before, list) and isinstance(self.after, list)


@dataclass(frozen=True)
class Change:
    """What became of one record. Pointers are JSON pointers into the old and the new CV."""

    what: What
    key: str
    old_pointer: str | None = None
    new_pointer: str | None = None
    before: Record | None = None
    after: Record | None = None
    old_key: str | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it is now, or was last."""
        return self.after if self.after is not None else self.before or {}

    @property
    def title(self) -> str:
        """What a person would call it: its title, name or role, and the body it belongs to."""
        record = self.record
        words = [
            next((str(record[n]) for n in names if record.get(n)), "") for names in (TITLES, BODIES)
        ]
        return ", ".join(dict.fromkeys(filter(None, words))) or "(nothing that names it)"


@dataclass(frozen=True)
class Changes:
    """Two CVs compared: what changed, in the order of the contract, and how many records did not."""

    records: tuple[Change, ...] = ()
    unchanged: int = 0

    def of(self, what: What) -> list[Change]:
        return [change for change in self.records if change.what == what]


def differences(before: Record, after: Record) -> tuple[Difference, ...]:
    """Field by field, in the order of the newer record. Look-alike quotes, dashes and odd spaces
    are one and the same.
    """
    names = dict.fromkeys([*after, *before])
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return tuple(_difference(*pair) for pair in pairs if comparable(pair[1]) != comparable(pair[2]))


def _difference(name: str, before: Any, after: Any) -> Difference:
    if not isinstance(before or after, list):
        return Difference(name, before, after)
    old, new = before or [], after or []
    return Difference(name, before, after, _more(new, old), _more(old, new))


def _more(items: list[Any], others: list[Any]) -> tuple[Any, ...]:
    """The items that the others do not hold, or not as often."""
    left = Counter(map(comparable, others))
    found = []
    for item in items:
        known = comparable(item)
        if left[known]:
            left[known] -= 1
        else:
            found.append(item)
    return tuple(found)


def comparable(value: Any) -> str:
    """A value as one string, look-alikes and white space unified; equal when the values are."""
    return json.dumps(_unified(value), sort_keys=True)


def _unified(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.translate(LOOK_ALIKES).split())
    if isinstance(value, Mapping):
        return {name: _unified(one) for name, one in value.items()}
    return [_unified(one) for one in value] if isinstance(value, list) else value
