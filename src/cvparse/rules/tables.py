"""Rows of a table drawn with bars, read by the words of its first row: `| Year | Course | Role |`."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from cvparse import lexicon
from cvparse.document import Item, Line, Mention, Passage
from cvparse.rules.pieces import says
from cvparse.rules.rule import Scene

_BAR = re.compile(r"\|")
_FEWEST = 2
_ROWS = 60


def row(scene: Scene, item: Item, table: str) -> list[Mention]:
    """The cells of a row, labelled by their columns; empty when the section holds no table."""
    if item.folded.count("|") < _FEWEST:
        return []
    header = _header(scene, item, table)
    if header is None:
        return []
    names = [_column(cell, table) for cell in cells(header)]
    found = []
    for name, cell in zip(names, cells(item), strict=False):
        if name not in ("", "date") and says(cell):
            text = cell.strip()
            found.append(Mention(name, text.span, text.value, "tables.cell"))
    return found


def cells(line: Passage) -> list[Passage]:
    """What stands between the bars; a bar at either end bounds no cell."""
    bars = [m.start() for m in line.search(_BAR)]
    bounds = [line.span.start - 1, *bars, line.span.end]
    between = [line.part(a + 1, b) for a, b in pairwise(bounds)]
    if between and not says(between[0]) and bars and bars[0] <= line.strip().span.start:
        between = between[1:]
    return between


def _header(scene: Scene, item: Item, table: str) -> Line | None:
    """The nearest line above, in the same section, that names at least two columns."""
    section = scene.entry.section
    if section is None:
        return None
    above = scene.source.lines_of(section.before(item.span).span)[-_ROWS:]
    for line in reversed(above):
        if line.folded.count("|") >= _FEWEST:
            names = [_column(cell, table) for cell in cells(line)]
            if sum(bool(n) for n in names) >= _FEWEST:
                return line
    return None


def _column(cell: Passage, table: str) -> str:
    return _columns(table).get(cell.value.lower().strip(" :*"), "")


@cache
def _columns(table: str) -> dict[str, str]:
    """Printed name of a column → what stands under it."""
    columns: dict[str, list[str]] = lexicon.table(table)["columns"]
    return {word: name for name, words in columns.items() for word in words}
