"""Languages and how well they are spoken: `English (native), French – fluent`, `Native: Danish`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Mention, Passage, Span
from cvparse.rules.pieces import cut, found, lines, named, says, trim
from cvparse.rules.rule import Finder, Reading, Scene

_TONGUES = named("tongues", "languages")
_LEVELS = named("tongues", "levels")
_APART = re.compile(r"[,;]\s*|\s[•·]\s|\t|[^\S\n]{3,}|\.\s")
_JOINED = re.compile(r",\s*(?:and\s|und\s|et\s|y\s)?|\s(?:and|und|et|y|e|&)\s|\s\|\s|;\s*|\s/\s")
_SAID = re.compile(r"\s*(?:\((?P<a>[^()]+)\)|(?:-|:|\||=)\s*(?P<b>\S.*)|(?P<c>[^\s,;:(-].*))", re.S)
_BEFORE = re.compile(r"(?P<it>[^:\n]{2,60}?)(?:\s?[:|]\s+|\s+(?:in|of)\s+|\s-\s)")
_NAME = re.compile(r"[^\W\d_]\w*(?: [^\W\d_]\w*){0,2}")


def _languages(scene: Scene) -> Iterator[Mention]:
    """Language first, or level first; several may share the level printed behind the last."""
    waiting: list[Passage] = []
    for item in lines(scene):
        if grouped := list(_level_first(item)):
            yield from grouped
            continue
        for piece in cut(item, _APART):
            if waiting and _is_level(piece):
                yield from (_language(t, piece) for t in waiting)
                waiting = []
                continue
            name, level = _spoken(piece)
            if name is None:
                continue
            tongues = _single(name)
            if level is None:
                waiting += tongues
                continue
            shared = [w for w in waiting if not found(level, _TONGUES)]
            yield from (_language(t, level) for t in [*shared, *tongues])
            waiting = []
    yield from (_language(t, None) for t in waiting)


def _is_level(piece: Passage) -> bool:
    return found(piece, _TONGUES) is None and found(piece, _LEVELS) is not None


def _level_first(item: Passage) -> Iterator[Mention]:
    """`Native: Danish`, `Fluent in English and German`; several levels one after another."""
    for segment in cut(item, re.compile(r";\s*|\.\s|\n")):
        head = segment.match(_BEFORE)
        level = trim(segment.at(head, "it")) if head else None
        if head is None or level is None or found(level, _TONGUES) or not found(level, _LEVELS):
            return
        rest = segment.part(head.end(), segment.span.end)
        for piece in cut(rest, _JOINED):
            if found(piece, _TONGUES):
                yield _language(piece, level)


def _spoken(piece: Passage) -> tuple[Passage | None, Passage | None]:
    """The language of a piece, and what is said of it."""
    known = _leading(piece)
    name = known or (piece.at(m) if (m := piece.match(_NAME)) else None)
    if name is None or _is_level(name):
        return None, None
    said = piece.after(name.span).match(_SAID)
    if said is None:
        return name, None
    group = next(g for g in "abc" if said[g])
    level = trim(piece.at(said, group))
    if group == "c" and not (known and found(level, _LEVELS)):
        return (name, None) if known else (None, None)
    return name, level if says(level) else None


def _leading(piece: Passage) -> Passage | None:
    """From the start of a piece to the last language before what is said of it."""
    opening = re.compile(r"[(:|=]|\s-\s|-\s")
    stop = next(piece.search(opening), None)
    head = piece.part(piece.span.start, stop.start()) if stop else piece
    tongues = [head.at(m) for m in head.search(_TONGUES)]
    level = found(head, _LEVELS)
    tongues = [t for t in tongues if level is None or t.span.start < level.span.start]
    if not tongues:
        return None
    return trim(head.part(head.span.start, tongues[-1].span.end))


def _single(name: Passage) -> list[Passage]:
    """`English and Yoruba` are two; `Classical and modern Mandarin` is one."""
    pieces = cut(name, _JOINED)
    return pieces if all(found(p, _TONGUES) for p in pieces) else [name]


def _language(name: Passage, level: Passage | None) -> Mention:
    parts = [Mention("tongue", name.span, name.value, "tongues.language")]
    if level:
        parts.append(Mention("fluency", level.span, level.value, "tongues.level"))
    near = level is not None and level.span.start >= name.span.end and _alone(name, level)
    span = Span.cover([name.span, level.span]) if near and level else name.span
    return Mention("language", span, name.value, "tongues.line", tuple(parts))


def _alone(name: Passage, level: Passage) -> bool:
    """No other language stands between a language and its level."""
    between = name.source.whole().part(name.span.end, level.span.start)
    return found(between, _TONGUES) is None


LAYOUTS: tuple[Finder, ...] = (Reading("tongues.line", _languages, kinds=frozenset({"languages"})),)
