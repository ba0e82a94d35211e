"""Records are paired one to one, so that the sum of their likeness is greatest."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse.evaluate import KINDS
from cvparse.evaluate.folding import common, ratio, ratios
from cvparse.evaluate.pairing import ALIKE, assigned, likeness, pair

WORDS = st.text(alphabet="abcé ", max_size=20)


def test_the_best_total_is_not_the_best_pair_first() -> None:
    assert assigned(np.array([[0.9, 0.8], [0.8, 0.1]])) == {0: 1, 1: 0}


@pytest.mark.parametrize("shape", [(0, 0), (0, 2), (2, 0)])
def test_nothing_to_pair(shape: tuple[int, int]) -> None:
    assert assigned(np.zeros(shape)) == {}


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), min_size=1, max_size=6))
def test_no_other_pairing_is_better(table: list[list[float]]) -> None:
    numbers = np.array(table)
    pairs = assigned(numbers)
    wide = numbers if numbers.shape[0] <= numbers.shape[1] else numbers.T
    best = max(
        sum(row[j] for row, j in zip(wide, js, strict=False))
        for js in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert len(pairs) == len(set(pairs.values())) == min(numbers.shape)
    assert sum(table[i][j] for i, j in pairs.items()) == pytest.approx(best)


def slow_common(one: str, other: str) -> int:
    """The textbook's table of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for a in one:
        before = row
        row = [0]
        for j, b in enumerate(other):
            row.append(before[j] + 1 if a == b else max(before[j + 1], row[j]))
    return row[-1]


@given(WORDS, WORDS)
def test_the_longest_common_subsequence(one: str, other: str) -> None:
    assert common(one, other) == slow_common(one, other)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_many_at_once_are_as_one_by_one(ones: list[str], others: list[str]) -> None:
    expected = [[ratio(a, b) if a or b else 0.0 for b in others] for a in ones]
    assert ratios(ones, others).tolist() == pytest.approx(np.array(expected)) or not expected


def test_order_makes_no_difference() -> None:
    """Among equally alike records, those belong together that agree in more fields."""
    first = {"title": "Travel Grant", "date": "2019", "awarder": "Harbour Fund"}
    second = {"title": "Travel Grant", "date": "2019", "awarder": "Kite Society"}
    assert pair("awards", [first, second], [first, second]) == {0: 0, 1: 1}
    assert pair("awards", [first, second], [second, first]) == {0: 1, 1: 0}


def test_talks_of_one_title_are_told_apart() -> None:
    first = {"title": "Clocks", "event": "Tidal Days", "date": "2023-06"}
    second = {"title": "Clocks", "event": "School of Springs", "date": "2021-01"}
    assert pair("talks", [first, second], [second, first]) == {0: 1, 1: 0}


def test_what_is_unlike_is_no_pair() -> None:
    gold, read = [{"title": "Alpha Prize"}], [{"title": "Wholly unlike scholarship"}]
    assert likeness(KINDS["awards"].weights, gold, read)[0, 0] < ALIKE
    assert pair("awards", gold, read) == {}
