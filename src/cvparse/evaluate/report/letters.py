"""Where a value of gold stands in a text, whatever stands between its letters there.

Gold folds white space, drops markup and joins broken words; so only letters and figures are
compared, without case and accents, and the places of those found are the answer.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property

Place = tuple[int, int]
"""[start, end) in characters of the text."""


class Letters:
    """The letters and figures of a text, each with its place."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        found = [(sign, at) for at, c in enumerate(self.text) for sign in _fold(c)]
        return "".join(sign for sign, _ in found), [at for _, at in found]

    def find(self, value: str) -> Iterator[Place]:
        """Where a value stands as words of its own, from the beginning of the text."""
        letters, places = self._folded
        wanted = "".join(sign for c in value for sign in _fold(c))
        at = letters.find(wanted) if wanted else -1
        while at >= 0:
            start, end = places[at], places[at + len(wanted) - 1] + 1
            if not self._goes_on(start - 1, start) and not self._goes_on(end - 1, end):
                yield start, end
            at = letters.find(wanted, at + 1)

    def nearest(self, value: str, to: Place | None) -> Place | None:
        """Of several places the one nearest to another place; the first when there is none."""
        if to is None:
            return next(self.find(value), None)
        return min(self.find(value), key=lambda place: distance(place, to), default=None)

    def _goes_on(self, one: int, other: int) -> bool:
        """Does a word, or a number, go on from a character to the next?"""
        sides = self.text[max(one, 0) : other + 1]
        return one >= 0 and len(sides) == 2 and all(map(str.isalnum, sides))


def _fold(sign: str) -> str:
    plain = unicodedata.normalize("NFKD", sign).casefold()
    return "".join(c for c in plain if c.isalnum())


def distance(one: Place, other: Place) -> int:
    """How many characters lie between two places; 0 when they touch."""
    return max(0, one[0] - other[1], other[0] - one[1])
