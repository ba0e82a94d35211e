"""Which row of a post's head is the position, and which the house it was held in.

What words tell comes first; then another row beside one that is told; then the look of an agent's
noun (`Violist`), the row that the place stands on, and last the order. Wrong for an unknown
position under an unknown house.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cvparse.document import Item, Mention, Passage
from cvparse.rules.heads import one, runs
from cvparse.rules.towns import Row

AGENT = re.compile(
    r"\b[^\W\d_]{2,}(?:er|or|ist|ian|eer|ant|man|woman|ship|eur|euse|trice|iste|ante|adora?|ista|ore|erin|"
    r"kraft|ee|lead)\b",
    re.I,
)


class Sorted(NamedTuple):
    """A row's pieces by what they are; in `strong` a word tells a house, in `rest` none tells."""

    row: Row
    post: tuple[Passage, ...] = ()
    house: tuple[Passage, ...] = ()
    strong: tuple[Passage, ...] = ()
    rest: tuple[Passage, ...] = ()
    mentors: tuple[Mention, ...] = ()

    @property
    def whole(self) -> list[Passage]:
        return [*self.row.pieces]


def choose(
    rows: Sequence[Sorted], housed: bool = False
) -> tuple[Passage | None, Passage | None, list[Item]]:
    """The position, the house, and the lines that are neither. `housed` says that the house is
    told above, so that what no word tells belongs to the position.
    """
    if housed and len(rows) == 1 and rows[0].rest:
        return _whole(rows[0]), None, []
    head = _pair(rows)
    if head is None:
        return None, None, []
    post, house, used = head
    left = [r.row.item for r in rows if not any(r is u for u in used)]
    return post, house, left


_Pair = tuple[Passage | None, Passage | None, list["Sorted"]]


def _pair(rows: Sequence[Sorted]) -> _Pair | None:
    posts = [r for r in rows if r.post]
    houses = [r for r in rows if r.house and not r.post]
    if not rows:
        return None
    both = next((r for r in posts if r.house), None)
    if both:
        return one(both.post), _joined(both.house, houses), [both, *houses[:1]]
    if posts and houses:
        used = [posts[0], *_following(houses)]
        return _whole(posts[0]), _joined(houses[0].whole, houses[1:]), used
    if posts:
        return _with_unknown(posts, rows)
    return _told_by_place(rows, houses)


def _whole(row: Sorted) -> Passage:
    """A position that has its row for itself: all of it."""
    if row.mentors:
        return one(row.post)
    return one(
        next(g for g in runs(row.whole) if any(p.span.overlaps(row.post[0].span) for p in g))
    )


def _joined(house: Sequence[Passage], houses: Sequence[Sorted]) -> Passage | None:
    """`Department of Botany` above `University of X` is one house, printed on two lines."""
    if not house:
        return None
    if houses and _go_on(house[-1], houses[0]):
        return one([*house, *runs(houses[0].house)[0]])
    return one(runs(house)[0])


def _following(houses: Sequence[Sorted]) -> Sequence[Sorted]:
    """The rows that `_joined` takes together."""
    return houses[: 2 if len(houses) > 1 and _go_on(houses[0].house[-1], houses[1]) else 1]


def _go_on(above: Passage, below: Sorted) -> bool:
    return len(runs([above, below.house[0]])) == 1


def _with_unknown(posts: Sequence[Sorted], rows: Sequence[Sorted]) -> _Pair:
    """A position is known, the house is not: another row, or what stands beside the position."""
    others = [r for r in rows if not r.post]
    if others:
        return _whole(posts[0]), one(runs(others[0].whole)[0]), [posts[0], others[0]]
    if len(posts) > 1 and (house := _with_place(posts)):
        post = next(r for r in posts if r is not house)
        return one(post.whole), one(house.whole), [post, house]
    rest = runs(posts[0].rest)
    return one(posts[0].post), one(rest[0]) if rest else None, [posts[0]]


def _with_place(rows: Sequence[Sorted]) -> Sorted | None:
    """Of two rows, one with the place and one with the date, the house is where the place is."""
    placed = [r for r in rows if r.row.places and not r.row.dates]
    dated = [r for r in rows if r.row.dates and not r.row.places]
    return placed[0] if placed and dated else None


def _told_by_place(rows: Sequence[Sorted], houses: Sequence[Sorted]) -> _Pair:
    """No word tells the position."""
    others = [r for r in rows if not r.house]
    if houses:
        post, house = _before_house(houses[0])
        if post and (len(house) and (not others or _agent(post))):
            return post, one(house), [houses[0]]
        where = _joined(houses[0].house, houses[1:])
        what = one(runs(others[0].whole)[0]) if others else None
        return what, where, [*others[:1], *_following(houses)]
    if len(rows) > 1:
        house_row = (
            _with_place(rows[:2])
            or next((r for r in rows[:2] if not _agent(r.whole[0])), None)
            or rows[0]
        )
        post_row = next(r for r in rows if r is not house_row)
        return one(runs(post_row.whole)[0]), one(runs(house_row.whole)[0]), [post_row, house_row]
    pieces = rows[0].whole
    if len(pieces) > 1:
        at = next((n for n, p in enumerate(pieces[:2]) if _agent(p)), 1)
        return pieces[at], one(runs(pieces[1:] if at == 0 else pieces[:1])[0]), [rows[0]]
    return (pieces[0], None, [rows[0]]) if _agent(pieces[0]) else (None, pieces[0], [rows[0]])


def _before_house(row: Sorted) -> tuple[Passage | None, list[Passage]]:
    """`Garden Warden, Center for X`: what stands first, before the first piece of a house."""
    pieces, (first, *more) = row.whole, row.whole
    named = [p for p in pieces if any(p.span.within(h.span) for h in row.strong)]
    if not more or not named or named[0] is first:
        return None, list(row.house)
    return first, runs(pieces[1:])[0]


def _agent(piece: Passage) -> bool:
    """`Gardener`, `Violist`: does a word of it end as words for those who do things do?"""
    return next(piece.search(AGENT), None) is not None
