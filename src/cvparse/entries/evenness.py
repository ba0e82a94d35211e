"""How much alike are the entries that a habit proposes, and how unlike other lines their first?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cvparse.entries.looks import Look


class Grouping(NamedTuple):
    """Items that start an entry, and items that head several."""

    starts: tuple[int, ...]
    heads: frozenset[int] = frozenset()


def evenness(looks: Sequence[Look], grouping: Grouping) -> float:
    """How much alike the entries are, and how unlike other lines their first lines."""
    starts = grouping.starts
    groups = [
        [looks[i] for i in range(a, b) if i not in grouping.heads]
        for a, b in zip(starts, (*starts[1:], len(looks)), strict=True)
    ]
    groups = [g for g in groups if g]
    orphans = sum(1 for i in range(starts[0]) if i not in grouping.heads)
    trailing = any(x.dated for x in looks) and not any(x.dated for x in groups[-1])
    lame = sum(g[0].attached or g[0].prose for g in groups) / len(groups)
    return (
        2 * _once(groups, [x.dated for x in looks], "dated")
        + _once(groups, [x.people for x in looks], "people")
        + 2 * _exclusive(looks, grouping)
        + _apart(looks, grouping)
        - (0.5 if orphans else 0)
        - (0.3 if trailing else 0)
        - 2 * lame
    )


def _once(groups: Sequence[Sequence[Look]], all_: Sequence[bool], name: str) -> float:
    """1 when each entry has exactly one such item; half when the list has too few to tell."""
    if sum(all_) < 2:
        return 0.5
    counts = [sum(getattr(x, name) for x in group) for group in groups]
    return sum(1 / c if c else 0.0 for c in counts) / len(counts)


def _exclusive(looks: Sequence[Look], grouping: Grouping) -> float:
    """The share of first lines that look like the commonest, less the share of other lines."""
    starts = set(grouping.starts)
    first = Counter(_shape(looks[i]) for i in starts)
    rest = Counter(
        _shape(x) for i, x in enumerate(looks) if i not in starts and i not in grouping.heads
    )
    shape, count = first.most_common(1)[0]
    others = rest[shape] / sum(rest.values()) if rest else 0.0
    return count / len(starts) - others


def _shape(look: Look) -> tuple[object, ...]:
    return look[:9]


def _apart(looks: Sequence[Look], grouping: Grouping) -> float:
    """Do the entries begin where the page makes a gap, a bullet or a step to the left?"""
    starts = grouping.starts[1:]
    if not starts:
        return 0.0
    apart = [
        looks[i].gap
        or looks[i].bulleted
        or looks[i].labelled
        or looks[i].indent < looks[i - 1].indent
        for i in starts
    ]
    return sum(apart) / len(apart)
