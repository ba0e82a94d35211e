"""May a line that says what a heading says be one? A word that heads one section also ends a sentence
of another, or is the title of an entry.
"""

from __future__ import annotations

from cvparse.document import Line, Source
from cvparse.sections import known, naming, page
from cvparse.sections.candidates import Candidate, Habit
from cvparse.sections.known import Known

_MARKED_FROM = 5
"""Different headings with a mark: then one without is hardly one."""


def believed(source: Source, c: Candidate, row: Known, habit: Habit) -> bool:
    """Does anything tell a known heading from the last words of what stands above it, or from the
    title of an entry?
    """
    marked = habit.dress is not None and habit.dress.markdown > 0
    colon = c.dress.colon and not (habit.dress and habit.dress.colon)
    small = c.words.folded[:1].islower() and not habit.distinctive
    if unmarked(c, row, habit) or ((marked or colon or small) and not known.exact(c.key)):
        return False
    dressed = habit.wears(c) and habit.distinctive
    if known.doubtful(c.key) and not dressed and (marked or not stacked(source, c)):
        return False
    if page.stands_alone(source, c.line) and (
        page.gap_before(source, c.line)
        or habit.dress is None
        or (habit.wears(c) and (c.dress.distinctive or habit.distinctive))
        or stacked(source, c)
    ):
        return True
    above = page.neighbour(source, c.line, -1)
    if above is None or (page.runs_on(source, above, c.line) and not _whole(c, above)):
        return False
    if not known.exact(c.key):
        return in_line(source, c, habit)
    return _airless(source, c, habit, above)


def unmarked(c: Candidate, row: Known, habit: Habit) -> bool:
    """Plain, among so many marked headings, and it would head no part of one of theirs?"""
    marked = habit.dress is not None and habit.dress.markdown > 0
    return marked and habit.worn >= _MARKED_FROM and c.dress == page.PLAIN and row.level == 1


def _whole(c: Candidate, above: Line) -> bool:
    """Several words that make a heading whole hardly end a sentence, even below a full line."""
    capital = c.words.folded[:1].isupper()
    return " " in c.key and capital and bool(known.exact(c.key)) and not page.unfinished(above)


def _airless(source: Source, c: Candidate, habit: Habit, above: Line) -> bool:
    """Can a whole heading with no air above it be nothing else? One word might be the last of
    the line above, unless that one has come to its end.
    """
    if c.line.bulleted or c.line.folded.rstrip().endswith("."):
        return False
    return (
        " " in c.key
        or stacked(source, c)
        or page.closed(source, above)
        or (page.stands_alone(source, c.line) and not habit.airy)
    )


def stacked(source: Source, c: Candidate) -> bool:
    """Does it stand right under another heading?"""
    above = page.neighbour(source, c.line, -1)
    while above is not None and (above.blank or page.is_rule(above)):
        above = page.neighbour(source, above, -1)
    if above is None:
        return False
    key = known.key(page.title(above))
    return bool(naming.sure(key))


def in_line(source: Source, c: Candidate, habit: Habit) -> bool:
    """At the headings' indent, in a text without much air."""
    return not habit.airy and abs(c.line.indent - habit.indent) < 3
