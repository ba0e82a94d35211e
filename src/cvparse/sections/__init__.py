"""Lines → sections. They tile the source: joined, they are the file."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from cvparse import lexicon
from cvparse.document import Section, Source, Span
from cvparse.sections.candidates import Heading
from cvparse.sections.furniture import furniture
from cvparse.sections.known import Hints, key, shared
from cvparse.sections.ladder import headings
from cvparse.sections.learned import Model, described, seen

__all__ = ["Model", "described", "furniture", "seen", "split"]

_PRINTED = re.compile(
    r"\b(?:proceedings|proc\.|doi\b|arxiv\b|pp?\. ?\d|vol\. ?\d|eds?\.|et al\b)|\b10\.\d{4}/", re.I
)
_WORD = re.compile(r"[^\W\d_]+")


def split(source: Source, model: Model) -> tuple[Section, ...]:
    """The sections of a source; the first is the `header`, which may be empty."""
    found = headings(source, model)
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
        section = _spoken(_inheriting(section, parents))
        sections.append(_given(section, sections[-1]))
        parents.append(heading)
    return tuple(s for s in sections if s.span.length or s.kind == "header")


def _covers(parent: Heading, heading: Heading) -> bool:
    """Does a heading stand under another? Marks of level say so; without them, a like kind, or
    words that say little of themselves.
    """
    if parent.marked or parent.kind == heading.kind:
        return True
    return heading.level > parent.level


def _inheriting(section: Section, parents: list[Heading]) -> Section:
    """A heading that says little of itself speaks for the kind of the one above it, and what that
    one said of its entries holds below it too.
    """
    known = [p for p in parents if p.kind != "other"]
    if not known:
        return section
    above = known[-1]
    unknown = section.kind == "other" and section.rung == "headings.shape"
    words = key(section.part(*section.heading)) if section.heading else ""
    if unknown or {words, words.rpartition(" ")[2]} & shared(above.kind):
        section = replace(section, kind=above.kind, hints=_fitting(section, above))
    if section.kind == above.kind:
        said = dict(above.hints) | dict(section.hints)
        section = replace(section, hints=tuple(sorted(said.items())))
    return section


def _fitting(section: Section, above: Heading) -> Hints:
    """Hints of a heading that means another kind than its words."""
    return section.hints if section.kind == above.kind else ()


def _spoken(section: Section) -> Section:
    """`Languages` that nobody speaks are those that one programs in."""
    if section.kind != "languages":
        return section
    said = {w.lower() for w in _WORD.findall(section.body.folded)}
    if not said or said & _tongues() or not section.body.folded.isascii():
        return section
    return replace(section, kind="skills")


def _given(section: Section, before: Section) -> Section:
    """`Conference papers` behind a list of talks, of which nothing says that they were printed:
    in the humanities a paper is read aloud.
    """
    read = before.kind == "talks" and ("type", "paper-conference") in section.hints
    if not read or _PRINTED.search(section.body.folded):
        return section
    return replace(section, kind="talks", hints=())


@cache
def _tongues() -> frozenset[str]:
    return frozenset(w for t in lexicon.table("tongues")["languages"] for w in t.split())
