"""Which record was read for which of gold: one to one, with the greatest total likeness there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cvparse.evaluate.agreement import as_list, as_text, beginning, comparable, credit, given
from cvparse.evaluate.folding import fold, ratios
from cvparse.evaluate.kinds import KINDS

if TYPE_CHECKING:
    import numpy as np

    Table = np.ndarray[Any, Any]

Record = Mapping[str, Any]

ALIKE = 0.5
"""A pair less alike is no pair."""


def pair(key: str, gold: Sequence[Record], read: Sequence[Record]) -> dict[int, int]:
    """Position in gold → position in what was read, for the records that have a partner.

    Of pairings with the same total the one wins whose records agree in more fields, so that the
    order in which records come makes no difference.
    """
    if not gold or not read:
        return {}
    table = likeness(KINDS[key].weights, gold, read)
    table[table < ALIKE] = 0.0
    for i, j in zip(*table.nonzero(), strict=True):
        table[i, j] += 1e-6 * _same(gold[i], read[j])
    pairs: dict[int, int] = {}
    for rows, columns in islands(table):
        part = table[rows][:, columns]
        pairs |= {rows[i]: columns[j] for i, j in assigned(part).items() if part[i, j] > 0}
    return dict(sorted(pairs.items()))


def _same(gold: Record, read: Record) -> float:
    """The share of gold's fields that were read exactly."""
    same = [name for name, value in gold.items() if read.get(name) == value]
    return len(same) / (len(gold) or 1)


def likeness(weights: Mapping[str, float], gold: Sequence[Record], read: Sequence[Record]) -> Table:
    """How alike each is to each, 0 to 1: the weighted mean over the fields that gold gives."""
    import numpy as np

    total = np.zeros((len(gold), len(read)))
    whole = np.zeros((len(gold), 1))
    for name, weight in weights.items():
        rows = [i for i, one in enumerate(gold) if given(one.get(name))]
        columns = [j for j, one in enumerate(read) if given(one.get(name))]
        whole[rows] += weight
        if rows and columns:
            ones, others = [gold[i][name] for i in rows], [read[j][name] for j in columns]
            total[np.ix_(rows, columns)] += weight * _alike(name, ones, others)
    table: Table = np.divide(total, whole, out=np.zeros_like(total), where=whole > 0)
    return table


def _alike(name: str, gold: Sequence[Any], read: Sequence[Any]) -> Table:
    """How alike the values of one field are, each with each."""
    import numpy as np

    if any(isinstance(value, (list, tuple)) for value in gold):
        return _overlap(
            [[comparable(name, x) for x in as_list(value)] for value in gold],
            [[comparable(name, x) for x in as_list(value)] for value in read],
        )
    if name.endswith("date"):
        one, other = (np.array([beginning(as_text(x)) for x in side]) for side in (gold, read))
        return np.asarray(one[:, None] == other[None, :], dtype=float)
    if any(isinstance(value, Mapping) for value in gold):
        return np.array([[credit(name, one, other).soft for other in read] for one in gold])
    ones, rows = np.unique([fold(as_text(value)) for value in gold], return_inverse=True)
    others, columns = np.unique([fold(as_text(value)) for value in read], return_inverse=True)
    table: Table = ratios(ones.tolist(), others.tolist())[np.ix_(rows, columns)]
    return table


def _overlap(gold: Sequence[Sequence[Hashable]], read: Sequence[Sequence[Hashable]]) -> Table:
    """The F1 of the items of lists. An item's second time counts as another item."""
    import numpy as np

    number: dict[tuple[Hashable, int], int] = {}
    sides = []
    for lists in (gold, read):
        places = [[number.setdefault(x, len(number)) for x in _told_apart(one)] for one in lists]
        sides.append(places)
    tables = [np.zeros((len(places), len(number)), dtype=np.float32) for places in sides]
    for table, places in zip(tables, sides, strict=True):
        for i, found in enumerate(places):
            table[i, found] = 1
    sizes = [table.sum(axis=1) for table in tables]
    shared: Table = 2 * (tables[0] @ tables[1].T) / (sizes[0][:, None] + sizes[1][None, :])
    return shared


def _told_apart(items: Sequence[Hashable]) -> list[tuple[Hashable, int]]:
    """Each item with how often it came before."""
    seen: Counter[Hashable] = Counter()
    told = []
    for item in items:
        told.append((item, seen[item]))
        seen[item] += 1
    return told


def islands(table: Table) -> list[tuple[list[int], list[int]]]:
    """The rows and columns that hang together by entries above 0: each can be paired by itself."""
    left = {i for i, row in enumerate(table) if row.any()}
    found = []
    while left:
        rows, columns, new = set[int](), set[int](), {min(left)}
        while new:
            rows |= new
            columns |= {int(j) for i in new for j in table[i].nonzero()[0]}
            new = {int(i) for j in columns for i in table[:, j].nonzero()[0]} - rows
        left -= rows
        found.append((sorted(rows), sorted(columns)))
    return found


def assigned(table: Table) -> dict[int, int]:
    """Row → column, one to one, with the greatest sum there is (the Hungarian method).

    Rows are taken in one by one. Each looks for the cheapest way to a free column, moving rows
    already placed where that helps; prices on rows and columns keep what is placed the best.
    R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
    assignment problems", Computing 38 (1987).
    """
    import numpy as np

    rows, columns = table.shape
    if rows > columns:
        return {i: j for j, i in assigned(table.T).items()}
    costs, of_row, of_column = -table, np.zeros(rows), np.zeros(columns)
    row_of = np.full(columns, -1)
    for row in range(rows):
        _place(row, costs, row_of, of_row, of_column)
    return {int(i): j for j, i in enumerate(row_of) if i >= 0}


def _place(row: int, costs: Table, row_of: Table, of_row: Table, of_column: Table) -> None:
    """Find a column for a row: Dijkstra over reduced costs, then turn the way around."""
    import numpy as np

    far = np.full(len(of_column), np.inf)
    came_from = np.full(len(of_column), -1)
    settled: list[int] = []
    is_open = np.ones(len(of_column), dtype=bool)
    at, here, column = 0.0, row, -1
    while here >= 0:
        cost = at + costs[here] - of_row[here] - of_column
        nearer = is_open & (cost < far)
        far[nearer], came_from[nearer] = cost[nearer], column
        column = int(np.where(is_open, far, np.inf).argmin())
        at, is_open[column] = float(far[column]), False
        settled.append(column)
        here = int(row_of[column])
    of_row[row] += at
    for j in settled:
        of_column[j] -= at - far[j]
        if row_of[j] >= 0:
            of_row[row_of[j]] += at - far[j]
    while column >= 0:
        before = int(came_from[column])
        row_of[column] = row if before < 0 else row_of[before]
        column = before
