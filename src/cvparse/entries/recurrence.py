"""What comes back in a list: the looks and first words of its lines, and of its first line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

Shape = Mapping[str, Any]
"""The traits by which lines of a list are told apart."""

_TOLD_BY = {
    "look": ("bul", "md", "in", "date", "label", "caps", "bold", "quoted"),
    "frame": ("bul", "md", "in", "gap"),
    "words": ("date", "people", "caps", "lower"),
}
"""Traits by which lines are held against the first of their list, finer and coarser."""

_SHARED = ("bul", "md", "in", "date", "label", "people", "caps", "bold", "quoted", "gap")


def shared(shapes: Sequence[Shape]) -> list[list[str]]:
    """What each line shares with its list, and with the list's first line."""
    count, first = len(shapes), shapes[0]
    lines = f"lines={count if count < 4 else '4-9' if count < 10 else '10+'}"
    sizes = [(trait, _sizes(trait, shapes)) for trait in _SHARED]
    return [
        [
            lines,
            f"at={min(i, 2)}",
            f"like1={sum(shape[trait] != first[trait] for trait in shape)}",
            *(said[shape[trait]] for trait, said in sizes),
        ]
        for i, shape in enumerate(shapes)
    ]


def _sizes(trait: str, shapes: Sequence[Shape]) -> dict[object, str]:
    """How much of its list each value of a trait holds: `gap:0:most`; `=1`: and its first line."""
    found = {}
    for value, times in Counter([s[trait] for s in shapes]).items():
        share = times / len(shapes)
        size = (
            "all" if share > 0.95 else "most" if share > 0.5 else "many" if share > 0.15 else "few"
        )
        same = "=1" if value == shapes[0][trait] else ""
        found[value] = f"{trait}:{value if trait != 'in' else bool(value)}:{size}{same}"
    return found


def recurring(words: Sequence[str], shapes: Sequence[Shape]) -> list[list[str]]:
    """How often each line's first word and look come back, and when that of the first line does."""
    counts = Counter(words)
    found = [
        [f"again={min(counts[word], 3) if word else 0}{'=1' if word == words[0] else ''}"]
        for word in words
    ]
    for name, traits in _TOLD_BY.items():
        looks = [tuple([s[t] for t in traits]) for s in shapes]
        for row, more in zip(found, _returns(name, looks), strict=True):
            row.extend(more)
    return found


def _returns(name: str, looks: Sequence[tuple[object, ...]]) -> list[tuple[str, ...]]:
    """How the look of the first line comes back, and the looks of the lines below it."""
    numbers: dict[tuple[object, ...], int] = {}
    kinds = [numbers.setdefault(look, len(numbers)) for look in looks]  # the first line's is 0
    times = Counter(kinds)
    steps = Counter(b - a for a, b in pairwise(i for i, kind in enumerate(kinds) if not kind))
    usual = steps.most_common(1)[0][0] if steps else 0
    around = zip([-1, *kinds], kinds, [*kinds[1:], -1], strict=False)
    found, last = [], 0
    for i, (above, kind, below) in enumerate(around):
        since = i - last
        place = _Place(
            name,
            times=min(times[kind], 3),
            first=kind == 0,
            above=kind == above,
            since="usual" if since == usual else "less" if since < usual else "more",
            usual=min(usual, 5),
            template=kind == kinds[since],
            far=min(since, 5),
            behind=above == 0,
            before=below == 0,
            second=i > 0 and kind == kinds[1],
        )
        found.append(_told(place))
        if kind == 0:
            last = i
    return found


class _Place(NamedTuple):
    """How the look of a line stands to the others of its list, the first above all."""

    name: str
    times: int
    first: bool
    above: bool
    since: str
    usual: int
    template: bool
    far: int
    behind: bool
    before: bool
    second: bool


@cache
def _told(p: _Place) -> tuple[str, ...]:
    """A place as words of the line model; kept, since there are not many."""
    return (
        f"{p.name}:times={p.times}:{p.first}",
        f"{p.name}:above={p.above}",
        f"{p.name}:since={p.since}:{p.first}",
        f"{p.name}:usual={p.usual}",
        f"{p.name}:template={p.template}:{p.far}",
        f"{p.name}:<1={p.behind}",
        f"{p.name}:>1={p.before}:{p.first}",
        f"{p.name}:second={p.second}",
    )
