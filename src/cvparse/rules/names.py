"""What a person's name looks like, in the four ways CVs print one. Used by the rules of people.

Amina Dal · Jonas K. Weir · Mei Ling (May) Shaw · Samira El-Hadid · O Lim
A. Dal · Dal, A. · Dal A / DAL AK
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import UPPER, Passage, Source, Span

_LETTER = r"[^\W\d_]"
_WORD = rf"(?:(?:al|el|ul|ad|an|ar|as|at|az|ash)-|[dl]')?[{UPPER}](?:{_LETTER}|['.-](?={_LETTER}))+"
_INITIAL = rf"[{UPPER}]\.?(?:-?[{UPPER}]\.)*"
_INITIALS = rf"[{UPPER}]\.(?:[ -]{{0,2}}[{UPPER}]\.)*"
_PARTICLE = "(?:{})".format(
    "|".join(
        f"[{p[0].upper()}{p[0].lower()}]{re.escape(p[1:])}"
        for p in sorted(lexicon.table("names")["particles"], key=len, reverse=True)
        if len(p) > 1 and p[-1] != "'"  # `y` and `e` also stand between two persons
    )
)
_NICK = rf"\({_WORD}\)|\"{_WORD}\""
_SUFFIX = r"(?:,? (?:Jr|Sr)\.?|,? I{2,3})?"
_FULL = rf"(?:{_INITIALS}\s*)?(?:{_WORD}|{_INITIAL})(?:\s+(?:{_PARTICLE}(?=\s)|{_NICK}|{_WORD}|{_INITIAL}(?!\w)))*{_SUFFIX}"
_FAMILY = rf"(?:{_PARTICLE}\s+)*{_WORD}(?:[ -]{_WORD}){{0,2}}"
_INVERTED = (
    rf"(?=[^,]{{0,99}}+,\s{{0,2}}[{UPPER}]\.){_FAMILY},\s{{0,2}}{_INITIALS}(?:\s(?:de|van|von)\b)?"
)
_VANCOUVER = (
    rf"{_FAMILY}\s(?:[{UPPER}]-?){{1,3}}(?![\w.'])(?!\s+(?:[{UPPER}]\.?\s+)*[{UPPER}]{_LETTER})"
)
_CJK = r"[\u4e00-\u9fff]{2,4}|[\u3040-\u30ff\u4e00-\u9fff]{2,5}|[\uac00-\ud7a3]{2,4}"
_NAME = re.compile(
    rf"(?P<inverted>{_INVERTED})|(?P<vancouver>{_VANCOUVER})|(?P<full>{_FULL})|(?P<cjk>{_CJK})"
)
_FULL_NAME = re.compile(_FULL)
_PRINTED = re.compile(r"\S+")
_LEAD = re.compile(r"\s*(?:(?:Dra|Dr|Prof|Professor|Mr|Ms|Mrs|Sir|Dame|PD|Univ)\b\.?[ -]*)*")
MARKS = re.compile(r"\s*[*†‡§¶#∗⁎]+|\s?\^?[¹²³⁴]+|(?<=[a-z])\d(?=\s*[,;]|\s*$)")
_JOIN = re.compile(
    r"\s*(?:[,;·•]\s*(?:(?:and|und|et|y|e)\s|&\s*)?|\s(?:and|und|et|y|e|with)\s|\s?&\s?)\s*"
)
_ET_AL = re.compile(
    r"[\s,]*(?:et\.? al\b\.?|and others|and colleagues|u\.\s?a\.|\.\.\.|…)[.,]?", re.I
)
_CAPS = re.compile(rf"[{UPPER}]{{3,}}[\w-]*$|[{UPPER}][\w]*[{UPPER}]{{2,}}\w*$")


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


def run(passage: Passage, cast: frozenset[str] = frozenset()) -> Run:
    """The names at the start of a passage. `cast` are names known from elsewhere in the text:
    they tell where a name ends when a venue follows without any sign.
    """
    return gather(passage, lambda at, names: _first(passage, at, cast, names), _JOIN)


def gather(
    passage: Passage, take: Callable[[int, list[Name]], Name | None], join: re.Pattern[str]
) -> Run:
    """Names one after another: `take` finds the next at a position, `join` is what parts them."""
    names: list[Name] = []
    text, (at, stop) = passage.source.folded, passage.span
    end, others = at, False
    while (name := take(at, names)) is not None:
        names.append(name)
        end = name.passage.span.end
        if mark := MARKS.match(text, end, stop):
            names[-1] = name._replace(marks=mark.group().strip())
            end = mark.end()
        if rest := _ET_AL.match(text, end, stop):
            others, end = True, rest.end()
            break
        if (parted := join.match(text, end, stop)) is None or parted.end() == end:
            break
        at = parted.end()
    return Run(tuple(names), end, others)


def _first(passage: Passage, at: int, cast: frozenset[str], before: list[Name]) -> Name | None:
    """The name at a position, or None; after a full name come only full names."""
    source, stop = passage.source, passage.span.end
    text = source.folded
    found = _printed(text, at, stop)
    if found is None:
        return None
    kind = found.lastgroup or "full"
    if kind in ("inverted", "vancouver") and before and before[0].style == "full":
        found, kind = _FULL_NAME.match(text, found.start(), stop), "full"
        if found is None:
            return None
    if kind == "full":
        end = _full(source, Span(*found.span()), cast)
        return Name(passage.part(found.start(), end), "full", "") if end else None
    return Name(passage.at(found), kind, "")


@lru_cache(maxsize=2048)
def _printed(text: str, at: int, stop: int) -> re.Match[str] | None:
    """What looks like a name; kept, since every list is read once for the cast and once more."""
    lead = _LEAD.match(text, at, stop)
    return _NAME.match(text, lead.end() if lead else at, stop)


def _full(source: Source, name: Span, cast: frozenset[str]) -> int | None:
    """Where a name of two words or more ends: with a known name, or before a venue's capitals."""
    words = list(_PRINTED.finditer(source.folded, *name))
    if len(words) > 2 and cast:
        for word in words[-2:0:-1]:
            if source.read(Span(name.start, word.end())) in cast:
                return word.end()
    if len(words) > 2:
        stop = next((i for i, w in enumerate(words) if i > 1 and _CAPS.match(w[0])), len(words))
        words = words[:stop]
    if len(words) < 2 or len(words) > 6 or not _plausible(words):
        return None
    return words[-1].end()


def _plausible(words: list[re.Match[str]]) -> bool:
    lower = [w.group().lower().strip(".,") for w in words]
    return _not_names().isdisjoint(lower) and any(len(w.strip(".")) > 1 for w in lower)


@cache
def _not_names() -> frozenset[str]:
    """Words that are capitalised like names and are none."""
    known = frozenset(lexicon.table("names")["not_names"])
    heads = lexicon.words("organization") | lexicon.words("venue")
    return known | frozenset(w for w in heads if " " not in w)


def is_name(passage: Passage) -> bool:
    """One name and nothing else."""
    found = run(passage)
    return len(found.names) == 1 and not passage.part(found.end, passage.span.end)


def persons(found: Run) -> Iterator[tuple[Span, str]]:
    """Where each name stands and what it says; a name between two lines is one name."""
    for name in found.names:
        yield name.passage.span, name.passage.value
