"""What is true of a place where a title may end: the clues that `weights` knows.

The words before a border read like a title (many, most of them small), those behind it like a
venue (capitals, a venue's word, abbreviations, a volume close by), or they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cvparse.document import UPPER, Mention, Passage
from cvparse.rules import imprint
from cvparse.rules.rule import Scene

_LEAD = re.compile(
    rf"[\s(]*(?:(?:[Ii]n|[Dd]ans|[Ii]m|IN)(?::|\s(?=(?:the\s)?[{UPPER}\"\d\[]))"
    r"|(?i:presented at|submitted to|to appear|accepted|published (?:in|by)|under review|edited (?:by|with)|trans(?:lated by|\.)|tr\.|eds?\.\s[A-Z]|\d+(?:st|nd|rd|th)\sed|ph\.?\s?d|master"
    r"|(?:with|co-?authored)\s[A-Z]|available|retrieved|poster|doi|https?))"
)
_BRACKET = re.compile(r"\s*(?:\([^()]{0,300}\)|\[[^\[\]]{0,300}\])")
_EDITION = re.compile(
    r"\s*(?i:\d+(?:st|nd|rd|th|\.)?\s(?:rev\.?\s)?(?:ed|Aufl)|rev|vol|trans|unpublished|doctoral|ph|master|m\.?a|with\s)"
)
_IN = re.compile(rf"[.,?!\"]\s+In:?\s+[{UPPER}]|\s(?:in|dans|im):\s")
_ASIDE = re.compile(rf"[(\[]{_EDITION.pattern}")
_WORDS = re.compile(r"[^\W_][\w'&/-]*\.?")
_AND = re.compile(r"\s*(?:and|&|et|und|y)\s")
_JOINS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "de",
        "del",
        "der",
        "des",
        "die",
        "du",
        "e",
        "el",
        "et",
        "for",
        "für",
        "i",
        "im",
        "in",
        "la",
        "le",
        "les",
        "of",
        "on",
        "or",
        "per",
        "the",
        "to",
        "und",
        "von",
        "with",
        "y",
        "zur",
    ]
)
_TELLING = frozenset(
    {
        "tail:short",
        "title:short_last",
        "next:venue",
        "tail:venue",
        "title:abbreviated",
        "next:lower",
        "at:imprint",
        "at:date",
        "at:numbers",
    }
)
"""Facts that weigh differently beside a comma and beside a stop."""


class Border(NamedTuple):
    """A place where the title may end: the sign printed there, and where the rest begins."""

    end: int
    start: int
    sign: str


class Stretch(NamedTuple):
    """What can be said of the words between two signs."""

    words: int
    small: int
    capitals: int
    short: int


def of(
    scene: Scene,
    near: Passage,
    borders: Sequence[Border],
    number: int,
    style: str,
    stoppers: Sequence[Mention],
) -> list[str]:
    """What is true of a border: names of `TITLE_ENDS`."""
    end, start, sign = borders[number]
    title = near.part(near.span.start, end)
    following, then = (*borders[number + 1 : number + 3], borders[-1], borders[-1])[:2]
    piece = near.part(start, following.end)
    stop = next((m for m in stoppers if m.span.start >= end), None)
    tail = near.part(start, stop.span.start if stop else near.span.end)
    ordinal = sum(b.sign == sign for b in borders[:number])
    told = [sign, f"{sign}:{min(ordinal, 2)}", f"{sign}&{style}"]
    behind = [*_of_piece(scene, near, piece, following), *_of_tail(scene, tail, stop)]
    if strong(scene, near.part(following.start, then.end)):
        behind.append("then:venue")
    if sign == "bracket":
        told += _of_bracket(scene, near, start)
    if sign == "none":
        behind = [f"none&{name}" for name in behind]
    told += [*_of_title(scene, title), *behind]
    told += [f"{sign}&{name}" for name in told if name in _TELLING]
    told += [f"passed:{m.label}" for m in stoppers if m.span.start < end]
    return told


def _of_bracket(scene: Scene, near: Passage, start: int) -> Iterator[str]:
    """What a bracket holds: an edition, a thesis, a publisher; and whether the words go on."""
    bracket = near.part(start, near.span.end).match(_BRACKET)
    if bracket is None:
        yield "bracket:open"
        return
    inside = near.part(bracket.start() + 1, bracket.end() - 1)
    if inside.match(_EDITION):
        yield "bracket:edition"
    if scene.seen("imprint", "place", within=inside.span) or imprint.published(scene, inside):
        yield "bracket:imprint"
    after = near.part(bracket.end(), near.span.end).head(3).folded
    yield f"bracket:{'goes on' if after[:1] == ' ' and after[1:2].isalpha() else after[:1]}"
    if scene.seen("date", "status", "numbers", within=inside.span):
        yield "bracket:dated"


def _of_title(scene: Scene, title: Passage) -> Iterator[str]:
    """What the title would be."""
    have = _stretch(title)
    last = (title.folded.split() or [""])[-1]
    yield f"title:{_size(have.words)}"
    yield f"title:small:{min(have.small, 3)}"
    yield from _true(
        {
            "title:small": have.small * 2 >= have.words > 3,
            "title:venue": strong(scene, title),
            "title:open": title.folded.count("(") > title.folded.count(")"),
            "title:short_last": len(last) < 6 and last[:1].isupper(),
            "title:hangs": last in _JOINS,
            "title:abbreviated": have.short > 0,
            "title:in": next(title.search(_IN), None) is not None,
            "title:aside": next(title.search(_ASIDE), None) is not None,
        }
    )


def _of_piece(scene: Scene, near: Passage, piece: Passage, following: Border) -> Iterator[str]:
    """What stands between this sign and the following one."""
    have, words = _stretch(piece), piece.strip(' \n"()')
    opens = piece.folded.lstrip(" \n\t\"'(")[:1]
    behind = near.part(following.start, near.span.end).head(6)
    places = scene.seen("place", "imprint", within=piece.span)
    yield f"next:{_size(have.words)}"
    yield f"next:small:{min(have.small, 3)}"
    yield f"next:{following.sign}"
    yield from _true(
        {
            "next:lower": opens.islower(),
            "next:digit": opens.isdigit(),
            "next:capitals": have.words > 0 and have.small == 0 and have.capitals > 0,
            "next:small": have.small * 2 >= have.words > 3,
            "next:short": have.short > 0,
            "next:venue": strong(scene, piece),
            "next:lead": piece.match(_LEAD) is not None,
            "next:publisher": imprint.published(scene, words),
            "next:and": bool(piece.match(_AND) or behind.match(_AND)),
            "next:place": any(m.span.start <= words.head(1).span.end for m in places),
        }
    )


def _of_tail(scene: Scene, tail: Passage, stop: Mention | None) -> Iterator[str]:
    """What stands between this sign and the next number, date or address."""
    have = _stretch(tail)
    yield f"tail:{_size(have.words)}"
    yield f"tail:small:{min(have.small, 3)}"
    yield f"before:{stop.label if stop else 'end'}"
    yield from _true(
        {
            "tail:small": have.small * 2 >= have.words > 3,
            "tail:short": have.short > 1,
            "tail:venue": have.words > 0 and strong(scene, tail),
        }
    )
    if stop is not None and not have.words:
        yield f"at:{stop.label}"
    if stop is not None and any(p.label == "volume" for p in stop.parts):
        yield f"before:volume:{_size(have.words)}"


def _true(facts: dict[str, bool]) -> Iterator[str]:
    return (name for name, holds in facts.items() if holds)


def _size(words: int) -> str:
    for most in (0, 1, 2, 4, 8, 14, 25):
        if words <= most:
            return str(most)
    return "more"


def _stretch(piece: Passage) -> Stretch:
    """Words, small ones, capitalised ones, and abbreviations (`Phys.`, `J.`) of a piece."""
    words = [m[0] for m in piece.search(_WORDS) if m[0] not in _JOINS]
    small = sum(w[0].islower() for w in words)
    short = sum(w[-1] == "." and w[0].isupper() and len(w) < 9 for w in words[:-1])
    return Stretch(len(words), small, sum(w[0].isupper() for w in words), short)


def strong(scene: Scene, piece: Passage) -> bool:
    """A venue's word in it, written with a capital: `Journal`, `Proc.`, `Nature`."""
    return any(
        piece.part(*m.span).head(1).folded.isupper() or m.value in ("name", "preprint")
        for m in scene.seen("venue_word", within=piece.span)
    )
