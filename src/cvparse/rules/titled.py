"""The title of a talk: in quotes, a sentence of its own, a line of its own, or before a comma;
and who gave it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.names import Run, run
from cvparse.rules.people import mention
from cvparse.rules.pieces import joined
from cvparse.rules.rule import Scene
from cvparse.rules.told import Piece

_WITH = re.compile(rf"\(?\b(?:with|avec|mit|con|com)\s+(?P<it>[{UPPER}][^()\n]{{3,160}})\)?")
_NAMED = re.compile(r"\s*(?:\([^()]*\d{4}|:\s|\.\s|\.?$|,?\s*\")")
_BEHIND = re.compile(rf"[,.?!\"]\s+(?=[{UPPER}]\.|[{UPPER}][\w'-]+,\s[{UPPER}]\.)")
_WORDS = re.compile(r"[^\W\d_][\w'-]*")
_GATHERING = re.compile(
    r"conferen|conféren|workshop|meeting|symposi|congress|congrès|colloqui|tagung|konferenz|school|seminar",
    re.I,
)
_GIVEN = re.compile(
    r"talk|present|poster|lecture|paper|speak|vortr|exposé|communicat|ponencia", re.I
)
_ENOUGH = 4


def parted(scene: Scene, pieces: Sequence[Piece]) -> tuple[Passage | None, list[Piece]]:
    """The title among the pieces of an entry, and the pieces that may tell of its event."""
    texts = [p for p in pieces if p.sort in ("event", "words")]
    if quote := next((p for p in pieces if p.sort == "quote"), None):
        return quote.passage, texts
    lines = [list(line) for _, line in groupby(texts, key=lambda p: p.line)]
    if not lines:
        return next((p.passage for p in pieces if p.kind and _count([p]) > 3), None), []
    ends = _ends(pieces, lines[0])
    if len(lines) == 1:
        return _lone(scene, lines[0], ends)
    if 0 < ends < len(lines[0]) and any(p.sort == "event" for p in lines[0][ends:]):
        return _split(lines[0], ends, [])
    return _of_lines(pieces, lines)


def _lone(scene: Scene, line: Sequence[Piece], ends: int) -> tuple[Passage | None, list[Piece]]:
    """All on one line: the title first, or behind its event; or either alone."""
    if ends == len(line) and not _alone(scene, line):
        ends = 0
    if not ends and _behind(line):
        return line[1].passage, [line[0]]
    return _split(line, ends, [])


def _of_lines(
    pieces: Sequence[Piece], lines: Sequence[list[Piece]]
) -> tuple[Passage | None, list[Piece]]:
    """A line for the title and one for the event, either first."""
    first, second = lines[0], lines[1]
    if second[0].given and _count(first) <= 2:
        return None, [*first, *second]
    more = [p for line in lines[2:] for p in line if p.sort == "event"]
    if _below(pieces, first, second):
        return _split(second, len(second), [*first, *more])
    return _split(first, len(first), [*second, *more])


def _split(
    line: Sequence[Piece], ends: int, more: list[Piece]
) -> tuple[Passage | None, list[Piece]]:
    title = joined([p.passage for p in line[:ends]]) if ends else None
    return title, [*line[ends:], *more]


def _ends(pieces: Sequence[Piece], line: Sequence[Piece]) -> int:
    """How many pieces of its line make the title: up to the first that is apart, or names an
    event; none when the line opens with an event's name.
    """
    if line[0].given or (line[0].sort == "event" and _count(line[:1]) < 2 * _ENOUGH):
        return 0
    ends = _first_event(pieces, line)
    if ends == len(line):
        return ends
    enough = 2 if line[ends].apart else 3
    return ends if _count(line[:ends]) >= enough else 0


def _first_event(pieces: Sequence[Piece], line: Sequence[Piece]) -> int:
    for number, piece in enumerate(line[1:], 1):
        if piece.apart or piece.sort == "event" or _kind_between(pieces, line[number - 1], piece):
            return number
    last = line[-1]
    behind = pieces[pieces.index(last) + 1 :]
    placed = any(p.line == last.line and p.sort in ("place", "kind") for p in behind[:1])
    return len(line) - 1 if len(line) > 1 and (placed or _named(last)) else len(line)


def _kind_between(pieces: Sequence[Piece], one: Piece, other: Piece) -> bool:
    between = pieces[pieces.index(one) + 1 : pieces.index(other)]
    return any(p.sort == "kind" for p in between)


def _named(piece: Piece) -> bool:
    """Every word but the small ones in capitals, and not many: `Nordic Optics Days`."""
    words = [m.group() for m in piece.passage.search(_WORDS)]
    return len(words) <= 6 and all(w[0].isupper() or len(w) <= 3 for w in words)


def _alone(scene: Scene, line: Sequence[Piece]) -> bool:
    """Is the only text of an entry its title? Not under `Conferences attended`, and not when it
    is short or names an event.
    """
    section = scene.entry.section
    heading = section.title if section else ""
    if _GATHERING.search(heading) and not _GIVEN.search(heading):
        return False
    return all(p.sort == "words" for p in line) and _long(line)


def _below(pieces: Sequence[Piece], first: Sequence[Piece], second: Sequence[Piece]) -> bool:
    """Does the title stand on the second line, under its event? The line that names an event, or
    that has a kind or place beside its words, is no title.
    """
    names = [any(p.sort == "event" for p in line) for line in (first, second)]
    if names[0] != names[1]:
        return names[0] and _count(second) >= 2
    marked = [
        any(p.line == line[0].line and p.sort in ("kind", "place") for p in pieces)
        for line in (first, second)
    ]
    return marked[0] and not marked[1] and _count(second) > 2


def _behind(line: Sequence[Piece]) -> bool:
    """`Annual Fern Meeting: How ferns drink`: the title behind the event."""
    return (
        len(line) == 2
        and line[0].sort == "event"
        and line[1].sort == "words"
        and _count(line[1:]) > 2
    )


def _within(scene: Scene, item: Item) -> Run | None:
    """`Snow in the Alps, A. Roe, K. Poe, Snow Days`: two names or more with initials, in a row."""
    for match in item.search(_BEHIND):
        seen = run(item.part(match.end(), item.span.end), scene.cast)
        names = tuple(
            takewhile(lambda n: n.style == "inverted" or "." in n.passage.folded, seen.names)
        )
        if len(names) > 1:
            return Run(names, names[-1].passage.span.end)
    return None


def _count(pieces: Sequence[Piece]) -> int:
    return sum(1 for p in pieces for _ in p.passage.search(_WORDS))


def _long(line: Sequence[Piece]) -> bool:
    """A title takes some words; a name of an event in capitals only looks like one."""
    words = [m.group() for p in line for m in p.passage.search(_WORDS)]
    small = sum(w[0].islower() for w in words)
    return (len(words) >= _ENOUGH and small >= 1) or len(words) > 2 * _ENOUGH


def speakers(scene: Scene, item: Item) -> list[Mention]:
    """Who gave it: names that open a line or stand alone on it, and `(with Jane Roe, et al.)`."""
    found = scene.seen("people", within=item.span)
    if not found and (names := run(item, scene.cast)).names:
        alone = not item.part(names.end, item.span.end).folded.strip(" .,*")
        styled = any(n.style != "full" for n in names.names)
        follows = item.part(names.end, item.span.end).match(_NAMED)
        if follows and (styled or (len(names.names) > 1 and not alone)):
            found = [mention(names, "people", "occasions.speakers")]
    if not found and (within := _within(scene, item)):
        found = [mention(within, "people", "occasions.speakers")]
    for match in item.search(_WITH):
        beside = run(item.at(match, "it"))
        if beside.names:
            inner = mention(beside, "people", "occasions.with")
            found = [
                *found,
                Mention("people", Span(*match.span()), inner.value, inner.rule, inner.parts),
            ]
    return found
