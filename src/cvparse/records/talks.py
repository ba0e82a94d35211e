"""`talks[]`: a talk or poster at one event."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from cvparse.records.pick import Found, date
from cvparse.values import Record, Sourced


class Talk(Record):
    """A talk or poster at one event."""

    title: str | None = None
    speakers: tuple[str, ...] = Field((), description="Persons in printed order.")
    kind: str | None = Field(None, description="`invited`, `keynote`, `oral`, `poster`, `panel`, `tutorial`, `seminar` or `talk`.")
    event: str | None = Field(None, description="Where it was given.")
    acronym: str | None = Field(None, description="Short name of the event.")
    location: str | None = Field(None, description="Place.")
    date: str | None = Field(None, description="EDTF.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Talk]:
    """One talk for each event it was given at."""
    occasions = [m for m in found.mentions if m.label == "occasion"]
    places = [Found(found.entry, occasion.parts) for occasion in occasions] or [found]
    title = found.first("quoted") or found.first("title") or (found.first_line() if occasions else None)
    speakers = found.persons("people")
    return [_talk(found, at, title, speakers) for at in places]


def _talk(
    found: Found, at: Found, title: Sourced[str] | None, speakers: list[Sourced[str]]
) -> Talk:
    return Talk.of(
        found.source,
        title=title,
        speakers=speakers,
        kind=at.inner("kind") or found.inner("kind") or found.hint("kind") or _plain(title),
        event=at.first("event"),
        acronym=at.inner("acronym", "short"),
        location=at.first("place"),
        date=date(at) or date(found),
        note=found.all("note"),
    )


def _plain(title: Sourced[str] | None) -> Sourced[str] | None:
    """Nothing said: a talk."""
    return replace(title, value="talk", how="inferred") if title else None
