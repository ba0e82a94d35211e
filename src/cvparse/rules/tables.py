"""Rows of a table, read by the words of its first row: `| Year | Course | Role |`, or, set apart by
wide gaps alone, `Term      Course title      Role`, whose cells may go on in the line below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from cvparse import lexicon
from cvparse.document import Item, Line, Mention, Passage, Span
from cvparse.rules.pieces import cut, joined, says
from cvparse.rules.rule import Scene

_BAR = re.compile(r"\|")
_WORD = re.compile(r"\S+")
_HEAD = re.compile(r"\S+(?: \S+)*")
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])- (?=[a-zà-ÿ])")
_FEWEST = 2
_SLACK = 4
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


def columns(scene: Scene, item: Item, table: str) -> list[Mention]:
    """The cells of a row without bars, under a first row that names at least two columns."""
    above = (heads(line, table) for line in reversed(scene.entry.context))
    names = next((found for found in above if found), [])
    words = _by_column(item, [column for _, column in names]) if names else {}
    found = []
    for number, (name, _) in enumerate(names):
        if name not in ("", "date") and number in words:
            cell = words[number]
            value = _BROKEN.sub("", " ".join(word.value for word in cell))
            first = [w for w in cell if w.lines[0].number == cell[0].lines[0].number]
            found.append(Mention(name, joined(first).span, value, "tables.column"))
    return found


def _by_column(item: Item, starts: Sequence[int]) -> dict[int, list[Passage]]:
    """The words of each column, line by line. A word belongs to the column that begins at or
    before it; one behind a gap may stand a little to the left.
    """
    words: dict[int, list[Passage]] = {}
    for line in item.lines:
        before: Passage | None = None
        for match in line.search(_WORD):
            word = item.part(*match.span())
            gap = before is None or item.part(before.span.end, word.span.start).span.length > 1
            at = word.column + (_SLACK if gap else 1)
            number = max((n for n, start in enumerate(starts) if start <= at), default=0)
            words.setdefault(number, []).append(word)
            before = word
    return words


def heads(row: Passage, table: str) -> list[tuple[str, int]]:
    """What a first row names, and at which character each name begins; empty for other rows."""
    cells = [row.lines[0].at(m) for m in row.lines[0].search(_HEAD)]
    names = [_column(c, table) or _column(cut(c)[0], table) for c in cells if cut(c)]
    if len(names) != len(cells) or sum(bool(n) for n in names) < _FEWEST:
        return []
    return [(name, cell.column) for name, cell in zip(names, cells, strict=True)]


def cells(line: Passage) -> list[Passage]:
    """What stands between the bars; a bar at either end bounds no cell."""
    bars = [Span(*m.span()) for m in line.search(_BAR)]
    starts, ends = (
        [line.span.start, *(b.end for b in bars)],
        [*(b.start for b in bars), line.span.end],
    )
    between = [line.part(*bounds) for bounds in zip(starts, ends, strict=True)]
    if between and not says(between[0]) and bars and bars[0].start <= line.strip().span.start:
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
