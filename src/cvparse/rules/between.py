"""What stands before, between and behind the names of a list, whatever the names look like.

Prof. Dr. Amina Dal, PhD*, Jonas Weir¹ (student) & the LEAF Collaboration, and 11 others
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import UPPER, Passage


class Name(NamedTuple):
    """A name, and the marks printed behind it (`*` for equal contribution)."""

    passage: Passage
    style: str
    marks: str


class Run(NamedTuple):
    """Names one after another, as an author list prints them; `end` is behind the last."""

    names: tuple[Name, ...]
    end: int
    others: bool = False


def _any(words: list[str]) -> str:
    """One of these words, longest first; what ends in a letter ends there."""
    longest = sorted(words, key=len, reverse=True)
    spelled = (re.escape(w).replace(r"\ ", r"\s{0,2}") for w in longest)
    return "|".join(s + r"(?!\w)" * s[-1].isalpha() for s in spelled)


_WORDS = lexicon.table("names")
_AND = _any([w for w in _WORDS["connectors"] if w != "&"] + ["AND", "UND"])
LEAD = re.compile(rf"\s*(?:[Bb]y\s)?[*†‡∗]?\s?(?:(?:{_any(_WORDS['honorifics'])})[\s-]{{0,2}})*")
_MARK = r"\\?[*†‡§¶#∗⁎⇑]"
MARKS = re.compile(
    rf"\s*{_MARK}+(?:,?\s?{_MARK}+)*|\s?\({_MARK}+\)|\s?\^?[¹²³⁴]+"
    rf"|(?<=[^\W\d_])\s?\(?\d(?:,\s?\d)*\)?(?:,?\s?{_MARK})*(?=\s*(?:[,;&]\s|$|and\s))"
)
_BEHIND = re.compile(rf"(?:,?\s\(?(?:{_any(_WORDS['postnominals'])})\)?)+(?=\s*(?:[,;&*]|$|and\s))")
_ASIDE = r"(?:\s?\((?!(?:eds?|hrsg|dirs?)\b)[a-zA-Z][^()\n]{1,40}\)(?=\s*(?:[,;&]|and\s)))?"
JOIN = re.compile(
    rf"{_ASIDE}\s*(?:\.?[,;·•]+\s*(?:(?:{_AND})\s|&\s*|[(\[]?(?:\.\.\.|…)[)\]]?[,;]?\s*(?=[{UPPER}&]))?|\s(?:{_AND})\s|\s?&\s?|\s-\s(?=[{UPPER}]\.))\s*"
)
_OTHERS = re.compile(
    rf"[\s,]*(?:[\[(+]\s?)?(?:{_any(_WORDS['et_al'])}|(?:(?:and|plus|&)\s)?\d{{1,4}}\s(?:more\s)?(?:others?|more|(?:co-?)?authors)\b|\.\.\.|…)"
    r"(?:,?\sincluding\s[^\[\]()\n]{3,80}(?=[\])]))?[\])]?[.,]?",
    re.I,
)


def gather(
    passage: Passage, take: Callable[[int, list[Name]], Name | None], join: re.Pattern[str] = JOIN
) -> Run:
    """Names one after another: `take` finds the next at a position, `join` is what parts them."""
    names: list[Name] = []
    text, (at, stop) = passage.source.folded, passage.span
    end, others = at, False
    while (name := take(at, names)) is not None:
        names.append(name)
        end = name.passage.span.end
        if name.style == "full" and (letters := _BEHIND.match(text, end, stop)):
            end = letters.end()
        if mark := MARKS.match(text, end, stop):
            names[-1] = name._replace(marks=mark.group().strip())
            end = mark.end()
        parted = join.match(text, end, stop)
        rest = _OTHERS.match(text, end, stop)
        if rest and (parted is None or parted.end() <= rest.end()):
            others, end = True, rest.end()
            break
        if parted is None or parted.end() == end:
            break
        at = parted.end()
    return Run(tuple(names), end, others)


def lead(passage: Passage, at: int) -> int:
    """Where a name begins behind its honorifics."""
    found = LEAD.match(passage.source.folded, at, passage.span.end)
    return found.end() if found else at
