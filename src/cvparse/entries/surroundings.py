"""What stands around each line of a list: runs of plain lines and of bullets, and where dates are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cvparse.document import Line
from cvparse.entries.looks import Look

_FAR = 4


class Glance(NamedTuple):
    """One line of a list: where it stands, how it looks, and what the habits say it is."""

    line: Line
    look: Look
    gap: int
    """Blank lines above, two at most."""
    wraps: bool
    """Would its first word have found no room on the line above?"""
    full: int
    """Tenths of the page's width that it fills."""
    words: int


def step(a: int, b: int) -> str:
    return "right" if b > a else "left" if b < a else "same"


def surroundings(seen: Sequence[Glance], dates: Sequence[str]) -> list[list[str]]:
    """Each line's place in its run of plain lines, and how far it is to dates and to bullets."""
    runs = _runs(seen)
    bulleted = [g.look.bulleted for g in seen]
    dated = [date != "no" for date in dates]
    alone = [date == "alone" for date in dates]
    to_date, to_mark, to_alone = _ahead(dated), _ahead(bulleted), _ahead(alone)
    since = _behind(dated)
    marks, alones = any(bulleted), any(alone)
    sums = list(accumulate(dated, initial=0))
    found = []
    for i, after in enumerate(_after(seen)):
        first, last = runs[i]
        among = sums[last + 1] > sums[first]
        clear = to_date[i] <= to_mark[i]
        found.append(
            [
                after,
                f"run={min(i - first, _FAR)}/{min(last - first + 1, 5)}:{among}",
                f"run_of={marks}:{min(i - first, 2)}:{seen[i].wraps}",
                f"to_date={min(to_date[i], _FAR)}:{clear}",
                f"to_alone={min(to_alone[i], _FAR)}" if alones else "to_alone=no",
                f"to_mark={min(to_mark[i], _FAR)}",
                f"since_date={min(since[i], _FAR)}",
                _reach([runs, to_alone, to_mark, since], i),
            ]
        )
    return found


def _reach(ways: Sequence[Sequence[object]], i: int) -> str:
    """Is it as far to a date and to a bullet as from the first line? And the same way back?"""
    runs, to_date, to_mark, since = ways
    begins = runs[i][0] == i  # type: ignore[index]
    return f"reach={begins}:{to_date[i] == to_date[0]}:{to_mark[i] == to_mark[0]}:{since[i] == 9}"


def _runs(seen: Sequence[Glance]) -> list[tuple[int, int]]:
    """First and last line of the run each line stands in: a bullet with the rest of its words, or
    the plain lines between bullets.
    """
    starts: list[int] = []
    for i, g in enumerate(seen):
        small = g.line.body.folded[:1].islower()
        plain = not g.look.bulleted
        runs_on = i > 0 and plain and (g.wraps or small or not _marked(seen, starts))
        starts.append(starts[-1] if runs_on else i)
    ends: dict[int, int] = {start: i for i, start in enumerate(starts)}
    return [(start, ends[start]) for start in starts]


def _marked(seen: Sequence[Glance], starts: Sequence[int]) -> bool:
    return seen[starts[-1]].look.bulleted


def _ahead(true: Sequence[bool]) -> list[int]:
    """How many lines below each the next true one is; 9 when there is none."""
    found, far = [], 9
    for here in reversed(true):
        far = 0 if here else min(far + 1, 9)
        found.append(far)
    return found[::-1]


def _behind(true: Sequence[bool]) -> list[int]:
    return _ahead(true[::-1])[::-1]


def _after(seen: Sequence[Glance]) -> list[str]:
    """Whether a line follows a bullet or a plain line, wrapped or not, and hangs under its words."""
    found: list[str] = []
    above, indent, words = "none", 0, 0
    for g in seen:
        mark = "bullet" if g.look.bulleted else "label" if g.look.labelled else "plain"
        side = "under" if g.look.indent == words else step(indent, g.look.indent)
        found.append(f"after={above}:{mark}:{g.wraps}:{g.gap > 0}:{side}")
        if not g.wraps or g.look.bulleted or g.gap:
            above, indent = mark, g.look.indent
            words = indent + g.line.marker.length
    return found
