"""`talks[]`: a talk or poster at one event."""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import as_date, dates
from cvparse.values import Record, Sourced

_PLAIN = ("talk", "oral")
_HONOURS = ("invited", "keynote")


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
    return [
        _talk(found, Found(found.entry, m.parts, found.above))
        for m in found.mentions
        if m.label == "occasion"
    ]


def _talk(found: Found, at: Found) -> Talk:
    title = at.first("title")
    event = at.first("event") or _above(found).first("event", "title")
    return Talk.of(
        found.source,
        title=title,
        speakers=at.persons("people"),
        kind=_kind(found, at) or _plain(title or event),
        event=event,
        acronym=at.first("short"),
        location=at.first("place"),
        date=_date(at) or _inferred(_date(_above(found))),
        note=found.all("note"),
    )


def _above(found: Found) -> Found:
    """What is printed once above several talks: their event, their year, their kind."""
    parts = [p for m in found.above for p in (m.parts if m.label == "occasion" else (m,))]
    told = tuple(p._replace(how="inferred") for p in parts)
    return Found(found.entry, told)


def _kind(found: Found, at: Found) -> Sourced[str] | None:
    """The entry's own word; but a plain `talk` in a list of keynotes is a keynote."""
    own = at.first("kind")
    told = _above(found).first("kind") or found.hint("kind")
    plain = own is None or own.value in _PLAIN
    return told if plain and told and told.value in _HONOURS else own or told


def _date(at: Found) -> Sourced[str] | None:
    """The most exact of its dates; of several the last."""
    known = [d for m in dates(at) if (d := as_date(m))]
    return max(reversed(known), key=lambda d: len(str(d.value).split("/")[0]), default=None)


def _inferred(said: Sourced[str] | None) -> Sourced[str] | None:
    return said.inferred() if said else None


def _plain(said: Sourced[str] | None) -> Sourced[str] | None:
    """Nothing said: a talk."""
    return replace(said, value="talk", how="inferred") if said else None
