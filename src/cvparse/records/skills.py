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
    """The skills of each category; a heading of the list above the entry names one too."""
    rows = [Found(found.entry, m.parts, found.above) for m in found.mentions if m.label == "skill"]
    return [
        Skill.of(
            found.source,
            category=row.first("category") or row.context("phrase"),
            items=row.all("item"),
        )
        for row in rows
    ]
