"""What the parser does with every file in `raw/`: a change of behaviour shows in the diff.

Snapshots are what it *does*, gold is what is *true*. Look at what moved, then `pytest --force-regen`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from cvparse import exporters, parse_file

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOTS = ROOT / "tests" / "snapshots"
RAW = sorted(path for path in (ROOT / "raw").glob("*.*") if path.is_file())
KEPT = ROOT / "output" / "haekyu_park.json"
RENEW = "cvparse parse raw/haekyu_park.txt -o output/haekyu_park.json --overwrite"


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.name)
def test_snapshot(path: Path, file_regression: FileRegressionFixture) -> None:
    told = exporters.export(parse_file(path), "plain").data
    file_regression.check(
        told, binary=True, extension=".json", fullpath=SNAPSHOTS / f"{path.stem}.json"
    )


def test_there_is_no_snapshot_of_nothing() -> None:
    assert {path.stem for path in SNAPSHOTS.glob("*.json")} == {path.stem for path in RAW}


@pytest.fixture(scope="module")
def kept() -> bytes:
    return KEPT.read_bytes()


def test_the_kept_record_is_fresh(kept: bytes) -> None:
    cv = parse_file(ROOT / "raw" / "haekyu_park.txt")
    assert exporters.export(cv, "json").data == kept, f"stale; run: {RENEW}"


def test_the_kept_record_is_valid(kept: bytes) -> None:
    schema: dict[str, Any] = json.loads((ROOT / "schemas" / "cv.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(kept))
    assert json.loads(kept)["person"]["name"] == "Haekyu Park"
