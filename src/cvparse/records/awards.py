"""`awards[]`: a prize, fellowship, scholarship or honour."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import date
from cvparse.values import Money, Record


class Award(Record):
    """A prize, fellowship, scholarship or honour."""

    title: str | None = Field(None, description="The name, without the citation.")
    awarder: str | None = Field(None, description="Who gave it, when set apart.")
    date: str | None = Field(None, description="EDTF; of several years the interval.")
    amount: Money | None = Field(None, description="What it was worth.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Award]:
    """One prize for each that the entry tells of."""
    several = [
        Found(found.entry, m.parts, found.above) for m in found.mentions if m.label == "prize"
    ]
    return [
        Award.of(
            found.source,
            title=one.first("title"),
            awarder=one.inner("awarder"),
            date=date(one),
            amount=one.inner("money"),
            note=one.all("note"),
        )
        for one in several
    ]
