"""`teaching[]`: a course taught."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found, period
from cvparse.values import Record


class Teaching(Record):
    """A course taught."""

    course: str | None = None
    role: str | None = None
    institution: str | None = None
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Teaching]:
    """One course."""
    course = found.headline("quoted", "phrase", "award", "organization")
    institution = found.first_other("organization", but=[course]) or found.context("organization")
    return [
        Teaching.of(
            found.source,
            course=course,
            role=found.first("position", "role") or found.context("position"),
            institution=institution,
            note=found.remarks(but=[course, institution]),
            **period(found),
        )
    ]
