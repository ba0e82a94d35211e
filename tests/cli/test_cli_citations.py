"""`cvparse parse --citations`: one citation a line in, a list of publications out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
LINES = (
    "Okafor, T. (2017). Wind gardens of the coast. Journal of Coastal Botany, 12(3), 45-67.\n\n"
    "Quill, D. (2009). Salt and seedlings. Journal of Coastal Botany, 4(1), 1-9.\n"
)


@pytest.fixture(autouse=True)
def refs(profile: str) -> None:
    Path("refs.txt").write_text(LINES, "utf-8")


def test_a_line_is_a_publication(run: Run) -> None:
    done = run("parse", "--citations", "refs.txt")
    assert (done.exit_code, done.stderr) == (0, "")
    said = json.loads(done.stdout)["publications"]
    assert [one["title"] for one in said] == ["Wind gardens of the coast", "Salt and seedlings"]
    assert said[0]["provenance"]["title"]["text"] == "Wind gardens of the coast"


def test_plain_leaves_provenance_out(run: Run) -> None:
    said = json.loads(run("--citations", "-f", "plain", "-", stdin=LINES).stdout)
    assert said["publications"][1]["volume"] == "4"
    assert "provenance" not in said["publications"][1]


def test_into_a_folder(run: Run) -> None:
    assert run("--citations", "refs.txt", "-o", "out/").exit_code == 0
    assert json.loads(Path("out/refs.json").read_bytes())["tool"]["name"] == "cvparse"


def test_wrong_usage(run: Run) -> None:
    assert run("--citations", "refs.txt", "-f", "lines").exit_code == 2
    assert run("--citations", "nowhere.txt").exit_code == 4


def test_a_line_that_cites_nothing_is_told(run: Run) -> None:
    done = run("--citations", "-", stdin="...\n")
    assert done.exit_code == 0
    assert "1 of 1 lines" in done.stderr
