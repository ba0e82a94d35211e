"""Dates of the contract, taken apart for formats that know less: EDTF (ISO 8601-2:2019).

2018 · 2018-08 · 2018-08-15 · 2019-21 (spring) · 2015/2019 · 2015/.. (goes on)
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
SEASONS = {
    21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter",
    33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4",
}  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Day(NamedTuple):
    """A date at the precision that is known; `season` is 21 to 24 (spring to winter) or 33 to 36 (quarters)."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601, as far as it goes: `2018-08`; of a season the year."""
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        )

    @property
    def first(self) -> date:
        """The earliest day it can mean; a season may be anywhere in its year."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


class Period(NamedTuple):
    """From a day to a day; a lone date has the same at both ends. An end not known is None."""

    start: Day | None = None
    end: Day | None = None
    goes_on: bool = False

    @property
    def lone(self) -> bool:
        return self.start is not None and self.start == self.end


@lru_cache(maxsize=4096)
def day(text: str | None) -> Day | None:
    """One date; None for what is none, or no date of the calendar."""
    match = _DATE.fullmatch(text or "")
    if not match:
        return None
    year, month, in_month = (int(part) if part else None for part in match.groups())
    if year is None or year < 1:
        return None
    if month in SEASONS and in_month is None:
        return Day(year, season=month)
    try:
        date(year, month or 1, in_month or 1)
    except ValueError:
        return None
    return Day(year, month, in_month)


@lru_cache(maxsize=4096)
def period(text: str | None) -> Period:
    """A date or an interval, `2015/2019`, `2015/..`."""
    start, slash, end = (text or "").partition("/")
    if not slash:
        return Period(day(start), day(start))
    return Period(day(start), day(end), goes_on=end in ("..", ""))


def of(record: object) -> Period:
    """The dates of a record: its `start_date` to its `end_date`, or its `date`."""
    start = day(getattr(record, "start_date", None))
    end = day(getattr(record, "end_date", None))
    goes_on = bool(getattr(record, "is_current", None)) and end is None
    if start or end or goes_on:
        return Period(start, end, goes_on)
    return period(getattr(record, "date", None))


def begins(text: str | None) -> Day | None:
    """The date, or the first one of an interval: what a format with one date can have."""
    found = period(text)
    return found.start or found.end


def shown(when: Day) -> str:
    """As people write it: `15 Aug 2018`, `Aug 2018`, `Spring 2019`, `2018`."""
    month = MONTHS[when.month - 1] if when.month else SEASONS.get(when.season or 0)
    return " ".join(str(part) for part in (when.day, month, when.year) if part)


def stretch(found: Period) -> str:
    """A period as people write it: `2015 – Aug 2018`, `2018 – present`; a lone date alone."""
    if found.lone and found.start:
        return shown(found.start)
    end = "present" if found.goes_on else shown(found.end) if found.end else ""
    return " – ".join(part for part in (shown(found.start) if found.start else "", end) if part)
