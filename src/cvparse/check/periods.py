"""Time: periods that run backwards, overlap, leave a gap, or lie ahead (CV004, 7, 8, 21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from cvparse import lexicon
from cvparse.check.rule import Finding, Page, Reading, about, shown, text
from cvparse.values import Record

_WORDS = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-\d\d)?$")
_DASH = re.compile(r"\s*(?:-+|to|until|bis|à)\s*")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_OVERLAP, _GAP = 4, 18
"""Months: a shorter overlap is a handing over; a shorter gap is a search, a move, a birth."""
_FAR = 10
"""Years that a grant or a term may run from now on."""


def backwards(reading: Reading) -> Iterator[Finding]:
    """A period that ends before it begins; the record holds its dates in their order."""
    for key, rows in reading.records.items():
        for number, record in enumerate(rows):
            if "start_date" not in type(record).model_fields:
                continue
            start, end = text(record, "start_date"), text(record, "end_date")
            if start and end and (end < start[: len(end)] or _printed_backwards(reading, record)):
                last, first = (start, end) if start < end else (end, start)
                message = f"the period ends ({last}) before it begins ({first})"
                span = record.provenance["end_date"].span
                yield Finding(message, span, f"/{key}/{number}/end_date")


def _printed_backwards(reading: Reading, record: Record) -> bool:
    """`2018 - 2015`: the later date first, and a dash between them."""
    start, end = record.provenance["start_date"].span, record.provenance["end_date"].span
    between = reading.source.folded[end[1] : start[0]]
    return end[1] < start[0] and _DASH.fullmatch(between) is not None


class _Time(NamedTuple):
    """A record's time in months since the year 0, at its longest and at its surest."""

    record: Record
    pointer: str
    first: int
    last: int
    surely_from: int
    surely_to: int


def overlaps(page: Page) -> Iterator[Finding]:
    """Two full-time posts at different houses, months over each other."""
    posts = [t for t in _times(page, "employment") if _full_time(t.record)]
    for one, other in combinations(sorted(posts, key=lambda t: (t.surely_from, t.pointer)), 2):
        since = max(one.surely_from, other.surely_from)
        months = min(one.surely_to, other.surely_to) - since + 1
        if months >= _OVERLAP and not _one_house(one.record, other.record):
            name = shown(text(one.record, "organization"))
            message = f"overlaps the post at {name} by at least {months} months"
            yield about(other.record, other.pointer, "start_date", message)


def _full_time(record: Record) -> bool:
    said = [text(record, "position"), text(record, "organization"), *getattr(record, "note", ())]
    words = {w.lower() for part in said for w in _WORDS.findall(part)}
    known = bool(text(record, "position")) and bool(text(record, "organization"))
    return known and words.isdisjoint(_beside()) and "%" not in " ".join(said)


def _one_house(one: Record, other: Record) -> bool:
    """Posts at one university, a part of it, or its hospital: one has a word of the other."""
    words = [
        {w.lower() for w in _WORDS.findall(text(r, "organization")) if len(w) > 3} - _houses()
        for r in (one, other)
    ]
    return not words[0] or not words[1] or not words[0].isdisjoint(words[1])


def gaps(page: Page) -> Iterator[Finding]:
    """A year and a half or more, between two posts or degrees, of which the CV says nothing.

    Silent when a post has no dates: it may be what fills the gap.
    """
    dated = ("start_date", "end_date")
    if any(not any(text(r, f) for f in dated) for _, r in page.rows("employment", "education")):
        return
    if not page.cv.employment:
        return
    times = sorted(_times(page, "employment", "education"), key=lambda t: (t.first, t.pointer))
    covered = times[0].last if times else 0
    for time in times[1:]:
        months = time.first - covered - 1
        if months >= _GAP:
            message = f"nothing is said of the {months} months before this"
            yield about(time.record, time.pointer, "start_date", message)
        covered = max(covered, time.last)


def future(page: Page) -> Iterator[Finding]:
    """Something done on a day that is yet to come."""
    now = page.as_of.year * 12 + page.as_of.month
    for pointer, record in page.rows():
        done = ("date",) if pointer.split("/")[1] in _DONE else ()
        for field in done if not text(record, "status") else ():
            if (months := _months(text(record, field), now)) and months[0] > now:
                said = text(record, field)
                message = f"{said} is yet to come on {page.as_of}, and nothing says `in press`"
                if pointer.split("/")[1] != "publications":
                    message = f"{said} is yet to come on {page.as_of}"
                yield about(record, pointer, field, message)
        end = _months(text(record, "end_date"), now)
        if end and end[0] > now + 12 * _FAR:
            message = f"{text(record, 'end_date')} is more than {_FAR} years ahead"
            yield about(record, pointer, "end_date", message)


_DONE = ("publications", "awards", "certificates", "talks")


def _times(page: Page, *keys: str) -> Iterator[_Time]:
    now = page.as_of.year * 12 + page.as_of.month
    for pointer, record in page.rows(*keys):
        start, end = (
            _months(text(record, "start_date"), now),
            _months(text(record, "end_date"), now),
        )
        if getattr(record, "is_current", None):
            end = (now, now)
        if start and end and end[1] >= start[0]:
            yield _Time(record, pointer, start[0], end[1], start[1], end[0])
        elif end and pointer.startswith("/education"):  # the years of study are not printed
            yield _Time(record, pointer, end[0] - 12 * 6, end[1], end[1], end[0])
        elif start:
            yield _Time(record, pointer, start[0], start[1] + 12 * 4, start[1], start[0])


def _months(said: str, now: int) -> tuple[int, int] | None:
    """First and last month that a date may mean, counted from the year 0; of a range its start."""
    found = _DATE.match(said.partition("/")[0])
    if not found:
        return None
    year, month = int(found[1]) * 12, int(found[2] or 0)
    first, last = _SEASONS.get(month, (month, month) if month else (1, 12))
    return year + first, year + last


@cache
def _beside() -> frozenset[str]:
    """Words of posts that people hold beside another."""
    return frozenset(lexicon.table("lint")["beside"])


@cache
def _houses() -> frozenset[str]:
    """Words that the names of many houses have in common."""
    return frozenset(lexicon.table("lint")["houses"])
