"""`grants[]`: money raised for research, travel or teaching."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import as_date, dates, period
from cvparse.values import Money, Record


class Grant(Record):
    """Money raised for research, travel or teaching."""

    title: str | None = Field(None, description="The name.")
    funder: str | None = Field(None, description="Who pays.")
    amount: Money | None = Field(None, description="How much.")
    role: str | None = Field(None, description="The owner's role.")
    investigators: tuple[str, ...] = Field((), description="Persons other than the owner.")
    award_number: str | None = Field(None, description="As printed.")
    status: str | None = Field(None, description="As printed.")
    date: str | None = Field(None, description="EDTF.")
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Grant]:
    """One grant for each that the entry tells of."""
    several = [
        Found(found.entry, m.parts, found.above) for m in found.mentions if m.label == "grant_told"
    ]
    return [_grant(one) for one in several]


def _grant(found: Found) -> Grant:
    known = dates(found)
    lone = len(known) == 1 and known[0].value.point  # type: ignore[attr-defined]
    return Grant.of(
        found.source,
        title=found.first("title"),
        funder=found.inner("funder"),
        amount=found.inner("money"),
        role=found.inner("role"),
        investigators=found.every("investigators", "mentor"),
        award_number=found.inner("award_number"),
        status=found.inner("status"),
        note=found.all("note"),
        **({"date": as_date(known[0])} if lone else period(found)),
    )
