"""Where and when a talk was given: `Oct 2020, Oral Presentation, IEEE VIS`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Item, Mention, Passage
from cvparse.rules.phrases import trim
from cvparse.rules.rule import Finder, Reading, Scene

_COMMA = re.compile(r"\s*[,;|]\s+|\s+-\s+|\t|\s{3,}|\.\s+")
_TAKEN = ("date", "place", "furniture", "link", "people", "address", "legend", "quoted")
_BARE = re.compile(r"[A-Z][\w'-]*[A-Z]\w*|[A-Z]{2,}")
_TALKS = frozenset({"talks"})


def _occasions(scene: Scene) -> Iterator[Mention]:
    """Lines under a talk's title with a date and the event; one line each for several."""
    items = scene.entry.items
    for item in items[1:]:
        dates = scene.seen("date", within=item.span)
        if dates and len(items) > 1 and not scene.seen("people", within=item.span):
            parts = tuple(_parts(scene, item))
            if any(p.label == "event" for p in parts):
                yield Mention("occasion", item.span, item.value, "occasions.line", (*dates, *parts))


def _parts(scene: Scene, item: Item) -> Iterator[Mention]:
    yield from scene.seen("place", within=item.span)
    for free in scene.free(item, *_TAKEN):
        if free.span in item.span:
            for piece in free.split(_COMMA):
                yield from _piece(scene, trim(piece))


def _piece(scene: Scene, piece: Passage) -> Iterator[Mention]:
    """A kind of presentation, or the event with its bracketed short name."""
    if not piece:
        return
    kinds = scene.seen("kind_word", within=piece.span)
    if kinds and piece.span.length <= kinds[0].span.length + 2:
        yield Mention("kind", kinds[0].span, kinds[0].value, kinds[0].rule)
        return
    acronyms = scene.seen("acronym", within=piece.span)
    yield Mention("event", piece.span, piece.value, "occasions.event", tuple(acronyms))
    if not acronyms and piece.fullmatch(_BARE):
        yield Mention("short", piece.span, piece.value, "occasions.short_name")


LAYOUTS: tuple[Finder, ...] = (Reading("occasions.line", _occasions, kinds=_TALKS),)
