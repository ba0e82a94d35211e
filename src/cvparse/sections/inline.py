"""Headings with their section behind them on the same line."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from cvparse.document import Line, Passage, Source, Span
from cvparse.sections import known, page
from cvparse.sections.candidates import Habit, Heading
from cvparse.sections.furniture import furniture
from cvparse.sections.known import Known

_RUN_IN = re.compile(r"[^\W\d_][^:.,;|\t\n]{0,48}(?=:\s)")
_MARGIN = re.compile(
    r"[ \f]{0,3}(?P<it>[^\W\d_][^\W\d_]*(?: [^\W\d_]+| &){0,4})(?:[ ]{2,}|\t+| (?=(?:19|20)\d\d\b))\S"
)
_HABIT_FROM = 3


class _Inline(NamedTuple):
    line: Line
    words: Passage
    key: str
    row: Known
    capitals: bool
    bold: bool

    def heading(self) -> Heading:
        marks = page.markdown(self.line)
        return Heading(
            self.line.span, self.words.span, self.row.kind, "headings.exact",
            marks or self.row.level, self.row.hints, marks > 0,
        )  # fmt: skip


def headings(
    source: Source, habit: Habit, taken: Collection[Span], labels: Collection[str]
) -> list[Heading]:
    """`Languages: English, French`, and headings in the margin: `Education   2010  PhD`."""
    lines = [
        x
        for x in source.lines
        if not x.blank and x.span not in taken and x.span not in furniture(source)
    ]
    run_in = [c for x in lines if ":" in x.folded and (c := _run_in(source, x))]
    margin = [c for x in lines if x.indent < 4 and (c := _margin(source, x))]
    run_in = [c for c in run_in if c.key not in labels]
    every = len({c.key for c in run_in}) >= max(_HABIT_FROM, habit.worn)
    found = [c for c in run_in if every or _believed(source, c, habit)]
    if len({c.row.kind for c in margin}) >= _HABIT_FROM:
        found += margin
    return [c.heading() for c in {c.line.span: c for c in found}.values()]


def _run_in(source: Source, line: Line) -> _Inline | None:
    """Words with a colon that are a whole heading, with air above them."""
    marked = page.markdown(line) > 0
    body = line.body if marked else line.strip(" \t\f")
    found = body.match(_RUN_IN)
    if not found or (line.bulleted and not marked):
        return None
    words = page.trim(body.at(found))
    return _known(source, line, words)


def _margin(source: Source, line: Line) -> _Inline | None:
    found = line.match(_MARGIN)
    return _known(source, line, line.at(found, "it")) if found else None


def _known(source: Source, line: Line, words: Passage) -> _Inline | None:
    key = known.key(words)
    row = known.exact(key)
    if (
        row is None
        or row.level > 1
        or row.kind == "contact"
        or known.doubtful(key)
        or not page.gap_before(source, line)
    ):
        return None
    bold = line.text.lstrip()[:2] in ("**", "__", "<b", "<s")
    return _Inline(line, words, key, row, page.capital(words.folded), bold)


def _believed(source: Source, c: _Inline, habit: Habit) -> bool:
    """In the dress of the other headings; where these have none, alone among lines unlike it."""
    dress = habit.dress
    if dress is None:
        return True
    if dress.distinctive:
        same = (page.markdown(c.line), c.capitals, c.bold)
        return same == (dress.markdown, dress.capitals, dress.bold)
    if page.dense(source) or c.bold:
        return False
    beside = (page.neighbour(source, c.line, step) for step in (-1, 1))
    return not any(x is not None and x.strip().match(_RUN_IN) for x in beside)
