"""`certificates[]`: a certificate or licence."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found, date
from cvparse.values import Record


class Certificate(Record):
    """A certificate or licence."""

    title: str | None = None
    organization: str | None = None
    date: str | None = Field(None, description="EDTF.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Certificate]:
    """One certificate."""
    title = found.headline("quoted", "phrase", "award", "degree", "organization")
    organization = found.first_other("organization", but=[title])
    return [
        Certificate.of(
            found.source,
            title=title,
            organization=organization,
            date=date(found),
            note=found.remarks(but=[title, organization]),
        )
    ]
