"""Optical slips: `Al` that must have been `AI`, `Pls` that must have been `PIs`.

Scanning turns a capital I into a small l. A word alone proves nothing (Al is a name, a metal and
an Arabic article), so a slip is read only where a neighbour proves it: `Safe Al`, `Al Fellowship`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cvparse import lexicon
from cvparse.document import Repair, Span
from cvparse.errors import LexiconError

_FILE = "look_alikes"
# Neighbours stand directly beside: a space, a hyphen, a quote, a bracket, but no end of a sentence.
_BEFORE = re.compile(r"[^\w.,;:!?]{1,4}(\w+(?:[^\w.,;:!?\n]{1,3}\w+){0,2})")
_AFTER = re.compile(r"[^\w.,;!?]{1,4}(\w+(?:[^\w.,;:!?\n]{1,3}\w+){0,2})")
_REACH = 64


@dataclass(frozen=True)
class Slip:
    """A word as seen, as read, and the neighbours that prove it or rule it out."""

    seen: str
    read: str
    before: frozenset[str]
    after: frozenset[str]
    never_before: frozenset[str]
    never_after: frozenset[str]


def find(text: str) -> tuple[Repair, ...]:
    """The slips of a text, in order, each with what it must have been (of the same length)."""
    repairs: list[Repair] = []
    for span, seen in sorted(_seen(text)):
        if not repairs or repairs[-1].span.end <= span.start:
            proven = (slip for slip in _slips()[seen] if _proven(text, span, slip))
            repairs += [Repair(span, slip.read) for slip in proven][:1]
    return tuple(repairs)


def _seen(text: str) -> Iterator[tuple[Span, str]]:
    """Where the words stand that may be slips, as whole words. (`str.find` beats any pattern.)"""
    for word in _slips():
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not _wordy(text[at - 1 : at]) and not _wordy(text[end : end + 1]):
                yield Span(at, end), word
            at = text.find(word, end)


def _wordy(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _proven(text: str, span: Span, slip: Slip) -> bool:
    start, end = span
    before = _words_before(text[max(start - _REACH, 0) : start])
    after = _words_after(text[end : end + _REACH])
    if before & slip.never_before or after & slip.never_after:
        return False
    if after & slip.after or not (slip.before or slip.after):
        return True
    # A hyphen and a capital behind it: a name (Al-Sayed), unless that word itself proved it.
    named = text[end : end + 1] in {"-", "\u2010", "\u2011"} and text[end + 1 : end + 2].isupper()
    return bool(before & slip.before) and not named


def _words_before(window: str) -> frozenset[str]:
    """The one, two and three words before: `safe`, `and safe`, `trustworthy and safe`."""
    found = _BEFORE.match(window[::-1])  # backwards, since a match has to begin at a known place
    words = _folded(found[1][::-1]).split() if found and "\n\n" not in found[0] else []
    return frozenset(" ".join(words[-n:]) for n in range(1, len(words) + 1))


def _words_after(window: str) -> frozenset[str]:
    found = _AFTER.match(window)
    words = _folded(found[1]).split() if found and "\n\n" not in found[0] else []
    return frozenset(" ".join(words[:n]) for n in range(1, len(words) + 1))


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words).casefold()


@cache
def _slips() -> dict[str, tuple[Slip, ...]]:
    """The lexicon's list, by word as seen. Raises LexiconError when a row cannot be a slip."""
    rows = [_slip(row) for row in lexicon.table(_FILE).get("slip", ())]
    return {seen: tuple(r for r in rows if r.seen == seen) for seen in {r.seen for r in rows}}


def _slip(row: dict[str, object]) -> Slip:
    seen, read = row.get("seen"), row.get("read")
    if not (isinstance(seen, str) and isinstance(read, str) and len(seen) == len(read) > 0):
        raise LexiconError(
            f"lexicon/{_FILE}.toml: seen {seen!r} and read {read!r} must be words of one length",
            "a repair may not move the characters behind it",
        )
    lists = ("before", "after", "never_before", "never_after")
    return Slip(seen, read, *(_words(row, name) for name in lists))


def _words(row: dict[str, object], name: str) -> frozenset[str]:
    found = row.get(name, ())
    if not isinstance(found, (list, tuple)):
        raise LexiconError(f"lexicon/{_FILE}.toml: {name} must be a list of words", "add brackets")
    return frozenset(_folded(str(word)).strip() for word in found)
