"""What the words of a line tell at one glance."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import UPPER, Line

# `[12]`, `\\\\[12\\\\]` (the backslashes blanked), `(3)`, `J26.`, `7.`, `7)`; a bare number before a gap;
# before a capital `(a)`, `b)`, `iv.`, `(ii)`.
LABEL = re.compile(
    r"(?:\[[A-Z]{0,3}\.?-?\d{1,3}[a-z]? ?\]|\(\d{1,3}\)|[A-Z]{1,2}-?\d{1,3}[.):]?(?=\s)"
    r"|\d{1,3} ?[.)](?=\s|$)|\d{1,3}(?=\s{2,})|(?:\((?:[a-z]|[ivx]{2,5})\)|[a-z]\)|[ivx]{1,5}[.)])(?=\s+[A-Z\"]))\s*"
)
_YEAR = re.compile(r"(?<![\d$€£-])(?:19|20)\d\d(?!\d)|'\d\d\b|\b\d\d?/\d\d\b")
_YEARS_LAST = re.compile(r"(?:(?:19|20)\d\d|present|current|ongoing|heute|now)\W*$", re.I)
_YEARS_FIRST = re.compile(
    r"\W*(?:(?:de|du|depuis|since|from|seit|ab|desde|dal|sinds|von|entre) )?(?:[^\W\d_]{3,9}\.? )?(?:\d{1,2}(?:er|st|nd|rd|th|\.)? [^\W\d_]{3,9}\.? )?(?:\d{1,2}[./]){0,2}(?:19|20)\d\d\b",
    re.I,
)
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
    """What the words of a line tell."""

    labelled: bool
    heads: bool
    """Do its words say what sort of entries follow?"""
    dated: bool
    dated_last: bool
    dated_first: bool
    people: bool
    attached: bool
    """Link labels, legends, `Keywords: …`: they never begin an entry."""
    prose: bool


def look(line: Line) -> Look:
    """A look at a line's words, its bullet left out."""
    folded = line.body.folded
    dated = bool(_YEAR.search(folded))
    words = _WORD.findall(folded)
    small = sum(w[0].islower() for w in words)
    return Look(
        labelled=line.body.match(LABEL) is not None,
        heads=_heads(folded),
        dated=dated,
        dated_last=dated and bool(_YEARS_LAST.search(folded[-24:])),
        dated_first=dated and bool(_YEARS_FIRST.match(folded)),
        people=bool(_NAMES.match(folded)) and small <= len(words) / 4 and not _organized(words),
        attached=_attached(folded, words),
        prose=len(words) > 12 and small > len(words) / 2 and not dated,
    )


def _heads(folded: str) -> bool:
    """`Active`, `PhD students:`: a line that says of what sort the entries under it are."""
    words = folded.strip(" :.*_").lower()
    return words in lexicon.words("subheading") or (
        folded.rstrip().endswith(":") and len(words) < 40 and words not in _fields()
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
