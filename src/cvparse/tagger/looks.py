"""What a word of a citation is like, wherever it stands: its shape, and what the lexicon knows of it.

Looks are kept, since lists of references use the same words again and again.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cvparse import lexicon

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
_ROMAN = re.compile(r"[IVXLCDM]+|[ivxlc]+")


class Look(NamedTuple):
    """What a word is like, wherever it stands: `own` are the features of it alone."""

    own: tuple[str, ...]
    near: str
    shape: str
    kind: str
    lower: str


@cache
def kinds() -> dict[str, str]:
    """The words of the lexicon that tell what they are part of, and of what."""
    known: dict[str, str] = {}
    for label, words in lexicon.table("citing").items():
        for word in words:
            known[word] = f"{known.get(word, '')}{label}."
    return known


@lru_cache(maxsize=100_000)
def look(word: str) -> Look:
    """A word's looks."""
    lower, shape = word.lower(), _shape(word)
    kind = kinds().get(lower) or kinds().get(lower.rpartition("-")[2], "")
    told = shape if lower.isdigit() and len(lower) > 2 else lower
    own = ["w=" + told, "s=" + shape, f"k={kind}{shape[:2]}"]
    if len(word) > 3 and word.isalpha():
        own += ["z=" + lower[-3:], "a=" + lower[:4]]
    return Look(tuple(own), kind or shape, shape, kind, lower)


def _shape(word: str) -> str:
    """`Xx` Roe, `X` R, `XX` IEEE, `x` wind, `4` 1024, `Y` 2019, `u` an address."""
    if word.isdigit():
        return "Y" if _YEAR.fullmatch(word) else str(min(len(word), 6))
    if "/" in word or word.startswith("www."):
        return "doi" if word.startswith("10.") or "doi.org" in word else "u"
    if any(c.isdigit() for c in word):
        return "Y" if _YEAR.fullmatch(word) else "arx" if "." in word else "da"
    return _letters(word)


def _letters(word: str) -> str:
    length = str(min(len(word), 4))
    if len(word) == 1:
        return "X" if word.isupper() else "x1"
    if word.isupper():
        return ("XR" if _ROMAN.fullmatch(word) else "XX") + length
    if word[0].isupper():
        plain = word[1:].islower() or "'" in word
        return "Xx" + length if plain else "Xx-" if "-" in word else "XxX"
    return "xr" if _ROMAN.fullmatch(word) else "x2" if len(word) < 4 else "x"
