"""One CV's gold held against what was read: each value that either has becomes a `Finding`.

All figures are sums of findings, all lists of errors are choices among them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from cvparse.evaluate.agreement import NOTHING, RIGHT, Credit, Level, credit, given
from cvparse.evaluate.kinds import KINDS, PERIODS, PERSON, Kind
from cvparse.evaluate.pairing import Record, pair

Verdict = Literal["right", "wrong", "missing", "extra", "lost record", "spurious record"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where (part of) a value was read: `item` of a list, `span` [start, end) in characters."""

    item: int | None
    span: tuple[int, int]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A value of gold and what was read for it; or the record itself, when `field` is empty.

    `gold_path` and `read_path` are JSON pointers; None when that side has no such record. `gold`
    and `read` are the values; None when that side gives none (of a record: the record whole).
    `field` may differ from the name in the pointer: a lone `date` counts as `start_date` and `end_date`.
    """

    cv: str
    key: str
    field: str
    gold_path: str | None
    read_path: str | None
    gold: Any
    read: Any
    credit: Credit
    traces: tuple[Trace, ...] = dataclasses.field(default=(), repr=False)
    counted: bool = True

    @property
    def name(self) -> str:
        """`publications.title`; of a record, its key."""
        return f"{self.key}.{self.field}" if self.field else self.key

    @property
    def span(self) -> tuple[int, int] | None:
        """From the first character of what was read to the last, when provenance says."""
        if not self.traces:
            return None
        return min(t.span[0] for t in self.traces), max(t.span[1] for t in self.traces)

    def verdict(self, level: Level = "folded") -> Verdict:
        if self.gold is None:
            return "extra" if self.field else "spurious record"
        if self.read is None:
            return "missing" if self.field else "lost record"
        return "right" if self.credit.at(level) == 1.0 else "wrong"


def compare(cv: str, gold: Mapping[str, Any], read: Mapping[str, Any]) -> tuple[Finding, ...]:
    """All findings of one CV, in the order of the contract. Neither side is changed.

    Gold may name keys whose records are not all labelled (`_partial`: what else was read is no
    error) and keys whose dates are not (`_undated`: dates that gold lacks are no error).
    """
    owners = (
        _Told("/person", side.get("person") or {}, side.get("person") or {})
        for side in (gold, read)
    )
    found = [*_Comparison(cv, "person", PERSON).fields(*owners)]
    partial, undated = (set(gold.get(name) or ()) for name in ("_partial", "_undated"))
    for key, kind in KINDS.items():
        unlabelled = key in partial or (kind.sparse and key not in gold)
        comparison = _Comparison(cv, key, kind, unlabelled, key in undated)
        found += comparison.findings(_told(key, gold), _told(key, read))
    return tuple(found)


@dataclass(frozen=True)
class _Told:
    """A record as one side tells it: as printed, and with a lone `date` as start and end."""

    path: str | None = None
    record: Record = dataclasses.field(default_factory=dict)
    values: Record = dataclasses.field(default_factory=dict)

    def pointer(self, name: str) -> str | None:
        """Where a field stands, or would stand, in the side's own JSON."""
        return self.path and (f"{self.path}/{self._own(name)}" if name else self.path)

    def traces(self, name: str) -> tuple[Trace, ...]:
        """Where a field was read; of the record, where all its fields were."""
        if name:
            return tuple(self._traced.get(self._own(name), ()))
        return tuple(trace for found in self._traced.values() for trace in found)

    @cached_property
    def _traced(self) -> dict[str, list[Trace]]:
        """What provenance says in the shape of ours, by field; of other shapes nothing is made."""
        found: dict[str, list[Trace]] = {}
        for name, evidence in (self.record.get("provenance") or {}).items():
            own, _, item = name.partition("/")
            match evidence:
                case {"span": [int(start), int(end)], **rest}:
                    number = int(item) if item.isdecimal() else None
                    trace = Trace(number, (start, end), str(rest.get("rule", "")))
                    found.setdefault(own, []).append(trace)
        return found

    def _own(self, name: str) -> str:
        return "date" if name in self.values and name not in self.record else name


_NOBODY = _Told()


def _told(key: str, side: Mapping[str, Any]) -> list[_Told]:
    records = side.get(key) or ()
    return [_Told(f"/{key}/{i}", one, _as_period(key, one)) for i, one in enumerate(records)]


def _as_period(key: str, record: Record) -> Record:
    """The record with a lone `date` as start and end, where the key's records have periods."""
    if key not in PERIODS or not given(record.get("date")):
        return record
    start, _, end = str(record["date"]).partition("/")
    rest = {name: value for name, value in record.items() if name != "date"}
    return {"start_date": start, "end_date": end or start} | rest


@dataclass(frozen=True)
class _Comparison:
    """What the findings of one key of one CV have in common."""

    cv: str
    key: str
    kind: Kind
    partial: bool = False
    undated: bool = False

    def findings(self, gold: Sequence[_Told], read: Sequence[_Told]) -> Iterator[Finding]:
        pairs = pair(self.key, [one.values for one in gold], [one.values for one in read])
        for i, one in enumerate(gold):
            yield from self.of_pair(one, read[pairs[i]] if i in pairs else _NOBODY)
        for j in sorted(set(range(len(read))) - set(pairs.values())):
            if not self.partial:
                yield from self.of_pair(_NOBODY, read[j])

    def of_pair(self, gold: _Told, read: _Told) -> Iterator[Finding]:
        """The record as such, then its fields."""
        both = RIGHT if gold.path and read.path else NOTHING
        yield self._finding("", gold, read, both, gold.record or None, read.record or None)
        yield from self.fields(gold, read)

    def fields(self, gold: _Told, read: _Told) -> Iterator[Finding]:
        core = sorted(self.kind.core & read.values.keys() - gold.values.keys())
        for name in [*gold.values, *core]:
            one, other = (_value(side.values.get(name)) for side in (gold, read))
            if name in self.kind.ignored or self._passes(name, one, other, gold):
                continue
            earned = NOTHING if one is None or other is None else credit(name, one, other)
            yield self._finding(name, gold, read, earned, one, other)

    def _passes(self, name: str, one: Any, other: Any, gold: _Told) -> bool:
        """Is there nothing to compare, or nothing that could be wrong?"""
        if one is not None:
            return False
        undated = self.undated and gold.path and name.endswith(("date", "is_current"))
        return other is None or bool(undated) or name not in self.kind.core

    def _finding(
        self, name: str, gold: _Told, read: _Told, earned: Credit, one: Any, other: Any
    ) -> Finding:
        return Finding(
            cv=self.cv,
            key=self.key,
            field=name,
            gold_path=gold.pointer(name),
            read_path=read.pointer(name),
            gold=one,
            read=other,
            credit=earned,
            traces=read.traces(name) if other is not None else (),
            counted=self.kind.counted,
        )


def _value(value: Any) -> Any:
    return value if given(value) else None


def bare(value: Any) -> Any:
    """A value, or a record without its provenance."""
    if isinstance(value, Mapping):
        return {name: x for name, x in value.items() if name != "provenance"}
    return value
