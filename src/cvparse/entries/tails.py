"""Dates that end the first lines of entries which go on below: a right column, read without its gap.

    • Roe, A., Poe, B. How Owls Fold Maps in Wind and in June 2024
      Rain. Journal of Maps.

Relies on most entries of a list being so, or a word being torn. Wrong for a style that ends a line with the year of each
paper and goes on below: its year is set apart, which does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, pairwise

from cvparse import lexicon
from cvparse.document import Span
from cvparse.entries.columns import broken
from cvparse.lines import Glance

_SEVERAL = 3
_MOST = 0.6
_FULL = 0.8
"""Of the longest line: the column takes the rest of a full one."""
_LISTED = frozenset({"publications", "talks"})
"""What is told in one sentence: its lines go on until that ends."""
_HYPHEN = re.compile(r"[^\W\d_]-$")
_ENDED = re.compile(r"[.!?:;]\"?$")


def joined(kind: str, seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """The codes of a list's lines, what a date stands in the middle of being one."""
    told = list(codes)
    for number in _tailed(seen, codes):
        left, below = _left(seen[number]), seen[number + 1].line.folded.strip()
        open_end = kind in _LISTED and not _ENDED.search(left)
        if open_end or broken(left, below):
            told[number + 1] = "W"
    return told


def cells(seen: Sequence[Glance], codes: Sequence[str]) -> Mapping[int, Span]:
    """The end of a line → the date that stands there."""
    found: dict[int, Span] = {}
    for number in _tailed(seen, codes):
        line = seen[number].line
        tail = _tail().search(line.folded.rstrip())
        if tail:
            start = line.span.start
            found[line.span.end] = Span(start + tail.start("it"), start + tail.end("it"))
    return found


def _tailed(seen: Sequence[Glance], codes: Sequence[str]) -> list[int]:
    """The first lines that end so, when most of those that go on below do."""
    widest = max((len(g.line.folded.rstrip()) for g in seen), default=0)
    begun = [
        i
        for i, (code, after) in enumerate(pairwise(codes))
        if code == "B" and after in "WI" and _goes_on(seen[i], seen[i + 1], widest)
    ]
    dated = [i for i in begun if seen[i].look.dated and _left(seen[i])]
    usual = len(dated) >= _SEVERAL and len(dated) >= _MOST * len(begun)
    return dated if usual else [i for i in dated if _torn(seen[i], seen[i + 1])]


def _goes_on(above: Glance, below: Glance, widest: int) -> bool:
    """Does a line end for want of room, and no other entry or stretch begin below?"""
    full = below.wraps or len(above.line.folded.rstrip()) > _FULL * widest
    return full and not (below.line.bulleted or below.gap)


def _torn(above: Glance, below: Glance) -> bool:
    """Does a date stand in the middle of a word: `Depart- Feb 2021`, `ment of Botany`?"""
    return _HYPHEN.search(_left(above)) is not None and below.line.folded.strip()[:1].islower()


def _left(glance: Glance) -> str:
    """What a line says before the date that ends it; nothing when none does."""
    text = glance.line.body.folded.rstrip()
    tail = _tail().search(text)
    left = text[: tail.start()] if tail else ""
    return left if left == left.rstrip() else ""  # behind a gap it is a column's


@cache
def _tail() -> re.Pattern[str]:
    table = lexicon.table("calendar")
    words = chain(*table["month"].values(), *table["season"].values())
    month = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    point = rf"(?:(?:{month})\.?,?\s)?(?:19|20)\d\d"
    now = "present|current|ongoing|now|today"
    return re.compile(
        rf"\s(?P<it>(?:since\s)?(?:(?:{month})\.?\s?[-–—]\s?)?{point}(?:\s?[-–—]\s?(?:{point}|{now}))?)$",
        re.I,
    )
