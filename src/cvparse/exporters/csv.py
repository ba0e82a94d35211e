"""CSV: a ZIP with a file for each key that has records (`education.csv`), RFC 4180, UTF-8.

Several values stand in one cell with a semicolon between them; the columns are those of `tables`.
"""

from __future__ import annotations

import csv
import io

from cvparse.cv import CV
from cvparse.exporters.archive import zipped
from cvparse.exporters.export import Export, utf8
from cvparse.exporters.losses import Losses
from cvparse.exporters.tables import Table, flat, tables

SUFFIX = ".csv.zip"


def export(cv: CV) -> Export:
    """A ZIP of CSV files, one for each key that has records."""
    losses = Losses("CSV", cv)
    files = {f"{table.key}.csv": _written(table) for table in tables(cv) if table.rows}
    joined(cv, losses)
    return Export(zipped(files), losses.sentences())


def joined(cv: CV, losses: Losses) -> None:
    """Remark on values which hold the very semicolon that is put between values."""
    for table in tables(cv):
        for row in table.rows:
            for column, cell in zip(table.columns, row, strict=True):
                if isinstance(cell, tuple) and len(cell) > 1 and "; " in "".join(map(str, cell)):
                    text = f"in `{column}` a value holds the semicolon that parts values"
                    losses.remark(table.key, text)


def _written(table: Table) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([told(flat(cell)) for cell in row] for row in table.rows)
    return utf8(text.getvalue())


def told(cell: str | float | bool | None) -> str | int | float | None:
    """As CSV has no truth values, in small letters, like JSON."""
    return str(cell).lower() if isinstance(cell, bool) else cell
