"""ORCID's JSON, held against a schema put down after ORCID's own (schemas/)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cvparse import exporters
from cvparse.cv import CV
from cvparse.records.employment import Employment
from cvparse.records.grants import Grant
from cvparse.values import Money
from filled import filled, having, profile, works

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "orcid-3.0.schema.json").read_text("utf-8")
)

NOT_SAID = ["'address' is a required property", "'country' is a required property"]
"""Of a house without a place, and of a place without a country."""


def record(cv: CV) -> dict[str, Any]:
    return json.loads(exporters.export(cv, "orcid").data)  # type: ignore[no-any-return]


def faults(cv: CV) -> list[str]:
    """What the schema says, once for each thing it finds."""
    found = jsonschema.Draft202012Validator(SCHEMA).iter_errors(record(cv))
    return sorted({error.message for error in found})


def test_the_profile_lacks_nothing_but_what_it_does_not_say() -> None:
    assert faults(profile()) == NOT_SAID
    losses = exporters.export(profile(), "orcid").losses
    assert any("city and country of the house (5 of 5 records)" in loss for loss in losses)
    assert any("an identifier, and none is printed (21 of 21 records)" in loss for loss in losses)


def test_a_record_that_says_all_lacks_nothing() -> None:
    post = Employment(
        organization="Roe Hall", position="Reader", location="Seoul, Republic of Korea"
    )
    one = works({"title": "Wind", "doi": "10.5555/w", "type": "book", "date": "2018-08"})
    assert faults(one.model_copy(update={"employment": (post,)})) == []
    assert faults(having()) == []
    assert faults(filled()) == NOT_SAID


def test_a_work() -> None:
    work = {
        "title": "Wind",
        "authors": ("Ada Roe", "Jo Poe", "et al."),
        "venue": "J. Kites",
        "volume": "12",
        "doi": "10.5555/w",
        "type": "article-journal",
        "date": "2018-08-15",
    }
    (made,) = record(works(work))["works"]["bulk"]
    assert made["work"]["publication-date"] == {
        "year": {"value": "2018"},
        "month": {"value": "08"},
        "day": {"value": "15"},
    }
    names = [one["credit-name"]["value"] for one in made["work"]["contributors"]["contributor"]]
    assert names == ["Ada Roe", "Jo Poe"]
    assert "  volume = {12},\n" in made["work"]["citation"]["citation-value"]
    assert made["work"]["external-ids"]["external-id"][0]["external-id-value"] == "10.5555/w"


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("Seoul, Republic of Korea", {"city": "Seoul", "country": "KR"}),
        ("Seattle, WA", {"city": "Seattle", "region": "WA"}),
        ("Seattle, WA, USA", {"city": "Seattle", "region": "WA", "country": "US"}),
        ("Remote", None),
    ],
)
def test_no_country_is_made_up(location: str, address: dict[str, str] | None) -> None:
    (made,) = record(having(employment=(Employment(organization="R", location=location),)))[
        "employments"
    ]
    assert made["employment"]["organization"].get("address") == address


def test_funding() -> None:
    grant = Grant(
        title="Wind",
        funder="Kite Fund",
        amount=Money(amount=1500, currency="EUR"),
        award_number="K-1",
        start_date="2019-21",
        end_date="2021",
    )
    made = exporters.export(having(grants=(grant,)), "orcid")
    funding = json.loads(made.data)["fundings"][0]["funding"]
    assert funding["amount"] == {"value": "1500", "currency-code": "EUR"}
    assert funding["start-date"] == {"year": {"value": "2019"}}
    assert "`grants`: `start_date` keeps no season in ORCID." in made.losses
