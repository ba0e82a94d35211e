"""Where a date may stand: years, and the stretches of text around them.

Nearly all dates have a year, so the rest of the text is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cvparse.document import Passage, Span
from cvparse.rules.calendar import vocabulary

_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "january", "february", "march", "april", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
# Words that stand before a year without a space: Aug2019, AY2019, c2015.
_GLUED = "|".join(
    rf"(?<=(?<![^\W\d_])(?i:{word})\d{{4}})" for word in (*_MONTHS, "[af]y", "ca", "c")
)

# A year, and what makes four digits none: letters or a currency at either side (2019GL086, $2019),
# longer numbers (2,019; 2019.12345; 2015-67013), identifiers (INFRA-2021-EOSC), decades (1990s).
_YEAR = rf"""
    (?:1\d\d\d|20\d\d|2100)(?!\d)
    (?: (?<![A-Za-zÀ-ɏ\d_$€£¥₹\#=@%+]\d{{4}}) | {_GLUED} )
    (?<![A-Za-z]-\d{{4}}(?=-\w)) (?<![A-Za-z]\.\d{{4}}(?=\.\w))
    (?![A-Z](?![a-zß-ɏ])|[s_]|[a-zß-ɏ]\w|\.[a-z]|[.,/-]\d{{3}}(?!\d)|[.-]\d{{5}}|\.\d{{4}}|-(?!1[0-9]|20)\d{{4}})
    (?!\ ?[€£¥$%](?!\ ?\d))
"""
YEAR = re.compile(_YEAR, re.X)
COMPACT = re.compile(  # 20190531
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"(?<![\w.,/-]\d{8})(?![A-SU-Za-z_\d./-]|T\D)"
)
GLUED_DAY = re.compile(rf"\d\d?(?i:{'|'.join(_MONTHS)})\d{{4}}(?!\d)")  # 13NOV2017
# (The look ahead makes the search three times as quick.)
_SEED = re.compile(
    rf"""(?=[\d'年/.])(?:{_YEAR} | '\d\d(?!\w) | 年 | /\d\d?/\d\d(?![\w/-]) | \.[01]\d\.\d\d(?![\w.-])
    | {COMPACT.pattern}
    | [01]\d/\d\d(?<!\w\d\d/\d\d)(?=\ ?-\ ?(?:[01]\d/\d\d(?![\d/])|[Pp]resent))  # 03/18 - 09/20
    | \d\d(?!\d)(?: (?<=[WSHF]S\d\d) | (?<=[WS][io]Se\d\d) | (?<=[WS]S\ \d\d)(?=/\d) ) # SS19, WS 18/19
    | \d\d(?<=-\d\d)(?<=(?<!\w)[A-Z][a-z]{{2}}-\d\d)(?![\w/]|-\d|,?\ (?:19|20)\d\d)  # Sep-19
    )""",
    re.X,
)
_LEFT, _RIGHT = 52, 24
_CHUNK = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16384)
def _familiar(chunk: str) -> bool:
    """Whether a chunk of text may belong to a date: numbers, signs, known words."""
    pieces = vocabulary().pieces
    return all(
        len(word) == 1 or word in pieces or word[0] > "\u0370"
        for word in _LETTERS.findall(chunk.lower())
    )


def windows(passage: Passage) -> Iterator[Span]:
    """The stretches around years, within a passage; those that touch are one."""
    at = Span(-2, -1)
    for seed in passage.search(_SEED):
        near = _window(passage, *seed.span())
        if near.start > at.end >= 0:
            yield at
        at = Span.cover((at, near)) if near.start <= at.end else near
    if at.end >= 0:
        yield at


def _window(passage: Passage, start: int, end: int) -> Span:
    """As many chunks to either side as may belong to a date."""
    text, (first, last) = passage.source.folded, passage.span
    left, right = start, end
    for chunk in reversed([*_CHUNK.finditer(text, max(start - _LEFT, first), start)]):
        if chunk.start() == start - _LEFT > first or not _familiar(chunk[0]):
            left = left if chunk.end() < start else chunk.start()
            break
        left = chunk.start()
    for chunk in _CHUNK.finditer(text, end, min(end + _RIGHT, last)):
        if not _familiar(chunk[0]):
            right = right if chunk.start() > end else chunk.end()
            break
        right = chunk.end()
    while right < last and text[right].isalnum():
        right += 1
    return Span(left, right)
