"""Where and when a talk was given: `Oct 2020, Oral Presentation, IEEE VIS` under its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules import titled, told
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import cut, joined, lines, run_on, terms, trim
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.told import Piece

_CITY = re.compile(rf"[{UPPER}][\w'.-]*(?: [{UPPER}][\w'.-]*){{0,2}}(?: \([^()]*\))?")
_BARE = re.compile(rf"[{UPPER}][\w'-]*[{UPPER}]\w*|[{UPPER}]{{2,}}")
_ACRONYM = re.compile(
    rf"\s*[(\[](?P<it>[{UPPER}][\w&/-]*[{UPPER}][\w&/-]*(?: [\w&/-]+)?)(?:[\s'-]*(?:20|19)?\d\d)?[)\]]"
)
_IN = re.compile(r"\s+(?:in|at|from|à|à la|en|i|im)\s*$", re.I)
_STRUNG = re.compile(r";\s+")
_AGAIN = re.compile(r"(?:also|again|and|reprised|repeated|auch|aussi|también)\b", re.I)
_TALKS = frozenset({"talks"})
_LONG = 160
_LONGEST = 30
# The more a kind says of the honour, the more it tells: an invited talk is oral too.
_RANK = ("keynote", "invited", "panel", "tutorial", "poster", "oral", "seminar", "talk")


def _occasions(scene: Scene) -> Iterator[Mention]:
    """Lines under a talk's title with a date and the event, one each; else the entry is one."""
    items = [part for item in lines(scene) for part in _strung(scene, item)]
    dates = _dates(scene, items)
    whose = [titled.speakers(scene, item) for item in items]
    rows: list[list[Piece]] = []
    for n, item in enumerate(items):
        row = _pieces(scene, item, n, [*whose[n], *dates[n]], opens=not any(rows))
        rows.append(_placed(scene, row))
    several = _several(items, rows, whose, dates)
    held = [p for n, row in enumerate(rows) if n not in several for p in row]
    if events := told.places_spoken(scene, held):
        dated = [d for of_line in dates for d in of_line]
        for event in events:
            yield _occasion(scene, event.passage, dated, [event], [event])
        return
    title, texts = titled.parted(scene, held)
    shared = [m for people in whose for m in people][:1]
    if title:
        shared = [Mention("title", title.span, title.value, "occasions.title"), *shared]
    if several:
        first = [n for n in range(len(items)) if n not in several]
        given = [d for n in first for d in dates[n]]
        if texts and given:
            whole = joined([items[n] for n in first])
            yield _occasion(scene, whole, [*shared, *given], held, texts)
        for number in several:
            row = rows[number]
            events = [p for p in row if p.sort in ("event", "words")]
            yield _occasion(scene, items[number], [*shared, *dates[number]], row, events)
    elif held or shared:
        told_dates = [d for dated in dates for d in dated]
        yield _occasion(scene, joined(items), [*shared, *told_dates], held, texts)


def _occasion(
    scene: Scene,
    whole: Passage,
    shared: Sequence[Mention],
    row: Sequence[Piece],
    texts: Sequence[Piece],
) -> Mention:
    parts = (*shared, *_event(scene, row, texts))
    return Mention("occasion", whole.span, whole.value, "occasions.talk", tuple(_once(parts)))


def _dates(scene: Scene, items: Sequence[Item]) -> list[list[Mention]]:
    """The dates of each line. Where there are several, a year between words is part of a name:
    `the 2021 Meeting of the Society`, `Chapter Meeting 2017`.
    """
    dates = [terms(scene, i.span) for i in items]
    if sum(map(len, dates)) < 2:
        return dates
    free = [
        [d for d in dated if not (d.span.length == 4 and _beside_words(item, d))]
        for item, dated in zip(items, dates, strict=True)
    ]
    return free if any(free) else dates


def _beside_words(item: Item, date: Mention) -> bool:
    before, after = item.before(date.span).folded[-2:], item.after(date.span).folded[:2]
    return (len(before) == 2 and before[0].isalpha() and before[1] == " ") or (
        len(after) == 2 and after[0] == " " and after[1].isalpha() and bool(before.strip())
    )


def _strung(scene: Scene, item: Item) -> list[Item]:
    """`Fern Week, Oslo, 2018; Moss Institute, 2019`: events of one talk, a date in each."""
    parts = cut(item, _STRUNG) if ";" in item.folded else []
    if len(parts) > 1 and all(terms(scene, p.span) for p in parts):
        return [replace(item, span=p.span) for p in parts]
    return [item]


def _pieces(
    scene: Scene, item: Item, line: int, taken: Sequence[Mention], opens: bool
) -> list[Piece]:
    if not opens and _remarks(item):
        return []
    other = scene.seen("furniture", "link", "address", "legend", "people", within=item.span)
    return list(told.pieces(scene, item, line, [*taken, *other]))


def _remarks(item: Item) -> bool:
    """A sentence about the talk; a title below its event looks like one, but for the full stop."""
    told_so = prose(item) and '"' not in item.folded
    return told_so and (item.folded.rstrip()[-1:] in ".!" or item.span.length > _LONG)


def _several(
    items: Sequence[Item],
    rows: Sequence[Sequence[Piece]],
    whose: Sequence[Sequence[Mention]],
    dates: Sequence[Sequence[Mention]],
) -> list[int]:
    """The lines under the title that tell an event each: two with a date, or one `Also at …`;
    and the parts of one line.
    """
    dated = [
        n
        for n, row in enumerate(rows)
        if n
        and dates[n]
        and not whose[n]
        and any(p.sort in ("event", "words") for p in row)
        and not any(p.sort == "quote" for p in row)
    ]
    again = [n for n in dated if items[n].match(_AGAIN)]
    strung = any(items[n].source.text[items[n - 1].span.end] == ";" for n in dated)
    return dated if len(dated) > 1 or strung else again


def _once(parts: Iterable[Mention]) -> Iterator[Mention]:
    """The parts that overlap none before them; a date may stand in the name of its event."""
    kept: list[Span] = []
    for part in parts:
        inside = part.label in ("short", "date") or part.how == "inferred"
        if inside or not any(part.span.overlaps(k) for k in kept):
            kept += [] if inside else [part.span]
            yield part


def _placed(scene: Scene, row: Sequence[Piece]) -> list[Piece]:
    """Bare names before a country are its towns: `Fern Days, Florenz, Italien`; not behind a
    title alone, nor where the line opens the entry.
    """
    placed: list[Piece] = []
    for number, piece in enumerate(row):
        following = row[number + 1] if number + 1 < len(row) else None
        texts = [p for p in placed if p.sort in ("event", "words")]
        room = len(texts) > 1 or any(p.sort == "event" for p in texts) or (piece.line and not texts)
        town = following and following.sort == "place" and room and _is_town(scene, piece)
        placed.append(piece._replace(sort="place") if town else piece)
    return placed


def _event(scene: Scene, row: Sequence[Piece], texts: Sequence[Piece]) -> Iterator[Mention]:
    """Kind, event and place among what the title, the dates and the persons leave."""
    where = [p.passage for p in row if p.sort == "place"]
    events = [p.passage for p in texts]
    if not where:
        where, events = _elsewhere(scene, texts)
    if where:
        place = run_on(where)
        yield Mention("place", place.span, place.value, "occasions.place")
    if events:
        yield from _named(scene, events)
    kinds = [p.kind for p in row if p.kind]
    yield from sorted(kinds, key=lambda k: (k.how == "inferred", _RANK.index(str(k.value))))[:1]


def _elsewhere(scene: Scene, texts: Sequence[Piece]) -> tuple[list[Passage], list[Passage]]:
    """The place where none stands alone: in the event's name, `Spring School in Lisbon`; bare
    names behind it, `University of X, Greenwich`; or the house below it, `Talk at the City Museum`.
    """
    events = [p.passage for p in texts]
    for n, piece in enumerate(texts):
        if piece.within:
            lead = piece.passage.before(piece.within.span)
            led = next(lead.search(_IN), None)
            events[n] = trim(lead.part(lead.span.start, led.start()) if led else lead)
            return [piece.within], [e for e in events if e]
    towns = [p for p in texts[1:][-2:] if _is_town(scene, p)]
    if towns and towns[-1] is texts[-1]:
        towns = towns if texts[-len(towns) - 1].sort == "event" else towns[-1:]
        return [t.passage for t in towns], events[: -len(towns)]
    if len(texts) > 1 and texts[-1].given and texts[-1].line > texts[0].line:
        return events[-1:], events[:-1]
    return [], events


def _is_town(scene: Scene, piece: Piece) -> bool:
    """A bare name of one to three words, with none in it that tells of anything else."""
    name = piece.passage
    words = scene.seen("organization_word", "venue_word", "kind_word", "acronym", within=name.span)
    named = name.fullmatch(_CITY) is not None and name.fullmatch(_BARE) is None
    return piece.sort == "words" and named and not words


def _named(scene: Scene, events: Sequence[Passage]) -> Iterator[Mention]:
    """The event and its host, from the first piece to the last that belongs to it."""
    line = events[0].source.line_at(events[0].span.start).number
    near = [e for e in events if abs(e.source.line_at(e.span.start).number - line) <= 1]
    whole = run_on(near)
    yield Mention("event", whole.span, whole.value, "occasions.event")
    acronyms = scene.seen("acronym", within=whole.span)
    brackets = scene.entry.around(whole.span, behind=_LONGEST).search(_ACRONYM)
    bracket = next(
        (b for b in brackets if b.end() >= whole.span.end and b.start() <= whole.span.end), None
    )
    if acronyms:
        yield acronyms[-1]._replace(label="short")
    elif bracket and not scene.seen("kind_word", within=Span(*bracket.span("it"))):
        short = scene.entry.at(bracket, "it")
        yield Mention("short", short.span, short.value, "occasions.acronym")
    elif whole.fullmatch(_BARE):
        yield Mention("short", whole.span, whole.value, "occasions.short_name")


LAYOUTS: tuple[Finder, ...] = (Reading("occasions.talk", _occasions, kinds=_TALKS),)
