"""Link labels beside an entry, and the figures printed with them (stars, downloads)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvparse import lexicon
from cvparse.document import Anchor, Item, Mention, Passage, Source, Span
from cvparse.rules.pieces import trim
from cvparse.rules.rule import Finder, Match, Reading, Rule, Scene
from cvparse.values import Link

_ICON = re.compile(r"[^\x00-\x7f\w\s¡¿§£€¥…©'\"«»°±×-]+|(?<!\S)#(?=\s)|\s\|\s|\s/\s|\]\s*\[")
_METRIC = re.compile(
    r"\d[\d,.]*\s?[kKM]?\+?\s(?:[^\W\d_]+\s){0,2}(?:stars?|downloads?|citations?|users?|forks?|installs?|views?)\b"
    r"|\btop of\b.*|\btrending\b",
    re.I,
)
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 160
_ACRONYM = re.compile(r"\((?P<it>[A-Z][\w&+-]*[A-Z][\w&+-]*(?:\s[A-Z][A-Z]+)?)(?:\s?'?\d{2,4})?\)")


def _rows(scene: Scene) -> Iterator[Mention]:
    """`▶ Demo 🖹 Paper`, `Paper`, `★ 4,905 Github stars (as of Oct 2020)`: nothing but labels."""
    for item in scene.entry.items[1:]:
        pieces = _pieces(item)
        if not pieces:
            continue
        for piece in pieces:
            if piece.folded.lower() in _labels():
                yield Mention("link", piece.span, Link(label=piece.value), "links.row")
            elif next(piece.search(_METRIC), None):
                yield Mention("metric", piece.span, piece.value, "links.metric")
            else:
                yield Mention("link", piece.span, Link(label=piece.value), "links.row")


def _pieces(item: Item) -> list[Passage]:
    """The labels of an item that holds nothing else; none when it holds more."""
    if item.span.length > _LONGEST or _first_words().isdisjoint(
        _LETTERS.findall(item.folded.lower())
    ):
        return []
    start = item.source.line_at(item.span.start)
    icons = list(start.search(_ICON))
    pieces = [p for part in item.split(_ICON) for p in _known_words(part)]
    known = sum(p.folded.lower() in _labels() for p in pieces)
    if known == len(pieces) or (
        known and len(icons) > 1 and all(len(p.folded) < 60 for p in pieces)
    ):
        return [trim(p) for p in pieces]
    return []


def _known_words(part: Passage) -> list[Passage]:
    """`Demo Paper` is two labels; `Project page` is one."""
    part = trim(part)
    words = list(part.search(_WORD))
    if len(words) > 4 or part.folded.lower() in _labels():
        return [part] if part else []
    if all(w.group().lower() in _labels() for w in words):
        return [part.at(w) for w in words]
    return [part] if part else []


@cache
def _labels() -> frozenset[str]:
    return lexicon.words("link")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(found[0] for label in _labels() if (found := _LETTERS.search(label)))


def _anchors(scene: Scene) -> Iterator[Mention]:
    """`[PDF](https://…)`: a printed link with its address."""
    for anchor in scene.source.anchors:
        if anchor.label.within(scene.entry.span):
            label, url = scene.source.read(anchor.label), scene.source.read(anchor.url)
            if scene.kind in ("header", "contact"):
                if not scene.seen("url", "orcid", "email", within=anchor.label):
                    yield from _contact(anchor, url, scene.entry.span)
                continue
            short = label.lower() in _labels()
            yield Mention(
                "link" if short else "address",
                anchor.label,
                Link(label=label, url=url),
                "links.anchor",
            )


def _contact(anchor: Anchor, url: str, entry: Span) -> Iterator[Mention]:
    """A link above the first heading is the owner's page, or their e-mail.

    An entry that ends in a link ends with its label: the address is markup beyond it.
    """
    whole = Span(anchor.label.start, anchor.url.end)
    whole = whole if whole.within(entry) else anchor.label
    if url.startswith("mailto:"):
        yield Mention("email", whole, url.removeprefix("mailto:").split("?")[0], "links.mailto")
    else:
        yield Mention("url", whole, url, "links.anchor")


def _short(match: Match, source: Source) -> object:
    return match["it"]


_KNOWN_AS = re.compile(r"known as (?:the )?(?P<it>[A-Z][A-Z0-9]{1,9})\b")
RULES: tuple[Finder, ...] = (
    Rule("links.known_as", "acronym", _KNOWN_AS, value=_short, needs="k"),
    Rule("links.acronym", "acronym", _ACRONYM, value=_short, needs="("),
)
GROUPS: tuple[Finder, ...] = (
    Reading("links.row", _rows),
    Reading("links.anchor", _anchors),
)
