"""Headings marked as such, by `#` or `<h2>`: which head sections, and which are titles of entries."""

from __future__ import annotations

from collections.abc import Sequence

from cvparse.sections import front_matter, known, naming
from cvparse.sections.candidates import Candidate, Habit, Heading
from cvparse.sections.known import Known

_UNKNOWN = Known("other", 1)


def headings(marked: Sequence[Candidate], habit: Habit) -> list[Heading]:
    """Down to the level at which this text heads its sections all are headings; below it those
    most of whose siblings say so by their words. Others are titles of entries.
    """
    top = habit.dress.markdown if habit.dress else 0
    rows = [c.known or naming.named(c.key) for c in marked]
    found: list[Heading] = []
    marked = _unnamed(marked, rows)
    rows = [c.known or naming.named(c.key) for c in marked]
    for i, c in enumerate(marked):
        row, level = rows[i], c.dress.markdown
        if level > top and not _among_headings(marked, rows, i, top):
            continue
        if row:
            rung = "headings.exact" if known.exact(c.key) else "headings.head_noun"
            found.append(c.heading(row, rung, level))
        elif found:
            found.append(c.heading(naming.by_looks(c.key), "headings.shape", level))
    return found


def _unnamed(marked: Sequence[Candidate], rows: Sequence[Known | None]) -> Sequence[Candidate]:
    """Without the title of the first page, where its author's name comes next: `title: About`."""
    named = len(marked) > 1 and rows[1] is None and front_matter.title(marked[0].line) is not None
    return marked[2:] if named and marked[1].dress.markdown == 1 else marked


def _among_headings(
    marked: Sequence[Candidate], rows: Sequence[Known | None], at: int, top: int
) -> bool:
    """Do the siblings of a lower heading head sections too? Under a title of an entry none does."""
    level = marked[at].dress.markdown
    first = at
    while first > 0 and marked[first - 1].dress.markdown >= level:
        first -= 1
    above = marked[first - 1].dress.markdown if first else 0
    if above > top and rows[first - 1] is None:
        return False
    last = at + 1
    while last < len(marked) and marked[last].dress.markdown >= level:
        last += 1
    siblings = [i for i in range(first, last) if marked[i].dress.markdown == level]
    if len(siblings) > 1 and all(_qualifies(marked[i].key) for i in siblings):
        return True
    told = [i for i in siblings if naming.sure(marked[i].key)]
    if at in told or above == 0:
        return 2 * len(told) >= len(siblings)
    return len(told) >= 2 and 2 * len(told) > len(siblings)


def _qualifies(words: str) -> bool:
    """Nothing but words that qualify headings: `University` and `Profession` under `Service`."""
    return all(known.any_number(w, known.words_of("modifiers")) for w in words.split())
