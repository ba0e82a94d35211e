"""The profile, parsed once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cvparse import parse_file
from cvparse.cv import CV
from cvparse.records.publications import Publication
from filled import filled

PROFILE = Path(__file__).resolve().parents[2] / "raw" / "haekyu_park.txt"


@pytest.fixture(scope="session")
def profile() -> CV:
    return parse_file(PROFILE)


@pytest.fixture
def works() -> Callable[..., CV]:
    """A CV of these publications and nothing else."""

    def works(*fields: dict[str, Any]) -> CV:
        rows = tuple(Publication(**row) for row in fields)
        bare = filled()
        return CV(source=bare.source, tool=bare.tool, coverage=bare.coverage, publications=rows)

    return works
