"""XLSX: a workbook with a sheet for each key that has records, for Excel and LibreOffice.

Text stays text (`2018-08` is no date to a spreadsheet, `=1+1` no formula). Needs XlsxWriter.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from cvparse.cv import CV
from cvparse.errors import MissingExtraError
from cvparse.exporters.csv import joined
from cvparse.exporters.export import Export
from cvparse.exporters.losses import Losses
from cvparse.exporters.tables import Table, flat, tables

SUFFIX = ".xlsx"

_LONGEST = 32767
"""Characters that a cell of Excel can hold."""
_WIDTHS = {"count": 6, "number": 6, "truth": 9, "numbers": 12}


def export(cv: CV) -> Export:
    """The workbook. Raises MissingExtraError when XlsxWriter is not installed."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError(
            "xlsx: XlsxWriter is not installed", 'pip install "cvparse[xlsx]"'
        ) from error
    losses = Losses("XLSX", cv)
    joined(cv, losses)
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})  # the same bytes each time
    bold = book.add_format({"bold": True})
    for table in tables(cv):
        if table.rows or table.key == "person":
            _fill(book.add_worksheet(table.key), table, bold, losses)
    book.close()
    return Export(data.getvalue(), losses.sentences())


def _fill(sheet: Any, table: Table, bold: Any, losses: Losses) -> None:
    """Headings in the first row, which stays in sight; then a row for each record."""
    sheet.freeze_panes(1, 0)
    for at, (column, sort) in enumerate(table.columns.items()):
        sheet.set_column(at, at, _WIDTHS.get(sort, 24))
        sheet.write_string(0, at, column, bold)
    for number, row in enumerate(table.rows, 1):
        for at, cell in enumerate(map(flat, row)):
            if isinstance(cell, bool):
                sheet.write_boolean(number, at, cell)
            elif isinstance(cell, (int, float)):
                sheet.write_number(number, at, cell)
            elif cell:
                if len(cell) > _LONGEST:
                    losses.remark(table.key, f"a cell holds {_LONGEST} characters at most")
                sheet.write_string(number, at, _storable(cell))


def _storable(text: str) -> str:
    return text[:_LONGEST].encode("utf-8", "replace").decode()
