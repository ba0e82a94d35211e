"""Headings that are known by their number: `A. … B. …`, `I. II.`, `1.0 2.0`, `4.1 4.2`.

Whoever numbers the sections of a CV numbers them all. Where three headings known by their words
are numbered alike and in order, a line that bears a missing number is a heading too, whatever its
words; and below such a heading its own numbers lead further: `4.2 Departmental level`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cvparse.document import Line, Passage, Source, Span
from cvparse.sections import page

_MARK = re.compile(
    r"[ \t\f#*]{0,12}(?P<it>(?:section |part )?(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])(?P<end>[.):]{0,2}))\s{1,8}(?=\S)"
)
_ENTRY = re.compile(r"(?:19|20)\d\d|[;?!\"@|\t]|[^.]\.\s*$|https?:|\S {3,}\S")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST = 90
_MOST_WORDS = 12
_HABIT_FROM = 3


class Numbered(NamedTuple):
    """A line with a number before it: how it is written, and which it is."""

    line: Line
    words: Passage
    style: str
    number: int
    above: int = 0


def missing(source: Source, taken: Collection[Span]) -> list[tuple[Numbered, int]]:
    """Lines whose numbers complete those of the headings found, and their levels."""
    lines = [n for readings in _numbered(source).values() for n in readings]
    found: list[tuple[Numbered, int]] = []
    for style in dict.fromkeys(n.style for n in lines if not n.above):
        alike = [n for n in lines if n.style == style and not n.above]
        known = [n for n in alike if n.line.span in taken]
        if len(known) < _HABIT_FROM or any(a.number >= b.number for a, b in pairwise(known)):
            continue
        whole = _filled(alike, known)
        found += [(n, 1) for n in whole if n.line.span not in taken]
        found += [(n, 2) for n in _below(lines, whole) if n.line.span not in taken]
    return found


def inner(
    source: Source, taken: Collection[Span], known: Callable[[Passage], bool]
) -> list[Numbered]:
    """Between two headings a list of its own, one number each and lines below all, some of whose
    words are known for headings: `1. National`, `2. Editorial boards`.
    """
    found: list[Numbered] = []
    begun: list[Numbered] = []
    for line in (*source.lines, None):
        if line is None or line.span in taken:
            if _list(begun) and any(known(n.words) for n in begun):
                found += begun
            begun = []
        else:
            here = _numbered(source).get(line.number, ())
            begun += [n for n in here if n.style[0] == "1" and not n.above]
    return found


def _list(begun: Sequence[Numbered]) -> bool:
    if len(begun) < 2 or len({n.style for n in begun}) > 1 or not all(map(_heads, begun)):
        return False
    spread = all(b.line.number - a.line.number > 1 for a, b in pairwise(begun))
    return spread and [n.number for n in begun] == [*range(1, len(begun) + 1)]


def _filled(alike: Sequence[Numbered], known: Sequence[Numbered]) -> list[Numbered]:
    """The chain of numbers with its gaps filled, where one line alone can fill them."""
    chain = [*known]
    for n in range(1, known[-1].number + len(alike)):
        if any(k.number == n for k in chain):
            continue
        after = max((k.line.number for k in chain if k.number < n), default=-1)
        before = min((k.line.number for k in chain if k.number > n), default=1 << 30)
        fit = [a for a in alike if a.number == n and after < a.line.number < before]
        fit = [a for a in fit if _heads(a)]
        if len(fit) == 1:
            chain = sorted([*chain, *fit], key=lambda x: x.line.number)
        elif n > known[-1].number:
            break
    return chain


def _below(lines: Iterable[Numbered], whole: Sequence[Numbered]) -> list[Numbered]:
    """`4.1` and `4.2` between `4` and `5`."""
    ends = [*(n.line.number for n in whole[1:]), 1 << 30]
    spans = {n.number: (n.line.number, end) for n, end in zip(whole, ends, strict=True)}
    return [
        n
        for n in lines
        if n.above in spans and spans[n.above][0] < n.line.number < spans[n.above][1] and _heads(n)
    ]


def _heads(n: Numbered) -> bool:
    words = n.words.folded
    return len(words.split()) <= _MOST_WORDS and not _ENTRY.search(words)


@lru_cache(maxsize=8)
def _numbered(source: Source) -> dict[int, list[Numbered]]:
    """What the marks before lines may mean, by the numbers of the lines."""
    return {line.number: found for line in source.lines if (found := _mark(line))}


def _mark(line: Line) -> list[Numbered]:
    """What the mark before a line may mean: `I.` is a letter, or one."""
    if line.blank or line.span.length > _LONGEST:
        return []
    found = line.match(_MARK)
    if not found:
        return []
    mark, end = found["number"], found["end"]
    words = page.trim(line.part(found.end(), line.span.end))
    if not words or not words.folded[:1].isalpha() or words.folded[:1].islower():
        return []
    return [Numbered(line, words, *reading) for reading in _readings(mark, end)]


def _readings(mark: str, end: str) -> list[tuple[str, int, int]]:
    """Style, number, and the number above it: of `I.` both as a letter and as one."""
    if mark[0].isdigit():
        first, *rest = (int(x) for x in mark.split("."))
        if rest and rest != [0]:
            return [("1.1", rest[-1], first)]
        return [("1.0" + end if rest else "1" + end, first, 0)]
    found = [("A" + end, ord(mark) - 64, 0)] if end and len(mark) == 1 else []
    if end and set(mark) <= set(_ROMAN):
        found.append(("I" + end, _roman(mark), 0))
    return found


def _roman(mark: str) -> int:
    values = [_ROMAN[c] for c in mark]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
