"""`students[]`: a person the owner supervised."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found, period
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
    """One student, with the degree or role they had."""
    name = found.inner("person") or found.first_other("phrase", but=[])
    role = found.first("degree", "position", "role") or found.context("position", "degree", "phrase")
    institution = found.first("organization")
    return [
        Student.of(
            found.source,
            name=name,
            role=role,
            institution=institution,
            note=found.remarks(but=[name, role, institution]),
            **period(found),
        )
    ]
