"""A right column of places and dates beside the lines of a list, which may be broken for its sake.

    Chair, Search Committee of the            Kesterby
    Library                                2019 – 2021
    Larkmoor University

Relies on the wide gap in front of the column. Wrong where neither a hyphen, a small letter nor the
bodies of the other entries tell which of three lines goes on on the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cvparse.document import UPPER, Span
from cvparse.lines import Glance

_SEVERAL = 3
_MOST = 0.8
_CELL = re.compile(r"\S(?P<gap>\s{3,})(?P<it>\S+(?:\s\S+){0,5})\s*$")
_PLACE = re.compile(r"[^\W\d_][^\d]+$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BROKEN = re.compile(
    r"(?:[\u00ad\u0002\ufffe,&(–—-]|\b(?:and|of|the|in|for|on|at|to|with|und|et|de))$"
)
_GOES_ON = re.compile(rf"[(&–—]|(?![{UPPER}])[^\W\d_]")
_GAP = "   "


def cells(seen: Sequence[Glance]) -> Mapping[int, Span]:
    """The end of a line → what stands beside it: dates, and places where the two take turns."""
    turns = bool(_alike(seen))
    found = ((g, cell) for g in seen if (cell := _cell(g)))
    return {g.line.span.end: cell for g, cell in found if turns or _YEAR.search(_text(g, cell))}


def parted(seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """Where places and dates take turns at the right margin, each place stands in the first line
    of an entry, as does a date where one has been said, and no other line begins one.
    """
    told = list(codes)
    usual = Counter(_opening(seen[s[1]]) for s in _alike(seen) if len(s) == 2)
    for stretch in _stretches(seen) if usual else ():
        for i in stretch:
            told[i] = told[i].replace("B", "I").replace("S", "I")
        told[stretch[0]] = "B"
        for i in _rests(seen, stretch, usual):
            told[i] = "W"
    for number, (above, below) in enumerate(pairwise(seen), 1):
        if _sort(above) and not (_sort(below) or below.line.bulleted or below.gap):
            told[number] = "W" if broken(_left(above), _left(below)) else told[number]
    return told


def broken(above: str, below: str) -> bool:
    """Does a line plainly go on on the next: a hyphen, a comma, a small letter?"""
    return _BROKEN.search(above) is not None or _GOES_ON.match(below) is not None


def _alike(seen: Sequence[Glance]) -> list[range]:
    """The lines of each entry with one place and one date beside them, when most are so."""
    beside = [_sort(g) for g in seen]
    stretches = _stretches(seen)
    alike = [s for s in stretches if sorted(beside[i] for i in s if beside[i]) == ["date", "place"]]
    several = len(alike) >= _SEVERAL and len(alike) >= _MOST * len(stretches)
    return alike if several else []


def _stretches(seen: Sequence[Glance]) -> list[range]:
    """The lines from one place beside them to the next, or to a second date."""
    starts: list[int] = []
    dated = True
    for number, beside in enumerate(map(_sort, seen)):
        if beside == "place" or (beside == "date" and dated):
            starts.append(number)
        dated = beside == "date" or (dated and beside != "place")
    return [range(a, b) for a, b in pairwise([*starts, len(seen)])]


def _sort(glance: Glance) -> str:
    """What stands beside a line: `place`, `date`, or nothing."""
    text = _text(glance, cell) if (cell := _cell(glance)) else ""
    return "date" if _YEAR.search(text) else "place" if _PLACE.match(text) else ""


def _rests(seen: Sequence[Glance], stretch: range, usual: Counter[str]) -> list[int]:
    """Which lines are the rests of those above them."""
    bullet = next((i for i in stretch if seen[i].line.bulleted), stretch.stop)
    plain = range(stretch.start, bullet)
    rests = [b for a, b in pairwise(plain) if broken(_left(seen[a]), _left(seen[b]))]
    if rests or len(plain) != 3:
        return rests
    second, third = (usual[_opening(seen[i])] for i in plain[1:])
    return [plain[1]] if third > second else [plain[2]] if second > third else []


def _opening(glance: Glance) -> str:
    """The first two words of a line: those of a body that comes again and again."""
    return " ".join(_left(glance).split()[:2])


def _left(glance: Glance) -> str:
    text, cell = glance.line.folded.rstrip(), _CELL.search(glance.line.folded.rstrip())
    return text[: cell.start("gap")].strip() if cell else text.strip()


def _cell(glance: Glance) -> Span | None:
    line = glance.line
    found = _CELL.search(line.folded.rstrip()) if _GAP in line.folded else None
    start = line.span.start
    return Span(start + found.start("it"), start + found.end("it")) if found else None


def _text(glance: Glance, cell: Span) -> str:
    return glance.line.source.folded[cell.start : cell.end]
