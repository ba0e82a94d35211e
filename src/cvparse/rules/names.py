"""What a person's name looks like, in the ways CVs print one. Used by the rules of people.

Amina Dal · Jonas K. Weir · Mei Ling (May) Shaw · Samira El-Hadid · O Lim · A.B. Dal · AB Dal
Dal, A. · Dal A / DAL AK
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from cvparse import lexicon
from cvparse.document import UPPER, Passage, Span
from cvparse.rules.between import MARKS, Name, Run, gather, lead

__all__ = ["MARKS", "Name", "Run", "gather", "is_name", "persons", "run"]

LETTER = r"[^\W\d_]"
# One space or two, or a line's end: not the gap between two columns.
GAP = r"(?:\s{1,2}|[^\S\n]{0,40}\n\s{0,40})"
THEN = r"(?:\s{0,2}|[^\S\n]{0,40}\n\s{0,40})"  # behind a comma
WORD = rf"(?:(?:al|el|ul|ad|an|ar|as|at|az|ash)-|[dl]')?[{UPPER}](?:{LETTER}|['.-](?={LETTER}))++"
# `Yu. Ivanov`: two letters of one Cyrillic one, but never the family name before a title.
_CYRILLIC = rf"(?:Y[aue]|[CSKZT]h|Ts|Y[AUE]|[CSKZT]H|TS)\.(?=\s*[,;&]|\s*$|\s?(?:[{UPPER}]\.\s?)*{WORD}(?:\s*[,;&.]|\s*$|\s(?:and|et|und|AND)\s))"
INITIAL = rf"(?:[{UPPER}](?:-[{UPPER}])?\.|{_CYRILLIC})"
INITIALS = rf"{INITIAL}(?:\s{{0,2}}-?\s?{INITIAL}){{0,4}}"
_NAMES = lexicon.table("names")
PARTICLE = "(?:{})".format(
    "|".join(
        f"[{p[0].upper()}{p[0].lower()}]{re.escape(p[1:])}"
        for p in sorted(_NAMES["particles"], key=len, reverse=True)
        if len(p) > 1 and p[-1] != "'"  # `y` and `e` also stand between two persons
    )
)
FAMILY = rf"(?:{PARTICLE}{GAP}){{0,3}}{WORD}(?:(?:{GAP}|-){WORD}){{0,2}}"
SUFFIX = rf"(?:,?\s(?:{'|'.join(map(re.escape, _NAMES['suffixes']))})(?![\w.]))?"
_BARE = rf"[{UPPER}]\.?(?:-?[{UPPER}]\.)*"
_NICK = rf"\({WORD}\)|\"{WORD}\""
_FULL = (
    rf"(?:{INITIALS}\s*)?(?:{WORD}|{_BARE})"
    rf"(?:{GAP}(?:{PARTICLE}(?=\s)|{_NICK}|(?!Jr\b|Sr\b){WORD}|{INITIAL}|{_BARE}(?!\w))){{0,9}}{SUFFIX}"
)
_INVERTED = (
    rf"(?=[^,]{{0,99}}+,\s{{0,2}}[{UPPER}]\S?\.){FAMILY},{THEN}{INITIALS}(?:\s(?:de|van|von)\b)?"
)
_VANCOUVER = (
    rf"{FAMILY}\s(?:[{UPPER}]-?){{1,3}}(?![\w.'])(?!\s+(?:[{UPPER}]\.?\s+)*[{UPPER}]{LETTER})"
)
_CJK = r"[\u4e00-\u9fff]{2,4}|[\u3040-\u30ff\u4e00-\u9fff]{2,5}|[\uac00-\ud7a3]{2,4}"
_NAME = re.compile(
    rf"(?P<inverted>{_INVERTED})|(?P<vancouver>{_VANCOUVER})|(?P<full>{_FULL})|(?P<cjk>{_CJK})"
)
_FULL_NAME = re.compile(_FULL)
# `J.J.Millar` is printed without spaces and has three words all the same.
_PRINTED = re.compile(rf"(?:[{UPPER}]\.-?)+(?=[{UPPER}]{LETTER})|\S+")
_CAPS = re.compile(rf"(?!III$)(?:[{UPPER}]{{3,}}[\w-]*|[{UPPER}]\w*[{UPPER}]{{2,}}\w*)$")
_LONE = re.compile(rf"(?!I{{2,3}}$|IV$)(?:[{UPPER}]\.?-?){{1,3}}$")  # `Roe AB` is no spoken name


def run(passage: Passage, cast: frozenset[str] = frozenset()) -> Run:
    """The names at the start of a passage. `cast` are names known from elsewhere in the text:
    they tell where a name ends when a venue follows without any sign.
    """
    return gather(passage, lambda at, names: first(passage, at, cast, names))


def first(passage: Passage, at: int, cast: frozenset[str], before: list[Name]) -> Name | None:
    """The name at a position, or None; after a full name come only full names."""
    text, stop = passage.source.folded, passage.span.end
    found = _printed(text, lead(passage, at), stop)
    if found is None:
        return None
    kind = found.lastgroup or "full"
    if kind in ("inverted", "vancouver") and before and before[0].style == "full":
        found, kind = _FULL_NAME.match(text, found.start(), stop), "full"
        if found is None:
            return None
    if kind == "full":
        full = _full(passage.at(found), cast)
        return Name(full, "full", "") if full else None
    if kind == "vancouver" and not plausible(found[0].split(), inverted=True):
        return None
    return Name(passage.at(found), kind, "")


@lru_cache(maxsize=2048)
def _printed(text: str, at: int, stop: int) -> re.Match[str] | None:
    """What looks like a name; kept, since every list is read once for the cast and once more."""
    return _NAME.match(text, at, stop)


def _full(name: Passage, cast: frozenset[str]) -> Passage | None:
    """A name of two words or more: up to a known name's end, or before a venue's capitals."""
    inner, length = _measured(name.folded)
    if inner and cast:
        for word in inner:
            if (known := name.head(word)).value in cast:
                return known
    return name.head(length) if length else None


@lru_cache(maxsize=4096)
def _measured(name: str) -> tuple[tuple[int, ...], int]:
    """How far its inner words reach, the last first, and how far the name does; 0: it is none.

    Kept, since people write with the same people.
    """
    words = list(_PRINTED.finditer(name))
    inner = tuple(word.end() for word in words[-2:0:-1]) if len(words) > 2 else ()
    words = words[: _capitals(words)]
    if any(len(w[0]) > 3 and not w[0].isupper() for w in words):
        while words[-1][0].isupper() and _LONE.match(words[-1][0]):
            words.pop()
    if len(words) < 2 or len(words) > 6 or not plausible(w[0] for w in words):
        return inner, 0
    return inner, words[-1].end()


def _capitals(words: list[re.Match[str]]) -> int:
    """Where a venue in capitals begins behind two words: `Ada Roe LEAF`, not `R. T. ROE`."""
    if len(words) < 3:
        return len(words)
    told = [not _LONE.match(w[0]) and not w[0].isupper() for w in words]
    return next(
        (i for i, w in enumerate(words) if sum(told[:i]) > 1 and told[i - 1] and _CAPS.match(w[0])),
        len(words),
    )


def plausible(words: Iterable[str], inverted: bool = False) -> bool:
    """Is one word more than a letter, and none known to be no name? Some are family names too,
    and may stand beside initials or before a comma: `S. A. Grant`, `Grant, Ben`.
    """
    told = [w for i, w in enumerate(words) if not (i and inverted and _LONE.match(w))]
    lower = [w.lower().strip('.,()"') for w in told]
    strange = _not_names().intersection(lower)
    if strange and (inverted or any(len(w) == 1 for w in lower)):
        strange -= _also_names()
    return not strange and any(len(w) > 1 for w in lower)


@cache
def _also_names() -> frozenset[str]:
    """Words that are family names too, where initials stand before them: `S. A. Grant`."""
    return frozenset(_NAMES["also_names"])


@cache
def _not_names() -> frozenset[str]:
    """Words that are capitalised like names and are none."""
    known = frozenset((*_NAMES["not_names"], *_NAMES["abbreviations"]))
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
