"""What one glance at each item of a list tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import UPPER, Item

_YEAR = re.compile(r"(?<![\d$€£-])(?:19|20)\d\d(?!\d)|'\d\d\b|\b\d\d?/\d\d\b")
_YEARS_LAST = re.compile(r"(?:(?:19|20)\d\d|present|current|ongoing|heute|now)\W*$", re.I)
_YEARS_FIRST = re.compile(
    r"\W*(?:(?:de|du|depuis|since|from|seit|ab|desde|dal|sinds|von|entre) )?(?:[^\W\d_]{3,9}\.? )?(?:\d{1,2}(?:er|st|nd|rd|th|\.)? [^\W\d_]{3,9}\.? )?(?:\d{1,2}[./]){0,2}(?:19|20)\d\d\b",
    re.I,
)
_YEAR_ALONE = re.compile(r"\W*(?:19|20)\d\d(?:\s*-\s*(?:(?:19|20)?\d\d|present))?\W*$", re.I)
_NAME = rf"[{UPPER}](?:[^\W\d_]|['.*-])*"
_NAMES = re.compile(
    rf"{_NAME}(?: +(?:[^\W\d_]|['.()*-])+){{1,4}} *[,;*†]+ *(?:and |& )?{_NAME}(?: |[.,*]|$)|{_NAME}(?:[ -]{_NAME})?,? [A-Z]\.?(?:[ -]?[A-Z]\.?)?[,;(. ]"
)
_LEGEND = re.compile(
    r"[*†‡ ]*(?:(?:these )?authors |both |co-)?(?:equal|contribut|denotes|first author)", re.I
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_FIELD = re.compile(r"(?P<it>[^\W\d_][\w /-]{1,28}?) ?:(?=\s|$)")


class Look(NamedTuple):
    """What one glance at an item tells."""

    bulleted: bool
    indent: int
    gap: bool
    labelled: bool
    dated: bool
    dated_last: bool
    dated_first: bool
    people: bool
    attached: bool
    """Link labels, legends, `Keywords: …`: they never begin an entry."""
    prose: bool


def looks(items: Sequence[Item]) -> tuple[Look, ...]:
    """A look at each item. There is always a gap above the first; it tells nothing when no other
    has one.
    """
    found = [_look(item) for item in items]
    if found and not any(x.gap for x in found[1:]):
        found[0] = found[0]._replace(gap=False)
    return tuple(found)


def headlines(items: Sequence[Item]) -> frozenset[int]:
    """Items that head those below them: years alone on their lines, and sub-headings."""
    years = frozenset(i for i, item in enumerate(items) if item.fullmatch(_YEAR_ALONE))
    if len(years) < 2 or len(years) > len(items) / 2:
        years = frozenset()
    return years | frozenset(i for i, item in enumerate(items[:-1]) if _subheading(item))


def _subheading(item: Item) -> bool:
    """`Active`, `PhD students:`: a line that says of what sort the entries under it are."""
    words = item.folded.strip(" :.*_").lower()
    return words in lexicon.words("subheading") or (
        item.folded.rstrip().endswith(":") and len(words) < 40 and words not in _fields()
    )


def _look(item: Item) -> Look:
    said = _said(item.folded)
    return Look(item.bulleted, item.indent, item.gap, item.label is not None, *said)


class _Said(NamedTuple):
    """What the words of an item tell: the rest of its `Look`, in that order."""

    dated: bool
    dated_last: bool
    dated_first: bool
    people: bool
    attached: bool
    prose: bool


@lru_cache(maxsize=2048)
def _said(folded: str) -> _Said:
    """Kept, since the habits and the line model look at the same lines."""
    dated = bool(_YEAR.search(folded))
    words = _WORD.findall(folded)
    small = sum(w[0].islower() for w in words)
    return _Said(
        dated=dated,
        dated_last=dated and bool(_YEARS_LAST.search(folded[-24:])),
        dated_first=dated and bool(_YEARS_FIRST.match(folded)),
        people=bool(_NAMES.match(folded)) and small <= len(words) / 4 and not _organized(words),
        attached=_attached(folded, words),
        prose=len(words) > 12 and small > len(words) / 2 and not dated,
    )


def _organized(words: list[str]) -> bool:
    """Does a word name an organisation? Then `X University, Y School` are no persons."""
    return any(w.lower() in lexicon.words("organization") for w in words)


def _attached(folded: str, words: list[str]) -> bool:
    if not words or folded[0] == "(" or _LEGEND.match(folded):
        return True
    if len(words) <= 8 and all(w.lower() in _links() for w in words):
        return True
    field = _FIELD.match(folded)
    return field is not None and field["it"].lower() in _fields()


@cache
def _fields() -> frozenset[str]:
    return lexicon.words("field")


@cache
def _links() -> frozenset[str]:
    return frozenset(w for phrase in lexicon.words("link") for w in phrase.split())
