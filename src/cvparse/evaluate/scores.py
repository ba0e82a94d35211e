"""The result of an evaluation: all findings of some CVs, and the figures they add up to."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cvparse.cv import KEYS
from cvparse.evaluate.agreement import Level
from cvparse.evaluate.findings import Finding, compare
from cvparse.evaluate.tallies import Tally, tallies, tally


@dataclass(frozen=True)
class Scored:
    """One CV, compared. `fired` says how many values each rule gave, when provenance says so."""

    cv: str
    findings: tuple[Finding, ...]
    fired: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @cached_property
    def counted(self) -> tuple[Finding, ...]:
        """Without the keys that stay out of all totals."""
        return tuple(one for one in self.findings if one.counted)

    def records(self, level: Level = "folded") -> Tally:
        return tally((one for one in self.counted if not one.field), level)

    def fields(self, level: Level = "folded") -> Tally:
        return tally((one for one in self.counted if one.field), level)

    def f1(self, level: Level = "folded") -> float:
        """Of the fields. Where gold says nothing and nothing was read, all is right."""
        return _or_right(self.fields(level).f1)

    def record_f1(self, level: Level = "folded") -> float:
        """Of the records; as `f1` where there are none."""
        return _or_right(self.records(level).f1)

    def errors(self, level: Level = "folded") -> Iterator[Finding]:
        """What is not right, in the order of the contract."""
        return (one for one in self.findings if one.verdict(level) != "right")


@dataclass(frozen=True)
class Score:
    """Some CVs, compared. The headline is `field_f1`: the mean over CVs, so that long ones weigh
    no more than short ones; `fields("…")` and the like take all CVs together.
    """

    cvs: tuple[Scored, ...]

    def field_f1(self, level: Level = "folded") -> float:
        return _mean([one.f1(level) for one in self.cvs])

    def record_f1(self, level: Level = "folded") -> float:
        return _mean([one.record_f1(level) for one in self.cvs])

    @property
    def findings(self) -> Iterator[Finding]:
        return (finding for one in self.cvs for finding in one.findings)

    def by_key(self, level: Level = "folded") -> dict[str, Tally]:
        """Records, by key: `publications`."""
        return tallies((one for one in self.findings if not one.field), lambda f: f.key, level)

    def by_field(self, level: Level = "folded") -> dict[str, Tally]:
        """Fields, each by its name: `publications.title`."""
        return tallies((one for one in self.findings if one.field), lambda f: f.name, level)

    def errors(self, level: Level = "folded") -> list[Finding]:
        return [error for one in self.cvs for error in one.errors(level)]


def score(gold: Mapping[str, Mapping[str, Any]], read: Mapping[str, Mapping[str, Any]]) -> Score:
    """CVs by name, as gold has them and as they were read; one that was not read counts as empty."""
    return Score(tuple(scored(name, one, read.get(name, {})) for name, one in gold.items()))


def scored(cv: str, gold: Mapping[str, Any], read: Mapping[str, Any]) -> Scored:
    """One CV."""
    return Scored(cv, compare(cv, gold, read), _fired(read))


def _fired(read: Mapping[str, Any]) -> Mapping[str, int]:
    """How many values each rule gave."""
    records = [read.get("person") or {}, *(one for key in KEYS for one in read.get(key) or ())]
    rules = [
        str(evidence.get("rule"))
        for record in records
        for name, evidence in (record.get("provenance") or {}).items()
        if isinstance(evidence, Mapping) and name.partition("/")[0] != "note"
    ]
    return dict(sorted(Counter(rules).items()))


def _or_right(f1: float) -> float:
    return 1.0 if math.isnan(f1) else f1


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else math.nan
