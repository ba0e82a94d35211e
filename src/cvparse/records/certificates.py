"""`certificates[]`: a certificate or licence."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import as_date, dates
from cvparse.values import Record


class Certificate(Record):
    """A certificate or licence."""

    title: str | None = None
    organization: str | None = None
    date: str | None = Field(None, description="EDTF.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Certificate]:
    """One certificate each."""
    several = [Found(found.entry, m.parts) for m in found.mentions if m.label == "certified"]
    return [
        Certificate.of(
            found.source,
            title=one.first("certificate"),
            organization=one.first("issuer"),
            date=next((as_date(d) for d in dates(one)), None),
            note=one.remarks(but=[one.first("certificate"), one.first("issuer")]),
        )
        for one in several
    ]
