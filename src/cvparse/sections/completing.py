"""Headings found by those around them: by the number that is missing, or because they divide what
the heading above them heads.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Sequence

from cvparse.document import Source, Span
from cvparse.sections import known, naming, numbering, page
from cvparse.sections.candidates import Candidate, Habit, Heading

_DIVIDED = frozenset(["publications", "talks", "grants", "service", "students", "awards"])


def by_number(source: Source, taken: Collection[Span]) -> list[Heading]:
    """Lines whose numbers complete those of the headings."""
    found = []
    missing = numbering.missing(source, taken)
    taken = {*taken, *(n.line.span for n, _ in missing)}
    listed = numbering.inner(source, taken, lambda words: naming.sure(known.key(words)) is not None)
    for n, level in missing + [(n, 2) for n in listed]:
        key = known.key(n.words)
        row = known.exact(key) or naming.named(key) or naming.by_looks(key)
        rung = "headings.shape" if row.kind == "other" else "headings.head_noun"
        found.append(
            Heading(n.line.span, n.words.span, row.kind, rung, max(level, row.level), row.hints)
        )
    return found


def beneath(
    source: Source, plain: Sequence[Candidate], habit: Habit, found: Sequence[Heading]
) -> list[Heading]:
    """Below a heading, with no air around them, those that divide what it heads: `Patents` among
    the publications.
    """
    taken, starts = {h.line for h in found}, [h.line.start for h in found]
    inner = []
    for c in plain:
        at = bisect(starts, c.line.span.start)
        row = naming.sure(c.key)
        if not at or row is None or c.line.span in taken or row.kind != found[at - 1].kind:
            continue
        if row.kind in _DIVIDED and _divides(source, c, habit):
            inner.append(c.heading(row, "headings.exact", 2))
    return inner


def _divides(source: Source, c: Candidate, habit: Habit) -> bool:
    above, below = (page.neighbour(source, c.line, step) for step in (-1, 1))
    if above is None or below is None or below.blank or page.runs_on(source, above, c.line):
        return False
    words = c.line.folded.strip()
    if c.line.indent > habit.indent + 2:
        return False
    return not words[:1].islower() and words[-1] not in ".,;" and not known.doubtful(c.key)
