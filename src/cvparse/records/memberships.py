"""`memberships[]`: membership in a society."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found, period
from cvparse.values import Record


class Membership(Record):
    """Membership in a society."""

    organization: str | None = None
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Membership]:
    """One membership."""
    organization = found.first("organization", "phrase", "funder", "venue")
    return [
        Membership.of(
            found.source,
            organization=organization,
            note=found.remarks(but=[organization]),
            **period(found),
        )
    ]
