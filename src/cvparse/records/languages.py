"""`languages[]`: a language and how well it is spoken."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.values import Record, Sourced


class Language(Record):
    """A language and how well it is spoken."""

    language: str | None = None
    fluency: str | None = Field(None, description="As printed.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Language]:
    """Every language of a line, with how well it is spoken."""
    return [
        Language.of(
            found.source,
            language=next((Sourced.of(p) for p in m.parts if p.label == "tongue"), None),
            fluency=next((Sourced.of(p) for p in m.parts if p.label == "fluency"), None),
        )
        for m in found.deep
        if m.label == "language"
    ]
