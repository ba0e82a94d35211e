"""`employment[]`: a post held: internships, postdocs and visiting posts included."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import period
from cvparse.values import Record


class Employment(Record):
    """A post held: internships, postdocs and visiting posts included."""

    organization: str | None = Field(None, description="Printed string, department included.")
    position: str | None = Field(None, description="As printed.")
    location: str | None = Field(None, description="Place.")
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    mentors: tuple[str, ...] = Field(
        (), description="Persons: mentors, advisers, principal investigators."
    )
    highlights: tuple[str, ...] = Field((), description="What was done there.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Employment]:
    """A post each. What it does not say itself may stand once above several posts; what tells of
    no position, and not of a house with a date, is no post.
    """
    return [
        Employment.of(
            found.source,
            organization=one.first("organization")
            or one.context("organization")
            or one.first("unit"),
            position=one.first("position") or one.context("position"),
            location=one.fullest("place") or one.context("place"),
            mentors=one.every("mentor", "advisor", "investigators"),
            highlights=one.all("highlight"),
            **period(one),
        )
        for one in found.each("post")
        if one.first("position") or (one.first("date") and one.first("organization", "unit"))
    ]
