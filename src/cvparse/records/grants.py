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
    """One grant. Who pays is announced, stands on a line of its own, or opens the grant's name."""
    title = (
        found.first("quoted")
        or found.headline("grant", "award", "phrase", anywhere=False)
        or found.first("detail", "phrase", "grant", "award", "organization", "funder")
    )
    funder = (
        found.inner("funder_cued")
        or found.first_other("organization", "funder", "venue", but=[title])
        or found.first_other("award", "grant", but=[title])
        or found.inner("funder_named")
    )
    known = dates(found)
    lone = len(known) == 1 and known[0].value.point  # type: ignore[attr-defined]
    when = {"date": as_date(known[0])} if lone else period(found)
    return [
        Grant.of(
            found.source,
            title=title,
            funder=funder,
            amount=found.first("money") or found.inner("money"),
            role=found.first("role"),
            investigators=found.every("investigators", "mentor"),
            award_number=found.first("award_number"),
            status=found.first("status") or found.context("phrase"),
            note=found.remarks(but=[title, funder]),
            **when,
        )
    ]
