"""NSF's Collaborators and Other Affiliations, table 4: who wrote or worked with the owner lately.

Rows to paste into the template: `A:` co-authors of any work of the last 48 months, `C:` who shared
a grant or a project then and wrote nothing. Persons are those of `cv.people`, so that `Polo Chau`
and `Duen Horng Chau` are one. A date that is only a year counts when it can lie in the 48 months.
NSF asks for each one's organization, which a CV does not tell: that column is left to the owner.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from cvparse.cv import CV
from cvparse.exporters import edtf
from cvparse.exporters.export import Export, utf8
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import is_others, parted

SUFFIX = ".coa4.csv"
MONTHS = 48
COLUMNS = (
    "4", "Name:", "Organizational Affiliation", "Optional (email, Department)", "Last Active",
)  # fmt: skip

CARRIED: Carried = {
    "publications": {"authors", "date"},
    "grants": {"investigators", "date", "start_date", "end_date", "is_current"},
    "projects": {"contributors", "date", "start_date", "end_date", "is_current"},
}
_SHARED = {"publications": "authors", "grants": "investigators", "projects": "contributors"}


class Row(NamedTuple):
    """One person of the table; `last` is the latest date of common work, at its own precision."""

    sort: str
    name: str
    last: str


def export(cv: CV, as_of: date | None = None) -> Export:
    """The table of the 48 months that end on a day (today, when none is given)."""
    day = as_of or date.today()  # noqa: DTZ011 (the owner's day)
    losses = Losses("COA table 4", cv)
    losses.beyond(CARRIED)
    found = rows(cv, day, losses)
    if found and not any(person.is_owner for person in cv.people):
        losses.remark("person", "`name` is nobody's in the lists, so the owner may be in the table")
    if found:
        losses.remark("publications", "NSF asks for an organization, and no CV tells those")
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows((row.sort, row.name, "", "", row.last) for row in found)
    return Export(utf8(text.getvalue()), losses.sentences())


def rows(cv: CV, as_of: date, losses: Losses) -> list[Row]:
    """Co-authors, then collaborators, each by name."""
    first = _months_before(as_of, MONTHS)
    when = dict(_lately(cv, first, as_of, losses))
    found = []
    for person in cv.people:
        if is_others(person.name) or person.is_owner:
            continue
        shared = [p for p in person.occurrences if _record(p) in when and _is_shared(p)]
        works = [p for p in shared if p.startswith("/publications/")]
        if shared:
            last = max((when[_record(p)] for p in works or shared), key=lambda d: d[:4])
            found.append(Row("A:" if works else "C:", parted(person.name).inverted, last))
    return sorted(found, key=lambda row: (row.sort, row.name.casefold()))


def _lately(cv: CV, first: date, as_of: date, losses: Losses) -> Iterator[tuple[str, str]]:
    """Pointers of the records that can lie in the months, each with its latest date there."""
    for key, field in _SHARED.items():
        for number, record in enumerate(getattr(cv, key)):
            found = edtf.of(record)
            start, end = found.start or found.end, found.end or found.start
            if start is None or end is None:
                if getattr(record, field):
                    losses.remark(key, "without a date: left out of the 48 months")
            elif start.first <= as_of and (found.goes_on or end.last >= first):
                yield f"/{key}/{number}", as_of.isoformat()[:7] if found.goes_on else end.iso


def _months_before(day: date, months: int) -> date:
    """The day after the same day so many months earlier: 2023-12-31 and 48 → 2020-01-01."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    try:
        earlier = date(years, month + 1, day.day)
    except ValueError:  # no 31st, no 29th of February: the month's last day
        earlier = edtf.Day(years, month + 1).last
    return earlier + timedelta(days=1)


def _record(pointer: str) -> str:
    return "/".join(pointer.split("/")[:3])


def _is_shared(pointer: str) -> bool:
    _, key, _, field, *_ = pointer.split("/")
    return _SHARED.get(key) == field
