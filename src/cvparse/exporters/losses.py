"""What a format cannot carry, told in sentences: every exporter fills one of these as it writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from cvparse.cv import CV, KEYS
from cvparse.exporters import edtf
from cvparse.values import Link, Money, Record

Carried = Mapping[str, Collection[str]]
"""Key of the contract → its fields that a format has a place for (`amount.per`, `links.url` too)."""


class Losses:
    """The losses of one export to a format of this name.

    BibTeX has no place for `person`, `awards` (5 records).
    `publications`: BibTeX has no place for `links.label` (18 of 21 records).
    `publications`: `date` keeps no day in BibTeX (2 of 21 records).
    """

    def __init__(self, format_name: str, cv: CV) -> None:
        self.name = format_name
        self.cv = cv
        self._remarks: Counter[tuple[str, str]] = Counter()
        self._places: list[str] = []

    def remark(self, key: str, text: str) -> None:
        """One record's loss that depends on its value; equal ones are told once, and counted."""
        self._remarks[key, text] += 1

    def date(
        self, key: str, field: str, text: str | None, *, days: bool = True, seasons: bool = False
    ) -> edtf.Day | None:
        """The date of a value, for a format that knows one date; what it cannot keep is told.

        `days` and `seasons` say whether the format knows these. Of an interval the first date.
        """
        when = edtf.begins(text)
        if when is None:
            if text:
                self.remark(key, f"`{field}` {text} is left out, no date to {self.name}")
            return None
        for lost, what in (
            (when.day and not days, "day"),
            (when.season and not seasons, "season"),
            (not edtf.period(text).lone, "end"),
        ):
            if lost:
                self.remark(key, f"`{field}` keeps no {what} in {self.name}")
        return when

    def first(self, key: str, field: str, several: Sequence[str | None]) -> str | None:
        """The first of several values, for a format that has room for one."""
        known = [value for value in several if value]
        if len(known) > 1:
            self.remark(key, f"`{field}` keeps the first in {self.name}")
        return known[0] if known else None

    def beyond(self, carried: Carried) -> None:
        """Tell every filled field that is not in the table of what the format carries."""
        left_out = []
        for key in ("person", *KEYS):
            rows = records(self.cv, key)
            filled = Counter(path for row in rows for path in paths(row))
            lost = {path: n for path, n in filled.items() if path not in carried.get(key, ())}
            if lost and key not in carried:
                count = "" if key == "person" else f" ({_counted(len(rows))})"
                left_out.append(f"`{key}`{count}")
            elif lost:
                fields = ", ".join(f"`{path}`{_share(n, rows)}" for path, n in lost.items())
                self._places.append(f"`{key}`: {self.name} has no place for {fields}.")
        if left_out:
            self._places.insert(0, f"{self.name} has no place for {', '.join(left_out)}.")

    def sentences(self) -> tuple[str, ...]:
        told = [
            f"`{key}`: {text}{_share(n, records(self.cv, key))}."
            for (key, text), n in self._remarks.items()
        ]
        return (*self._places, *told)


def records(cv: CV, key: str) -> tuple[Record, ...]:
    """The records of a key; the person is one."""
    found: Any = getattr(cv, key)
    return (found,) if isinstance(found, Record) else found


def paths(record: Record) -> Iterator[str]:
    """The fields that hold something, each once; of money and links their parts (`links.url`)."""
    for field, value in record.values().items():
        parts: list[Any] = list(value) if isinstance(value, tuple) else [value]
        if not isinstance(parts[0], (Link, Money)):
            yield field
            continue
        yield from dict.fromkeys(
            f"{field}.{name}" for part in parts for name in part.model_dump(exclude_none=True)
        )


def _share(count: int, rows: Collection[Record]) -> str:
    """In how many records of how many; of the only one, nothing."""
    return "" if len(rows) == 1 else f" ({count} of {_counted(len(rows))})"


def _counted(number: int) -> str:
    return f"{number} record{'s' * (number != 1)}"
