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
    """One post. Its organisation may stand once above several posts."""
    position = found.first("position")
    organization = (
        found.first("organization")
        or found.first_other("phrase", but=[position], item=0)
        or found.context("organization", "phrase")
        or found.first_other("phrase", but=[position])
    )
    position = position or found.first_other("phrase", but=[organization])
    return [
        Employment.of(
            found.source,
            organization=organization,
            position=position,
            location=found.first("place"),
            mentors=found.every("mentor", "advisor", "investigators"),
            highlights=found.remarks(but=[organization, position]),
            **period(found),
        )
    ]
