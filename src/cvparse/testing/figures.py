"""The tests of one CV. pytest collects them once for each gold file (see `collecting`)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest

from cvparse.evaluate import tables
from cvparse.evaluate.tallies import Tally, tallies
from cvparse.testing.collecting import NAME, Gold

if TYPE_CHECKING:
    from pytest_regressions.dataframe_regression import DataFrameRegressionFixture

_RATE = {"atol": 0.005, "rtol": 0.0}
_SHOWN = 50


def test_figures(
    request: pytest.FixtureRequest, dataframe_regression: DataFrameRegressionFixture
) -> None:
    """The figures of each field of one CV, as they were when last renewed."""
    import pandas as pd  # type: ignore[import-untyped]

    gold: Gold | None = request.config.pluginmanager.get_plugin(NAME)
    assert gold, "collected by it"  # noqa: S101
    folder = gold.folder(request.path)
    scored, level = folder.scored(request.path), folder.floors.level
    errors = list(scored.errors(level))
    request.node.add_report_section("call", "errors", tables.errors(errors, level, _SHOWN))
    found = tallies((f for f in scored.findings if f.field), lambda f: f.name, level)
    rows = {name: tally for name, tally in found.items() if tally.gold}
    rows |= {"all records": scored.records(level), "all fields": scored.fields(level)}
    table = pd.DataFrame.from_dict(
        {name: _figures(tally) for name, tally in rows.items()}, orient="index"
    ).rename_axis("field")
    tolerances = dict.fromkeys(("precision", "recall", "f1"), _RATE)
    try:
        dataframe_regression.check(table, tolerances=tolerances)
    except AssertionError as error:
        said = _named(str(error), list(table.index))
    else:
        return
    pytest.fail(said, pytrace=False)


def _named(said: str, fields: Sequence[str]) -> str:
    """What moved, each row by the name of its field instead of its number."""
    width = max(map(len, fields))
    rows = re.sub(r"(?m)^(\d+)(?= )", lambda m: fields[int(m[1])].ljust(width), said)
    return re.sub(r"(?m)^(?= +obtained_)", " " * (width - 2), rows)


def _figures(tally: Tally) -> dict[str, Any]:
    """Rates to four places, and the support: what of gold there is to find."""
    rates = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    told = {name: math.nan if math.isnan(x) else round(x, 4) for name, x in rates.items()}
    return told | {"support": tally.gold}
