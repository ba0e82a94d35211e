"""Headings with their section behind them on the same line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import Line, Passage, Source, Span
from cvparse.sections import known, naming, page
from cvparse.sections.candidates import Habit, Heading
from cvparse.sections.furniture import furniture
from cvparse.sections.known import Known

_RUN_IN = re.compile(r"[^\W\d_][^:.,;|\t\n]{0,48}(?=:\s)")
_MARGIN = re.compile(
    r"[ \f]{0,3}(?P<it>[^\W\d_][^\W\d_]*(?: [^\W\d_]+| &){0,4})(?:[ ]{2,}|\t+| (?=(?:19|20)\d\d\b))\S"
)
_FIRST_WORDS = re.compile(r"[^\W\d_]+(?:,? (?:[^\W\d_]+|&)){0,4}")
_SPACE = re.compile(r" |$")
_BEGINS = re.compile(r"\s+(?:[-•▪◦] )?(?=[^\W_a-z]|[\"'(\[])(\w*)")
_HABIT_FROM = 3
_GLUED_FROM = 5
"""Different kinds, without a space to spare: a word of headings also begins a title or a post."""


_Means = Callable[[str], Known | None]


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
    source: Source,
    habit: Habit,
    taken: Collection[Span],
    labels: Collection[str],
    broken: Collection[Heading],
) -> list[Heading]:
    """`Languages: English, French`, and headings in the margin: `Education   2010  PhD`. Those of a
    margin so narrow that they are broken are known.
    """
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
    if len({c.row.kind for c in margin if c.row.level == 1}) >= _HABIT_FROM:
        found += margin
    elif habit.worn < _HABIT_FROM:
        found += _glued(lines, {h.kind for h in broken})
    return [c.heading() for c in {c.line.span: c for c in found}.values()]


def _run_in(source: Source, line: Line) -> _Inline | None:
    """Words with a colon that are a whole heading, with air above them."""
    marked = page.markdown(line) > 0
    body = line.body if marked else line.strip(" \t\f")
    found = body.match(_RUN_IN)
    if not found or (line.bulleted and not marked):
        return None
    words = page.trim(body.at(found))
    return _known(source, line, words, known.exact, 1)


def _margin(source: Source, line: Line) -> _Inline | None:
    found = line.match(_MARGIN)
    return _known(source, line, line.at(found, "it"), naming.sure, 2) if found else None


def _glued(lines: Sequence[Line], kinds: Collection[str]) -> list[_Inline]:
    """Headings of the margin with nothing but a space behind them, as a PDF read line by line has
    them: `EDUCATION Yale Law School, J.D., 2017`. Only where hardly a heading stands alone; others
    of the margin, broken there, have told these kinds.
    """
    found = [c for line in lines if not line.bulleted and (c := _beginning(line))]
    counts = Counter(c.key for c in found)
    found = [c for c in found if counts[c.key] < _HABIT_FROM]
    for some in ([c for c in found if c.capitals], found):
        if some and len({*kinds, *(c.row.kind for c in some if c.row.level == 1)}) >= _GLUED_FROM:
            return some
    return []


def _beginning(line: Line) -> _Inline | None:
    """The longest heading that a line begins with, and something that may begin an entry."""
    body = line.strip(" \t\f")
    first = body.match(_FIRST_WORDS)
    ends = [m.start() for m in body.at(first).search(_SPACE)] if first else []
    starts = [body.before(Span(end, end)) for end in reversed(ends)]
    heads = (_whole(line, w, means) for means in (known.exact, naming.sure) for w in starts)
    return next((h for h in heads if h), None)


def _whole(line: Line, words: Passage, means: _Means) -> _Inline | None:
    behind = line.after(words.span).match(_BEGINS)
    row = means(key := known.key(words)) if behind else None
    if not behind or row is None or row.kind in ("contact", "header"):
        return None
    capitals = page.capital(words.folded)
    if not (capitals or page.debris(words.folded)) and (
        known.doubtful(key) or not words.folded[0].isupper()
    ):
        return None
    # `Teaching Assistant` and `Research Fellow` are posts.
    posted = behind[1].lower() in lexicon.words("position")
    if posted and not capitals and key.rpartition(" ")[2] in known.words_of("modifiers"):
        return None
    return _Inline(line, words, key, row, capitals, bold=False)


def _known(
    source: Source, line: Line, words: Passage, means: _Means, lowest: int
) -> _Inline | None:
    key = known.key(words)
    row = means(key)
    if (
        row is None
        or row.level > lowest
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
