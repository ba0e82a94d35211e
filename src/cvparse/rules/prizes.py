"""The name of a prize, fellowship or honour, and who gave it.

2019 Acme Prize, Leaf Society · Acme Prize (Leaf Society), 2019 · Acme Prize by Leaf Society
Leaf Society, Acme Prize · Leaf Letters - Best Reviewer Award · Winner, Acme Prize, for *My Book*
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules.awarders import BY, LONG, read
from cvparse.rules.laurels import is_body, is_prize
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import cut, joined, lots, remarks, rest, says, terms
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.values import When

_SUM_SAID = re.compile(r"(?:dotiert mit|worth|amount|value|valued at|total|of)\s?:?\s*$", re.I)


def _prizes(scene: Scene) -> Iterator[Mention]:
    """One mention for each prize of an entry, a part for each of its fields. Of several in one
    entry the later have the date of the first, when they print none.
    """
    dates: list[Mention] = []
    for lot in _lots(scene):
        parts = _told(scene, lot)
        if parts:
            own = [p for p in parts if p.label == "date"]
            parts += dates if not own else []
            dates = dates or [d._replace(how="inferred") for d in own]
            span = Span.cover(i.span for i in lot)
            yield Mention("prize", span, "", "prizes.told", tuple(parts))


def _lots(scene: Scene) -> Iterator[list[Item]]:
    """A later line that is named a prize as the first one is begins the next."""
    for lot in lots(scene):
        group: list[Item] = []
        for item in lot:
            if group and _another(scene, next(filter(_spoken(scene), group), group[0]), item):
                yield group
                group = []
            group.append(item)
        yield group


def _spoken(scene: Scene) -> Callable[[Item], bool]:
    """Does a line say more than when?"""
    return lambda item: bool(_pieces(scene, item))


def _another(scene: Scene, first: Item, item: Item) -> bool:
    """Are both named prizes, and not the same one: `Acme Prize` / `Acme Prize for my work`?"""
    above, here = _row(scene, first), _row(scene, item)
    if not above or not here:
        return False
    return not here[0].startswith(above[0]) or (len(above) > 1 and len(here) > 1)


def _row(scene: Scene, item: Item) -> list[str]:
    """The pieces of a line that opens with the name of a prize."""
    pieces = [] if prose(item) else _pieces(scene, item)
    return [p.value for p in pieces] if pieces and is_prize(scene, pieces[0]) else []


def _told(scene: Scene, lot: Sequence[Item]) -> list[Mention]:
    lines = [(item, _pieces(scene, item)) for item in lot]
    number = next((n for n, (_, pieces) in enumerate(lines) if pieces), None)
    if number is None:
        return []
    later = [(i, p) for i, p in lines[number + 1 :] if _tells(scene, i, p)]
    prize = read(scene, lines[number][1], later)
    whole = joined(lot)
    parts = [Mention("title", prize.title.span, prize.title.value, "prizes.title")]
    if prize.awarder:
        parts.append(Mention("awarder", prize.awarder.span, prize.awarder.value, "prizes.awarder"))
    named = prize.title.span
    known = [t for item in lot for t in _terms(scene, item)]
    dated = [t for t in known if scene.beside(t) or not t.span.within(named)]
    parts += [*_first_line(scene, dated), *scene.seen("money", within=whole.span)]
    used = [*parts, *dated, *scene.seen("furniture", "link", within=whole.span)]
    return [*parts, *remarks(lot, used, "prizes.note")]


def _tells(scene: Scene, item: Item, pieces: list[Passage]) -> bool:
    """Not a sentence, unless it says who gave the prize or opens with a body."""
    if not prose(item) or next(item.search(BY), None):
        return True
    return bool(pieces) and pieces[0].span.length <= LONG and is_body(scene, pieces[0])


def _first_line(scene: Scene, dates: Sequence[Mention]) -> list[Mention]:
    """The dates of the first line that has one."""
    if not dates:
        return []
    line = scene.source.line_at(dates[0].span.start)
    return [d for d in dates if d.span.within(line.span)]


def _terms(scene: Scene, item: Item) -> list[Mention]:
    """The dates of a line, without a year that is part of a name: `2020 Leaf Prize (Jun 2021)`."""
    dates = terms(scene, item.span)
    if len(dates) > 1 and dates[0].span.length == 4 and not says(item.before(dates[0].span)):
        behind, last = item.after(dates[0].span).folded, item.after(dates[-1].span)
        if behind[:1] == " " and behind[1:2].isalpha() and not says(last) and not _same(dates):
            return dates[1:]
    return dates


def _same(dates: Sequence[Mention]) -> bool:
    """`2020 Best Paper Award (Leaf Days 2020)`: the year of the prize, printed twice."""
    first, last = dates[0].value, dates[-1].value
    return (
        isinstance(first, When)
        and isinstance(last, When)
        and (first.start or "")[:4] == (last.start or "-")[:4]
    )


def _pieces(scene: Scene, item: Item) -> list[Passage]:
    """What dates, sums, places and labels leave of a line."""
    taken = [*_terms(scene, item), *scene.seen("money", "link", "url", within=item.span)]
    taken += [m for m in scene.seen("furniture", within=item.span) if m.rule == "fields.label"]
    for money in scene.seen("money", within=item.span):
        if lead := next(
            item.around(money.span, before=60).before(money.span).search(_SUM_SAID), None
        ):
            taken.append(
                Mention("furniture", Span(*lead.span()), "words of an amount", "prizes.sum")
            )
    pieces = [p for stretch in rest(item, taken) for p in cut(stretch)]
    return [p for p in pieces if says(p) and not _is_place(scene, p)]


def _is_place(scene: Scene, piece: Passage) -> bool:
    line = piece.source.line_at(piece.span.start).span
    return any(piece.span.within(m.span) for m in scene.seen("place", within=line))


LAYOUTS: tuple[Finder, ...] = (Reading("prizes.told", _prizes, kinds=frozenset({"awards"})),)
