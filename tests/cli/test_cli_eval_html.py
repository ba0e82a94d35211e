"""`cvparse eval --html`: the page from the shell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
TEXT = "Ada Roe\n\nAwards\n\n2018 Kite Prize\n"


@pytest.fixture(autouse=True)
def gold(profile: str) -> None:
    """A text and its gold, in which a year is another one."""
    record = {"person": {"name": "Ada Roe"}, "awards": [{"title": "Kite Prize", "date": "2019"}]}
    Path("gold").mkdir()
    Path("gold/roe.txt").write_text(TEXT, "utf-8")
    Path("gold/roe.gold.json").write_text(json.dumps(record), "utf-8")


def test_the_page_shows_an_error_in_its_text(run: Run) -> None:
    assert run("eval", "gold", "--html", "report.html").exit_code == 0
    page = Path("report.html").read_text("utf-8")
    assert "<h1>Accuracy: gold</h1>" in page
    assert '<mark class="read">2018</mark> Kite Prize' in page


def test_written_again_it_is_the_same_and_a_file_of_others_stays(run: Run) -> None:
    run("eval", "gold", "--html", "report.html")
    first = Path("report.html").read_bytes()
    assert run("eval", "gold", "--html", "report.html").exit_code == 0
    assert Path("report.html").read_bytes() == first
    Path("mine.html").write_text("<!doctype html><p>mine", "utf-8")
    done = run("eval", "gold", "--html", "mine.html")
    assert done.exit_code == 2
    assert "cvparse did not write it" in done.stderr
    assert Path("mine.html").read_text("utf-8").endswith("mine")


def test_json_that_was_read_finds_its_text_beside_the_gold(run: Run) -> None:
    run("parse", "gold/roe.txt", "-o", "read/roe.json")
    assert run("eval", "gold", "read", "--html", "report.html").exit_code == 0
    assert '<mark class="read">2018</mark>' in Path("report.html").read_text("utf-8")


def test_another_text_is_not_taken_for_it(run: Run) -> None:
    run("parse", "gold/roe.txt", "-o", "read/roe.json")
    Path("gold/roe.txt").write_text("Somebody\n\n" + TEXT, "utf-8")
    done = run("eval", "gold", "read", "--html", "report.html")
    assert "not the text that" in done.stderr
    assert "<figure" not in Path("report.html").read_text("utf-8")
