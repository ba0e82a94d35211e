"""Passages of a text around some places in it, cut where something begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cvparse.evaluate.report.letters import Place
from cvparse.evaluate.report.places import Places

_MOST = 4
"""So many passages are shown for one error; a record read from the whole page has dozens."""
_AROUND = 160
"""So many characters are shown before and behind a place, of its own line and its neighbours."""


class Piece(NamedTuple):
    """Some characters, and whether they were read, and are in gold."""

    text: str
    read: bool
    gold: bool


class Passage(NamedTuple):
    """Some lines of a text; `line` is the number of the one that it is about (1 is the first)."""

    line: int
    pieces: tuple[Piece, ...]


def passages(text: str, places: Places) -> list[Passage]:
    """The surroundings of all places, in the order of the text; those that touch are one."""
    found = []
    for start, end in _joined([_window(text, place) for place in places.all])[:_MOST]:
        first = min(place[0] for place in places.all if place[0] >= start)
        pieces = tuple(_pieces(text, (start, end), places))
        found.append(Passage(text.count("\n", 0, first) + 1, pieces))
    return found


def _window(text: str, place: Place) -> Place:
    """The lines of a place and the next printed line on each side, as much as there is room for."""
    start, end = place
    before = text[max(0, start - _AROUND) : start].split("\n")
    behind = text[end : end + _AROUND].split("\n")
    return start - _length(before[::-1]), end + _length(behind)


def _length(lines: Sequence[str]) -> int:
    """Of the line that one is on, and on to the end of the next that is not blank."""
    whole = next((n for n, line in enumerate(lines) if n and line.strip()), 0)
    return sum(map(len, lines[: whole + 1])) + whole


def _joined(windows: Sequence[Place]) -> list[Place]:
    found: list[Place] = []
    for start, end in sorted(windows):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _pieces(text: str, window: Place, places: Places) -> Iterator[Piece]:
    start, end = window
    bounds = {at for place in places.all for at in place if start < at < end}
    cuts = [start, *sorted(bounds), end]
    for one, other in pairwise(cuts):
        inside = [any(a <= one and other <= b for a, b in p) for p in (places.read, places.gold)]
        yield Piece(text[one:other], *inside)
