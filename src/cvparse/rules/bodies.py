"""The journals and meetings of one task: `A, B and C`, `A (2); B, 2019; C`, `ACL 2019, 2020, EMNLP 2021`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Mention, Passage
from cvparse.rules.duties import ROLES
from cvparse.rules.pieces import LIST, cut, named, rest, says, terms, trim
from cvparse.rules.rule import Scene

_SORT = re.compile(
    r"(?:journals?|conferences?|workshops?|zeitschriften|revues|revistas|[^:,;]{2,40}(?=:))\s*:\s",
    re.I,
)
_COUNT = re.compile(r"\s*(?:[(\[](?:\d{1,3}x?|x\s?\d{1,3}|n\s?=\s?\d{1,3})[)\]]|\sx\s?\d{1,2})$")
_VAGUE = re.compile(
    r"\s*(?:(?:various|several|many|multiple|numerous|leading|top)\s[^:;]*|(?:journals|conferences)\s(?:in|on|of)\s[^:;]*)$",
    re.M,
)
_ARTICLE = r"(?:(?:the|la|le|les|die|das|el)\s+|l')?"
_ITEMS = re.compile(
    rf"[,;]\s+|\s[•·|]\s|(?<=[\d)])\s+(?:and|und|et|y|e|&)\s+{_ARTICLE}(?=[{UPPER}])"
)
_LAST = re.compile(rf"(?P<a>.*\S)\s+(?:and|und|et|&)\s+{_ARTICLE}(?P<b>[{UPPER}].*)", re.S)
_SORTED = re.compile(
    r"(?:for\s+)?(?:[a-z][\w-]*\s)?(?:journals?|presses|publishers|conferences?|workshops?|agencies|foundations|funders)\s*:\s+",
    re.I,
)  # one sort of several: `for journals: A, B; for presses: C`
_SEMICOLON = re.compile(r";\s*")
_AND = re.compile(r"(?:and|und|et|&)\s+", re.I)
_OTHERS = named("offices", "others")
_PROPER = re.compile(rf"(?:[{UPPER}][\w'-]+\s+){{1,3}}[{UPPER}][\w'-]+(?:\s\([^()]*\))?")
_SHORT_NAME = re.compile(r"[A-Z][\w&@/-]*[A-Z][\w&@/-]*(?:\s'?\d{2,4})?")

Named = tuple[Passage, list[Mention]]


def bodies(scene: Scene, listed: Passage) -> list[Named]:
    """A body each, with the dates printed behind it; a date that stands last is said of all."""
    if (sort := listed.match(_SORT)) and _sorts(scene, listed, sort):
        listed = listed.part(sort.end(), listed.span.end)
    dates = terms(scene, listed.span)
    if vague := listed.match(_VAGUE):
        return [(trim(listed.at(vague)), [])]
    places = [m.span for m in scene.seen("place", within=listed.span)]
    found: list[Named] = []
    segments = [s for s in _segments(listed, dates) if not any(s.span.within(p) for p in places)]
    for number, segment in enumerate(segments):
        own = [d for d in dates if d.span.within(segment.span)]
        last = number == len(segments) - 1
        names = [n for free in rest(segment, own) for n in _names(scene, free, last)]
        if not names and found:
            found[-1][1].extend(own)
        found += [(name, list(own)) for name in names]
    found = _printed(scene, found)
    if len(found) > 1 and not any(own for _, own in found[:-1]) and not _bracketed(*found[-1]):
        return [(name, []) for name, _ in found]
    return found


def _printed(scene: Scene, found: list[Named]) -> list[Named]:
    """`Journal of Kites, Elsevier` without its publisher, unless publishers are what is listed."""
    if not found or _publisher(scene, found[0][0]):
        return found
    return [one for one in found if not _publisher(scene, one[0])]


def _publisher(scene: Scene, name: Passage) -> bool:
    words = scene.seen("venue_word", within=name.span)
    return any(m.value == "publisher" and m.span == name.span for m in words)


def several(scene: Scene, listed: Passage) -> bool:
    """Is it plainly a list: each with its own date, or known by its short name?"""
    found = bodies(scene, listed)
    dated = sum(bool(own) for _, own in found)
    short = sum(name.fullmatch(_SHORT_NAME) is not None for name, _ in found)
    if len(found) < 2 or any(ROLES.fullmatch(name.folded) for name, _ in found):
        return False
    return len(found) in (dated, short)


def _segments(listed: Passage, dates: Sequence[Mention]) -> list[Passage]:
    """At semicolons, else at commas; a list of years is one date."""
    if ";" in listed.folded:
        segments: list[Passage] = []
        parts = cut(listed, _SEMICOLON)
        sorted_ = any(p.match(_SORTED) for p in parts)
        for part in parts:
            sort = part.match(_SORTED)
            names = part.part(sort.end(), part.span.end) if sort else part
            segments += _commas(names, dates) if sorted_ or _lists(names) else [names]
        return segments
    return _commas(listed, dates)


def _lists(segment: Passage) -> bool:
    return len(cut(segment)) > 3


def _commas(listed: Passage, dates: Sequence[Mention]) -> list[Passage]:
    held = [d.span for d in dates]
    return cut(listed, _ITEMS, held)


def _bracketed(name: Passage, own: Sequence[Mention]) -> bool:
    """`B (2019)`: the year is B's alone."""
    between = (name.source.whole().part(name.span.end, d.span.start) for d in own)
    return any("(" in b.folded for b in between)


def _sorts(scene: Scene, listed: Passage, sort: re.Match[str]) -> bool:
    """`Journals: A, B`, `Elsevier: A, B`; but `Sagar: A South Asian Journal` is one name."""
    head = listed.at(sort)
    publisher = any(m.value == "publisher" for m in scene.seen("venue_word", within=head.span))
    return publisher or len(cut(listed, LIST)) > 1


def _names(scene: Scene, free: Passage, last: bool) -> Iterator[Passage]:
    """The name in a piece; two when it ends a list: `B and C`. A place is none, nor is a remark."""
    if free.folded.startswith("(") and free.folded.endswith(")"):
        return
    opens = free.match(_AND)
    piece = trim(free.part(opens.end(), free.span.end)) if opens else trim(free)
    pair = piece.match(_LAST) if last and not opens else None
    halves = [piece.at(pair, "a"), piece.at(pair, "b")] if pair else []
    if any(m.span == piece.span for m in scene.seen("place", within=piece.span)):
        return
    if halves and _two_names(scene, halves[0], halves[1]):
        yield from (_uncounted(h) for h in halves)
    elif says(piece) and not piece.fullmatch(_OTHERS):
        yield _uncounted(piece)


def _two_names(scene: Scene, left: Passage, right: Passage) -> bool:
    """`Metrologia and Nature Physics` are two, `Population and Development Review` is one, and so
    is `Journal of Statistics and Data Science Education`: what ends a name of two parts is no
    name by itself.
    """
    if left.fullmatch(_SHORT_NAME) and (" " in right.value or right.fullmatch(_SHORT_NAME)):
        return True
    if right.fullmatch(_PROPER) and left.fullmatch(_PROPER):
        return True
    words = scene.seen("venue_word", within=right.span)
    if any(m.value == "name" for m in words):
        return True
    return bool(words) and " " in left.value and bool(scene.seen("venue_word", within=left.span))


def _uncounted(piece: Passage) -> Passage:
    """`Nature (3)` without how often."""
    count = next(piece.search(_COUNT), None)
    return trim(piece.part(piece.span.start, count.start())) if count else trim(piece)
