"""Headings whose letters stand apart on the page: `E D U C A T I O N`, `P UBLICATIONS`.

Designers set headings wide, and a PDF then gives spaces between the letters, with none to spare
between the words. Small capitals made of small letters come with their first letters torn off.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_TORN = re.compile(r"(?<![^\W_])([A-ZÀ-Þ]) (?=[A-ZÀ-Þ]{2})")
_INNER = re.compile(r"(?<![^\W_])([B-DF-NP-TV-XZ]) (?=[A-ZÀ-Þ]{2})")
_LOOSE = re.compile(r" (?=[,:;])|(?<= -) ?")
_WIDE = re.compile(r"\s{2,}")
_LETTERS = 2
"""So long are most pieces of a heading set wide: kerning keeps a pair together (`C O N TA C T`)."""
_FEWEST = 4
_LONGEST_WORD = 20
_LONGEST = 160  # no heading is longer, and time is finite


def spaced(text: str) -> bool:
    """Is it set wide? Nearly all pieces are single letters or pairs."""
    pieces = [p for p in text.split() if p[0].isalpha()]
    lengths = [len(p) for p in pieces]
    single = lengths.count(1)
    if single < 2 or 2 * single < len(pieces) or len(pieces) < _FEWEST or pieces[0].islower():
        return False
    return sum(n <= _LETTERS for n in lengths) >= 0.7 * len(pieces)


def apart(text: str) -> bool:
    """Do letters stand apart that make one word?"""
    if len(text) > _LONGEST:
        return False
    return spaced(text) or (text.isupper() and _torn(text).search(text) is not None)


def _torn(text: str) -> re.Pattern[str]:
    """Letters torn off. Where the first word has its own, `BECAS Y PREMIOS`, a word of one letter
    in the middle is no letter torn off.
    """
    return _TORN if text[1:2].isspace() else _INNER


def closed(text: str, words: frozenset[str]) -> str:
    """The words of a heading, its letters joined; borders of words that the page does not show
    are found among these words.
    """
    if spaced(text):
        glued = [w.replace(" ", "") for w in _WIDE.split(text)]
        return " ".join(_parted(w, words) for w in glued)
    return _LOOSE.sub("", _torn(text).sub(r"\1", text))


def _parted(glued: str, words: frozenset[str]) -> str:
    """A run of letters as the fewest words it can be made of, a stretch that nobody knows between
    them (`grants and commissions`); the run itself when hardly anything is known.
    """
    return " ".join(_fewest(glued.lower(), words))


@lru_cache(maxsize=1024)
def _fewest(glued: str, words: frozenset[str]) -> tuple[str, ...]:
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for end in range(1, len(glued) + 1):
        ways = (
            (cost + price, (*before, word))
            for start in range(max(end - _LONGEST_WORD, 0), end)
            for cost, before in [best[start]]
            for word in [glued[start:end]]
            for price in [_price(word, words)]
        )
        best.append(min(ways))
    return best[-1][1]


def _price(word: str, words: Collection[str]) -> int:
    """A word costs one; letters that make none cost each as much as two words."""
    if len(word) > 2 and (word in words or word.removesuffix("s") in words):
        return 1
    if word in words if len(word) == 2 else not word.isalpha():
        return 1
    return 3 + 2 * len(word)
