"""Sinks and tables: every document once, in order, all that it holds; whole files or none."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd  # type: ignore[import-untyped]
import pytest
from pyarrow import parquet

from cvparse import parse
from cvparse.batch import Done, tables
from cvparse.batch.sinks import SINKS
from cvparse.batch.sinks import parquet as nested
from cvparse.cv import CV, KEYS
from cvparse.errors import MissingExtraError
from cvparse.exporters import export
from filled import filled, profile

TEXTS = (
    "Ada Roe\n\nLanguages\nGerman (native), Latin\n",
    "Zoë Poe\nzoe@example.org\n\nEducation\nPh.D., University of Edinburgh, 2011 - 2015\n",
    "\u2028\u0085 nothing but odd line ends \x0b here, and a \\ud83d that is none\n",
)


@cache
def documents() -> tuple[Done, ...]:
    """The profile, a CV in which every field is filled, and some short ones."""
    cvs = [profile(), filled(), *(parse(text) for text in TEXTS)]
    return tuple(Done(f"team/{n}.txt", f"{n:064x}", export(cv).data) for n, cv in enumerate(cvs))


def written(name: str, folder: Path, dones: tuple[Done, ...] | None = None) -> Path:
    path = folder / f"cvs{SINKS[name].SUFFIX}"
    SINKS[name].write(iter(documents() if dones is None else dones), path)
    return path


def read_in(value: Any) -> Any:
    """A row of Parquet as JSON has it: nothing empty, maps as objects."""
    if isinstance(value, dict):
        pairs = {name: read_in(one) for name, one in value.items() if name != "provenance"}
        pairs["provenance"] = {k: read_in(v) for k, v in value.get("provenance") or []}
        return {k: v for k, v in pairs.items() if v is not None and v not in ([], {})}
    return [read_in(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", SINKS)
def test_the_same_documents_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = written(name, tmp_path).read_bytes()
    assert written(name, tmp_path).read_bytes() == first
    assert [file.name for file in tmp_path.iterdir()] == [f"cvs{SINKS[name].SUFFIX}"]


@pytest.mark.parametrize("name", SINKS)
def test_no_documents_are_a_file_too(name: str, tmp_path: Path) -> None:
    assert written(name, tmp_path, ()).is_file()


@pytest.mark.parametrize("name", SINKS)
def test_what_stops_half_way_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    before = written(name, tmp_path).read_bytes()

    def torn() -> Iterator[Done]:
        yield documents()[0]
        raise InterruptedError

    path = tmp_path / f"cvs{SINKS[name].SUFFIX}"
    with pytest.raises(InterruptedError):
        SINKS[name].write(torn(), path)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_line_is_the_document(tmp_path: Path) -> None:
    lines = written("jsonl", tmp_path).read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line) for line in lines] == [json.loads(d.data) for d in documents()]
    assert CV.model_validate_json(lines[0]) == profile()


def test_parquet_holds_all_of_it(tmp_path: Path) -> None:
    rows = parquet.read_table(written("parquet", tmp_path)).to_pylist()
    assert [row.pop("cv_id") for row in rows] == [done.name for done in documents()]
    assert [row.pop("sha256") for row in rows] == [done.sha256 for done in documents()]
    for row, done in zip(rows, documents(), strict=True):
        again = read_in(row) | {name: row[name] or [] for name in ("diagnostics", "links")}
        cv = CV.model_validate(json.loads(done.data))
        assert CV.model_validate(again).model_dump() == cv.model_dump()


def test_parquet_in_many_row_groups_is_the_same_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = parquet.read_table(written("parquet", tmp_path))
    monkeypatch.setattr(nested, "_PIECE", 1)
    monkeypatch.setattr(nested, "_GROUP", 1)
    pieces = parquet.ParquetFile(written("parquet", tmp_path))
    assert pieces.num_row_groups == len(documents())
    assert pieces.read() == whole


def test_parquet_is_far_smaller(tmp_path: Path) -> None:
    dones = documents() * 20
    small, large = (written(name, tmp_path, dones) for name in ("parquet", "jsonl"))
    assert small.stat().st_size * 5 < large.stat().st_size


def test_sqlite_finds_documents_and_records(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written("sqlite", tmp_path))) as base:
        (text,) = base.execute("SELECT json FROM documents WHERE cv_id='team/0.txt'").fetchone()
        assert json.loads(text) == json.loads(documents()[0].data)
        works = base.execute(
            "SELECT row, title, json_extract(authors, '$[0]') FROM publications"
            " WHERE cv_id = 'team/0.txt' ORDER BY row"
        ).fetchall()
        assert works == [(n, w.title, w.authors[0]) for n, w in enumerate(profile().publications)]
        for query in ("cv_id FROM documents WHERE sha256", "cv_id FROM publications WHERE cv_id"):
            (plan,) = base.execute(f"EXPLAIN QUERY PLAN SELECT {query} = ''").fetchall()
            assert "USING" in plan[3]
            assert "INDEX" in plan[3]


@pytest.mark.parametrize("form", tables.FORMS)
def test_a_table_for_each_key(form: str, tmp_path: Path) -> None:
    tables.write(iter(documents()), tmp_path, form)
    assert {file.name for file in tmp_path.iterdir()} == {f"{k}.{form}" for k in ("person", *KEYS)}
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet}[form]
    works = read(tmp_path / "publications.parquet".replace("parquet", form))
    assert list(works.columns[:4]) == ["cv_id", "row", "title", "authors"]
    assert len(works) == sum(len(cv.publications) for cv in (profile(), filled()))
    assert set(works["cv_id"]) == {"team/0.txt", "team/1.txt"}
    people = read(tmp_path / f"person.{form}")
    assert list(people["cv_id"]) == [done.name for done in documents()]
    assert people["name"][3] == "Zoë Poe"


@pytest.mark.parametrize("form", tables.FORMS)
def test_columns_are_the_same_whatever_is_in_them(form: str, tmp_path: Path) -> None:
    for name, dones in (("none", ()), ("some", documents())):
        (tmp_path / name).mkdir()
        tables.write(dones, tmp_path / name, form, provenance=True)
    for some in (tmp_path / "some").iterdir():
        none = tmp_path / "none" / some.name
        if form == "parquet":
            assert parquet.read_schema(none) == parquet.read_schema(some)
        else:
            assert none.read_text().splitlines() == some.read_text().splitlines()[:1]


def test_tables_in_many_row_groups_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables.write(documents(), tmp_path)
    whole = parquet.read_table(tmp_path / "publications.parquet")
    monkeypatch.setattr(tables, "_GROUP", 2)
    tables.write(documents(), tmp_path)
    assert parquet.read_table(tmp_path / "publications.parquet") == whole


def test_provenance_is_a_table_on_demand(tmp_path: Path) -> None:
    tables.write(documents(), tmp_path, "csv", provenance=True)
    with (tmp_path / "provenance.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["cv_id"] == "team/0.txt"]
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        assert profile().source.text[start:end] == row["text"]
    first = next(row for row in rows if row["key"] == "publications")
    assert (first["row"], first["field"], first["how"]) == ("0", "title", "read")


def test_tables_stand_all_or_not_at_all(tmp_path: Path) -> None:
    def torn() -> Iterator[Done]:
        yield documents()[0]
        raise InterruptedError

    for form in tables.FORMS:
        with pytest.raises(InterruptedError):
            tables.write(torn(), tmp_path, form)
    assert not list(tmp_path.iterdir())


def answer(query: str) -> list[tuple[Any, ...]]:
    relation = duckdb.sql(query)
    assert relation
    return relation.fetchall()


def test_duckdb_asks_the_files(tmp_path: Path) -> None:
    tables.write(documents(), tmp_path)
    asked = f"SELECT count(*) FROM '{tmp_path}/publications.parquet' WHERE list_contains(authors, 'Haekyu Park')"  # noqa: S608
    assert answer(asked) == [(21,)]
    asked = (
        f"SELECT p.title FROM '{written('parquet', tmp_path)}', unnest(publications) t(p) LIMIT 1"  # noqa: S608
    )
    assert answer(asked) == [(profile().publications[0].title,)]


def test_duckdb_answers_what_the_readme_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    (question,) = re.findall(r"^```sql\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("study/tables").mkdir(parents=True)
    tables.write(documents(), Path("study/tables"))
    rows = answer(question)
    assert sum(papers for _, papers, _ in rows) == 21
    assert {people for _, _, people in rows} == {1}


@pytest.mark.parametrize("write", [SINKS["parquet"].write, tables.write])
def test_without_pyarrow_the_pip_line_is_told(
    write: Callable[[Iterable[Done], Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError) as caught:
        write(documents(), tmp_path)
    assert caught.value.hint == 'pip install "cvparse[parquet]"'
