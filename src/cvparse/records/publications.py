"""`publications[]`: a published or forthcoming work."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from cvparse.document import Mention
from cvparse.records.pick import Found
from cvparse.records.when import as_date, date
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
    status: str | None = Field(
        None, description="`in press`, `submitted` or `in preparation`; absent when published."
    )
    links: tuple[Link, ...] = Field((), description="Links printed beside the entry.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


_TYPES = {
    "journal": "article-journal",
    "conference": "paper-conference",
    "preprint": "article",
    "publisher": "book",
    "name": "article-journal",
}
_PLAIN = ("patent", "thesis", "dataset", "software", "report", "review")


def build(found: Found) -> list[Publication]:
    """One work. Authors who share a mark are equal when a legend says what the mark means."""
    if not found.first("title", "people", "venue", "doi", "publisher") and found.first("legend"):
        return []
    authors = found.persons("people")
    kind = _type(found)
    publisher = found.inner("publisher")
    venue = found.first("venue") or found.inner("venue")
    return [
        Publication.of(
            found.source,
            title=found.first("title") or found.inner("title"),
            authors=authors,
            equal_contribution=_equal(found),
            venue=venue or (None if kind and kind.value == "chapter" else publisher),
            acronym=_acronym(found),
            track=found.first("track"),
            location=found.first("place") or _printed_with(found),
            date=_date(found),
            volume=found.inner("volume"),
            issue=found.inner("issue"),
            pages=found.inner("pages"),
            doi=found.inner("doi"),
            arxiv=found.inner("arxiv"),
            publisher=publisher,
            editors=found.persons("editors"),
            type=kind,
            status=_status(found),
            links=found.all("link", "address"),
            note=found.all("note"),
        )
    ]


def _acronym(found: Found) -> Sourced[str] | None:
    """The first outside the title: what stands there in brackets is no venue."""
    title = found.first("title") or found.inner("title")
    short = found.every("acronym") or found.every("short")
    return next((s for s in short if title is None or not s.span.within(title.span)), None)


def _printed_with(found: Found) -> Sourced[str] | None:
    """The publisher's place: `Ithaca, NY: Cornell University Press`."""
    for mention in found.mentions:
        if mention.label == "imprint":
            return next((Sourced.of(p) for p in mention.parts if p.label == "place"), None)
    return None


def _date(found: Found) -> Sourced[str] | None:
    """The date between authors and title, else the one in or beside volume, pages or publisher,
    else the last, else one printed above several entries.
    """
    for known in (_early(found), _beside(found)):
        if known and (value := as_date(known)):
            return value
    above = next((m for m in found.above if m.label == "date"), None)
    here = as_date(above) if above else None
    return date(found) or (here.inferred() if here else None)


def _early(found: Found) -> Mention | None:
    """`Roe, J. (2019). Title`."""
    people = next((m for m in found.mentions if m.label == "people"), None)
    title = next((m for m in found.deep if m.label == "title"), None)
    if people is None or title is None:
        return None
    first, last = people.span.end, title.span.start
    dates = (m for m in found.mentions if m.label == "date")
    return next((m for m in dates if first <= m.span.start and m.span.end <= last), None)


def _beside(found: Found) -> Mention | None:
    """`12 (2013): 3-9`, `2019;21(3):1-9`, `Cornell University Press, 2007`."""
    beside = [m for m in found.mentions if m.label in ("numbers", "imprint")]
    inside = [p for m in beside for p in m.parts if p.label == "date"]
    near = (m for m in found.mentions if m.label == "date" and any(_touches(m, b) for b in beside))
    return next(near, None) if not inside else inside[0]


def _touches(date: Mention, other: Mention) -> bool:
    """At most a comma and a bracket between them."""
    gap = max(date.span.start, other.span.start) - min(date.span.end, other.span.end)
    return gap <= 3


def _status(found: Found) -> Sourced[str] | None:
    """As printed; of a patent, in the words about its filing; else as the heading says."""
    noted = [p for m in found.mentions if m.label == "note" for p in m.parts if p.label == "status"]
    return found.first("status") or (Sourced.of(noted[0]) if noted else found.hint("status"))


def _equal(found: Found) -> list[Sourced[int]]:
    """Indices of the authors whose mark a legend explains."""
    if found.inner("legend") is None:
        return []
    people = next((m for m in found.mentions if m.label == "people"), None)
    persons = [p for p in people.parts if p.label == "person"] if people else []
    marked = [
        (i, p.parts[0]) for i, p in enumerate(persons) if p.parts and p.parts[0].label == "mark"
    ]
    return [Sourced(i, mark.span, mark.rule) for i, mark in marked]


def _type(found: Found) -> Sourced[str] | None:
    """What the entry's own words say, then the heading, then the venue's words; a name with a
    volume is a journal's, one with a place or a track a conference's.
    """
    plain = next((s for s in found.every("sort") if s.value in _PLAIN), None)
    hint = found.hint("type")
    if plain and (hint is None or plain.value in ("patent", "review")):
        return plain
    if hint and hint.value == "article" and _status(found) and (told := _by_venue(found)):
        return told  # `Working papers`: where one has been sent says more
    return hint or found.inner("sort") or _by_venue(found)


def _by_venue(found: Found) -> Sourced[str] | None:
    """The sort of work that a venue's name, or what stands beside it, tells."""
    venue = found.first("venue") or found.inner("venue")
    sorts = found.every("venue_sort")
    for wanted in ("conference", "preprint", "journal"):
        for sort in sorts:
            if sort.value == wanted and (wanted != "conference" or not found.inner("volume")):
                return replace(sort, value=_TYPES[wanted], how="inferred")
    if venue and (found.first("track") or found.first("place")) and not found.inner("volume"):
        return replace(venue, value="paper-conference", how="inferred")
    if venue:
        return replace(venue, value="article-journal", how="inferred")
    if alone := found.inner("arxiv"):
        return replace(alone, value="article", how="inferred")
    if publisher := found.inner("publisher"):
        return replace(publisher, value="book", how="inferred")
    return None
