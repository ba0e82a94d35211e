"""Sums of findings: precision, recall, F1 and support of anything they can be grouped by."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cvparse.evaluate.agreement import Level
from cvparse.evaluate.findings import Finding


@dataclass(frozen=True)
class Tally:
    """How many were right, of how many in gold (the support) and how many read."""

    hits: float = 0.0
    gold: int = 0
    read: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.gold + other.gold, self.read + other.read)

    @property
    def precision(self) -> float:
        """Of what was read, the share that is right; not a number when nothing was read."""
        return self.hits / self.read if self.read else math.nan

    @property
    def recall(self) -> float:
        """Of what is in gold, the share that was found; not a number when there is nothing."""
        return self.hits / self.gold if self.gold else math.nan

    @property
    def f1(self) -> float:
        """The harmonic mean of both; not a number when there is nothing on either side."""
        both = self.gold + self.read
        return 2 * self.hits / both if both else math.nan


def tally(findings: Iterable[Finding], level: Level = "folded") -> Tally:
    """All of them taken together."""
    hits, gold, read = list[float](), 0, 0
    for one in findings:
        hits.append(one.credit.at(level))
        gold += one.gold is not None
        read += one.read is not None
    return Tally(math.fsum(hits), gold, read)


def tallies(
    findings: Iterable[Finding], by: Callable[[Finding], str], level: Level = "folded"
) -> dict[str, Tally]:
    """A tally for each group, in the order in which they are first met."""
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        groups[by(one)].append(one)
    return {name: tally(group, level) for name, group in groups.items()}
