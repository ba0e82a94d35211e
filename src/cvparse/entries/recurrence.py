"""What comes back in a list: the looks and first words of its lines, and of its first line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

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
    sizes = {trait: _sizes(trait, shapes) for trait in _SHARED}
    found = []
    for i, shape in enumerate(shapes):
        same = {t for t in shape if shape[t] == first[t] or (t == "gap" and i == 0)}
        row = [lines, f"at={min(i, 2)}", f"like1={len(shape) - len(same)}"]
        row += [sizes[t][shape[t]] + ("=1" if t in same else "") for t in _SHARED]
        found.append(row)
    return found


def _sizes(trait: str, shapes: Sequence[Shape]) -> dict[object, str]:
    """How much of its list each value of a trait holds: `gap:0:most`."""
    found = {}
    for value, times in Counter(s[trait] for s in shapes).items():
        share = times / len(shapes)
        size = (
            "all" if share > 0.95 else "most" if share > 0.5 else "many" if share > 0.15 else "few"
        )
        found[value] = f"{trait}:{value if trait != 'in' else bool(value)}:{size}"
    return found


def recurring(words: Sequence[str], shapes: Sequence[Shape]) -> list[list[str]]:
    """How often each line's first word and look come back, and when that of the first line does."""
    counts = Counter(words)
    found = [
        [f"again={min(counts[word], 3) if word else 0}{'=1' if word == words[0] else ''}"]
        for word in words
    ]
    for name, traits in _TOLD_BY.items():
        looks = [tuple(s[t] for t in traits) for s in shapes]
        for row, more in zip(found, _returns(name, looks), strict=True):
            row.extend(more)
    return found


def _returns(name: str, looks: Sequence[tuple[object, ...]]) -> list[list[str]]:
    """How the look of the first line comes back, and the looks of the lines below it."""
    times = Counter(looks)
    first = [look == looks[0] for look in looks]
    places = [i for i, same in enumerate(first) if same]
    steps = Counter(b - a for a, b in pairwise(places))
    usual = steps.most_common(1)[0][0] if steps else 0
    found, last = [], 0
    for i, look in enumerate(looks):
        since = i - last
        when = "usual" if since == usual else "less" if since < usual else "more"
        found.append(
            [
                f"{name}:times={min(times[look], 3)}:{first[i]}",
                f"{name}:above={i > 0 and look == looks[i - 1]}",
                f"{name}:since={when}:{first[i]}",
                f"{name}:usual={min(usual, 5)}",
                f"{name}:template={look == looks[since]}:{min(since, 5)}",
                f"{name}:<1={i > 0 and first[i - 1]}",
                f"{name}:>1={i + 1 < len(looks) and first[i + 1]}:{first[i]}",
                f"{name}:second={i > 0 and look == looks[1]}",
            ]
        )
        if first[i]:
            last = i
    return found
