"""`Al` that must have been `AI`: only where a neighbour proves it."""

from __future__ import annotations

from typing import Any

import pytest

from cvparse import lexicon
from cvparse.errors import LexiconError
from cvparse.readers import slips

READ = [
    ("the Exampler Al PhD Fellowship", "AI"),
    ('"Human-centered Al: Interactive Tools"', "AI"),
    ('for Trustworthy and Safe Al"', "AI"),
    ("Responsible Al”", "AI"),
    ("- Al Infrastructure Software Intern", "AI"),
    ("Industry Human-Al Interaction Guidelines", "AI"),
    ("Human-\nAl Interaction", "AI"),
    ("**Safe** Al", "AI"),
    ("Co-Pls: Ada Roe, Max Muster", "Co-PIs"),
]
LEFT_ALONE = [
    "Al Smith, Ada Roe",
    "Roe et Al. 2019",
    "H. Al-Sayed, A. Al-Beispiel",
    "human Al-Beispiel",
    "Al alloys and Al2O3",
    "Al-based alloys",
    "written with Al. Research followed.",
    "safe. Al said so",
    "Safe\n\nAl Muster",
    "Also, Albert, TotAl",
    "Pls be quiet",
    "",
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_proven_slips_are_read(text: str, read: str) -> None:
    assert [repair.value for repair in slips.find(text)] == [read]
    (span, value) = slips.find(text)[0]
    assert span.length == len(value)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_everything_else_is_left_alone(text: str) -> None:
    assert slips.find(text) == ()


def _with_lexicon(monkeypatch: pytest.MonkeyPatch, *rows: dict[str, Any]) -> None:
    slips._slips.cache_clear()
    monkeypatch.setattr(lexicon, "table", lambda _: {"slip": list(rows)})


@pytest.fixture(autouse=True)
def _fresh() -> Any:
    """Each test sees the lexicon anew, and leaves none of its own behind."""
    yield
    slips._slips.cache_clear()


def test_what_rules_a_slip_out_is_stronger_than_what_proves_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = {
        "seen": "rn", "read": "mm", "before": ["ha"], "after": ["er"], "never_after": ["er lamp"],
    }  # fmt: skip
    _with_lexicon(monkeypatch, row)
    assert [r.value for r in slips.find("ha rn er, ha rn er lamp, rn er, x rn y")] == ["mm", "mm"]


def test_two_rows_for_one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    _with_lexicon(
        monkeypatch,
        {"seen": "l0", "read": "10", "before": ["page"]},
        {"seen": "l0", "read": "lo", "after": ["fi"]},
    )
    assert [r.value for r in slips.find("page l0, l0 fi, l0")] == ["10", "lo"]


@pytest.mark.parametrize(
    "row",
    [{"seen": "rn", "read": "m"}, {"seen": "rn"}, {"seen": "a", "read": "b", "before": "word"}],
)
def test_a_row_that_cannot_be_a_slip(monkeypatch: pytest.MonkeyPatch, row: dict[str, Any]) -> None:
    _with_lexicon(monkeypatch, row)
    with pytest.raises(LexiconError, match=r"lexicon/look_alikes\.toml"):
        slips.find("rn a")
