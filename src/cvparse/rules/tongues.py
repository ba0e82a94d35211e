"""Languages and how well they are spoken: `English (native), French – fluent`, `Native: Danish`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Mention, Passage, Span
from cvparse.rules.pieces import cut, found, joined, lines, named, says, trim
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.stretches import Stretch, stretches

_TONGUES = named("tongues", "languages")
LEVELS = named("tongues", "levels")
_LABEL = re.compile(
    rf"[\s*_|]*(?:{named('tongues', 'labels').pattern})\s*(?:[:|*_-]\s*)*(?=\S|$)", re.I
)
_APART = re.compile(r"[,;]\s*|\s[•·]\s|\t|(?<=\S)[^\S\n]{3,}|\.\s|\n\s*")
_JOINED = re.compile(r",\s*(?:and\s|und\s|et\s|y\s)?|\s(?:and|und|et|y|e|&)\s|\s\|\s|;\s*|\s/\s")
_SAID = re.compile(r"\s*(?:\((?P<a>[^()]+)\)|(?:-|:|\||=)\s*(?P<b>\S.*)|(?P<c>[^\s,;:(-].*))", re.S)
_LEVEL_FIRST = re.compile(
    rf"(?P<it>(?:(?:very|sehr|muy|très)\s+)?{LEVELS.pattern}(?:[^\S\n]+(?:knowledge|proficiency|level|speakers?|command))?)"
    rf"(?:\s?[:|]\s+|\s+(?:in|of|speaker of|auf|en|de)\s+|\s-\s)(?={named('tongues', 'languages').pattern})",
    re.I,
)
_NAME = re.compile(r"[^\W\d_]\w*(?: [^\W\d_]\w*){0,2}")
_SAYING = re.compile(r"[(:|=]|\s-\s|-\s")


def _listed(scene: Scene) -> Iterator[Mention]:
    """The languages of a list of them, or of a list of skills."""
    for stretch in stretches(lines(scene)):
        yield from spoken(stretch, sure=scene.kind == "languages")


def _rows(scene: Scene) -> Iterator[Mention]:
    """`Languages: English, Yoruba` among what else is said of a person."""
    for item in lines(scene):
        if item.match(_LABEL) and (found := spoken(Stretch(None, (item,)), sure=False)):
            yield Mention("spoken", item.span, "", "tongues.row", tuple(found))


def spoken(stretch: Stretch, sure: bool) -> list[Mention]:
    """The languages that a stretch of a list names; none when it lists something else. Where we
    are not `sure`, every piece must open with a language: `Python, Latin hypercubes` is none.
    """
    head, listed = stretch
    labelled = head is not None and head.fullmatch(_LABEL) is not None
    if head and not labelled:
        if not (found(head, _TONGUES) or found(head, LEVELS)):
            return []
        listed = (joined([head, *listed[:1]]), *listed[1:])
    bare = [_unlabelled(line) for line in listed]
    if not any(found(line, _TONGUES) for line in bare):
        return []
    pieces = [] if sure else [p for line in bare for p in cut(line, _APART)]
    if not all(_opens(p) or (labelled and found(p, LEVELS)) for p in pieces):
        return []
    return list(_languages(bare))


def _unlabelled(line: Passage) -> Passage:
    label = line.match(_LABEL)
    return line.part(label.end(), line.span.end) if label else line


def _opens(piece: Passage) -> bool:
    """Does a piece begin with a language, or say only how well the one before it is spoken?"""
    return piece.match(_TONGUES) is not None or _is_level(piece) or bool(list(_level_first(piece)))


def _languages(listed: Sequence[Passage]) -> Iterator[Mention]:
    """Language first, or level first; several of a line may share the level behind the last."""
    waiting: list[Passage] = []
    for line in listed:
        if grouped := list(_level_first(line)):
            yield from grouped
            continue
        pieces = cut(line, _APART)
        if pieces and not _is_level(pieces[0]):
            yield from (_language(t, None) for t in waiting)
            waiting = []
        for piece in pieces:
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
            own = found(level, _TONGUES) or any(c.isdigit() for c in level.folded)
            yield from (_language(t, None) for t in waiting if own)
            shared = [] if own else waiting
            yield from (_language(t, level) for t in [*shared, *tongues])
            waiting = []
    yield from (_language(t, None) for t in waiting)


def _is_level(piece: Passage) -> bool:
    return found(piece, _TONGUES) is None and found(piece, LEVELS) is not None


def _level_first(line: Passage) -> Iterator[Mention]:
    """`Native: Danish`, `Fluent in English and German, basic knowledge of Igbo`."""
    heads = list(line.search(_LEVEL_FIRST))
    if not heads or says(line.part(line.span.start, heads[0].start())):
        return
    for head, end in zip(heads, [*(h.start() for h in heads[1:]), line.span.end], strict=True):
        for piece in cut(line.part(head.end(), end), _JOINED):
            if found(piece, _TONGUES):
                yield _language(piece, trim(line.at(head, "it")))


def _spoken(piece: Passage) -> tuple[Passage | None, Passage | None]:
    """The language of a piece, and what is said of it."""
    known = _leading(piece)
    name = known or (piece.at(m) if (m := piece.match(_NAME)) else None)
    if name is None or _is_level(name):
        return None, None
    said = piece.after(name.span).match(_SAID)
    if said is None:
        return (name, None) if known or " " not in name.folded else (None, None)
    group = next(g for g in "abc" if said[g])
    level = trim(piece.at(said, group))
    graded = found(level, LEVELS) is not None
    if not graded and (group == "c" or not known):
        return (name, None) if known else (None, None)
    return name, level if says(level) else None


def _leading(piece: Passage) -> Passage | None:
    """From the start of a piece to the last language before what is said of it."""
    stop = next(piece.search(_SAYING), None)
    head = piece.part(piece.span.start, stop.start()) if stop else piece
    tongues = [head.at(m) for m in head.search(_TONGUES)]
    level = found(head, LEVELS)
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


LAYOUTS: tuple[Finder, ...] = (
    Reading("tongues.line", _listed, kinds=frozenset({"languages", "skills"})),
    Reading("tongues.row", _rows, kinds=frozenset({"header", "contact", "summary", "other"})),
)
