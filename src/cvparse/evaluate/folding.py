"""One form for all ways to print the same words, and how alike two strings are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_NO_WORD = re.compile(r"[\W_]+")
_APART_FROM_NAMES = re.compile(r"\([^)]*\)|[*†‡#]|(?i:\b(?:dr|prof|professor|mr|ms|mrs)\.?\s)")
_INITIALS = re.compile(r"[A-Z]{1,3}")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Without case, accents, markup, punctuation and odd spaces; signs alone stay as they are."""
    plain = _TAG.sub("", unicodedata.normalize("NFKC", text))
    letters = (c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return " ".join(_NO_WORD.sub(" ", "".join(letters).casefold()).split()) or text.strip()


@lru_cache(maxsize=1 << 16)
def folded_name(name: str) -> tuple[str, str]:
    """Family name and first initial: ("roe", "a") of "Ada B. Roe", "Roe, A. B." and "Roe AB"."""
    text = _APART_FROM_NAMES.sub("", name).strip(" .,;")
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma:
        *others, last = text.split() or [""]
        initials = bool(others) and _INITIALS.fullmatch(last)
        family, given = (" ".join(others), last) if initials else (last, " ".join(others))
    words = fold(family).split()
    return (words[-1] if words else "", fold(given)[:1])


def ratio(one: str, other: str) -> float:
    """How alike two folded strings are: 2 · longest common subsequence / both lengths, 0 to 1."""
    if one == other:
        return 1.0
    return 2 * common(one, other) / (len(one) + len(other)) if one and other else 0.0


def common(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """The length of the longest common subsequence, a bit for each place of `one`.

    H. Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA 2004.
    """
    places: dict[Hashable, int] = {}
    for i, sign in enumerate(one):
        places[sign] = places.get(sign, 0) | 1 << i
    whole = row = (1 << len(one)) - 1
    for sign in other:
        if hit := row & places.get(sign, 0):
            row = (row + hit | row - hit) & whole
    return len(one) - row.bit_count()


def ratios(ones: Sequence[str], others: Sequence[str]) -> np.ndarray[Any, Any]:
    """`ratio` of each with each: the rows of `common` side by side in one long number.

    Between two strings stand zero bits, where what one carries over is wiped away, so that
    600 × 600 titles take a fraction of a second and no pair need be left out.
    """
    import numpy as np

    if not ones or not others:
        return np.zeros((len(ones), len(others)))
    widths = [len(text) // 8 + 1 for text in ones]  # bytes; one bit at least is left over
    *starts, size = accumulate(widths, initial=0)
    firsts = [8 * start for start in starts]
    places = _places(ones, firsts, 8 * size)
    whole = sum(places.values())
    table = np.zeros((len(ones), len(others)))
    for column, text in enumerate(others):
        row = whole
        for sign in text:
            if hit := row & places.get(sign, 0):
                row = (row + hit | row - hit) & whole
        bits = np.unpackbits(np.frombuffer(row.to_bytes(size, "little"), np.uint8))
        table[:, column] = np.add.reduceat(bits, firsts, dtype=np.int64)
    lengths = np.array([len(text) for text in ones], dtype=float)[:, None]
    both = lengths + np.array([len(text) for text in others], dtype=float)[None, :]
    alike: np.ndarray[Any, Any] = np.divide(
        2 * (lengths - table), both, out=np.zeros_like(table), where=both > 0
    )
    return alike


def _places(texts: Sequence[str], firsts: Sequence[int], size: int) -> dict[str, int]:
    """Each sign with its bits in the long number, where each text has its first bit."""
    import numpy as np

    codes = np.zeros(size, np.uint32)  # 0 stands between the texts, so signs count from 1
    for text, first in zip(texts, firsts, strict=True):
        signs = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        codes[first : first + len(text)] = signs + 1
    found = {}
    for code in np.unique(codes[codes > 0]):
        bits = np.packbits(codes == code, bitorder="little").tobytes()
        found[chr(code - 1)] = int.from_bytes(bits, "little")
    return found
