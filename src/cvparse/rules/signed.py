"""Persons in a stretch that is known to hold nothing but persons.

Roe, J. A., Poe, B. & Dal, M.     Roe JA, Poe B     J. A. Roe, B. Poe and M. Dal
Hollis, Anna, and Gregor Dunn     Roe, Ada; Poe, Ben     ROE (J.), POE (B.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse import lexicon
from cvparse.document import UPPER, Mention, Passage, Span

_WORDS = lexicon.table("names")
_AND = re.compile(
    r"(?:\s*,)?\s+(?:and|und|et|y|e|en|och|og|with|mit|AND|u\.)\s+|\s*,?\s*&\s*|\s/\s|(?<=[\w.])/(?=[^\W\d_])|\s*[·•|]\s*"
)
_HARD = re.compile(r"\s*;\s*(?:(?:and|und|et|y|e|&)\s+)?")
_COMMA = re.compile(r"\s*,\s*")
_DASH = re.compile(r"(?<=[\w.])\s?[-]\s(?=[^\W\d_])|(?<=[.])\s-\s?(?=[^\W\d_])")
_INITIALS = re.compile(
    rf"\(?(?:[{UPPER}](?:[a-z]?\.)?(?:\s?-\s?|\s|(?=[{UPPER}])|(?<=\.))){{0,5}}[{UPPER}](?:[a-z]?\.)?(?:\s(?:de|van|von|der|den|da|di|la|du|dos|le)){{0,3}}\)?"
)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|jr|PhD|Ph\.D|MD|M\.D|Esq)\.?")
_OTHERS = re.compile(
    r"[\s,;.(\[]*(?:\b(?:et\s?\.?\s?al+\b|u\.\s?a\b|and others\b|and colleagues\b|and co-?workers\b|et coll\b|e outros\b|y otros\b|& al\b|et alii\b|and\s\d+\s(?:others|more)\b)|\.\.\.|…)[\s.,;)\]]*",
    re.I,
)
_LEAD = re.compile(
    rf"\s*(?:(?:by|with|and|und|von|eds?\.?\s?by|edited by|hrsg\.? von|the late)\s+|[*†‡§#]+|(?:{'|'.join(re.escape(h) for h in sorted(_WORDS['honorifics'], key=len, reverse=True))})(?!\w)[\s-]{{0,2}})*",
)
_MARKS = re.compile(r"[\s*†‡§¶#∗\d⁰-⁹¹²³^]+\Z")
_OF = re.compile(r"\s(?:of|for|für|pour|para)\s")  # no name holds it, that of a body does
_EDGE = " \t\n,;:.()[]\"'"


def persons(passage: Passage) -> list[Mention]:
    """A mention for each person, in printed order; the whole stretch when nothing parts it."""
    found: list[Mention] = []
    dotted = "." in passage.folded
    for piece in _without_others(passage):
        for group in _groups(piece):
            found += (person for name in _people(group) if (person := _person(name, dotted)))
    return found


def _without_others(passage: Passage) -> Iterator[Passage]:
    """The stretches outside `et al.` and its like."""
    if any(
        sign in passage.folded for sign in ("al", "other", "..", "…", "u.", "co", "more", "otr")
    ):
        yield from passage.without(m.span() for m in passage.search(_OTHERS))
    else:
        yield passage


def _groups(passage: Passage) -> list[list[Passage]]:
    """What semicolons, or words for `and`, part; each cut at its commas."""
    text = passage.folded
    if ";" in text.rstrip(" ;"):
        pieces = [p for hard in passage.split(_HARD) for p in hard.split(_AND)]
        return [[p] if _whole(p) else _commas(p) for p in pieces]
    if _OF.search(text):
        return [[passage]]
    groups = [g for g in (_commas(p) for p in passage.split(_AND)) if g]
    pieces = [p for g in groups for p in g]
    if (
        len(groups) > 1
        and len(groups[-1]) == 1
        and not any(" " in p.folded.strip() for p in pieces)
    ):
        return [[p] for p in pieces]  # `Roe, Poe and Dal`
    return groups


def _commas(passage: Passage) -> list[Passage]:
    pieces = [p for p in passage.split(_COMMA) if any(c.isalnum() for c in p.folded)]
    if len(pieces) < 2 and " - " in passage.folded:
        return passage.split(_DASH)
    return pieces


def _whole(piece: Passage) -> bool:
    """Between semicolons stands one person, `Roe, Ada M.`, unless commas part several."""
    return piece.folded.count(",") < 2 or _SUFFIX.search(piece.folded) is not None


def _people(pieces: Sequence[Passage]) -> Iterator[Passage]:
    """Commas part persons, and family names from what is put behind them."""
    if len(pieces) == 1:
        yield pieces[0]
        return
    behind = [_initials(p.folded.strip()) for p in pieces]
    inverted = not any(behind) and _given_behind(pieces)
    at = 0
    while at < len(pieces):
        last = at
        if at + 1 < len(pieces) and not behind[at]:
            takes = behind[at + 1] or (inverted and (at == 0 or inverted == 2))
            last = at + 1 if takes else at
        while last + 1 < len(pieces) and _SUFFIX.fullmatch(pieces[last + 1].folded.strip()):
            last += 1
        if last == at + 1 and not behind[last] and last + 1 < len(pieces) and behind[last + 1]:
            last += 1  # `Roe, Jr., J.`
        yield pieces[at].source.whole().part(pieces[at].span.start, pieces[last].span.end)
        at = last + 1


def _initials(text: str) -> bool:
    return _INITIALS.fullmatch(text) is not None and _SUFFIX.fullmatch(text) is None


def _given_behind(pieces: Sequence[Passage]) -> int:
    """`Roe, Ada` (1: the first alone is inverted; 2: all of them); 0 when every comma parts."""
    lengths = [len(p.folded.split()) for p in pieces]
    if len(pieces) == 2:
        return (
            1 if lengths[0] == 1 or (lengths[1] == 1 and lengths[0] < 3) or _led(pieces[0]) else 0
        )
    if lengths[0] > 2:
        return 0
    if lengths[0] == 1 and all(n > 1 for n in lengths[2:]):
        return 1
    singles = [n == 1 for n in lengths[::2]]
    return 2 if len(pieces) % 2 == 0 and all(singles) and any(n > 1 for n in lengths[1::2]) else 0


def _led(piece: Passage) -> bool:
    """`van der Roe`: particles, then one word."""
    words = piece.folded.split()
    return len(words) > 1 and all(w.lower() in _PARTICLES for w in words[:-1])


_PARTICLES = frozenset(w for p in _WORDS["particles"] for w in p.split())


def _person(passage: Passage, dotted: bool) -> Mention | None:
    """The name, without titles before and marks behind it, with the stop of its last initial."""
    lead = passage.match(_LEAD)
    name = passage.part(lead.end(), passage.span.end) if lead else passage
    bare = name.strip(_EDGE + "&")
    if not any(c.isalpha() for c in bare.folded):
        return None
    marks = _MARKS.search(bare.folded)
    if marks and marks.start():
        bare = bare.head(marks.start()).strip(_EDGE)
    text, end = bare.source.folded, bare.span.end
    if text[end : end + 1] == "." and (dotted or "," in bare.folded) and _stops(bare.folded):
        end += 1
    if text[end : end + 1] == ")" and bare.folded.count("(") > bare.folded.count(")"):
        end += 1
    span = Span(bare.span.start, end)
    return Mention("person", span, bare.source.read(span), "signed.person")


def _stops(name: str) -> bool:
    """Does a stop behind the name belong to it? Behind an initial, or `Jr`."""
    last = re.split(r"[\s.(-]", name)[-1]
    return (len(last) == 1 and last.isupper()) or last in ("Jr", "Sr", "Yu", "Ch", "Th")
