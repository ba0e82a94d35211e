"""How far what was read agrees with what a person wrote: records are paired, then fields compared.

Records    Within each key, gold and read records are paired one to one, so that the sum of their
           likeness is greatest (exactly: see `paired`). A pair less alike than 0.5 is no pair. The
           order of records does not count.
Likeness   The weighted mean over the fields of `PAIRED_BY` that either record gives: difflib's
           ratio of strings, F1 of the items of lists, otherwise equal or not.
Fields     Every field of the contract that either side gives counts once, on each side that gives
           it; those of a record without a partner count on its own side only. `note` is no part of
           the contract; of the person, `PERSON` is compared.
Values     Strings are equal when folded (NFKC, case, punctuation, white space). A list earns the F1
           of its folded items, however ordered. Dates, money, numbers and truths must be the same.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any, NamedTuple, get_args

from cvparse.cv import CV, KEYS

Record = Mapping[str, Any]
Table = Mapping[str, Any]

ALIKE = 0.5
PERSON = ("name", "headline", "emails", "urls", "orcid", "location")
APART = frozenset({"provenance", "note"})
PAIRED_BY: dict[str, dict[str, float]] = {
    "education": {"institution": 1, "degree": 1, "field": 0.5, "end_date": 0.5},
    "employment": {"organization": 1, "position": 1, "start_date": 0.5},
    "awards": {"title": 1, "date": 0.25},
    "grants": {"title": 1, "funder": 0.5, "amount": 0.5, "date": 0.25},
    "publications": {"title": 1, "authors": 0.25, "date": 0.25},
    "projects": {"name": 1, "description": 0.25},
    "talks": {"title": 1, "event": 0.5, "date": 0.5},
    "teaching": {"course": 1, "role": 0.25, "start_date": 0.25},
    "service": {"organization": 1, "role": 0.5, "start_date": 0.25},
    "skills": {"items": 1, "category": 0.5},
    "languages": {"language": 1},
    "memberships": {"organization": 1},
    "students": {"name": 1, "start_date": 0.25},
    "certificates": {"title": 1},
    "references": {"name": 1},
    "other": {"heading": 1, "text": 1},
}


@dataclass
class Tally:
    """How many were right, of how many in gold (the support) and how many read."""

    hits: float = 0.0
    gold: int = 0
    read: int = 0

    def add(self, hits: float, gold: int, read: int) -> None:
        self.hits += hits
        self.gold += gold
        self.read += read

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
        both = self.gold + self.read
        return 2 * self.hits / both if both else math.nan


class Score(NamedTuple):
    """Records by key, fields by `key.field`."""

    records: dict[str, Tally]
    fields: dict[str, Tally]


def compared() -> list[str]:
    """Every `key.field` there is, whether anybody gives it or not."""
    rows = [f"person.{name}" for name in PERSON]
    for key in KEYS:
        (model, _) = get_args(CV.model_fields[key].annotation)
        rows += [f"{key}.{name}" for name in model.model_fields if name not in APART]
    return rows


def score(gold: Table, read: Table) -> Score:
    """One CV's gold held against what was read of it (in the shape of the `plain` export)."""
    records: dict[str, Tally] = defaultdict(Tally)
    fields: dict[str, Tally] = defaultdict(Tally)
    _compare("person", _owner(gold), _owner(read), fields)
    for key in KEYS:
        pairs = list(partners(key, gold.get(key, ()), read.get(key, ())))
        for one, other in pairs:
            records[key].add(bool(one) and bool(other), bool(one), bool(other))
            _compare(key, one, other, fields)
    return Score(records, fields)


def _owner(table: Table) -> Record:
    return {name: table.get("person", {}).get(name) for name in PERSON}


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them taken together."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally.hits, tally.gold, tally.read)
    return whole


def merged(scores: Iterable[Score]) -> dict[str, Tally]:
    """The fields of many CVs, each `key.field` taken together."""
    every = list(scores)
    names = sorted({name for one in every for name in one.fields})
    return {name: total(s.fields[name] for s in every if name in s.fields) for name in names}


def _compare(key: str, gold: Record, read: Record, fields: dict[str, Tally]) -> None:
    for name in sorted((gold.keys() | read.keys()) - APART):
        one, other = gold.get(name), read.get(name)
        if given(one) or given(other):
            hits = agreement(name, one, other) if given(one) and given(other) else 0.0
            fields[f"{key}.{name}"].add(hits, given(one), given(other))


def given(value: object) -> bool:
    """Is there a value? 0 and False are values."""
    return value is not None and value not in ("", [], (), {})


@cache
def folded(text: str) -> str:
    """One form for all ways to print the same words."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(words) or text.strip()


def agreement(name: str, gold: Any, read: Any) -> float:
    """1 when two values say the same, 0 when not; lists may agree in part."""
    if isinstance(gold, Sequence) and not isinstance(gold, str):
        return _items(gold, read)
    if isinstance(gold, str) and isinstance(read, str) and not name.endswith("date"):
        return float(folded(gold) == folded(read))
    return float(gold == read)


def _items(gold: Any, read: Any) -> float:
    """F1 of the items of two lists; an item printed twice counts twice."""
    if not isinstance(read, Sequence) or isinstance(read, str):
        return 0.0
    one, other = (Counter(map(_item, items)) for items in (gold, read))
    return 2 * (one & other).total() / (len(gold) + len(read))


def _item(item: Any) -> object:
    if isinstance(item, Mapping):
        return tuple(sorted((name, _item(value)) for name, value in item.items()))
    return folded(item) if isinstance(item, str) else item


def partners(
    key: str, gold: Sequence[Record], read: Sequence[Record]
) -> Iterator[tuple[Record, Record]]:
    """Every record with its partner; `{}` stands where there is none."""
    table = [[likeness(key, one, other) for other in read] for one in gold]
    matched = paired([[x if x >= ALIKE else 0.0 for x in row] for row in table])
    pairs = {i: j for i, j in matched.items() if table[i][j] >= ALIKE}
    for i, one in enumerate(gold):
        yield one, read[pairs[i]] if i in pairs else {}
    for j in sorted(set(range(len(read))) - set(pairs.values())):
        yield {}, read[j]


def likeness(key: str, gold: Record, read: Record) -> float:
    """How much two records look like the same thing, 0 to 1."""
    weighed = [
        (weight, _alike(name, gold.get(name), read.get(name)))
        for name, weight in PAIRED_BY[key].items()
        if given(gold.get(name)) or given(read.get(name))
    ]
    whole = sum(weight for weight, _ in weighed)
    return sum(weight * alike for weight, alike in weighed) / whole if whole else 0.0


def _alike(name: str, one: Any, other: Any) -> float:
    if isinstance(one, str) and isinstance(other, str) and not name.endswith("date"):
        return SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio()
    return agreement(name, one, other) if given(one) and given(other) else 0.0


def paired(table: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row → column, one to one, with the greatest sum there is (the Hungarian method).

    Rows are taken in one by one. Each looks for the cheapest way to a free column, moving rows
    already placed where that helps; prices on rows and columns keep what is placed the best.
    """
    rows, columns = len(table), len(table[0]) if table else 0
    if rows > columns:
        turned = paired([[row[j] for row in table] for j in range(columns)])
        return {i: j for j, i in turned.items()}
    prices = ([0.0] * rows, [0.0] * columns)
    row_of: dict[int, int] = {}
    for row in range(rows):
        _place(row, table, row_of, prices)
    return {i: j for j, i in row_of.items()}


def _place(
    row: int,
    table: Sequence[Sequence[float]],
    row_of: dict[int, int],
    prices: tuple[list[float], list[float]],
) -> None:
    """Find a column for a row: Dijkstra over reduced costs, then turn the way around."""
    of_row, of_column = prices
    far = [math.inf] * len(of_column)
    came_from: dict[int, int | None] = {}
    settled: dict[int, float] = {}
    at, here, column = 0.0, row, None
    while here >= 0:
        for j in set(range(len(far))) - settled.keys():
            cost = at - table[here][j] - of_row[here] - of_column[j]
            if cost < far[j]:
                far[j], came_from[j] = cost, column
        column = min(set(range(len(far))) - settled.keys(), key=lambda j: (far[j], j))
        at = settled[column] = far[column]
        here = row_of.get(column, -1)
    of_row[row] += at
    for j, cost in settled.items():
        of_column[j] -= at - cost
        if j in row_of:
            of_row[row_of[j]] += at - cost
    while column is not None:
        before = came_from[column]
        row_of[column] = row if before is None else row_of[before]
        column = before
