"""`talks[]`: a talk or poster at one event."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import date
from cvparse.values import Record, Sourced


class Talk(Record):
    """A talk or poster at one event."""

    title: str | None = None
    speakers: tuple[str, ...] = Field((), description="Persons in printed order.")
    kind: str | None = Field(
        None,
        description="`invited`, `keynote`, `oral`, `poster`, `panel`, `tutorial`, `seminar` or `talk`.",
    )
    event: str | None = Field(None, description="Where it was given.")
    acronym: str | None = Field(None, description="Short name of the event.")
    location: str | None = Field(None, description="Place.")
    date: str | None = Field(None, description="EDTF.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Talk]:
    """One talk for each event it was given at."""
    occasions = [m for m in found.mentions if m.label == "occasion"]
    places = [Found(found.entry, occasion.parts) for occasion in occasions] or [found]
    title = found.inner("title") or found.first("quoted")
    if title is None and any(m.rule == "occasions.line" for m in occasions):
        title = found.first_line()
    speakers = found.persons("people") or places[0].persons("people")
    return [_talk(found, at, title, speakers) for at in places]


def _talk(
    found: Found, at: Found, title: Sourced[str] | None, speakers: list[Sourced[str]]
) -> Talk:
    event = at.first("event")
    return Talk.of(
        found.source,
        title=title,
        speakers=speakers,
        kind=_kind(at) or _kind(found) or found.hint("kind") or _plain(title or event),
        event=event,
        acronym=at.inner("acronym", "short"),
        location=at.first("place"),
        date=date(at) or date(found) or _above(found),
        note=found.all("note"),
    )


def _kind(found: Found) -> Sourced[str] | None:
    return found.first("kind")


def _above(found: Found) -> Sourced[str] | None:
    """A year printed once above several talks."""
    year = date(Found(found.entry, found.above))
    return year.inferred() if year else None


def _plain(said: Sourced[str] | None) -> Sourced[str] | None:
    """Nothing said: a talk."""
    return replace(said, value="talk", how="inferred") if said else None
