"""`cvparse label`: a draft and its page, and no correction is ever lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_a_draft_and_a_page_beside_the_text(run: Run, names: Callable[..., list[str]]) -> None:
    done = run("label", "cv.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert names() == ["cv.gold.json", "cv.label.html", "cv.txt"]
    assert json.loads(Path("cv.gold.json").read_text("utf-8"))["person"]["name"] == "Ada Beispiel"
    assert "cv.label.html: open it in a browser" in done.stderr


def test_the_same_text_gives_the_same_bytes(run: Run) -> None:
    run("label", "cv.txt", "-o", "a", "-q")
    run("label", "cv.txt", "-o", "b/c", "-q")
    for name in ("cv.gold.json", "cv.label.html"):
        assert Path("a", name).read_bytes() == Path("b/c", name).read_bytes()


def test_corrected_gold_is_kept_and_shown(run: Run) -> None:
    run("label", "cv.txt")
    Path("cv.gold.json").write_text('{"person": {"name": "Corrected"}}\n', "utf-8")
    done = run("label", "cv.txt")
    assert done.exit_code == 0
    assert "cv.gold.json: is there already, and kept" in done.stderr
    assert Path("cv.gold.json").read_text("utf-8") == '{"person": {"name": "Corrected"}}\n'
    assert "&quot;Corrected&quot;" in Path("cv.label.html").read_text("utf-8")


def test_gold_is_drafted_anew_when_told_so(run: Run) -> None:
    Path("cv.gold.json").write_text('{"person": {"name": "Corrected"}}\n', "utf-8")
    run("label", "cv.txt", "--overwrite")
    assert "Corrected" not in Path("cv.gold.json").read_text("utf-8")


def test_a_page_that_is_not_ours_stays(run: Run) -> None:
    Path("cv.label.html").write_text("<p>mine</p>", "utf-8")
    done = run("label", "cv.txt")
    assert done.exit_code == 2
    assert "cv.label.html: exists, and cvparse did not write it" in done.stderr
    assert not Path("cv.gold.json").exists(), "nothing is written by halves"


def test_from_standard_input(run: Run, profile: str, names: Callable[..., list[str]]) -> None:
    run("label", "-", "-q", stdin=profile)
    assert names() == ["cv.txt", "stdin.gold.json", "stdin.label.html"]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("nobody.txt",), 4, "nobody.txt"),
        (("cv.txt", "-o", "cv.txt"), 2, "cv.txt: a file, and gold and page need a folder"),
        ((), 2, "FILE"),
    ],
)
def test_mistakes(run: Run, args: tuple[str, ...], code: int, said: str) -> None:
    done = run("label", *args)
    assert done.exit_code == code
    assert said in done.stderr
