"""`cvparse parse`: files in, records out, and whose files it may touch."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from cvparse import pipeline
from cvparse.cli import parsing
from cvparse.cv import CV

Run = Callable[..., Result]
Names = Callable[..., list[str]]


@pytest.mark.parametrize("args", [("cv.txt",), ("parse", "cv.txt"), ("-q", "cv.txt")])
def test_one_file_goes_to_stdout(run: Run, names: Names, args: tuple[str, ...]) -> None:
    done = run(*args)
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout)["source"]["name"] == "cv.txt"
    assert names() == ["cv.txt"]


def test_stdin(run: Run, profile: str) -> None:
    done = run("-", stdin=profile)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["source"]["name"] == "<stdin>"


def test_twice_is_the_same(run: Run) -> None:
    assert run("cv.txt").stdout_bytes == run("cv.txt").stdout_bytes


def test_a_file_as_target(run: Run, names: Names) -> None:
    assert run("cv.txt", "-o", "out.json").exit_code == 0
    assert CV.model_validate_json(Path("out.json").read_bytes()).tool.name == "cvparse"
    assert names() == ["cv.txt", "out.json"]


@pytest.mark.parametrize("target", ["new/", "old"])
def test_a_folder_as_target(run: Run, names: Names, target: str) -> None:
    Path("old").mkdir()
    assert run("cv.txt", "-o", target).exit_code == 0
    assert names(target) == ["cv.json"]


def test_several_formats(run: Run, names: Names) -> None:
    done = run("cv.txt", "-f", "json, plain,lines,json", "-o", "out")
    assert (done.exit_code, done.stdout) == (0, "")
    assert names("out") == ["cv.json", "cv.lines.txt", "cv.plain.json"]


def test_verbose_says_what_was_found(run: Run) -> None:
    done = run("cv.txt", "-v")
    assert done.stderr.startswith("cv.txt: 1 education, 1 publications")
    assert run("cv.txt", "-v", "-q").stderr == ""


def test_several_files_go_to_a_folder(run: Run, names: Names, profile: str) -> None:
    Path("two.md").write_text(profile, "utf-8")
    assert run("cv.txt", "two.md", "-", "-o", "out", stdin=profile).exit_code == 0
    assert names("out") == ["cv.json", "stdin.json", "two.json"]


def test_one_bad_file_stops_no_other(run: Run, names: Names) -> None:
    Path("bad.txt").write_bytes(b"%PDF-1.7")
    done = run("bad.txt", "nobody.txt", "cv.txt", "-o", "out")
    assert done.exit_code == 1
    assert "bad.txt: a PDF document, expected text\n  hint: " in done.stderr
    assert "nobody.txt: no such file\n  hint: " in done.stderr
    assert names("out") == ["cv.json"]


def test_unless_told_to_stop(run: Run, names: Names) -> None:
    assert run("nobody.txt", "cv.txt", "-o", "out", "--fail-fast").exit_code == 1
    assert names() == ["cv.txt"]


def test_a_bug_stops_no_other(run: Run, names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(name: str) -> CV:
        if name == "odd.txt":
            raise IndexError("out of range")
        return pipeline.parse_file(name)

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    done = run("odd.txt", "cv.txt", "-o", "out")
    assert done.exit_code == 1
    assert "odd.txt: a bug in cvparse: IndexError: out of range" in done.stderr
    assert names("out") == ["cv.json"]


def test_files_of_one_name_do_not_overwrite_each_other(run: Run, profile: str) -> None:
    Path("more").mkdir()
    Path("more/cv.txt").write_text(profile, "utf-8")
    done = run("cv.txt", "more/cv.txt", "-o", "out", "--overwrite")
    assert done.exit_code == 1
    assert "already written from cv.txt, not from more/cv.txt" in done.stderr


def test_nobodys_file_is_overwritten_unasked(run: Run) -> None:
    Path("cv.json").write_text('{"mine": true}', "utf-8")
    done = run("cv.txt", "-o", "cv.json")
    assert done.exit_code == 2
    assert "cv.json: exists, and cvparse did not write it" in done.stderr
    assert Path("cv.json").read_text("utf-8") == '{"mine": true}'
    assert run("cv.txt", "-o", "cv.json", "--overwrite").exit_code == 0
    assert run("cv.txt", "-o", "cv.json").exit_code == 0, "its own file it may replace"


def test_the_input_is_never_overwritten(run: Run, profile: str) -> None:
    done = run("cv.txt", "-o", "cv.txt", "--overwrite")
    assert done.exit_code == 2
    assert "would overwrite the input" in done.stderr
    assert Path("cv.txt").read_text("utf-8") == profile


def test_nothing_is_half_written(run: Run, names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("cv.txt", "-o", "out.json").exit_code == 0
    before = Path("out.json").read_bytes()

    def replace(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", replace)
    done = run("cv.txt", "-o", "out.json")
    assert done.exit_code == 2
    assert "out.json: cannot be written: No space left on device" in done.stderr
    assert Path("out.json").read_bytes() == before
    assert names() == ["cv.txt", "out.json"]


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    assert run("cv.txt", "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_the_folder_of_a_target_may_be_in_the_way(run: Run) -> None:
    assert run("cv.txt", "-o", "cv.txt/out.json").exit_code == 2
    Path("dir.json/cv.json").mkdir(parents=True)
    assert run("cv.txt", "-o", "dir.json").exit_code == 2


def test_the_text_is_saved_too(run: Run, profile: str) -> None:
    assert run("cv.txt", "-o", "cv.json", "--save-text", "seen.txt").exit_code == 0
    assert Path("seen.txt").read_text("utf-8") == profile
    assert run("cv.txt", "-o", "cv.json", "--save-text", "seen.txt").exit_code == 0
    Path("seen.txt").write_text("mine", "utf-8")
    done = run("cv.txt", "-o", "cv.json", "--save-text", "seen.txt")
    assert (done.exit_code, Path("seen.txt").read_text("utf-8")) == (2, "mine")


@pytest.mark.parametrize("where", [("--save-text", "-"), ("-o", "x", "--save-text", "x")])
def test_text_and_records_do_not_mix(run: Run, where: tuple[str, ...]) -> None:
    done = run("cv.txt", *where)
    assert done.exit_code == 2
    assert "cannot both go to one place" in done.stderr
