"""What may be a heading, what is one, and how this text dresses them."""

from __future__ import annotations

from typing import NamedTuple

from cvparse.document import Line, Passage, Span
from cvparse.sections.known import Hints, Known
from cvparse.sections.page import Dress


class Heading(NamedTuple):
    """A line (or the start of one) that heads what follows."""

    line: Span
    words: Span
    kind: str
    rung: str
    level: int
    hints: Hints = ()
    marked: bool = False


class Candidate(NamedTuple):
    """A line that may be a heading, and what its words mean exactly."""

    line: Line
    words: Passage
    key: str
    dress: Dress
    known: Known | None

    def heading(self, row: Known, rung: str, level: int) -> Heading:
        """It is one, of this kind."""
        marks = self.dress.markdown
        span, words = self.line.span, self.words.span
        return Heading(span, words, row.kind, rung, marks or level, row.hints, marks > 0)


class Habit(NamedTuple):
    """How this text dresses its headings: how many different ones so, whether with air above, and
    at which indent.
    """

    dress: Dress | None = None
    worn: int = 0
    airy: bool = False
    indent: int = 0

    def wears(self, candidate: Candidate) -> bool:
        return candidate.dress == self.dress

    @property
    def distinctive(self) -> bool:
        """Is the dress enough to tell a heading?"""
        dress = self.dress
        if dress is None:
            return False
        if dress.colon and self.airy and self.worn > 2:
            return True
        return dress.distinctive and (self.worn > 1 or bool(dress.markdown))
