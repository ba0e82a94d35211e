"""`references[]`: a person who can be asked."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found, date
from cvparse.values import Record


class Reference(Record):
    """A person who can be asked."""

    name: str | None = None
    organization: str | None = None
    date: str | None = Field(None, description="EDTF.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Reference]:
    """One person who can be asked."""
    name = found.inner("person") or found.first_other("phrase", but=[])
    organization = found.first("organization")
    return [
        Reference.of(
            found.source,
            name=name,
            organization=organization,
            date=date(found),
            note=found.remarks(but=[name, organization]),
        )
    ]
