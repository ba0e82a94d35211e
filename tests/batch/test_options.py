"""`cvparse batch` into one file of all, and into tables: chosen by options, checked before the work."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cvparse.batch import Terms, tables
from cvparse.batch.engines.dask import Dask
from cvparse.batch.sinks import SINKS
from cvparse.cli import batching
from cvparse.errors import CVParseError, MissingExtraError


@pytest.fixture
def cvs(tmp_path: Path) -> str:
    folder = tmp_path / "cvs"
    folder.mkdir()
    for name in ("Ada", "Ben", "Cleo"):
        (folder / f"{name}.txt").write_text(f"{name} Roe\n\nLanguages\nGerman, Latin\n")
    return str(folder)


def run(cvs: str, out: Path, **options: object) -> list[str]:
    """The files that a batch makes, besides its reports."""
    wish = batching.Wish(output=str(out), jobs=1, quiet=True, **options)  # type: ignore[arg-type]
    assert batching.run([cvs], wish) == 0
    made = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    reports = {"manifest.jsonl", "failures.jsonl", "summary.json"}
    return sorted(name for name in made - reports if not name.startswith("."))


def test_every_form(cvs: str, tmp_path: Path) -> None:
    for name, sink in SINKS.items():
        assert run(cvs, tmp_path / name, to=name) == [f"cvs{sink.SUFFIX}"]
    out = tmp_path / "tables"
    made = run(cvs, out, tables="csv", provenance=True)
    csvs = sorted(f"tables/{name}.csv" for name in tables.names(provenance=True))
    assert made == ["Ada.json", "Ben.json", "Cleo.json", *csvs]
    rows = (out / "tables" / "languages.csv").read_text().splitlines()
    assert rows[:2] == ["cv_id,row,language,fluency,note", "Ada.txt,0,German,,"]
    assert [row.split(",")[0] for row in rows[1:]] == [
        f"{name}.txt" for name in ("Ada", "Ben", "Cleo") for _ in range(2)
    ]


def test_what_went_to_one_form_goes_to_another_without_parsing(cvs: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(cvs, out, to="jsonl")
    for file in Path(cvs).iterdir():
        assert file.name in (out / "cvs.jsonl").read_text()
    before = (out / "cvs.jsonl").read_bytes()
    assert run(cvs, out, to="jsonl", tables="parquet", resume=True)[0] == "cvs.jsonl"
    assert (out / "cvs.jsonl").read_bytes() == before
    assert len(list((out / "tables").iterdir())) == len(tables.names())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"to": "xml"}, "'xml' is nothing to write to"),
        ({"tables": "xml"}, "'xml' is no form of tables"),
        ({"provenance": True}, "--provenance is for --tables"),
        ({"engine": "ray"}, "'ray' is no engine"),
        ({"scheduler": "tcp://127.0.0.1:1"}, "--scheduler is for --engine dask"),
    ],
)
def test_wrong_options(cvs: str, tmp_path: Path, options: dict[str, object], said: str) -> None:
    with pytest.raises(CVParseError, match=said):
        run(cvs, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("options", [{"to": "parquet"}, {"tables": "parquet"}])
def test_pyarrow_is_missed_before_the_work(
    cvs: str, tmp_path: Path, options: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError):
        run(cvs, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_files_of_others_are_not_replaced(cvs: str, tmp_path: Path) -> None:
    mine = tmp_path / "out" / "tables" / "person.csv"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with pytest.raises(CVParseError, match=r"person\.csv: exists"):
        run(cvs, tmp_path / "out", tables="csv")
    assert mine.read_text() == "mine"


def test_the_engine_that_is_wished_for() -> None:
    wish = batching.Wish(output="out", engine="dask", scheduler="tcp://10.0.0.1:8786", timeout=7)
    engine = wish.machines()
    assert isinstance(engine, Dask)
    assert (engine.scheduler, engine.local.timeout) == ("tcp://10.0.0.1:8786", 7)
    assert Terms().reports() == ("manifest.jsonl", "failures.jsonl", "summary.json")
