"""A citation cut into words, with what stands between them: the tokens the model labels.

`Roe, J. A. (2019). Wind: 12(3), 4-9` is `Roe J A 2019 Wind 12 3 4 9`; the signs between two words
are known to both as a gap. So two names stand side by side, and so do title and journal, and the
model learns what follows what; an address or an identifier is one word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"(?:https?://?|www\.)[^\s<>\"]{1,999}|10\.\d{4,9}(?:\.\d{1,9})?/[^\s\"]{1,999}"
    r"|(?<![\d.])\d{4}\.\d{4,5}(?:v\d{1,2})?(?![\d.])|[a-z-]{2,9}/\d{7}(?!\d)"
    r"|\d+(?:[^\W\d_]{1,2}(?![^\W\d_]))?|[^\W\d_]+(?:['-](?=[^\W\d_])[^\W\d_]+){0,9}"
)
_END = ".,;:!?'\")]}>"


class Words(NamedTuple):
    """The words of a citation: where each stands, what it says, and the gaps around them.

    `gaps[i]` stands before word `i`, the last one behind them all.
    """

    spans: list[tuple[int, int]]
    texts: list[str]
    gaps: list[str]


def cut(text: str, start: int, end: int, lines: bool = False) -> Words:
    """The words of a stretch of a (folded) text; positions count in all of it.

    `lines`: a line's end parts what stands on either side of it.
    """
    spans: list[tuple[int, int]] = []
    texts: list[str] = []
    gaps: list[str] = []
    at = start
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        first, last = match.span()
        if len(word) > 9 and ("/" in word):
            word = word.rstrip(_END)
            last = first + len(word)
        spans.append((first, last))
        texts.append(word)
        gaps.append(_gap(text[at:first], lines))
        at = last
    gaps.append(_gap(text[at:end], lines))
    return Words(spans, texts, gaps)


@lru_cache(maxsize=4096)
def _gap(signs: str, lines: bool = False) -> str:
    """The signs between two words, a run of spaces as one, no more than four."""
    if not signs:
        return "_"
    inner = "".join(signs.split())
    space = "/" if lines and "\n" in signs else "s" if signs[-1:].isspace() else ""
    return inner[:4] + space
