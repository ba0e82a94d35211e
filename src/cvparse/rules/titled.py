"""The title of a talk: in quotes, a sentence of its own, a line of its own, or before a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.names import run
from cvparse.rules.people import mention
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import COMMA, cut, joined, rest, says, terms, trim
from cvparse.rules.rule import Scene

_QUOTE = re.compile(r"\"(?P<it>[^\"]{3,400}?)[,.;]?\"(?!\w)")
_SENTENCE = re.compile(
    rf"(?<=\w\w|.[)\"']|\w\s)[.](?:\s+(?=[{UPPER}\"(])|\s*$)|(?<=[?!])\s+(?=[{UPPER}])"
)
_WITH = re.compile(rf"\(?\b(?:with|avec|mit|con|com)\s+(?P<it>[{UPPER}][^()\n]{{3,160}})\)?")
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
        taken = [
            *terms(scene, item.span),
            *speakers,
            *scene.seen("furniture", "link", "address", "legend", within=item.span),
        ]
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
    no event, above others that stand for themselves, is the title whole.
    """
    first, more = free[0], free[1:]
    pieces = cut(first, COMMA)
    if not pieces:
        return Talk(None, speakers, more)
    below = [p for p in more if p.span.start >= items[0].span.end]
    if below and _heads(scene, first, below):
        return Talk(_unplaced(scene, first), speakers, below)
    starts = next((n for n, p in enumerate(pieces) if n and _is_event(scene, p)), None)
    lead = pieces[0] if starts is None else joined(pieces[:starts])
    short = _is_event(scene, pieces[0]) and len(pieces[0].folded.split()) < 2 * _ENOUGH
    if _long(lead) and not short and (starts or not _is_event(scene, lead)):
        after = pieces[starts or 1 :]
        return Talk(lead, speakers, [joined(after), *more] if after else more)
    return Talk(None, speakers, free)


def _heads(scene: Scene, first: Passage, below: Sequence[Passage]) -> bool:
    """Is the first line a title over the others? Not when they only say `Conference talk`, nor
    when the first alone names an event.
    """
    kinds = scene.seen("kind_word", within=below[0].span)
    opens = bool(kinds) and not says(below[0].part(below[0].span.start, kinds[0].span.start))
    if len(below) == 1 and (opens or (kinds and below[0].folded.count(" ") < _ENOUGH)):
        return False
    return not _is_event(scene, first) or _is_event(scene, below[0])


def _unplaced(scene: Scene, line: Passage) -> Passage:
    """A title without the place printed at the far end of its line."""
    places = scene.seen("place", within=line.span)
    if places and not says(line.after(places[-1].span)):
        return trim(line.before(places[-1].span))
    return trim(line)


def _is_event(scene: Scene, piece: Passage) -> bool:
    """*Conference*, *Institute*, …: capitalised, since `a neural network` is no organisation."""
    words = scene.seen(*_EVENT, within=piece.span)
    opens = piece.span.start
    return any(w.span.start == opens or piece.source.folded[w.span.start].isupper() for w in words)


def _long(piece: Passage) -> bool:
    """A title takes some words; a name of an event in capitals only looks like one."""
    words = [m.group() for m in piece.search(_WORDS)]
    return (len(words) >= _ENOUGH and sum(w[0].islower() for w in words) >= 1) or len(
        words
    ) > 2 * _ENOUGH
