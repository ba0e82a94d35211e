"""Tidy tables of a whole batch: one file for each key of the contract, a row for each record.

The columns are `cv_id` (the document's name in the batch) and those of `cvparse.exporters.tables`: the
same for every batch, filled or not. One more table, `provenance`, is made when asked for: where
each value was read, in characters of the document's text.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from cvparse.batch.task import Done
from cvparse.cv import CV, KEYS
from cvparse.exporters.csv import told
from cvparse.exporters.parquet import arrow, schema, stored
from cvparse.exporters.tables import Cell, Sort, columns, flat, tables
from cvparse.files import draft

_GROUP = 16_384
"""Rows of a table that are written as one row group."""
_RECORDS = ("person", *KEYS)
_PROVENANCE: Mapping[str, Sort] = {
    "key": "text", "row": "count", "field": "text", "start": "count", "end": "count",
    "rule": "text", "how": "text", "text": "text",
}  # fmt: skip

Row = Sequence[Cell]
Add = Callable[[Iterable[Row]], None]
"""Takes rows of one table, `cv_id` first."""


def write(
    documents: Iterable[Done], folder: Path, form: str = "parquet", *, provenance: bool = False
) -> None:
    """`person.parquet`, `education.parquet`, … in a folder that exists: each whole or not at all.

    `form` is one of `FORMS`. Reads the documents once, never all into memory. Raises
    MissingExtraError when Parquet is wanted and pyarrow is not installed.
    """
    made = {key: _columns(key) for key in names(provenance=provenance)}
    with ExitStack() as stack:
        add = {key: stack.enter_context(FORMS[form](folder, key, made[key])) for key in made}
        for done in documents:
            if provenance:
                add["provenance"](_evidence(done))
            for key, _, rows in tables(bare(done.data)):
                add[key]((done.name, *row) for row in rows)


def names(*, provenance: bool = False) -> tuple[str, ...]:
    """What the tables are called."""
    return (*_RECORDS, "provenance") if provenance else _RECORDS


def bare(data: bytes) -> CV:
    """A CV from our JSON, without provenance: that takes most of the time of reading it."""
    record = from_json(data)
    for one in (record["person"], *(one for key in KEYS for one in record.get(key, ()))):
        one.pop("provenance", None)
    return CV.model_validate(record)


def _evidence(done: Done) -> Iterator[Row]:
    """A row for each value: its record, its field (`authors/0`), its place, and who says so."""
    data = from_json(done.data)
    for key in _RECORDS:
        records = [data[key]] if key == "person" else data.get(key, [])
        for number, record in enumerate(records):
            for field, seen in record.get("provenance", {}).items():
                place = (*seen["span"], seen["rule"], seen["how"], seen["text"])
                yield done.name, key, number, field, *place


def _columns(key: str) -> Mapping[str, Sort]:
    return _PROVENANCE if key == "provenance" else columns(key)


@contextmanager
def _csv(folder: Path, key: str, made: Mapping[str, Sort]) -> Iterator[Add]:
    """Several values of a cell have a semicolon between them."""
    with draft(folder / f"{key}.csv") as other, other.open("w", encoding="utf-8", newline="") as f:
        writer = csv.writer(f)
        writer.writerow(("cv_id", *made))
        yield lambda rows: writer.writerows([told(flat(cell)) for cell in row] for row in rows)


@contextmanager
def _parquet(folder: Path, key: str, made: Mapping[str, Sort]) -> Iterator[Add]:
    """Lists are lists; compressed with zstd."""
    pa = arrow()
    from pyarrow import parquet

    shape = pa.schema([("cv_id", pa.string()), *schema(made)])
    waiting: list[Row] = []

    def add(rows: Iterable[Row]) -> None:
        waiting.extend(rows)
        while len(waiting) >= _GROUP:
            writer.write_table(_arrays(waiting[:_GROUP], shape))
            del waiting[:_GROUP]

    with (
        draft(folder / f"{key}.parquet") as other,
        parquet.ParquetWriter(other, shape, compression="zstd") as writer,
    ):
        yield add
        writer.write_table(_arrays(waiting, shape))


def _arrays(rows: Sequence[Row], shape: Any) -> Any:
    pa = arrow()
    cells = zip(*rows, strict=True) if rows else [()] * len(shape)
    arrays = [
        pa.array([stored(cell) for cell in column], field.type)
        for column, field in zip(cells, shape, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=shape)


FORMS: Mapping[str, Callable[[Path, str, Mapping[str, Sort]], AbstractContextManager[Add]]] = {
    "csv": _csv,
    "parquet": _parquet,
}
"""What `--tables` may be."""
