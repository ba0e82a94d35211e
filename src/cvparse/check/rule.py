"""What a rule of the lint is, what it looks at, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, NamedTuple, TypeVar

from cvparse.cv import CV, KEYS, Coverage
from cvparse.document import Section, Source
from cvparse.values import Record

Severity = Literal["info", "warning", "error"]


class Finding(NamedTuple):
    """What a rule has to say, and of what: a stretch of the text, a value of the record."""

    message: str
    span: tuple[int, int] | None
    path: str | None = None


@dataclass(frozen=True)
class Reading:
    """What there is while a text is being parsed."""

    source: Source
    sections: Sequence[Section]
    records: Mapping[str, Sequence[Record]]
    coverage: Coverage


@dataclass(frozen=True)
class Page:
    """A CV to look at: with its text, unless it comes from JSON; on what day."""

    cv: CV
    source: Source | None
    as_of: date

    def rows(self, *keys: str) -> Iterator[tuple[str, Record]]:
        """The records of some keys (of all, if none is named), each with its pointer."""
        for key in keys or KEYS:
            for number, record in enumerate(getattr(self.cv, key)):
                yield f"/{key}/{number}", record

    def entry(self, record: Record) -> str:
        """The text of the entry that a record was read from; empty in a CV from JSON."""
        if self.source is None or not record.provenance:
            return ""
        at = min(evidence.span for evidence in record.provenance.values())[0]
        spans = [span for section in self.cv.sections for span in section.entries]
        found = next((span for span in spans if span[0] <= at < span[1]), (0, 0))
        return self.source.folded[slice(*found)]

    def at(self, pointer: str) -> Record:
        """The record of a pointer."""
        _, key, number = pointer.split("/")
        record: Record = getattr(self.cv, key)[int(number)]
        return record


S = TypeVar("S", Reading, Page)


@dataclass(frozen=True)
class Rule(Generic[S]):
    """One thing to look for. Its code and name never change; its page is `pages/CODE.md`.

    `of_text` rules have nothing to look at in a CV that comes from JSON.
    """

    code: str
    name: str
    severity: Severity
    look: Callable[[S], Iterator[Finding]]
    of_text: bool = False


def about(record: Record, pointer: str, field: str, message: str) -> Finding:
    """A finding on a field of a record; on the record's first words when it has no such field."""
    known = record.provenance
    named = [name for name in known if name == field or name.startswith(f"{field}/")]
    first = min(known, key=lambda name: known[name].span, default="")
    name = named[0] if named else first
    span = known[name].span if name else None
    held = field if not known and getattr(record, field, None) else ""
    return Finding(message, span, "/".join(filter(None, (pointer, *named[:1], held))))


def text(record: Record, field: str) -> str:
    """A field that holds text; empty when there is none, or no such field."""
    return getattr(record, field, None) or ""


def shown(words: str, most: int = 60) -> str:
    """Words as a message quotes them."""
    folded = " ".join(words.split())
    return f"`{folded}`" if len(folded) <= most else f"`{folded[: most - 1]}…`"
