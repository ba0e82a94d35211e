"""CSV, XLSX and Parquet: the same tables three times."""

from __future__ import annotations

import csv
import io
import sys
from zipfile import ZipFile

import openpyxl
import pytest
from pyarrow import parquet

from cvparse import exporters
from cvparse.cv import KEYS
from cvparse.errors import MissingExtraError
from cvparse.exporters.tables import columns, flat, tables
from cvparse.records.skills import Skill
from filled import filled, profile


def unzipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_row_for_each_record_and_a_column_for_each_field() -> None:
    by_key = {table.key: table for table in tables(profile())}
    assert list(by_key) == ["person", *KEYS]
    works = by_key["publications"]
    assert len(works.rows) == 21
    row = dict(zip(works.columns, works.rows[13], strict=True))
    assert row["row"] == 13
    assert row["equal_contribution"] == (0, 1)
    assert row["links_label"] == ("Paper",)
    assert row["links_url"] == (None,)
    assert by_key["grants"].columns["amount_currency"] == "text"
    assert columns("grants")["amount"] == "number"


def test_cells_of_several_values() -> None:
    assert flat(("a", None, "b")) == "a; ; b"
    assert flat(()) is None
    assert flat(True) is True


def test_csv_reads_back() -> None:
    files = unzipped(exporters.export(profile(), "csv").data)
    rows = list(csv.DictReader(io.StringIO(files["publications.csv"].decode())))
    assert [row["title"] for row in rows] == [work.title for work in profile().publications]
    assert rows[0]["authors"].split("; ") == list(profile().publications[0].authors)
    assert "languages.csv" not in files


def test_parquet_reads_back() -> None:
    files = unzipped(exporters.export(profile(), "parquet").data)
    rows = parquet.read_table(io.BytesIO(files["publications.parquet"])).to_pylist()
    assert [tuple(row["authors"]) for row in rows] == [w.authors for w in profile().publications]
    jobs = parquet.read_table(io.BytesIO(files["employment.parquet"])).to_pylist()
    assert jobs[0]["is_current"] is True


def test_xlsx_reads_back() -> None:
    book = openpyxl.load_workbook(io.BytesIO(exporters.export(profile(), "xlsx").data))
    heads, *rows = book["publications"].values
    at = heads.index("title")
    assert [row[at] for row in rows] == [work.title for work in profile().publications]
    assert book["education"]["G2"].value == profile().education[0].end_date


def test_a_formula_stays_text() -> None:
    cv = filled().model_copy(update={"skills": (Skill(category="=1+1", items=("a; b", "c")),)})
    made = exporters.export(cv, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    cell = book["skills"]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert "`skills`: in `items` a value holds the semicolon that parts values." in made.losses


@pytest.mark.parametrize(("name", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_library(monkeypatch: pytest.MonkeyPatch, name: str, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError) as caught:
        exporters.export(filled(), name)
    assert caught.value.hint == f'pip install "cvparse[{name}]"'
