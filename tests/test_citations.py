"""One-line citations against what they say; a field that a case leaves out is not looked at."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import cvparse.pipeline

CASES = Path(__file__).parent / "cases" / "rules" / "citations.toml"


def cases() -> list[Any]:
    table = tomllib.loads(CASES.read_text("utf-8"))
    return [
        pytest.param(case, id=case["text"], marks=_marks(case.pop("fails", "")))
        for case in table["case"]
    ]


def _marks(reason: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


@pytest.mark.parametrize("case", cases())
def test_citation(case: dict[str, Any]) -> None:
    cv = cvparse.pipeline.parse(f"Jane Roe\n\nPublications\n\n{case['text']}\n")
    (found,) = cv.publications
    said = found.model_dump(mode="json")
    wanted = {key: value for key, value in case.items() if key != "text"}
    assert {key: said[key] for key in wanted} == wanted
