"""Degrees: `Ph.D.`, `B.Sc. (Hons)`, `Dr. rer. nat.`, `Master 2`, `Licence de Mathématiques`.

An abbreviation is known by its letters, with or without dots, and in capitals throughout where a
template sets them so; a name written out, by the lexicon.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import UPPER, Mention, Passage, Source, Span
from cvparse.rules.pieces import bare, named, says, trim
from cvparse.rules.rule import Finder, Match, Reading, Rule, Scene

_HONORS = (
    r"(?:\s?\((?:[Hh]ons?\b|Honours|Honors)[^()]{0,20}\)|\s(?:Hons|HONS)\b\.?|\s\([Hh]onou?rs\))?"
)
_BESIDE = re.compile(r"[\s/&+.-]*(?:(?:and|und|et|y|zum|zur|zu)\s+)?")
_OPENED = re.compile(r"\(\s*$")
_CLOSED = re.compile(r"[^()]*\)")
_INNER = re.compile(r"\s+(?:in|en|em)\s+|\s?\(", re.I)
_LEVEL = re.compile(
    r"\s(?:[Yy]ear\s|[Aa]nnée\s)?(?:[1-5]|I{1,3})(?![\w.])(?:\s(?:[Rr]echerche|[Pp]ro(?:fessionnel)?)\b)?"
)
_ASIDE = re.compile(r"\s?\((?P<it>[^()]{1,60})\)")
_OWN = re.compile(
    r"hons?\b|honou?rs|[A-Z]\d\b|year|équivalent|equivalent|joint|double|part-time|full-time|ABD",
    re.I,
)
_WORD = re.compile(
    r"\s+(?:degree|candidate|candidacy|student|program(?:me)?|studies|course|research(?:er)?|studium|abschluss|diploma)\b",
    re.I,
)
_IN = re.compile(
    r"[\s:,]*(?:-\s+)?(?:with\s+(?:an?\s+)?(?:major|speciali[sz]ation|emphasis|concentration)s?\s+(?:in|on)|majoring in|major in|in the field of"
    r"|in|of|en|em|im|für|de la|de l'|de|des|du|d'|di|della|der|in der|i|w|van)(?:\s+|(?<='))(?=\S)",
    re.I,
)
_REMARK = re.compile(r"\s*\([^()]*(?:\d|equiv|years?|yr)[^()]*\)\s*$")
_LINK = re.compile(r"with|and|mit|und|avec|et|con|y", re.I)
_COMPOUND = re.compile(r"-[^\W\d_]{4,}(?:\s?\(FH\))?")
_AGAIN = re.compile(r"\s*(?:,|/|&|\band|\bund|\bet|\by)\s*$")
_PROMOTED = ("promotion", "doctorate", "doctorat", "doktorat", "master", "bachelor", "diploma")
_OF = re.compile(r"\s+of\s+(?=\S)", re.I)
_KEPT = re.compile(rf"(?:\s*{named('degrees', 'kept').pattern})+\s*", re.I)
_SHOUTED = re.compile(rf"[{UPPER}]{{2,8}}")


class Title(NamedTuple):
    """A degree, and what was studied when it is printed in the same piece."""

    degree: Passage
    field: Passage | None = None


def _plain(written: str) -> str:
    return re.sub(r"[^\w]", "", written)


@cache
def _pattern() -> re.Pattern[str]:
    """Each abbreviation with its dots and inner spaces made optional, also in capitals."""
    table = lexicon.table("degrees")
    written = {row["written"] for row in table.get("abbreviation", ())} | set(
        table["abbreviations"]
    )
    written |= {w.upper() for w in written if len(_plain(w)) > 2 and w[-2:] != "g."}
    initials: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(written, key=lambda w: (-len(w), w)):
        initials[word[0]].append(_form(word))
    forms = "|".join(
        f"(?={re.escape(initial)})(?:{'|'.join(some)})" for initial, some in initials.items()
    )
    return re.compile(rf"(?<![\w.-])(?:(?:[Hh]on|HON)s?\.?\s?)?(?:{forms}){_HONORS}(?![\w-])")


def _form(written: str) -> str:
    """A pattern for one of them. `B. Sc.` may be printed apart, `B. A.` not: that is a person."""
    stop = r"\.?\s?" if any(len(part) > 1 for part in written.split(".")) else r"\.?"
    signs = {".": stop, " ": r"\s?", ",": r",\s?"}
    return "".join(signs.get(c, re.escape(c)) for c in written.removesuffix(".")) + r"\.?"


def _level(match: Match, source: Source) -> object:
    return source.read(Span(*match.span()))


def _degrees(scene: Scene) -> Iterator[Mention]:
    """The pattern is built on first use: the list is long, and most entries hold no degree."""
    yield from Rule("degrees.abbreviation", "degree", _pattern(), value=_level).find(scene)


def title(scene: Scene, piece: Passage) -> Title | None:
    """The degree that a piece of a line names, and its field: `PhD Candidate in Botany`."""
    marks = scene.seen("degree", "degree_word", within=piece.span) or _stopped(scene, piece)
    if not marks:
        return None
    if len(marks) == 1 and piece.span.within(marks[0].span):
        return Title(Passage(scene.source, marks[0].span))
    if any(m.value == "whole" for m in marks):
        return Title(piece)
    span = marks[0].span
    for mark in marks[1:]:
        if not mark.span.within(span) and piece.part(span.end, mark.span.start).fullmatch(_BESIDE):
            span = Span(span.start, mark.span.end)
    bracket = next(piece.before(span).search(_OPENED), None)
    closed = piece.after(span).match(_CLOSED)
    if bracket:
        return _in_bracket(piece, span, bracket.start(), closed.end() if closed else piece.span.end)
    return _promoted(scene, _with_field(scene, piece, _extended(scene, piece, span)))


def _stopped(scene: Scene, piece: Passage) -> list[Mention]:
    """`Ph.D.` of a piece that lost its full stop to the comma behind."""
    near = scene.entry.around(piece.span, behind=1)
    return [m for m in scene.seen("degree", within=near.span) if piece.span.within(m.span)]


def _in_bracket(piece: Passage, span: Span, start: int, end: int) -> Title:
    """`Botany (BSc)`, `Higher Studies (M.Sc) Botany`, `MSXY (Master of Science in …)`."""
    left, right = piece.part(piece.span.start, start), trim(piece.part(end, piece.span.end))
    if left.strip().fullmatch(_SHOUTED):
        return Title(left.strip())
    if says(right):
        return Title(piece.part(left.strip().span.start, end), opened(right))
    if left.fullmatch(_KEPT) or not says(left):
        return Title(piece)
    return Title(piece.part(*span), trim(left))


def _extended(scene: Scene, piece: Passage, span: Span) -> Span:
    """With its level and the bracket that tells more of it: `Master 2`, `MSc (Hons)`."""
    end = span.end
    if compound := piece.after(span).match(_COMPOUND):
        end = compound.end()
    if level := piece.after(span).match(_LEVEL):
        end = level.end()
    if aside := piece.part(end, piece.span.end).match(_ASIDE):
        inside = piece.at(aside, "it")
        if inside.match(_OWN) or scene.seen("degree", "degree_word", within=inside.span):
            end = aside.end()
    return Span(span.start, end)


def _with_field(scene: Scene, piece: Passage, span: Span) -> Title:
    """What stands behind a degree is its field; else what stands before it, unless it is a word
    like *joint* or *executive*. `Master of Data Science` has its field for a name.
    """
    behind = piece.after(span)
    for mark in scene.seen("degree", "degree_word", within=behind.span):
        if link := next(
            behind.before(mark.span).search(_AGAIN), None
        ):  # `BSc in Botany and BA in …`
            behind = behind.part(behind.span.start, link.start())
            break
    if word := behind.match(_WORD):
        behind = piece.part(word.end(), piece.span.end)
    elif behind.match(_OF) and not scene.seen("degree", within=span):
        name, field = _named(behind)
        return Title(piece.part(span.start, name.span.end), field)
    before = trim(piece.before(span))
    if says(behind):
        start = before.span.start if says(before) and behind.match(_IN) else span.start
        return Title(piece.part(start, span.end), opened(behind))
    if not says(before):
        return Title(piece.part(*span))
    if before.fullmatch(_KEPT) or behind.span.start != span.end:
        return Title(piece.part(before.span.start, span.end))
    return Title(piece.part(*span), before)


def _promoted(scene: Scene, known: Title) -> Title:
    """`Promotion in Botanik (Dr. rer. nat.)`: the degree stands in the bracket."""
    if known.field is None or known.degree.folded.lower() not in _PROMOTED:
        return known
    for aside in known.field.search(_ASIDE):
        inside = known.field.at(aside, "it")
        if scene.seen("degree", within=inside.span):
            return Title(inside, trim(known.field.part(known.field.span.start, aside.start())))
    return known


def _named(behind: Passage) -> tuple[Passage, Passage | None]:
    """` of Laws in Tax Law`: the rest of a degree's name, and its field."""
    inner = next(behind.search(_INNER), None)
    if inner is None:
        return behind, None
    return behind.part(behind.span.start, inner.start()), opened(
        behind.part(inner.start(), behind.span.end)
    )


def opened(behind: Passage) -> Passage | None:
    """A field without the words that lead to it: ` in Botany`, ` (Botany)`, `: Botany`."""
    lead = behind.match(_IN)
    field = behind.part(lead.end(), behind.span.end) if lead else behind
    if aside := next(field.search(_REMARK), None):
        field = field.part(field.span.start, aside.start())
    field = bare(field)
    return field if says(field) and not field.fullmatch(_LINK) else None


_KINDS = frozenset({"education", "header", "students", "teaching", "employment", "other"})
RULES: tuple[Finder, ...] = (Reading("degrees.abbreviation", _degrees, kinds=_KINDS),)
