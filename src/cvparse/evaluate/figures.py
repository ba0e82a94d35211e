"""All figures of an evaluation as JSON: rates at every level, intervals, errors, rules, changes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

import cvparse
from cvparse.evaluate import intervals
from cvparse.evaluate.agreement import LEVELS, Level
from cvparse.evaluate.baselines import Change, Comparison
from cvparse.evaluate.findings import Finding, bare
from cvparse.evaluate.firings import Firing
from cvparse.evaluate.floors import Unmet
from cvparse.evaluate.intervals import Interval
from cvparse.evaluate.scores import Score
from cvparse.evaluate.tallies import Tally, tallies


@dataclass(frozen=True)
class Row:
    """A line of a table: a tally and an interval of its F1 for each level."""

    name: str
    tallies: dict[Level, Tally]
    intervals: dict[Level, Interval | None]

    def figures(self) -> dict[str, Any]:
        one = self.tallies["folded"]
        rates: dict[str, Any] = {
            level: {
                "precision": number(tally.precision),
                "recall": number(tally.recall),
                "f1": number(tally.f1),
                "interval": ends(self.intervals[level]),
            }
            for level, tally in self.tallies.items()
        }
        return {"gold": one.gold, "read": one.read, **rates}


def rows(score: Score) -> tuple[list[Row], list[Row]]:
    """A row for each key (its records), and one for each field, in the order of the contract."""
    records = _rows(score, lambda f: f.key, [f for f in score.findings if not f.field])
    fields = _rows(score, lambda f: f.name, [f for f in score.findings if f.field])
    return records, fields


def _rows(score: Score, by: Callable[[Finding], str], findings: list[Finding]) -> list[Row]:
    names = list(dict.fromkeys(map(by, findings)))
    found = {level: _by_cv(score, by, findings, level) for level in LEVELS}
    whole = {level: tallies(findings, by, level) for level in LEVELS}
    return [
        Row(
            name,
            {level: whole[level][name] for level in LEVELS},
            {
                level: intervals.of_f1([one.get(name, Tally()) for one in found[level]])
                for level in LEVELS
            },
        )
        for name in names
    ]


def _by_cv(
    score: Score, by: Callable[[Finding], str], findings: list[Finding], level: Level
) -> list[dict[str, Tally]]:
    """The tallies of each CV."""
    of_cv: dict[str, list[Finding]] = {one.cv: [] for one in score.cvs}
    for finding in findings:
        of_cv[finding.cv].append(finding)
    return [tallies(found, by, level) for found in of_cv.values()]


def mean_intervals(score: Score, level: Level) -> dict[str, Interval | None]:
    """Of the two headlines."""
    records = [one.record_f1(level) for one in score.cvs]
    return {
        "field_f1": intervals.of_mean([one.f1(level) for one in score.cvs]),
        "record_f1": intervals.of_mean(records),
    }


def headline(score: Score) -> dict[str, dict[Level, dict[str, Any]]]:
    """The means over CVs, with their intervals."""
    said: dict[str, dict[Level, dict[str, Any]]] = {"field_f1": {}, "record_f1": {}}
    for level in LEVELS:
        found = mean_intervals(score, level)
        means = {"field_f1": score.field_f1(level), "record_f1": score.record_f1(level)}
        for name, mean in means.items():
            said[name][level] = {"f1": number(mean), "interval": ends(found[name])}
    return said


def figures(score: Score, level: Level) -> dict[str, Any]:
    """Everything about a score; `errors` are those at this level."""
    records, fields = rows(score)
    return {
        "tool": {"name": "cvparse", "version": cvparse.__version__},
        "cvs": len(score.cvs),
        "level": level,
        **headline(score),
        "records": {row.name: row.figures() for row in records},
        "fields": {row.name: row.figures() for row in fields},
        "by_cv": {
            one.cv: {
                at: {"record_f1": number(one.record_f1(at)), "field_f1": number(one.f1(at))}
                for at in LEVELS
            }
            for one in score.cvs
        },
        "errors": [error(one, level) for one in score.errors(level)],
    }


def error(one: Finding, level: Level) -> dict[str, Any]:
    """An error by name; `span` and `rules` when provenance says where it was read."""
    said: dict[str, Any] = {
        "cv": one.cv,
        "name": one.name,
        "verdict": one.verdict(level),
        "gold_path": one.gold_path,
        "read_path": one.read_path,
        "gold": bare(one.gold),
        "read": bare(one.read),
        "credit": number(one.credit.at(level)),
    }
    if one.span:
        said["span"] = list(one.span)
        said["rules"] = sorted({trace.rule for trace in one.traces})
    return said


def rules(firings: Iterable[Firing]) -> dict[str, Any]:
    return {
        one.rule: {"fired": one.fired, "right": one.right, "wrong": one.wrong} for one in firings
    }


def changes(comparison: Comparison) -> dict[str, Any]:
    """Gains and losses since a baseline."""

    def told(found: list[Change]) -> list[dict[str, Any]]:
        return [asdict(one) for one in found]

    moved = comparison.difference
    return {
        "gains": told(comparison.gains),
        "losses": told(comparison.losses),
        "field_f1": moved
        and {
            "before": number(moved.before),
            "now": number(moved.now),
            "difference": number(moved.now - moved.before),
            "interval": ends(moved.interval),
        },
        "new": list(comparison.new),
        "gone": list(comparison.gone),
        "relabelled": list(comparison.relabelled),
    }


def gates(unmet: Iterable[Unmet]) -> list[dict[str, Any]]:
    return [asdict(one) for one in unmet]


def number(value: float) -> float | None:
    """Rounded for the eye of a diff; JSON has no word for what is not a number."""
    return None if math.isnan(value) else round(value, 6)


def ends(interval: Interval | None) -> list[float] | None:
    return [round(end, 6) for end in interval] if interval else None
