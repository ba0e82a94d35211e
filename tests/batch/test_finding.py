"""Which documents are meant, in which order, and what their results are called."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from cvparse.batch import Document, find
from cvparse.batch.naming import outputs
from cvparse.errors import ReadError

FILES = (
    "b/cv.txt",
    "a/cv.txt",
    "a/deep/er.md",
    "a/photo.jpg",
    "a/.hidden.txt",
    ".git/x.txt",
    "A.TXT",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / "cvs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(*paths: str) -> list[str]:
    return [document.name for document in find(paths)]


def test_a_folder_is_its_documents_sorted() -> None:
    assert named("cvs") == ["A.TXT", "a/cv.txt", "a/deep/er.md", "b/cv.txt"]
    assert find(["cvs/a"])[0] == Document("cv.txt", str(Path("cvs/a/cv.txt")))


def test_the_folder_of_results_is_left_out(folder: Path) -> None:
    assert [d.name for d in find(["cvs"], leave_out=folder / "cvs" / "a")] == ["A.TXT", "b/cv.txt"]


def test_the_order_given_holds_and_each_file_is_there_once() -> None:
    assert named("cvs/b/cv.txt", "cvs/b/../a/cv.txt", "./cvs/b", "cvs/a/cv.txt") == [
        "b/cv.txt",
        "a/cv.txt",
    ]


def test_a_file_is_taken_whatever_its_suffix() -> None:
    assert named("cvs/a/photo.jpg") == ["photo.jpg"]


def test_globs() -> None:
    assert named("cvs/**/cv.*") == ["a/cv.txt", "b/cv.txt"]
    Path("[draft].txt").touch()
    assert named("[draft].txt") == ["[draft].txt"]


def test_a_list_may_name_what_is_not_there() -> None:
    Path("list.txt").write_text("cvs/b\n\nnowhere/cv.txt\n")
    assert named("@list.txt") == ["cvs/b/cv.txt", "nowhere/cv.txt"]


@pytest.mark.parametrize("data", [b"cvs/b/cv.txt\ncvs/a/cv.txt\n", b"cvs/b/cv.txt\0cvs/a/cv.txt\0"])
def test_a_list_on_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert named("-") == ["b/cv.txt", "a/cv.txt"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "nowhere: no such file or folder"),
        ("nowhere/*.txt", "matches nothing"),
        ("@nowhere.txt", "nowhere.txt: this list cannot be read"),
    ],
)
def test_what_names_nothing_is_said(path: str, said: str) -> None:
    with pytest.raises(ReadError, match=said.replace("*", r"\*")):
        find([path])


def test_results_of_one_name_are_told_apart() -> None:
    names = ["a/cv.txt", "b/cv.txt", "b/CV.md", "other.txt", "summary.txt"]
    flat = list(outputs(names, keep_dirs=False, reserved=["summary.json"]))
    assert flat[3] == "other.json"
    assert all(name.startswith(("cv-", "CV-")) for name in flat[:3])
    assert flat[4].startswith("summary-")
    assert len({name.casefold() for name in flat}) == 5
    kept = list(outputs(names, keep_dirs=True))
    assert kept[0] == "a/cv.json"
    assert kept[1].startswith("b/cv-")
    assert kept[2].startswith("b/CV-")
    assert kept[3:] == ["other.json", "summary.json"]
    assert list(outputs(names[:2], keep_dirs=True)) == ["a/cv.json", "b/cv.json"]
