"""A glance at each line of a stretch: how it looks and how it is set off from the one above."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cvparse.document import Line, Source, Span
from cvparse.lines.looks import Look, look


class Glance(NamedTuple):
    """One line, blank lines and page furniture being left out."""

    line: Line
    look: Look
    gap: int
    """Blank lines above, two at most; 3 above the first."""
    wraps: bool
    """Would its first word have found no room on the line above?"""


def glances(source: Source, lines: Iterable[Line], skip: Collection[Span]) -> list[Glance]:
    """A glance at each line; blank ones and furniture are only counted."""
    page, looks = measure(source), _looks(source)
    found: list[Glance] = []
    blanks = 0
    for line in lines:
        if line.blank:
            blanks += 1
        elif line.span not in skip:
            # Before a new page blank lines say nothing: as many as there are room for.
            gap = min(blanks, 1 if "\f" in line.text else 2) if found else 3
            wraps = bool(found) and page.full(found[-1].line, line)
            if (seen := looks.get(line.span)) is None:
                seen = looks[line.span] = look(line)
            found.append(Glance(line, seen, gap, wraps))
            blanks = 0
    return found


@lru_cache(maxsize=8)
def _looks(source: Source) -> dict[Span, Look]:
    """The looks of lines, which are taken of the page and again of its lists."""
    return {}


@dataclass(frozen=True)
class Measure:
    """How wide the lines of a page run, so that a full line is known for a wrapped one."""

    width: int

    def full(self, above: Line, below: Line) -> bool:
        """Would the first word below not have found room above?"""
        word = len((below.body.folded.split(maxsplit=1) or [""])[0])
        return self.width >= 60 and len(above.folded.rstrip()) + 1 + word > self.width


@lru_cache(maxsize=8)
def measure(source: Source) -> Measure:
    """The width nearly all lines keep to; the few longer ones are tables and addresses."""
    widths = sorted(len(x.folded.rstrip()) for x in source.lines if not x.blank)
    return Measure(widths[int(0.98 * (len(widths) - 1))] if widths else 0)
