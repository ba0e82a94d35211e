"""`service[]`: reviewing, committees, offices."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found, period
from cvparse.values import Record


class Service(Record):
    """Reviewing, committees, offices."""

    role: str | None = None
    organization: str | None = Field(None, description="Journal, conference or body.")
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Service]:
    """One office or task; of several journals one record each."""
    role = found.first("role", "position") or found.context("role", "position")
    bodies = found.all("body") or [
        b for b in (found.first_other("organization", "venue", "phrase", but=[role]),) if b
    ]
    return [
        Service.of(
            found.source,
            role=role,
            organization=body,
            note=found.remarks(but=[role, *bodies]) if body is bodies[0] else None,
            **period(found),
        )
        for body in bodies
    ] or [Service.of(found.source, role=role, note=found.remarks(but=[role]), **period(found))]
