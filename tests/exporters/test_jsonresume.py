"""JSON Resume, held against its own schema (schemas/, vendored)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cvparse import exporters
from cvparse.cv import CV
from cvparse.records.employment import Employment
from cvparse.records.person import Person
from filled import filled, having, profile

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "jsonresume-1.0.schema.json").read_text("utf-8")
)


def resume(cv: CV) -> dict[str, Any]:
    """The document, which the schema accepts, e-mail and web addresses looked at too."""
    document = json.loads(exporters.export(cv, "jsonresume").data)
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    jsonschema.Draft7Validator(SCHEMA, format_checker=checker).validate(document)
    return document  # type: ignore[no-any-return]


@pytest.mark.parametrize("cv", [profile(), filled(), having()], ids=["profile", "filled", "empty"])
def test_the_schema_accepts_it(cv: CV) -> None:
    resume(cv)


def test_profile() -> None:
    document = resume(profile())
    assert document["basics"]["label"] == "Machine Learning Engineer at Stripe"
    assert [post["startDate"] for post in document["work"]] == [
        "2023-11",
        "2022-05",
        "2021-06",
        "2020-05",
        "2019-05",
    ]
    assert "endDate" not in document["work"][0]
    assert document["education"][0]["studyType"] == "Ph.D."
    assert len(document["publications"]) == 21
    assert len(document["projects"]) == 14


def test_a_season_keeps_its_year() -> None:
    post = Employment(organization="Roe Hall", start_date="2019-21", end_date="0800")
    made = exporters.export(having(employment=(post,)), "jsonresume")
    assert json.loads(made.data)["work"] == [{"name": "Roe Hall", "startDate": "2019"}]
    assert "`employment`: `start_date` keeps no season in JSON Resume." in made.losses
    assert (
        "`employment`: `end_date` before the year 1000 is left out of JSON Resume." in made.losses
    )


def test_further_addresses() -> None:
    person = Person(
        emails=("ada@example.org", "a@example.com"),
        urls=("https://example.org", "https://example.org/2"),
    )
    made = exporters.export(having(person=person), "jsonresume")
    basics = json.loads(made.data)["basics"]
    assert basics["profiles"] == [{"network": "Web", "url": "https://example.org/2"}]
    assert made.losses == ("`person`: `emails` keeps the first in JSON Resume.",)
