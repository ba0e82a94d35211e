"""`projects[]`: a project, tool or data set."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import as_date, dates, period
from cvparse.values import Link, Record


class Project(Record):
    """A project, tool or data set."""

    name: str | None = None
    description: str | None = None
    keywords: tuple[str, ...] = Field((), description="As printed.")
    contributors: tuple[str, ...] = Field((), description="Persons in printed order.")
    organization: str | None = None
    location: str | None = Field(None, description="Place.")
    date: str | None = Field(None, description="EDTF.")
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    presented_at: str | None = Field(None, description="Where it was shown or published.")
    links: tuple[Link, ...] = Field((), description="Links printed beside the entry.")
    metrics: tuple[str, ...] = Field((), description="Stars, downloads, with their date.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Project]:
    """One project: its name stands first, then what it does."""
    name = found.inner("project") or found.first_line()
    known = dates(found)
    place = found.first("place")
    host = found.inner("host") or found.first_other("organization", but=[name])
    organization = host or found.phrase_before(place)
    described = found.inner("described") or found.first("detail")
    when = period(found)
    point = len(known) == 1 and "is_current" not in when and as_date(known[0])
    if point:
        when = {"date": point}
    return [
        Project.of(
            found.source,
            name=name,
            description=described,
            keywords=found.all("keyword"),
            contributors=found.persons("people") or found.every("contributors"),
            organization=organization,
            location=place,
            presented_at=found.first("presented_at"),
            links=found.all("link", "address"),
            metrics=found.all("metric"),
            note=found.remarks(but=[name, organization, described]),
            **when,
        )
    ]
