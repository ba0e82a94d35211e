"""Where and when a talk was given: `Oct 2020, Oral Presentation, IEEE VIS` under its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules import titled
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import bare, cut, joined, lines, rest, run_on, says, terms, trim
from cvparse.rules.rule import Finder, Reading, Scene

_COMMA = re.compile(
    rf"\s*[,;|]\s+|,$|\s+[-•·]\s+|\t|[^\S\n]{{3,}}|(?<=[a-zà-ÿ0-9)\"?!]{{2}})\.\s+(?=[{UPPER}\"(])"
)
_BARE = re.compile(rf"[{UPPER}][\w'-]*[{UPPER}]\w*|[{UPPER}]{{2,}}")
_CITY = re.compile(rf"[{UPPER}][\w'.-]*(?: [{UPPER}][\w'.-]*){{0,2}}(?: \([^()]*\))?")
_GIVEN = re.compile(
    r"\s+(?:(?:was\s+)?(?:presented|given|delivered|held)\s+)?(?:at|for|to|in|on|by|auf|beim?|à|au|en|na|no)\s+(?:the\s+|der\s+|die\s+|l')?|\s*[:,-]\s+",
    re.I,
)
_SEMINAR = re.compile(r"s[eé]min", re.I)
_KIND_LEFT = 24
_HELD = ("talk", "seminar", "tutorial")
_REMARK = re.compile(r"\([^()]{1,40}\)$")
_TALKS = frozenset({"talks"})


def _occasions(scene: Scene) -> Iterator[Mention]:
    """Lines under a talk's title with a date and the event, one each; else the entry is one."""
    items = lines(scene)
    below = list(_below(scene, items))
    if below:
        yield from below
        return
    talk = titled.read(scene, items)
    if talk is None:
        return
    dates = [d for i in items for d in terms(scene, i.span)]
    parts = [*dates, *talk.speakers, *_title(talk), *_event(scene, talk.rest, bool(talk.title))]
    whole = Span.cover(i.span for i in items)
    yield Mention("occasion", whole, joined(items).value, "occasions.whole", tuple(_once(parts)))


def _once(parts: Iterable[Mention]) -> Iterator[Mention]:
    """The parts that overlap none before them."""
    kept: list[Span] = []
    for part in parts:
        inside = part.label in ("acronym", "short") or (
            part.label == "kind" and part.how == "inferred"
        )
        if inside or not any(part.span.overlaps(k) for k in kept):
            kept.append(part.span)
            yield part


def _title(talk: titled.Talk) -> Iterator[Mention]:
    if talk.title:
        yield Mention("title", talk.title.span, talk.title.value, "occasions.title")


def _below(scene: Scene, items: Sequence[Item]) -> Iterator[Mention]:
    """One line each for several events, a date and an event in every one."""
    for item in items[1:]:
        dates = terms(scene, item.span)
        if dates and not scene.seen("people", "quoted", within=item.span) and not prose(item):
            parts = (*dates, *_once(_event(scene, _free(scene, item), True)))
            if any(p.label == "event" for p in parts):
                yield Mention("occasion", item.span, item.value, "occasions.line", parts)


def _free(scene: Scene, item: Item) -> list[Passage]:
    taken = scene.seen("furniture", "link", "people", "address", "legend", within=item.span)
    return rest(item, [*terms(scene, item.span), *taken])


def _event(scene: Scene, free: Sequence[Passage], title: bool) -> Iterator[Mention]:
    """Kind, event and place among what the title, the dates and the persons leave."""
    events: list[Passage] = []
    kinds: list[Mention] = []
    for passage in free:
        for piece in (p for f in rest(passage, _places(scene, passage)) for p in cut(f, _COMMA)):
            kind, left = _kind(scene, bare(piece))
            kinds += [kind] if kind else []
            if left and says(left):
                events.append(left)
    places = [p for passage in free for p in _places(scene, passage)]
    where = _where(scene, events, places)
    if where:
        yield Mention("place", where.span, where.value, "occasions.place")
        events = [e for e in events if not e.span.overlaps(where.span)]
    if events:
        yield from _named(scene, events)
    yield from sorted(kinds, key=lambda k: k.how == "inferred")[:1]


def _where(scene: Scene, events: list[Passage], places: Sequence[Mention]) -> Passage | None:
    """The place, with the bare name printed beside it: `Florenz, Italien`, `Gold Coast (online)`.
    Of `Forum Chemie, Leipzig` with no other event before it, the first is the event.
    """
    place = scene.source.whole().part(*places[0].span) if places else None
    last = _city(scene, events) if len(events) > 1 else None
    if place is None:
        return last
    if not events and len(pieces := cut(place)) > 1 and not place.value.isupper():
        events.append(joined(pieces[:-1]))
        return pieces[-1]
    if last is None:
        return place
    first, second = sorted((place, last), key=lambda p: p.span)
    between = scene.source.whole().part(first.span.end, second.span.start).folded
    if between.strip() not in (",", "(", ""):
        return place
    end = second.span.end + (between.strip() == "(")
    return scene.source.whole().part(first.span.start, end)


def _places(scene: Scene, passage: Passage) -> list[Mention]:
    """The places beside the event; `Michigan State University` has none."""
    return scene.seen("place", within=passage.span)


def _kind(scene: Scene, piece: Passage) -> tuple[Mention | None, Passage | None]:
    """`Keynote`, `Poster presented at X`, `(invited talk)`: the kind, and what it leaves."""
    words = scene.seen("kind_word", within=piece.span)
    if not words:
        return None, piece
    if aside := _aside(piece, words):
        return Mention("kind", words[0].span, words[0].value, words[0].rule), aside
    word = words[0]
    kind = Mention("kind", word.span, word.value, word.rule)
    before, after = piece.before(word.span), piece.after(Span.cover(w.span for w in words))
    if (
        not says(after)
        and before.folded.count(" ") <= 1
        and piece.span.length <= word.span.length + _KIND_LEFT
    ):
        alone = not says(before) or not all(m.value in _HELD for m in words)
        seminar = next(piece.search(_SEMINAR), None)
        return (kind, None) if alone else (_weak(kind) if seminar else None, piece)
    link = after.match(_GIVEN) if before.folded.count(" ") <= 1 else None
    link = link or (_address(after) if not says(before) else None)
    if link:
        return kind, trim(piece.part(link.end(), piece.span.end))
    return _weak(kind) if word.value == "seminar" and next(
        piece.search(_SEMINAR), None
    ) else None, piece


def _aside(piece: Passage, words: Sequence[Mention]) -> Passage | None:
    """`Annual Meeting (Poster)` without the remark."""
    bracket = next(piece.search(_REMARK), None)
    if bracket and words[0].span.start >= bracket.start():
        return trim(piece.part(piece.span.start, bracket.start())) or None
    return None


def _weak(kind: Mention) -> Mention:
    """A seminar's name tells its kind, and goes on being its name; to a colloquium one is invited,
    so that there the heading is asked.
    """
    return Mention("kind", kind.span, kind.value, kind.rule, how="inferred")


_ADDRESS = re.compile(r"\s+(?:address|speaker|session|presentation|talk|lecture)\b[:,]?\s*", re.I)


def _address(after: Passage) -> re.Match[str] | None:
    return after.match(_ADDRESS)


def _city(scene: Scene, events: Sequence[Passage]) -> Passage | None:
    """The last piece, when it is a bare name behind an event: `…, University of X, Greenwich`."""
    last = events[-1]
    words = scene.seen("organization_word", "venue_word", "kind_word", "acronym", within=last.span)
    if words or not last.fullmatch(_CITY) or last.fullmatch(_BARE):
        return None
    return last


def _named(scene: Scene, events: Sequence[Passage]) -> Iterator[Mention]:
    """The event and its host, from the first piece to the last that belongs to it."""
    line = events[0].source.line_at(events[0].span.start).number
    near = [e for e in events if abs(e.source.line_at(e.span.start).number - line) <= 1]
    whole = run_on(near)
    acronyms = scene.seen("acronym", within=whole.span)
    yield Mention("event", whole.span, whole.value, "occasions.event", tuple(acronyms))
    if not acronyms and whole.fullmatch(_BARE):
        yield Mention("short", whole.span, whole.value, "occasions.short_name")


LAYOUTS: tuple[Finder, ...] = (Reading("occasions.talk", _occasions, kinds=_TALKS),)
