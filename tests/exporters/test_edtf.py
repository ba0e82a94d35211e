"""EDTF dates in parts."""

from __future__ import annotations

from datetime import date

import pytest

from cvparse.exporters.edtf import Day, Period, begins, day, period


@pytest.mark.parametrize(
    ("text", "parts", "iso"),
    [
        ("2018", Day(2018), "2018"),
        ("2018-08", Day(2018, 8), "2018-08"),
        ("2018-08-15", Day(2018, 8, 15), "2018-08-15"),
        ("2019-21", Day(2019, season=21), "2019"),
        ("2019-34", Day(2019, season=34), "2019"),
    ],
)
def test_one_date(text: str, parts: Day, iso: str) -> None:
    assert day(text) == parts
    assert parts.iso == iso


@pytest.mark.parametrize("text", ["", None, "0000", "2018-13", "2018-02-30", "soon", "2018/2019"])
def test_no_date(text: str | None) -> None:
    assert day(text) is None


def test_intervals() -> None:
    assert period("2015/2019") == Period(Day(2015), Day(2019))
    assert period("2015/..") == Period(Day(2015), goes_on=True)
    assert period("../2019") == Period(None, Day(2019))
    assert period("2018").lone
    assert begins("2015-03/2019") == Day(2015, 3)
    assert begins("../2019") == Day(2019)


def test_what_it_can_mean() -> None:
    assert (Day(2020).first, Day(2020).last) == (date(2020, 1, 1), date(2020, 12, 31))
    assert Day(2020, 2).last == date(2020, 2, 29)
    assert Day(2019, season=24).last == date(2019, 12, 31)
