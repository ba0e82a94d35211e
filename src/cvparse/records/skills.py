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
    """The skills of one line, under the word before its colon."""
    items = found.all("item")
    return [Skill.of(found.source, category=found.first("category"), items=items)] if items else []
