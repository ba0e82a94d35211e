"""The title of a talk: in quotes, a sentence of its own, a line of its own, or before a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules.names import run
from cvparse.rules.people import mention
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import COMMA, cut, joined, rest, says, terms, trim
from cvparse.rules.rule import Scene

_QUOTE = re.compile(r"\"(?P<it>[^\"\n]{3,400}?)[,.;]?\"(?!\w)")
_SENTENCE = re.compile(r"(?<=\w\w|.[)\"']|\w\s)[.](?:\s+(?=[A-ZÀ-Þ\"(])|\s*$)|(?<=[?!])\s+(?=[A-ZÀ-Þ])")
_WITH = re.compile(r"\(?\b(?:with|avec|mit|con|com)\s+(?P<it>[A-ZÀ-Þ][^()\n]{3,160})\)?")
_EVENT = ("venue_word", "organization_word", "kind_word")
_WORDS = re.compile(r"[^\W\d_][\w'-]*")
_ENOUGH = 4


class Talk(NamedTuple):
    """A talk's title, who gave it, and the passages that tell where."""

    title: Passage | None
    speakers: tuple[Mention, ...]
    rest: list[Passage]


def read(scene: Scene, items: Sequence[Item]) -> Talk | None:
    """The title of an entry and what is left of it; None when there is nothing to read."""
    told = [i for i in items if not (prose(i) and i is not items[0])]
    free: list[Passage] = []
    speakers = [m for i in told for m in scene.seen("people", within=i.span)]
    for item in told:
        beside = [*_with(item)]
        speakers += beside
        taken = [*terms(scene, item.span), *speakers, *scene.seen("furniture", "link", "address", "legend", within=item.span)]
        free += [trim(p) for p in rest(item, taken) if says(p)]
    if not free:
        return None
    return _parted(scene, items, free, tuple(speakers[:1]))


def _with(item: Item) -> Iterator[Mention]:
    """`(with Jane Roe, et al.)`: those who spoke besides the owner."""
    for match in item.search(_WITH):
        found = run(item.at(match, "it"))
        if found.names:
            inner = mention(found, "people", "titled.with")
            yield Mention("people", Span(*match.span()), inner.value, inner.rule, inner.parts)


def _parted(
    scene: Scene, items: Sequence[Item], free: list[Passage], speakers: tuple[Mention, ...]
) -> Talk:
    for passage in free[:3]:
        if quote := next(passage.search(_QUOTE), None):
            outside = [p for f in free for p in f.without([Span(*quote.span())]) if says(p)]
            return Talk(passage.at(quote, "it"), speakers, outside)
    first, more = free[0], free[1:]
    sentence = next(first.search(_SENTENCE), None)
    if sentence and _titles(first.part(first.span.start, sentence.start())):
        after = trim(first.part(sentence.end(), first.span.end))
        others = [after, *more] if says(after) else more
        if others:
            return Talk(trim(first.part(first.span.start, sentence.start())), speakers, others)
    return _before_comma(scene, items, free, speakers)


def _titles(sentence: Passage) -> bool:
    """A title has more than one word: `Prof.` has not."""
    return sum(1 for _ in sentence.search(_WORDS)) > 1


def _before_comma(
    scene: Scene, items: Sequence[Item], free: list[Passage], speakers: tuple[Mention, ...]
) -> Talk:
    """`Title, Event, Place`: the title ends where the first event begins. A first line that names
    no event, above others that stand for themselves, is the title whole."""
    first, more = free[0], free[1:]
    pieces = cut(first, COMMA)
    if not pieces:
        return Talk(None, speakers, more)
    starts = next((n for n, p in enumerate(pieces) if n and _is_event(scene, p)), None)
    below = [p for p in more if p.span.start >= items[0].span.end]
    if below and (starts is None or len(below[0].folded) > 12) and not _is_event(scene, pieces[0]):
        return Talk(_unplaced(scene, first), speakers, below)
    if starts and not (_is_event(scene, pieces[0]) and len(pieces[0].folded.split()) < 2 * _ENOUGH):
        title = joined(pieces[:starts])
        if _long(title):
            return Talk(title, speakers, [joined(pieces[starts:]), *more])
    if len(pieces) > 1 and _long(pieces[0]) and not _is_event(scene, pieces[0]):
        return Talk(pieces[0], speakers, [joined(pieces[1:]), *more])
    if not more and _long(first) and not _is_event(scene, first):
        return Talk(_unplaced(scene, first), speakers, [])
    return Talk(None, speakers, free)


def _unplaced(scene: Scene, line: Passage) -> Passage:
    """A title without the place printed at the far end of its line."""
    places = scene.seen("place", within=line.span)
    if places and not says(line.after(places[-1].span)):
        return trim(line.before(places[-1].span))
    return trim(line)


def _is_event(scene: Scene, piece: Passage) -> bool:
    return bool(scene.seen(*_EVENT, within=piece.span))


def _long(piece: Passage) -> bool:
    """A title takes some words; a name of an event in capitals only looks like one."""
    words = [m.group() for m in piece.search(_WORDS)]
    return len(words) >= _ENOUGH and sum(w[0].islower() for w in words) >= 1 or len(words) > 2 * _ENOUGH
