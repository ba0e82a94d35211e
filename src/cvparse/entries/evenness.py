"""How much alike are the entries that a habit proposes, and how unlike other lines their first?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from cvparse.entries.looks import Look


class Grouping(NamedTuple):
    """Items that start an entry, items that head several, and starts that share the first line
    of the entry above: a second degree under one university.
    """

    starts: tuple[int, ...]
    heads: frozenset[int] = frozenset()
    sharing: frozenset[int] = frozenset()


class Weights(NamedTuple):
    """What is counted once for a list, whatever its habit: running sums, and shapes."""

    dated: tuple[int, ...]
    people: tuple[int, ...]
    shapes: tuple[tuple[object, ...], ...]
    labelled: frozenset[int]


def weigh(looks: Sequence[Look]) -> Weights:
    """The running sums of dated items and of lists of persons, and the shape of each item."""
    return Weights(
        dated=tuple(accumulate((x.dated for x in looks), initial=0)),
        people=tuple(accumulate((x.people for x in looks), initial=0)),
        shapes=tuple(look[:9] for look in looks),
        labelled=frozenset(i for i, x in enumerate(looks) if x.labelled),
    )


def evenness(looks: Sequence[Look], grouping: Grouping, weights: Weights) -> float:
    """How much alike the entries are, and how unlike other lines their first lines."""
    starts, heads = grouping.starts, grouping.heads
    bounds = list(pairwise((*starts, len(looks))))
    orphans = sum(i not in heads for i in range(starts[0]))
    dated = _counts(weights.dated, bounds, [looks[i].dated for i in heads], heads)
    people = _counts(weights.people, bounds, [looks[i].people for i in heads], heads)
    trailing = weights.dated[-1] and not dated[-1]
    lame = sum(looks[i].attached or looks[i].prose for i in starts) / len(starts)
    return (
        2 * _once(dated, weights.dated[-1])
        + _once(people, weights.people[-1])
        + 2 * _exclusive(grouping, weights.shapes)
        + _apart(looks, grouping)
        + _numbered(starts, weights.labelled)
        - (0.5 + orphans / len(looks) if orphans else 0)
        - (0.3 if trailing else 0)
        - 2 * lame
        - (0.1 if heads else 0)  # a line that heads several must earn it
    )


def _counts(
    sums: Sequence[int],
    bounds: Sequence[tuple[int, int]],
    headed: Sequence[bool],
    heads: frozenset[int],
) -> list[int]:
    """How many items of each entry are so; those that head several entries are none of theirs."""
    counts = [sums[end] - sums[start] for start, end in bounds]
    if any(headed):
        for number, (start, end) in enumerate(bounds):
            counts[number] -= sum(sums[i + 1] - sums[i] for i in heads if start <= i < end)
    return counts


def _once(counts: Sequence[int], total: int) -> float:
    """1 when each entry has exactly one such item; half when the list has too few to tell."""
    if total < 2:
        return 0.5
    return sum(1 / c for c in counts if c) / len(counts)


def _numbered(starts: Sequence[int], labelled: frozenset[int]) -> float:
    """Numbers are there to tell entries apart: 1 when they stand at all starts, and only there."""
    if len(labelled) < 2:
        return 0.0
    return len(labelled.intersection(starts)) / max(len(starts), len(labelled))


def _exclusive(grouping: Grouping, shapes: Sequence[tuple[object, ...]]) -> float:
    """The share of first lines that look like the commonest, less the share of other lines."""
    first = Counter(shapes[i] for i in grouping.starts)
    shape, count = first.most_common(1)[0]
    others = len(shapes) - len(grouping.starts) - len(grouping.heads)
    if others <= 0:
        return count / len(grouping.starts)
    same = shapes.count(shape) - count - sum(shapes[i] == shape for i in grouping.heads)
    return count / len(grouping.starts) - same / others


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
