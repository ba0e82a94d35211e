"""`cvparse export`: from CVs and from our own JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from cvparse.cli import talk

Run = Callable[..., Result]


def test_a_cv_to_stdout_and_what_is_lost_to_stderr(run: Run) -> None:
    done = run("export", "cv.txt", "-f", "bibtex")
    assert done.exit_code == 0
    assert done.stdout.startswith("@article{beispiel2020study,\n")
    assert "cv.txt: BibTeX has no place for `person`, `education` (1 record)" in done.stderr
    assert run("export", "cv.txt", "-f", "bibtex", "-q").stderr == ""


@pytest.mark.parametrize("form", ["json", "plain"])
def test_our_own_json_gives_the_same(run: Run, form: str) -> None:
    run("parse", "cv.txt", "-f", form, "-o", "cv.json")
    by_text = run("export", "cv.txt", "-f", "bibtex").stdout
    assert run("export", "cv.json", "-f", "bibtex").stdout == by_text
    text = Path("cv.json").read_text("utf-8")
    assert run("export", "-", "-f", "bibtex", stdin=text).stdout == by_text


def test_text_from_stdin(run: Run, profile: str) -> None:
    by_text = run("export", "cv.txt", "-f", "bibtex").stdout
    assert run("export", "-", "-f", "bibtex", stdin=profile).stdout == by_text


def test_several_formats_to_a_folder(run: Run, names: Callable[..., list[str]]) -> None:
    done = run("export", "cv.txt", "-f", "bibtex,csv", "-o", "out")
    assert done.exit_code == 0
    assert names("out") == ["cv.bib", "cv.csv.zip"]


def test_no_workbook_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk, "is_watched", lambda: True)
    done = run("export", "cv.txt", "-f", "xlsx")
    assert done.exit_code == 2
    assert done.stderr.startswith("cv.txt: this format is no text for a terminal")


def test_the_day_that_forms_look_from(run: Run) -> None:
    def rows(day: str) -> int:
        return run("export", "cv.txt", "-f", "coa", "--as-of", day).stdout.count("A:")

    assert [rows("2019"), rows("2020"), rows("2023-12"), rows("2024-12-31")] == [0, 1, 1, 0]


def test_parse_takes_the_same_formats(run: Run) -> None:
    done = run("parse", "cv.txt", "-f", "bibtex")
    assert done.stdout == run("export", "cv.txt", "-f", "bibtex").stdout
    assert "BibTeX has no place for" in done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1]", "cv.json: it has none of the keys of a CV"),
        ("{}", "cv.json: it has none of the keys of a CV"),
        ("no JSON", "cv.json:1:1: no JSON"),
        ('{"education": [{"degree": 3}]}', "cv.json: /education/0/degree: "),
        ('{"awards": [], "more": 1}', "cv.json: /more: "),
    ],
)
def test_json_of_another_kind(run: Run, text: str, message: str) -> None:
    Path("cv.json").write_text(text, "utf-8")
    done = run("export", "cv.json", "-f", "bibtex")
    assert done.exit_code == 4
    assert done.stderr.startswith(message)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cv.txt", "-f", "docx"], "'docx' is no format"),
        (["cv.txt", "-f", "bibtex", "--as-of", "soon"], "--as-of 'soon' is no date"),
        (["cv.txt", "-f", "bibtex,csv"], "several formats cannot go to stdout"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], message: str) -> None:
    done = run("export", *arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(message)


def test_one_bad_file_never_stops_the_others(run: Run, names: Callable[..., list[str]]) -> None:
    Path("bad.json").write_text(json.dumps({"a": 1}), "utf-8")
    done = run("export", "bad.json", "cv.txt", "-f", "bibtex", "-o", "out")
    assert done.exit_code == 1
    assert names("out") == ["cv.bib"]
