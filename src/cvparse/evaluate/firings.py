"""How often each rule was right: measured on gold, and the only confidence we print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cvparse.evaluate.agreement import Level, as_list, comparable
from cvparse.evaluate.findings import Finding, Trace
from cvparse.evaluate.scores import Score


@dataclass(frozen=True)
class Firing:
    """Of the values a rule gave (`fired`), how many gold calls right and how many wrong.

    Of the rest gold says nothing: a field that it need not give.
    """

    rule: str
    fired: int
    right: int
    wrong: int

    @property
    def share(self) -> float | None:
        """The share of right ones among those that gold judges."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None


def firings(score: Score, level: Level = "folded") -> list[Firing]:
    """All rules that the provenance names, most wrong first; empty when there is no provenance."""
    fired: Counter[str] = Counter()
    for one in score.cvs:
        fired.update(one.fired)
    judged = _judged(score.findings, level)
    rows = [
        Firing(rule, count, sum(judged[rule]), len(judged[rule]) - sum(judged[rule]))
        for rule, count in fired.items()
    ]
    return sorted(rows, key=lambda row: (-row.wrong, -row.fired, row.rule))


def _judged(findings: Iterable[Finding], level: Level) -> defaultdict[str, list[bool]]:
    """For each rule, whether each value it gave is right; each place counts once.

    A lone date that stands for a start and an end is right when both are.
    """
    values: defaultdict[tuple[object, ...], list[bool]] = defaultdict(list)
    for one in findings:
        if one.field and one.read is not None:
            for trace, right in _traced(one, level):
                values[one.cv, one.read_path, trace.item, trace.rule].append(right)
    judged: defaultdict[str, list[bool]] = defaultdict(list)
    for (*_, rule), rights in values.items():
        judged[str(rule)].append(all(rights))
    return judged


def _traced(finding: Finding, level: Level) -> Iterator[tuple[Trace, bool]]:
    """Each trace of a value with its verdict; in a list, each item's own."""
    whole = finding.credit.at(level) == 1.0
    wanted = Counter(comparable(finding.field, x) for x in as_list(finding.gold or []))
    items = as_list(finding.read)
    for trace in finding.traces:
        if whole or trace.item is None or trace.item >= len(items):
            yield trace, whole
            continue
        item = comparable(finding.field, items[trace.item])
        yield trace, wanted[item] > 0
        wanted[item] -= 1
