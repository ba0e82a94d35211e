"""`references[]`: a person who can be asked."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.values import Record


class Reference(Record):
    """A person who can be asked."""

    name: str | None = None
    organization: str | None = None
    date: str | None = Field(None, description="EDTF.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Reference]:
    """A person each who can be asked."""
    several = [Found(found.entry, m.parts) for m in found.mentions if m.label == "reference"]
    return [
        Reference.of(
            found.source,
            name=one.first("referee"),
            organization=one.first("institution"),
            note=one.remarks(but=[one.first("referee"), one.first("institution")]),
        )
        for one in several
    ]
