"""`cvparse diff`: two texts, two of our JSON files, or one of each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
MORE = """
Wind over Water
Ada Beispiel, Bo Muster
Journal of Kites, 2025
"""


@pytest.fixture(autouse=True)
def later(profile: str) -> None:
    Path("new.txt").write_text(profile + MORE, "utf-8")


def test_what_is_new_is_told(run: Run) -> None:
    done = run("diff", "cv.txt", "new.txt")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == [
        "publications",
        "  + Wind over Water, Journal of Kites (2025)",
    ]
    assert "\x1b" not in done.stdout, "no colour but for a terminal"


@pytest.mark.parametrize("form", ["json", "plain"])
def test_texts_and_json_may_be_mixed(run: Run, form: str) -> None:
    run("cv.txt", "-f", form, "-o", "old.json")
    run("new.txt", "-f", form, "-o", "new.json")
    told = {
        run("diff", a, b).stdout for a in ("cv.txt", "old.json") for b in ("new.txt", "new.json")
    }
    assert len(told) == 1


def test_one_from_standard_input(run: Run, profile: str) -> None:
    assert run("diff", "-", "cv.txt", stdin=profile).stdout.startswith("no differences")
    done = run("diff", "-", "-", stdin=profile)
    assert done.exit_code == 2
    assert "standard input holds one CV" in done.stderr


def test_the_annual_report(run: Run) -> None:
    done = run("diff", "cv.txt", "new.txt", "--since", "2025-07")
    assert done.stdout.startswith("# new since 2025-07\npublications\n  + Wind over Water")
    assert run("diff", "cv.txt", "new.txt", "--since", "2026").stdout == (
        "0 new since 2026, 0 changed, 0 without a date, 1 added but older\n"
    )


def test_as_json(run: Run) -> None:
    data = json.loads(run("diff", "cv.txt", "new.txt", "--json").stdout)
    assert (data["old"], data["new"]) == ("cv.txt", "new.txt")
    (change,) = data["changes"]
    assert (change["change"], change["new"]) == ("added", "/publications/1")
    assert change["after"]["title"] == "Wind over Water"
    report = json.loads(run("diff", "cv.txt", "new.txt", "--json", "--since", "2025").stdout)
    assert [c["title"] for c in report["new"]] == ["Wind over Water, Journal of Kites"]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("cv.txt",), 2, "NEW"),
        (("cv.txt", "nobody.txt"), 4, "nobody.txt"),
        (("cv.txt", "bad.json"), 4, "bad.json:1:2: no JSON"),
        (("cv.txt", "new.txt", "--since", "last year"), 2, "'last year' is no date"),
    ],
)
def test_mistakes(run: Run, args: tuple[str, ...], code: int, said: str) -> None:
    Path("bad.json").write_text("{]", "utf-8")
    done = run("diff", *args)
    assert done.exit_code == code
    assert said in done.stderr
