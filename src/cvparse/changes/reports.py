"""The annual report: of what changed, what is of the days since some date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cvparse.changes.differences import Change, Changes, Record
from cvparse.errors import CVParseError
from cvparse.exporters import edtf

_TELLING = frozenset({"date", "start_date", "end_date", "is_current", "status"})

_MONTHS = {21: (1, 6), 22: (5, 9), 23: (8, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
"""The months that a season or quarter may mean, terms included; a winter may be at either end."""


@dataclass(frozen=True)
class Report:
    """What is new since a day. A date that may lie before or after it counts (`2025` since July)."""

    since: str
    new: tuple[Change, ...]
    """Added, and dated then or later, or going on."""
    changed: tuple[Change, ...]
    """Known before; dates or status changed, and lie there now: appeared, ended, was accepted."""
    undated: tuple[Change, ...]
    """Added, and without a date that can be read."""
    earlier: tuple[Change, ...]
    """Added, and older: found late, not new."""


def since(changes: Changes, day: str) -> Report:
    """What is new since a day: `2025-07-01`, `2025-07`, `2025`, a season as `2025-22`.

    Raises CVParseError when `day` is no date.
    """
    known = edtf.day(day)
    if known is None:
        raise CVParseError(
            f"{day!r} is no date", "give a day, month, year or season: 2025-07-01, 2025-07, 2025"
        )
    first = _bounds(known)[0]
    new: list[Change] = []
    undated: list[Change] = []
    earlier: list[Change] = []
    for change in changes.of("added"):
        when = _last(change.record)
        (undated if when is None else new if when >= first else earlier).append(change)
    changed = [
        change
        for change in (*changes.of("changed"), *changes.of("moved"))
        if any(d.name in _TELLING for d in change.differences)
        and (when := _last(change.record)) is not None
        and when >= first
    ]
    return Report(day, tuple(new), tuple(changed), tuple(undated), tuple(earlier))


def _last(record: Record) -> date | None:
    """The latest day that a record may be of; the last of all days while it goes on."""
    period = _period(record)
    if period.goes_on:
        return date.max
    end = period.end or period.start
    return _bounds(end)[1] if end else None


def _period(record: Mapping[str, Any]) -> edtf.Period:
    start, end = edtf.day(record.get("start_date")), edtf.day(record.get("end_date"))
    goes_on = bool(record.get("is_current")) and end is None
    if start or end or goes_on:
        return edtf.Period(start, end, goes_on)
    return edtf.period(record.get("date"))


def _bounds(day: edtf.Day) -> tuple[date, date]:
    """The first and the last day it may mean."""
    if day.season not in _MONTHS:
        return day.first, day.last
    first, last = _MONTHS[day.season]
    return edtf.Day(day.year, first).first, edtf.Day(day.year, last).last
