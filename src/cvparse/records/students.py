"""`students[]`: a person the owner supervised."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import period
from cvparse.values import Record


class Student(Record):
    """A person the owner supervised."""

    name: str | None = None
    role: str | None = None
    institution: str | None = None
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Student]:
    """A person each, with the degree or role they had."""
    persons = [
        Found(found.entry, m.parts, found.above) for m in found.mentions if m.label == "supervised"
    ]
    return [_student(found, one) for one in persons]


def _student(found: Found, one: Found) -> Student:
    return Student.of(
        found.source,
        name=one.first("student"),
        role=one.first("role"),
        institution=one.first("institution"),
        note=one.all("note"),
        **period(one),
    )
