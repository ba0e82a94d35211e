"""Parquet: a ZIP with a file for each key (`publications.parquet`), lists as lists. Needs pyarrow.

`schema` is for everyone who writes such tables, of one CV or of many.
"""

from __future__ import annotations

import io
from typing import Any

from cvparse.cv import CV
from cvparse.errors import MissingExtraError
from cvparse.exporters.archive import zipped
from cvparse.exporters.export import Export
from cvparse.exporters.losses import Losses
from cvparse.exporters.tables import Cell, Table, columns, tables

SUFFIX = ".parquet.zip"


def export(cv: CV) -> Export:
    """A ZIP of Parquet files, one for each key that has records.

    Raises MissingExtraError when pyarrow is not installed.
    """
    losses = Losses("Parquet", cv)
    files = {f"{table.key}.parquet": _written(table) for table in tables(cv) if table.rows}
    return Export(zipped(files), losses.sentences())


def schema(key: str) -> Any:
    """The `pyarrow.Schema` of a key's table. Raises MissingExtraError without pyarrow."""
    pa = _arrow()
    types = {
        "text": pa.string(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "numbers": pa.list_(pa.int32()),
    }
    fields = [(name, types[sort]) for name, sort in columns(key).items() if name != "row"]
    return pa.schema([("row", pa.int32()), *fields])


def _arrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(
            "parquet: pyarrow is not installed", 'pip install "cvparse[parquet]"'
        ) from error
    return pa


def _written(table: Table) -> bytes:
    pa = _arrow()
    from pyarrow import parquet

    shape = schema(table.key)
    cells = [[_stored(row[at]) for row in table.rows] for at in range(len(table.columns))]
    arrays = [pa.array(column, field.type) for column, field in zip(cells, shape, strict=True)]
    data = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=shape), data)
    return data.getvalue()


def _stored(cell: Cell) -> Any:
    """A cell in UTF-8, which cannot hold half a surrogate pair."""
    if isinstance(cell, str):
        return cell.encode("utf-8", "replace").decode()
    if isinstance(cell, tuple):
        return [_stored(part) for part in cell]
    return cell
