"""Labelled lines, typed by hand from reading: where sections and entries begin.

The form is that of `exporters/lines.py`: a kind where a section begins, a dash where an entry
begins, a bar, the line. All lists are invented; each has another habit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cvparse import parse
from cvparse.exporters.lines import labelled, stripped

CASES = sorted((Path(__file__).parent / "cases" / "lines").glob("*.txt"))
FAILS: dict[str, str] = {
    "airy_publications": "with a blank line after every line the last title is taken for the rest",
    "lone_title_with_bullets": "one title over two bullets is taken for a heading over two entries",
    "one_house_many_positions": "one house over two positions is taken for an entry of its own",
}
"""File → why it fails today. Strict: the day one passes, its line here must go."""


def cases() -> list[Any]:
    return [
        pytest.param(
            path, id=path.stem, marks=[pytest.mark.xfail(strict=True, reason=FAILS[path.stem])]
        )
        if path.stem in FAILS
        else pytest.param(path, id=path.stem)
        for path in CASES
    ]


@pytest.mark.parametrize("path", cases())
def test_lines(path: Path) -> None:
    wanted = path.read_text("utf-8")
    cv = parse(stripped(wanted), path.name)
    assert labelled(cv, cv.source.text).splitlines() == wanted.splitlines()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_well_formed(path: Path) -> None:
    """Every line has its bar in one column, and the whole has sections and entries to find."""
    lines = path.read_text("utf-8").splitlines()
    assert all(line[16:18] == " |" for line in lines)
    labels = [line[:16].split() for line in lines]
    assert labels[0] == ["header", "-"]
    assert sum(label[-1:] == ["-"] for label in labels) >= 4
    assert sum(bool(label) and label[0] != "-" for label in labels) >= 2


def test_every_known_failure_is_a_case() -> None:
    assert len(CASES) >= 8
    assert FAILS.keys() <= {path.stem for path in CASES}
