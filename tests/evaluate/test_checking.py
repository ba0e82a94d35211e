"""Gold held against its own text."""

from __future__ import annotations

from typing import Any

import pytest

from cvparse.evaluate.checking import doubts
from cvparse.readers import text

TEXT = """Ada <u>Roe</u>

Publications
1. **Kites and multi-
modal strings**, A. Roe, J. Kites, 12 Feb 2016.
Alpha Prize, 2014–17, \\$150k
"""


def found(gold: dict[str, Any], page: str | None = TEXT) -> list[str]:
    source = None if page is None else text.source(page)
    return [f"{one.pointer}: {one.message}" for one in doubts(gold, source)]


def test_true_gold_is_left_alone() -> None:
    gold = {
        "person": {"name": "Ada Roe"},
        "publications": [
            {
                "title": "Kites and multimodal strings",
                "authors": ["A. Roe"],
                "date": "2016-02-12",
                "type": "article-journal",
            }
        ],
        "awards": [
            {
                "title": "Alpha Prize",
                "date": "2014/2017",
                "amount": {"amount": 150000, "currency": "USD"},
            }
        ],
        "_partial": ["talks"],
    }
    assert found(gold) == []


@pytest.mark.parametrize(
    ("gold", "doubt"),
    [
        ({"awards": [{"title": "Alfa Prize"}]}, "/awards/0/title: not in the text: 'Alfa Prize'"),
        ({"awards": [{"title": "Prize, 20"}]}, "/awards/0/title: not in the text: 'Prize, 20'"),
        (
            {"publications": [{"authors": ["A. Roe", "B. Poe"]}]},
            "/publications/0/authors/1: not in",
        ),
        ({"awards": [{"date": "2013"}]}, "/awards/0/date: the year 2013 is not in the text"),
        ({"awards": [{"date": "12/2016"}]}, "/awards/0/date: '12/2016' is no date as 2018"),
        ({"awards": [{"date": "2016-13"}]}, "/awards/0/date: '2016-13' is no date as 2018"),
        ({"award": []}, "/award: no key of the contract (meant 'awards'?)"),
        ({"_partial": ["talk"]}, "/_partial/0: 'talk' is no key of the contract (meant 'talks'?)"),
        (
            {"awards": [{"titel": "Alpha Prize"}]},
            "/awards/0/titel: no field of awards (meant 'title'?)",
        ),
        ({"awards": [{"title": 3}]}, "/awards/0/title: input should be a valid string"),
        ({"publications": [{"type": "paper"}]}, "/publications/0/type: 'paper' is none of article"),
        (
            {"awards": [{"amount": {"amount": 3, "currency": "$"}}]},
            "/awards/0/amount/currency: string",
        ),
        ({"awards": [{"title": "Alpha Prize"}] * 2}, "/awards/1: the same as /awards/0"),
        ({"awards": [{}]}, "/awards/0: an empty record"),
        (
            {"employment": [{"end_date": "2016", "is_current": True}]},
            "/employment/0/end_date: an end, and `is_current`",
        ),
        (
            {"employment": [{"start_date": "2017", "end_date": "2014"}]},
            "/employment/0/end_date: 2014 lies before the start, 2017",
        ),
    ],
)
def test_a_doubt(gold: dict[str, Any], doubt: str) -> None:
    (one,) = found(gold)
    assert one.startswith(doubt)


def test_without_a_text_the_shape_is_looked_at() -> None:
    assert found({"awards": [{"title": "Alfa", "date": "1999"}]}, None) == []
    assert len(found({"awards": [{"date": "soon"}]}, None)) == 1
