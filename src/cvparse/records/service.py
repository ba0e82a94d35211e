"""`service[]`: reviewing, committees, offices."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import period
from cvparse.values import Record, Sourced


class Service(Record):
    """Reviewing, committees, offices."""

    role: str | None = None
    organization: str | None = Field(None, description="Journal, conference or body.")
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Service]:
    """An office or task each; of several journals one record each."""
    offices = [
        Found(found.entry, m.parts, found.above) for m in found.mentions if m.label == "office"
    ]
    return [row for office in offices or [found] for row in _office(office)]


def _office(found: Found) -> list[Service]:
    role = found.first("role", "position") or found.context("role", "position")
    bodies = [m for m in found.mentions if m.label == "body"]
    others = [found.first_other("organization", "venue", "phrase", but=[role])] if not role else []
    known = [Sourced.of(m) for m in bodies] or [o for o in others if o]
    note = found.remarks(but=[role, *known])
    own = [m.parts for m in bodies] or [()] * len(known)
    return [
        Service.of(
            found.source,
            role=role,
            organization=body,
            note=note if number == 0 else None,
            **period(Found(found.entry, parts or found.mentions)),
        )
        for number, (body, parts) in enumerate(zip(known, own, strict=True))
    ] or [Service.of(found.source, role=role, note=note, **period(found))]
