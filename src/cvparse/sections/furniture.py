"""What stands on a page and is no part of the text: rules, numbers, heads and feet of pages, the
debris of web pages. It may stand in the middle of a sentence that a page break cut in two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from cvparse import lexicon
from cvparse.document import Line, Source, Span
from cvparse.sections import front_matter

_OF = r"(?:\s*(?:/|of|von|de|di|sur|van|out of)\s*\d{1,3})"
_PAGE = r"(?:page|pag\.|pg\.?|seite|s\.|página|pagina|p\.|第)"
_NUMBER = re.compile(rf"[-–\s\f]*(?:{_PAGE}\s*)?\d{{1,3}}{_OF}?\s*[页頁]?[-–\s]*$", re.I)
# `p. 3` within a line is a citation's as often as a page's: it must say of how many.
_SHORTLY = rf"(?:s\.|p\.)\s*\d{{1,3}}{_OF}"
_FULLY = rf"(?:page|pag\.|pg\.?|seite|página|pagina|第)\s*\d{{1,3}}{_OF}?"
_SAID = re.compile(rf"(?:^|[\s|·•,(\[-])(?:{_FULLY}|{_SHORTLY})(?=$|[\s|·•,)\]-])", re.I)
_COUNTED = re.compile(rf"[-–\s\f]*\d{{1,3}}{_OF}[-–\s]*$")
_BARE = re.compile(r"[-–\s\f]*(\d{1,3})[-–\s]*$")
_RULE = re.compile(r"\s*(?:([=\-_~*#—·.])\1{2,}|(?:[*_-] ){2,}[*_-]|[|:+\s-]*-{3,}[|:+\s-]*)\s*$")
_EMPTY = frozenset(" \t|:+-")
_SIGNS = frozenset("=-_~*#—·.|:+")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2}\b")
_PLACE_AND_DAY = re.compile(
    r"[^\W\d_]+(?:[ /-][^\W\d_]+){0,2}, (?:den|le|il|lì|op|am) \d[^,]{3,24}$"
)
_TEMPLATE = re.compile(r"(?:\{[%{][^{}\n]*[%}]\}\s*)+$")
_UNFILLED = frozenset(("undefined NaN", "Invalid date", "undefined"))
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|copyright\b)", re.I)
_SHORT, _LONG = 60, 160
_EDGE = 3  # lines that say something
_PAGE_LENGTH = 15
"""Numbers closer together, in lines, count entries and not pages."""


@lru_cache(maxsize=8)
def furniture(source: Source) -> frozenset[Span]:
    """The lines that are no part of the text."""
    lines = [x for x in source.lines if not x.blank]
    return frozenset(
        {
            *front_matter.lines(source),
            *(x.span for x in lines if _drawn(x) or _told(x)),
            *_heads_and_feet(source),
            *_named_heads(lines),
            *_numbers(lines),
            *_signed(lines),
        }
    )


def _drawn(line: Line) -> bool:
    """A rule, or a row of a table with nothing in it."""
    text = line.folded.strip()
    if text[:1] not in _SIGNS:
        return False
    return bool(_RULE.match(text)) or (text.count("|") > 1 and _EMPTY.issuperset(text))


def _told(line: Line) -> bool:
    """`Page 2 of 5`, `Last updated in May 2020`, `References available on request`, `Skip to content`,
    `{% include base_path %}`, a date that a theme could not fill: `undefined NaN`.
    """
    if line.folded.strip() in _UNFILLED:
        return True
    if "{" in line.folded and _TEMPLATE.match(line.folded.strip()):
        return True
    text = line.folded.strip(" \t\f*_-|·•#>.")
    if not text or len(text) > _SHORT:
        return False
    if _COUNTED.match(text) or (_SAID.search(text) and len(_SAID.sub("", text)) < 40):
        return True
    words = text.lower().rstrip(".:!")
    return words in _words("navigation") or words in _words("request") or _updated(words)


def _updated(text: str) -> bool:
    """Words of revision with hardly more than a date behind them."""
    if not _YEAR.search(text) or "@" in text:
        return False
    return any(text.startswith(x) and len(text) - len(x) <= 24 for x in _words("updated"))


@cache
def _words(value: str) -> frozenset[str]:
    label = "furniture" if value in ("title", "updated") else "page"
    return lexicon.words(label, value)


def _heads_and_feet(source: Source) -> Iterator[Span]:
    """Near a form feed: numbers, and lines that come back at other form feeds, but for their
    digits and spaces.
    """
    if "\f" not in source.text:
        return
    said = [x for x in source.lines if not x.blank or "\f" in x.text]
    breaks = [n for n, x in enumerate(said) if "\f" in x.text]
    edges: dict[str, list[tuple[int, int]]] = {}
    for at in breaks:
        for number in range(max(at - _EDGE, 0), min(at + _EDGE + 1, len(said))):
            edges.setdefault(_shape(said[number]), []).append((at, number))
    for shape, places in edges.items():
        back = _returns(places)
        for line in (said[number] for _, number in places if shape):
            if back or _NUMBER.match(line.folded):
                yield line.span


def _returns(places: list[tuple[int, int]]) -> bool:
    """Is a line, near these form feeds, that of a head or a foot? At more than two of them, or as
    far from the one as from the other: the same authors may stand near the ends of two pages.
    """
    breaks, lines = {at for at, _ in places}, {number for _, number in places}
    away = Counter(number - at for at, number in places)
    return min(len(breaks), len(lines)) > 1 and (len(breaks) > 2 or max(away.values()) > 1)


def _far(lines: list[Line], least: int = _PAGE_LENGTH) -> bool:
    """Do they stand pages apart?"""
    return lines[-1].number - lines[0].number >= least


def _shape(line: Line) -> str:
    return " ".join(_DIGITS.sub("0", line.folded.lower()).split())


def _named_heads(lines: list[Line]) -> Iterator[Span]:
    """Without form feeds: the owner's name alone, or with the document's title or a number, again
    and again down the text.
    """
    name = lines[0].value.lower() if lines else ""
    if not 3 < len(name) < 40 or _DIGITS.search(name):
        return
    heads: dict[str, list[Line]] = {}
    for line in lines[1:]:
        small = line.folded.lower() if len(line.folded) < _LONG else ""
        shape = _shape(line) if name.split()[-1] in small else ""
        said = shape == name or "0" in shape or any(t in shape for t in _words("title"))
        if name in shape and said:
            heads.setdefault(shape, []).append(line)
    for found in heads.values():
        if len(found) > 1 and _far(found) and len(_shape(found[0])) < len(name) + 40:
            yield from (x.span for x in found)


def _numbers(lines: list[Line]) -> Iterator[Span]:
    """Numbers alone on their lines that count up page by page, the last perhaps on a short one."""
    bare = [(x, int(m[1])) for x in lines if (m := _BARE.match(x.folded))]
    end = lines[-1] if lines else None
    close = {
        x.number
        for (a, _), (b, _) in pairwise(bare)
        if b is not end and not _far([a, b])
        for x in (a, b)
    }
    pages: list[Line] = []
    for line, number in bare:
        if line.number not in close and number == len(pages) + 1:
            pages.append(line)
    if len(pages) > 1 or (pages and pages[0] is end):
        yield from (x.span for x in pages)


def _signed(lines: list[Line]) -> Iterator[Span]:
    """The last lines: `Berlin, den 12. Mai 2020`, `© 2020 …`."""
    for line in lines[-3:]:
        text = line.folded.strip()
        if len(text) < _LONG and (_PLACE_AND_DAY.match(text) or _COPYRIGHT.match(text)):
            yield line.span
