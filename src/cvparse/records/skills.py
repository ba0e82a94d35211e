"""`skills[]`: skills of one category."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.values import Record


class Skill(Record):
    """Skills of one category."""

    category: str | None = None
    items: tuple[str, ...] = ()
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Skill]:
    """The skills of each category."""
    rows = [Found(found.entry, m.parts) for m in found.mentions if m.label == "skill"]
    return [
        Skill.of(
            found.source,
            category=row.first("category"),
            items=row.all("item"),
        )
        for row in rows
    ]
