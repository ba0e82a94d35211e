"""`cvparse.iter_parse`: one reading for each path, in order, whatever happens to one of them."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

import cvparse
from cvparse.batch import DocumentError

PAGE = "Ada Roe {number}\n\nEducation\n\nPh.D., Example University, 2015\n"


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text(PAGE.format(number=number))
    paths[3].write_bytes(b"")
    paths[7].unlink()
    paths[11].write_bytes(bytes(range(256)))
    return [*paths, paths[0]]


def test_iter_parse(paths: list[Path]) -> None:
    readings = list(cvparse.iter_parse(paths, jobs=2))
    assert [reading.path for reading in readings] == [str(path) for path in paths]
    causes = {n: r.error.cause for n, r in enumerate(readings) if r.error}
    assert causes == {3: "empty", 7: "unreadable", 11: "unreadable"}
    assert readings[0].cv == cvparse.parse_file(paths[0])
    assert readings[0].get().source.text == paths[0].read_text()
    with pytest.raises(DocumentError, match="no text in it"):
        readings[3].get()


def test_dropping_it_ends_its_workers(paths: list[Path]) -> None:
    pulled: list[Path] = []

    def watched() -> Iterator[Path]:
        for path in paths * 100:
            pulled.append(path)
            yield path

    readings = cvparse.iter_parse(watched(), jobs=1)
    assert next(readings).cv is not None
    del readings
    assert not multiprocessing.active_children()
    assert len(pulled) < 100


@pytest.mark.parametrize("wrong", [{"jobs": 0}, {"timeout": 0}])
def test_misuse_is_told_at_once(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="expected at least 1"):
        cvparse.iter_parse([], **wrong)
