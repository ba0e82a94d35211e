"""`person`: whose CV it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.values import Record, Sourced


class Person(Record):
    """The owner of the CV."""

    name: str | None = None
    headline: str | None = Field(None, description="Current position in one line.")
    summary: str | None = Field(None, description="What the owner says of themselves, whole.")
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    orcid: str | None = None
    location: str | None = Field(None, description="Place or address.")
    research_questions: tuple[str, ...] = Field((), description="As printed in the summary.")
    supporters: tuple[str, ...] = Field((), description="Who supported the work, as printed.")
    collaborators: tuple[str, ...] = Field((), description="Whom the owner names as partners.")
    note: tuple[str, ...] = Field((), description="What else stands above the first heading.")


def build(founds: Sequence[Found], papers: Sequence[Found] = ()) -> Person:
    """The owner, from all the lines above the first heading and the sections about them; a name
    that stands in no head is that of the author of most `papers`.
    """
    if not founds and not papers:
        return Person()
    first = [*founds, *papers][0]

    def one(*labels: str) -> Sourced[str] | None:
        return next((s for f in founds if (s := f.first(*labels) or f.inner(*labels))), None)

    def stands(label: str) -> Sourced[str] | None:
        return next((s for f in founds if (s := f.first(label))), None)

    def many(*labels: str) -> list[Sourced[str]]:
        distinct = {s.value: s for f in reversed(founds) for s in reversed(f.every(*labels))}
        return sorted(distinct.values(), key=lambda s: s.span)

    return Person.of(
        first.source,
        name=one("name") or _author(papers),
        headline=one("headline"),
        summary=one("summary"),
        emails=many("email"),
        phones=many("phone"),
        urls=many("url"),
        orcid=one("orcid"),
        location=stands("location") or stands("home") or stands("place"),
        research_questions=many("question"),
        supporters=many("supporter"),
        collaborators=many("collaborator"),
        note=[s for f in founds for s in f.all("note")],
    )


_ENOUGH = 3


def _author(papers: Sequence[Found]) -> Sourced[str] | None:
    """Who signed more than half of the papers, and three of them at least."""
    signed = [found.persons("people") for found in papers]
    names = [person for persons in signed for person in persons]
    counts = Counter(person.value for person in names)
    signed = [persons for persons in signed if persons]
    for value, count in counts.most_common(1):
        if count >= _ENOUGH and count > len(signed) / 2:
            return next(p for p in names if p.value == value).inferred()
    return None
