"""Values compared one by one, with credits and tallies worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest

from cvparse.evaluate import Credit, Tally, credit, firings, score
from cvparse.evaluate.folding import fold, folded_name

ALPHA = {"title": "Alpha Prize for Physics", "date": "2019"}
BETA = {"title": "Beta Medal of Merit", "date": "2020"}
LATER = {"title": "Beta Medal of Merit", "date": "2021"}
GAMMA = {"title": "Wholly Unlike Scholarship"}
USD = {"amount": 9, "currency": "USD"}


@pytest.mark.parametrize(
    ("awards", "records", "titles", "dates"),
    [
        pytest.param([ALPHA, BETA], (2, 2, 2), (2, 2, 2), (2, 2, 2), id="perfect"),
        pytest.param([BETA, ALPHA], (2, 2, 2), (2, 2, 2), (2, 2, 2), id="swapped"),
        pytest.param([ALPHA, LATER], (2, 2, 2), (2, 2, 2), (1, 2, 2), id="one wrong"),
        pytest.param([BETA], (1, 2, 1), (1, 2, 1), (1, 2, 1), id="one missing"),
        pytest.param([GAMMA, ALPHA, BETA], (2, 2, 3), (2, 2, 3), (2, 2, 2), id="one extra"),
        pytest.param([ALPHA, GAMMA], (1, 2, 2), (1, 2, 2), (1, 2, 1), id="one unlike"),
        pytest.param([], (0, 2, 0), (0, 2, 0), (0, 2, 0), id="nothing read"),
    ],
)
def test_tallies(
    awards: list[dict[str, str]],
    records: tuple[int, int, int],
    titles: tuple[int, int, int],
    dates: tuple[int, int, int],
) -> None:
    """Right, in gold, read: of records, of titles, of dates."""
    found = score({"a": {"awards": [ALPHA, BETA]}}, {"a": {"awards": awards}})
    assert found.by_key()["awards"] == Tally(*records)
    assert found.by_field()["awards.title"] == Tally(*titles)
    assert found.by_field()["awards.date"] == Tally(*dates)


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [
        (Tally(2, 2, 2), 1.0, 1.0, 1.0),
        (Tally(2, 4, 2), 1.0, 0.5, 2 / 3),
        (Tally(4, 4, 5), 0.8, 1.0, 8 / 9),
        (Tally(0, 3, 0), math.nan, 0.0, 0.0),
        (Tally(0, 0, 2), 0.0, math.nan, 0.0),
        (Tally(), math.nan, math.nan, math.nan),
    ],
)
def test_rates(tally: Tally, precision: float, recall: float, f1: float) -> None:
    rates = (tally.precision, tally.recall, tally.f1)
    assert rates == pytest.approx((precision, recall, f1), nan_ok=True)


@pytest.mark.parametrize(
    ("name", "one", "other", "soft", "folded", "strict"),
    [
        ("title", "Graph Methods", "Graph Methods", 1, 1, 1),
        ("title", "Graph‐Based  Methods.", "graph based methods", 1, 1, 0),
        ("title", "Graph Methods", "Graph Method", 1, 0, 0),
        ("title", "Graph Methods", "Graphs", 0, 0, 0),
        ("funder", "National Fund of Kites", "Fund of Kites", 1, 0, 0),
        ("title", "National Fund of Kites", "Fund of Kites", 0, 0, 0),
        ("venue", "Journal of Kites", "Journal of Kiting", 1, 0, 0),
        ("pages", "1301–1306", "1301-1306", 1, 1, 0),
        ("date", "2019-08", "2019", 0, 0, 0),
        ("date", "2015/2019", "2015", 1, 1, 0),
        ("start_date", "2015", "2015", 1, 1, 1),
        ("amount", USD, dict(USD), 1, 1, 1),
        ("amount", USD, USD | {"per": "year"}, 1, 1, 0),
        ("amount", USD, USD | {"amount": 9.0}, 1, 1, 1),
        ("amount", USD, USD | {"amount": 9000}, 0, 0, 0),
        ("amount", USD, USD | {"currency": "EUR"}, 0, 0, 0),
        ("amount", USD, "9 USD", 0, 0, 0),
        ("is_current", True, True, 1, 1, 1),
        (
            "authors",
            ["A. Roe", "B. Poe", "C. Lee"],
            ["Ada Roe", "Lee, C.", "D. Kim"],
            2 / 3,
            2 / 3,
            0,
        ),
        ("authors", ["A. Roe", "B. Poe"], ["B. Poe", "A. Roe"], 1, 1, 0.5),
        ("authors", ["A. Roe"], ["A. Roe", "A. Roe", "A. Roe"], 0.5, 0.5, 0.5),
        ("items", ["Python", "Prolog"], ["python", "Prologue"], 0.5, 0.5, 0),
        ("items", ["Statistics"], ["Statistic"], 1, 0, 0),
        (
            "links",
            [{"label": "Demo"}, {"label": "Paper"}],
            [{"label": "Paper"}],
            2 / 3,
            2 / 3,
            2 / 3,
        ),
    ],
)
def test_credit(name: str, one: Any, other: Any, soft: float, folded: float, strict: float) -> None:
    assert credit(name, one, other) == pytest.approx(Credit(soft, folded, strict))


@pytest.mark.parametrize(
    "printed", ["Ada B. Roe", "Roe, A. B.", "Roe AB", "Dr. Ada Roe*", "A. Roé (PI)"]
)
def test_one_person_in_many_prints(printed: str) -> None:
    assert folded_name(printed) == ("roe", "a")


def test_folding() -> None:
    assert fold("  The <i>ﬁrst</i> Café—über_alles!  ") == "the first cafe uber alles"
    assert fold("++") == "++"


def test_what_is_no_error() -> None:
    """`note` is no part of the contract, a `type` that gold does not give costs nothing."""
    gold = {"person": {"name": "Ada Roe"}, "publications": [{"title": "Salt"}]}
    paper = {"title": "Salt", "type": "book", "note": ["x"], "is_current": False}
    read = {"person": {"name": "Ada Roe", "orcid": "0"}, "publications": [paper]}
    assert not score({"a": gold}, {"a": read}).errors("strict")


def test_what_gold_says_it_does_not_say() -> None:
    gold = {"awards": [{"title": "Alpha Prize"}], "talks": [{"title": "Salt"}]}
    read = {
        "awards": [{"title": "Alpha Prize"}, BETA],
        "talks": [{"title": "Salt", "date": "2019"}],
        "references": [{"name": "B. Poe"}],
    }
    assert {e.name for e in score({"a": gold}, {"a": read}).errors()} == {
        "awards", "awards.title", "awards.date", "talks.date",
    }  # fmt: skip
    marked = gold | {"_partial": ["awards"], "_undated": ["talks"]}
    assert not score({"a": marked}, {"a": read}).errors()


def test_other_is_shown_and_in_no_total() -> None:
    found = score({"a": {"other": [{"heading": "Hobbies", "text": "Kites."}]}}, {"a": {}})
    assert found.by_key()["other"] == Tally(0, 1, 0)
    assert (found.field_f1(), found.record_f1()) == (1.0, 1.0)


def test_the_mean_is_over_cvs() -> None:
    many = {"awards": [ALPHA, BETA, GAMMA]}
    found = score({"a": many, "b": {"awards": [ALPHA]}}, {"a": many, "b": {}})
    assert found.record_f1() == 0.5


def test_rules_are_judged_by_what_they_read() -> None:
    def seen(rule: str) -> dict[str, Any]:
        return {"span": [3, 9], "text": "…", "rule": rule, "how": "read"}

    gold = {"awards": [ALPHA], "publications": [{"title": "Salt", "authors": ["A. Roe", "B. Poe"]}]}
    paper = {"title": "Salt", "authors": ["A. Roe", "C. Lee"], "type": "book"}
    where = {"title": seen("t"), "authors/0": seen("a"), "authors/1": seen("a"), "type": seen("s")}
    read = {
        "awards": [LATER | {"provenance": {"title": seen("t"), "date": seen("d")}}],
        "publications": [paper | {"provenance": where}],
    }
    found = score({"a": gold}, {"a": read})
    rows = {(one.rule, one.fired, one.right, one.wrong) for one in firings.firings(found)}
    assert rows == {("t", 2, 1, 1), ("a", 2, 1, 1), ("d", 1, 0, 1), ("s", 1, 0, 0)}
    (error,) = [e for e in found.errors() if e.name == "publications.authors"]
    assert (error.span, error.verdict()) == ((3, 9), "wrong")


@pytest.mark.parametrize("provenance", [{"title": 3}, {"title": {"span": "x"}}, {"title": None}])
def test_strange_provenance_is_passed_over(provenance: dict[str, Any]) -> None:
    read = {"awards": [ALPHA | {"provenance": provenance}]}
    assert not score({"a": {"awards": [ALPHA]}}, {"a": read}).errors()
