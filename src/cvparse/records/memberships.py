"""`memberships[]`: membership in a society."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import period
from cvparse.values import Record


class Membership(Record):
    """Membership in a society."""

    organization: str | None = None
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Membership]:
    """A society each, with its own period."""
    several = [Found(found.entry, m.parts) for m in found.mentions if m.label == "membership"]
    return [_membership(found, one) for one in several or [found]]


def _membership(found: Found, one: Found) -> Membership:
    """A line that names no society tells of the one printed above it."""
    above = Found(found.entry, found.above).inner("society")
    society = one.first("society") or (above.inferred() if above else None)
    return Membership.of(
        found.source, organization=society, note=found.remarks(but=[society]), **period(one)
    )
