"""What an evaluation found, kept to compare the next one with: gains and losses by name.

A baseline holds the errors of each CV and its tallies. What is not among the errors was right to the
letter. Values are known by their place in gold, so a CV whose gold has changed since is not compared.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import cvparse
from cvparse import readers
from cvparse.errors import SchemaError
from cvparse.evaluate import cases, intervals
from cvparse.evaluate.agreement import LEVELS, Level
from cvparse.evaluate.findings import Finding, bare
from cvparse.evaluate.scores import Score, Scored

FORMAT = "cvparse-baseline-1"
Turn = Literal["right", "better", "worse", "wrong"]


@dataclass(frozen=True)
class Change:
    """A value that is read otherwise than before. `path` is in gold, or, of what gold does not
    have, in what was (or is) read.
    """

    cv: str
    path: str
    name: str
    gold: Any
    before: Any
    now: Any
    turn: Turn

    @property
    def gained(self) -> bool:
        return self.turn in {"right", "better"}


@dataclass(frozen=True)
class Difference:
    """How the mean field F1 moved over the CVs that both know; `interval` is of the difference."""

    before: float
    now: float
    interval: intervals.Interval | None


@dataclass(frozen=True)
class Comparison:
    """What changed since a baseline, CV by CV. The lists name CVs that are not compared."""

    changes: tuple[Change, ...]
    difference: Difference | None
    new: tuple[str, ...]
    gone: tuple[str, ...]
    relabelled: tuple[str, ...]

    @property
    def gains(self) -> list[Change]:
        return [one for one in self.changes if one.gained]

    @property
    def losses(self) -> list[Change]:
        return [one for one in self.changes if not one.gained]


def baseline(score: Score) -> dict[str, Any]:
    """An evaluation as JSON, to be given to `compared` later."""
    return {
        "format": FORMAT,
        "tool": {"name": "cvparse", "version": cvparse.__version__},
        "cvs": {one.cv: _entry(one) for one in score.cvs},
    }


def _entry(one: Scored) -> dict[str, Any]:
    return {
        "gold": fingerprint(one),
        "field_f1": {level: one.f1(level) for level in LEVELS},
        "errors": [
            {
                "name": e.name,
                "path": e.gold_path,
                "at": e.read_path,
                "read": bare(e.read),
                "credit": [*e.credit],
            }
            for e in one.errors("strict")
        ],
    }


def fingerprint(one: Scored) -> str:
    """Of everything that gold says and that is compared."""
    said = [(e.name, e.gold_path, e.gold) for e in one.findings if e.gold is not None]
    text = json.dumps(said, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def load(path: Path) -> Mapping[str, Any]:
    """Raises ReadError, or SchemaError when the file is no baseline."""
    data = cases.loaded(readers.contents(path), str(path))
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise SchemaError(f"{path}: no baseline", "--save-baseline writes one")
    return data


def compared(score: Score, before: Mapping[str, Any], level: Level = "folded") -> Comparison:
    """What became right and what became wrong since a baseline."""
    old: Mapping[str, Any] = before["cvs"]
    now = {one.cv: one for one in score.cvs}
    both = [cv for cv in now if cv in old]
    same = [cv for cv in both if fingerprint(now[cv]) == old[cv]["gold"]]
    changes = (c for cv in same for c in _changes(now[cv], old[cv]["errors"], level))
    pairs = [(old[cv]["field_f1"][level], now[cv].f1(level)) for cv in same]
    return Comparison(
        tuple(changes),
        _difference(pairs),
        tuple(cv for cv in now if cv not in old),
        tuple(cv for cv in old if cv not in now),
        tuple(cv for cv in both if cv not in same),
    )


def _difference(pairs: list[tuple[float, float]]) -> Difference | None:
    if not pairs:
        return None
    before, now = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    return Difference(before, now, intervals.of_mean([b - a for a, b in pairs]))


def _changes(one: Scored, errors: list[dict[str, Any]], level: Level) -> Iterator[Change]:
    """Of one CV. Fields of a record that was found or lost whole go without saying."""
    now = _placed((_place(e.name, e.gold_path, e.read), e) for e in one.findings)
    was = _placed((_place(e["name"], e["path"], e["read"]), e) for e in errors)
    turned = [_turned(one.cv, finding, was.get(place), level) for place, finding in now.items()]
    turned += [_gone(one.cv, error) for place, error in was.items() if place not in now]
    found = [change for change in turned if change]
    whole = {change.path for change in found if "." not in change.name}
    return (c for c in found if "." not in c.name or c.path.rpartition("/")[0] not in whole)


Place = tuple[str, str]
T = TypeVar("T")


def _place(name: str, path: str | None, value: Any) -> Place:
    """By what a value is known again: its place in gold; of what gold does not have, the value."""
    return name, path or json.dumps(bare(value), sort_keys=True, default=str)


def _placed(found: Iterable[tuple[Place, T]]) -> dict[tuple[Place, int], T]:
    """By place; what stands in one place for the second time is told apart."""
    seen: Counter[Place] = Counter()
    placed = {}
    for place, one in found:
        placed[place, seen[place]] = one
        seen[place] += 1
    return placed


def _turned(cv: str, finding: Finding, error: dict[str, Any] | None, level: Level) -> Change | None:
    """What became of a value that is known now."""
    path = finding.gold_path or finding.read_path or ""
    gold, now = bare(finding.gold), bare(finding.read)
    if finding.gold is None:
        return None if error else Change(cv, path, finding.name, None, None, now, "wrong")
    before = error["credit"][LEVELS.index(level)] if error else 1.0
    turn = _turn(before, finding.credit.at(level))
    read = error["read"] if error else gold
    return turn and Change(cv, path, finding.name, gold, read, now, turn)


def _turn(before: float, now: float) -> Turn | None:
    if before == now:
        return None
    if before < now:
        return "right" if now == 1.0 else "better"
    return "wrong" if before == 1.0 else "worse"


def _gone(cv: str, error: dict[str, Any]) -> Change:
    """Something that gold does not have, and that is read no more."""
    return Change(cv, error["at"] or "", error["name"], None, error["read"], None, "right")
