"""Stretches of a text, counted in characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the source: [start, end) in characters."""

    start: int
    end: int

    def within(self, other: tuple[int, int]) -> bool:
        """Does the other hold all of this one?"""
        return other[0] <= self.start and self.end <= other[1]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        return self.end - self.start

    @staticmethod
    def cover(spans: Iterable[Span]) -> Span:
        """The smallest span that holds all of them. Raises ValueError when there are none."""
        known = list(spans)
        return Span(min(s.start for s in known), max(s.end for s in known))


# Half the time of `Span(start, end)`, where ten thousand are made for one page.
quick_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)


class Repair(NamedTuple):
    """An optical slip read as what it must have been, of the same length: `Al` as `AI`."""

    span: Span
    value: str


class Anchor(NamedTuple):
    """A link printed as markup: where its words stand, and where its address does."""

    label: Span
    url: Span
