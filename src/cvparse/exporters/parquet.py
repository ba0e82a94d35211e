"""Parquet: a ZIP with a file for each key (`publications.parquet`), lists as lists. Needs pyarrow.

`schema` is for everyone who writes such tables, of one CV or of many.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from cvparse.cv import CV
from cvparse.errors import MissingExtraError
from cvparse.exporters.archive import zipped
from cvparse.exporters.export import Export
from cvparse.exporters.losses import Losses
from cvparse.exporters.tables import Cell, Sort, Table, tables

SUFFIX = ".parquet.zip"


def export(cv: CV) -> Export:
    """A ZIP of Parquet files, one for each key that has records.

    Raises MissingExtraError when pyarrow is not installed.
    """
    losses = Losses("Parquet", cv)
    files = {f"{table.key}.parquet": _written(table) for table in tables(cv) if table.rows}
    return Export(zipped(files), losses.sentences())


def schema(columns: Mapping[str, Sort]) -> Any:
    """The `pyarrow.Schema` of a table. Raises MissingExtraError without pyarrow."""
    pa = arrow()
    types = {
        "count": pa.int32(),
        "text": pa.string(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "numbers": pa.list_(pa.int32()),
    }
    return pa.schema([(name, types[sort]) for name, sort in columns.items()])


def arrow() -> Any:
    """The library. Raises MissingExtraError when it is not installed."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(
            "parquet: pyarrow is not installed", 'pip install "cvparse[parquet]"'
        ) from error
    return pa


def _written(table: Table) -> bytes:
    pa = arrow()
    from pyarrow import parquet

    shape = schema(table.columns)
    cells = [[stored(row[at]) for row in table.rows] for at in range(len(table.columns))]
    arrays = [pa.array(column, field.type) for column, field in zip(cells, shape, strict=True)]
    data = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=shape), data)
    return data.getvalue()


def stored(cell: Cell) -> Any:
    """A cell in UTF-8, which cannot hold half a surrogate pair."""
    if isinstance(cell, str):
        return cell.encode("utf-8", "replace").decode()
    if isinstance(cell, tuple):
        return [stored(part) for part in cell]
    return cell
