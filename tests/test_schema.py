"""The output contract as JSON Schema: fresh, sound, and strict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cvparse import exporters, parse
from cvparse.cv import KEYS
from cvparse.exporters import schema
from sample import PROFILE

WRITTEN = Path(__file__).resolve().parents[1] / "schemas" / "cv.schema.json"


@pytest.fixture
def record() -> Any:
    return json.loads(exporters.export(parse(PROFILE)).data)


def test_the_file_is_fresh() -> None:
    assert WRITTEN.read_text("utf-8") == schema.text(), (
        "the models have changed: cvparse schema > schemas/cv.schema.json"
    )


def test_the_schema_is_one() -> None:
    made = schema.json_schema()
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == "https://cvparse.example.org/schemas/cv.schema.json"
    assert made["title"] == "cvparse CV"
    assert {"person", *KEYS} <= made["properties"].keys()
    assert {"from", "to"} <= made["$defs"]["CrossLink"]["properties"].keys()


def test_what_is_parsed_is_valid(record: Any) -> None:
    assert schema.validate(record) == []


def test_problems_name_their_place(record: Any) -> None:
    del record["tool"]
    record["publications"][0]["title"] = 7
    record["person"]["a/b~c"] = []
    assert schema.validate(record) == [
        "'tool' is a required property",
        "/person: Additional properties are not allowed ('a/b~c' was unexpected)",
        "/publications/0/title: 7 is not valid under any of the given schemas",
    ]


def test_a_pointer_escapes_its_signs() -> None:
    assert schema.Problem(("a/b", 0, "c~d"), "no").pointer == "/a~1b/0/c~0d"


@pytest.mark.parametrize("data", [None, [], "text", 3, {}])
def test_what_is_no_record_at_all(data: object) -> None:
    assert schema.validate(data)


def test_long_documents_are_not_quoted_whole() -> None:
    assert all(len(problem) < 250 for problem in schema.validate({"person": ["x" * 5000]}))
