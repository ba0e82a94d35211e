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
    """One prize: its name stands first; who gave it is set apart or announced."""
    title = found.headline("award", "grant", "quoted", "phrase", "organization", "position")
    awarder = (
        found.inner("awarder", "funder_cued")
        or found.first_other("organization", but=[title])
        or found.first_other("funder", but=[title])
    )
    return [
        Award.of(
            found.source,
            title=title,
            awarder=awarder,
            date=date(found),
            amount=found.inner("money"),
            note=found.remarks(but=[title, awarder]),
        )
    ]
