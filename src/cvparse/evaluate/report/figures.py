"""Figures as tables: shares with bars, and what records were taken for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from cvparse.evaluate.confusion import MISSED, SPURIOUS, Confusion
from cvparse.evaluate.report.elements import element
from cvparse.evaluate.tallies import Tally

_SHADES = 4
"""Steps of colour in the table of confusions, by share of the row."""


def scores(tallies: Mapping[str, Tally], caption: str) -> Element:
    """A row for each name: F1 with a bar, precision, recall, the support in gold, what was read."""
    heads = ("", "F1", "", "precision", "recall", "in gold", "read")
    rows = [_row(name, one) for name, one in tallies.items()]
    return table(caption, heads, rows)


def table(caption: str, heads: tuple[str, ...], rows: list[Element], class_: str = "") -> Element:
    """A table that scrolls by itself where the page is narrow, by finger and by key."""
    head = element("tr", *(element("th", name, scope="col") for name in heads))
    inner = element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", *rows),
        class_=class_,
    )
    return element("div", inner, class_="wide", role="region", tabindex="0", aria_label=caption)


def _row(name: str, one: Tally) -> Element:
    cells = [share(one.precision), share(one.recall), str(one.gold), str(one.read)]
    return element(
        "tr",
        element("th", name, scope="row"),
        element("td", share(one.f1)),
        element("td", bar(one.f1, f"F1 of {name}")),
        *(element("td", cell) for cell in cells),
    )


def share(value: float) -> str:
    """`0.873`; a dash where there is nothing to divide by."""
    return "–" if math.isnan(value) else f"{value:.3f}"


def bar(value: float, label: str) -> Element | None:
    """A bar from 0 to 1; none where there is no figure."""
    if math.isnan(value):
        return None
    return element("meter", share(value), value=f"{value:.4f}", aria_label=label)


def confusions(found: Confusion) -> Element:
    """Gold's kinds in rows, kinds read in columns, darker where a larger share of the row is."""
    kinds = found.kinds
    columns = (*kinds, MISSED)
    rows = [_confused(found, row, columns) for row in (*kinds, SPURIOUS) if found.support(row)]
    caption = "Records by kind in gold (rows) and kind read (columns)"
    return table(caption, ("in gold ↓ read →", *columns), rows, class_="matrix")


def _confused(found: Confusion, row: str, columns: tuple[str, ...]) -> Element:
    whole = found.support(row)
    cells = []
    for column in columns:
        count = found.count(row, column)
        shade = math.ceil(_SHADES * count / whole)
        kind = "right" if row == column else "wrong"
        cells.append(element("td", str(count or ""), class_=f"{kind} shade{shade}"))
    return element("tr", element("th", row, scope="row"), *cells)
