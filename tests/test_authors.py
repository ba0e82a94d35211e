"""Author lists against their cases: a text to the names it opens with."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cvparse.document import Source
from cvparse.rules import authors

CASES = tomllib.loads((Path(__file__).parent / "cases" / "authors.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"])
def test_case(case: dict[str, Any]) -> None:
    found = authors.read(Source(case["text"]).whole())
    assert [name.passage.value for name in found.names] == case["names"]
    assert found.others == case.get("others", False)
