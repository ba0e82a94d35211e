"""`teaching[]`: a course taught."""

from __future__ import annotations

from pydantic import Field

from cvparse.document import Mention
from cvparse.records.pick import Found
from cvparse.records.when import period
from cvparse.values import Record, Sourced


class Teaching(Record):
    """A course taught."""

    course: str | None = None
    role: str | None = None
    institution: str | None = None
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Teaching]:
    """A course each, from the first term it was taught in to the last."""
    taught = [
        Found(found.entry, m.parts, found.above) for m in found.mentions if m.label == "taught"
    ]
    return [_teaching(found, one) for one in taught]


def _teaching(found: Found, one: Found) -> Teaching:
    chosen = {
        "course": one.first("course"),
        "role": one.first("role"),
        "institution": one.first("institution") or _house(one),
    }
    return Teaching.of(
        found.source, note=one.remarks(but=list(chosen.values())), **chosen, **_when(one)
    )


def _above(one: Found) -> Found:
    """What is printed once above several courses: their house, their years, and the role."""
    return Found(one.entry, tuple(p for m in one.above for p in _told(m)))


def _told(m: Mention) -> tuple[Mention, ...]:
    return m.parts if m.label == "taught" else (m,)


def _house(one: Found) -> Sourced[str] | None:
    house = _above(one).first("institution", "organization", "university")
    return house.inferred() if house else None


def _when(one: Found) -> dict[str, Sourced[str]]:
    """Its own terms, else the years printed once above several courses."""
    return period(one) or {name: end.inferred() for name, end in period(_above(one)).items()}
