"""Which piece of a grant's lines is its title, and which names who pays.

What is like a sentence is the title, what is like a name the funder; the name of a scheme is the
title only where nothing else is.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules.pieces import joined
from cvparse.rules.rule import Scene

_SCHEME = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, lexicon.table('funding')['schemes']))})(?![\w-])"
)
_ACRONYMS = re.compile(
    rf"[{UPPER}][{UPPER}\d&/-]{{1,9}}(?:[ -][{UPPER}\d][{UPPER}\d&/-]{{1,9}}){{0,3}}"
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_PROGRAMMES = "|".join(map(re.escape, lexicon.table("funding")["programmes"]))
_PAYER = re.compile(
    rf"(?:The )?(?P<it>[{UPPER}][\w&.-]*(?: (?:of |for |the |and |& |de |für ){{0,2}}[{UPPER}][\w&.-]*){{0,7}}?)"
    rf"(?: (?:{_PROGRAMMES}))*\s*"
)
# A name behind a small word that leads to none: `A library of leaves Oakline Foundation`.
_RUN_IN = re.compile(
    rf"(?<![\w-])(?!(?:{'|'.join(sorted(lexicon.table('names')['small_words']))}|by|from|with|an?|the|our|its)\s)"
    rf"[a-zß-ÿ][\w'-]*[?!)]?\s+(?P<it>[{UPPER}][\w&.'-]*(?:\s(?:(?:of|for|the|and|&|de|für|la)\s){{0,2}}[{UPPER}(][\w&.')-]*){{0,7}})\s*$"
)
SENTENCE, NAME = -4, 2


class Piece(NamedTuple):
    """A stretch between separators, its line, and how much it is like a funder's name."""

    passage: Passage
    line: int
    weight: int


def weight(scene: Scene, piece: Passage) -> int:
    """How much a piece is like the name of one who pays: their words for it, small words against."""
    text = piece.source.folded
    upper = [
        m.label
        for m in scene.seen("funder_word", "organization_word", "venue_word", "grant_word", "award_word", within=piece.span)
        if text[m.span.start].isupper()
    ]  # fmt: skip
    much = 0
    if "funder_word" in upper:
        much = 4
    elif "organization_word" in upper or next(piece.search(_SCHEME), None):
        much = 3
    elif upper or piece.fullmatch(_ACRONYMS):
        much = 2
    words = [m.group() for m in piece.search(_WORD)]
    small = sum(w[0].islower() and w not in _joining() for w in words)
    if (
        (small >= 2 and small * 2 >= sum(w not in _joining() for w in words))
        or "?" in piece.folded
        or ": " in piece.folded
        or piece.source.whole().around(piece.span, before=1).folded[0] == "'"
    ):
        much += SENTENCE
    return much


@cache
def _joining() -> frozenset[str]:
    return frozenset(lexicon.table("names")["small_words"])


def chosen(
    scene: Scene, whole: Passage, pieces: list[Piece]
) -> tuple[Passage | None, Mention | None]:
    """The title, and who pays."""
    told = scene.seen("project", "quoted", within=whole.span)
    title = Passage(scene.source, told[0].span) if told else None
    payers: list[Piece] = []
    if title is None and pieces:
        title, payers = _unpaid(scene, _title(pieces))
    left = [p for p in pieces if title and p.passage.value not in title.value]
    return title, _funder(scene, whole, title, [*payers, *left])


def _unpaid(scene: Scene, title: Passage) -> tuple[Passage, list[Piece]]:
    """A title, and the payer that columns read in a row leave behind its last small word."""
    run = next(title.search(_RUN_IN), None)
    payer = title.at(run, "it") if run else None
    if payer is None or weight(scene, payer) < NAME:
        return title, []
    return title.before(payer.span).strip(), [Piece(payer, 0, weight(scene, payer))]


def _title(pieces: list[Piece]) -> Passage:
    """The piece most like a sentence; failing that the name of the grant, then the first."""
    names = [p for p in pieces if p.weight >= NAME]
    free = [p for p in pieces if p.weight < NAME and p.passage.folded.count(" ")]
    after = {q for p, q in pairwise(pieces) if _goes_on(p, q)}
    free = [p for p in free if not p.passage.folded[0].islower() or p in after]
    if names and names[0].weight == NAME and all(p.weight > SENTENCE for p in free):
        free = [p for p in free if p.passage.span.start < names[0].passage.span.start]
    if free:
        best = min(free, key=lambda p: (p.weight > 0 or p.weight // 4, p.line))
        return _run_on(pieces, best)
    schemes = [p for p in names if p.weight == NAME] or names or pieces
    return schemes[0].passage


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Does a piece stand behind another of its line that names no payer?"""
    return before.weight < NAME and _beside(before, piece)


def _beside(one: Piece, other: Piece) -> bool:
    """Nothing but signs between them, on one line."""
    span = Span(one.passage.span.end, other.passage.span.start)
    between = one.passage.source.folded[slice(*span)]
    return one.line == other.line and not any(c.isalnum() for c in between)


def _run_on(pieces: list[Piece], best: Piece) -> Passage:
    """`Law, labor and empire`: pieces that go on in small letters are one title."""
    first = last = pieces.index(best)
    while first and pieces[first].passage.folded[:1].islower():
        if not _goes_on(pieces[first - 1], pieces[first]):
            break
        first -= 1
    for number in range(last + 1, len(pieces)):
        if pieces[number].weight >= NAME or not _goes_on(pieces[number - 1], pieces[number]):
            break
        if pieces[number].passage.folded[:1].islower():
            last = number
    return joined([p.passage for p in pieces[first : last + 1]])


def _funder(
    scene: Scene, whole: Passage, title: Passage | None, left: list[Piece]
) -> Mention | None:
    """Who is announced to pay; the piece most like a payer; any other name; who opens the title."""
    for cued in scene.seen("funder", "funder_cued", within=whole.span):
        return cued._replace(label="funder")
    named_ = [p for p in left if p.passage.folded[:1].isupper()]
    if named_:
        best = max(named_, key=lambda p: (p.weight, -p.line))
        if best.weight >= 0:
            return Mention("funder", best.passage.span, best.passage.value, "grants.funder")
    return _opening(scene, title) if title else None


def _opening(scene: Scene, title: Passage) -> Mention | None:
    """`Acme Research Grant`: who pays opens the name of the grant. An inference, since the words
    may also name a programme.
    """
    known = scene.seen("funder_word", within=title.span)
    if known:
        return Mention("funder", known[0].span, known[0].value, "grants.opening", how="inferred")
    grant = next(iter(scene.seen("grant_word", "award_word", within=title.span)), None)
    opening = title.before(grant.span).fullmatch(_PAYER) if grant else None
    if opening:
        payer = title.at(opening, "it")
    elif grant is None and weight(scene, title) >= NAME:
        payer = title
    else:
        return None
    return Mention("funder", payer.span, payer.value, "grants.opening", how="inferred")
