"""`publications[]`: a published or forthcoming work."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from cvparse.records.pick import Found, date
from cvparse.values import Link, Record, Sourced


class Publication(Record):
    """A published or forthcoming work."""

    title: str | None = Field(None, description="As printed.")
    authors: tuple[str, ...] = Field((), description="Persons in printed order.")
    equal_contribution: tuple[int, ...] = Field((), description="Indices into `authors`.")
    venue: str | None = Field(None, description="Journal, conference or book.")
    acronym: str | None = Field(None, description="Short name of the venue: `CIKM`.")
    track: str | None = Field(None, description="`Demo`, `Poster`, where set apart.")
    location: str | None = Field(None, description="Place.")
    date: str | None = Field(None, description="EDTF.")
    volume: str | None = None
    issue: str | None = None
    pages: str | None = Field(None, description="Pages or article number.")
    doi: str | None = Field(None, description="Bare: `10.…`.")
    arxiv: str | None = Field(None, description="arXiv identifier.")
    publisher: str | None = None
    editors: tuple[str, ...] = Field((), description="Persons.")
    type: str | None = Field(None, description="CSL type.")
    status: str | None = Field(None, description="`in press`, `submitted` or `in preparation`; absent when published.")
    links: tuple[Link, ...] = Field((), description="Links printed beside the entry.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


_TYPES = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "preprint": "article",
    "publisher": "book",
}


def build(found: Found) -> list[Publication]:
    """One work. Authors who share a mark are equal when a legend says what the mark means."""
    authors = found.persons("people")
    venue = found.first("venue")
    return [
        Publication.of(
            found.source,
            title=found.first("title"),
            authors=authors,
            equal_contribution=_equal(found),
            venue=venue or found.first("publisher"),
            acronym=found.inner("acronym", "short"),
            track=found.first("track"),
            location=found.first("place"),
            date=date(found),
            volume=found.inner("volume"),
            issue=found.inner("issue"),
            pages=found.inner("pages"),
            doi=found.inner("doi"),
            arxiv=found.inner("arxiv"),
            publisher=found.first("publisher"),
            editors=found.persons("editors"),
            type=_type(found),
            status=found.first("status") or found.hint("status"),
            links=found.all("link", "address"),
            note=found.all("note"),
        )
    ]


def _equal(found: Found) -> list[Sourced[int]]:
    """Indices of the authors whose mark a legend explains."""
    if found.inner("legend") is None:
        return []
    people = next((m for m in found.mentions if m.label == "people"), None)
    persons = [p for p in people.parts if p.label == "person"] if people else []
    marked = [(i, p.parts[0]) for i, p in enumerate(persons) if p.parts and p.parts[0].label == "mark"]
    return [Sourced(i, mark.span, mark.rule) for i, mark in marked]


def _type(found: Found) -> Sourced[str] | None:
    """What the heading says, else what the venue's words say; a bare name with a place or a
    track is a conference's."""
    if hint := found.hint("type"):
        return hint
    sorts = [s for s in found.every("venue_sort") if s.value in _TYPES]
    for wanted in ("journal", "conference", "preprint", "publisher"):
        for sort in sorts:
            if sort.value == wanted:
                return replace(sort, value=_TYPES[wanted], how="inferred")
    venue = found.first("venue")
    if venue and found.inner("volume"):
        return replace(venue, value="article-journal", how="inferred")
    if venue and (found.first("track") or found.first("place")):
        return replace(venue, value="paper-conference", how="inferred")
    return None
