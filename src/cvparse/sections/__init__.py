"""Lines → sections. They tile the source: joined, they are the file."""

from __future__ import annotations

from dataclasses import replace

from cvparse.document import Section, Source, Span
from cvparse.sections.furniture import furniture
from cvparse.sections.ladder import Heading, headings

__all__ = ["furniture", "split"]


def split(source: Source) -> tuple[Section, ...]:
    """The sections of a source; the first is the `header`, which may be empty."""
    found = headings(source)
    starts = [h.line.start for h in found] + [len(source.text)]
    sections = [Section(source, Span(0, starts[0]), kind="header")]
    parents: list[Heading] = []
    for heading, end in zip(found, starts[1:], strict=True):
        parents = [p for p in parents if p.level < heading.level and _covers(p, heading)]
        section = Section(
            source,
            Span(heading.line.start, end),
            kind=heading.kind,
            heading=heading.words,
            rung=heading.rung,
            path=tuple(source.read(p.words) for p in parents),
            hints=heading.hints,
        )
        sections.append(_inheriting(section, parents))
        parents.append(heading)
    return tuple(s for s in sections if s.span.length or s.kind == "header")


def _covers(parent: Heading, heading: Heading) -> bool:
    """Does a heading stand under another? Marks of level say so; without them, a like kind."""
    return parent.marked or parent.kind == heading.kind


def _inheriting(section: Section, parents: list[Heading]) -> Section:
    """A heading that says little of itself speaks for the kind of the one above it."""
    known = [p for p in parents if p.kind != "other"]
    if section.kind == "other" and section.rung == "headings.shape" and known:
        return replace(section, kind=known[-1].kind, hints=section.hints + known[-1].hints)
    return section
