"""Is this line a heading, and of what? A ladder: the exact words, the head noun, the shape.

Headings cannot be enumerated, and a word that heads one section stands in the entries of another.
So the headings we are sure of show the habit of this text: how it dresses them. A line in that
dress is believed with less, a line in another only where it can hardly be anything else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cvparse.document import Line, Source
from cvparse.sections import (
    believing,
    completing,
    front_matter,
    inline,
    known,
    learned,
    margins,
    naming,
    outline,
    page,
)
from cvparse.sections.candidates import Candidate, Habit, Heading
from cvparse.sections.furniture import furniture
from cvparse.sections.known import Known
from cvparse.sections.learned import Model

_LONGEST = 60
_WIDEST = 100  # with indents and frames
_LABEL_FROM = 4
"""So often repeated, a word is the label of a field in every entry."""
_UNMARKED = 7
"""Below six levels of Markdown."""
_NO_HEADING = re.compile(r"[\d.;?!\"@]|https?:")
_MOST_WORDS = 8
_WORDS = re.compile(r"[^\W\d_][\w'-]*")


def headings(source: Source, model: Model) -> list[Heading]:
    """All headings, in order."""
    broken = margins.headings(source)
    whole = margins.covered(source, broken)
    lines = (x for x in source.lines if x.span not in whole)
    candidates = [c for line in lines if (c := _candidate(source, line))]
    labels = _labels(candidates)
    candidates = [c for c in candidates if c.key not in labels or c.dress.markdown]
    habit = _habit(source, candidates)
    plain = [c for c in candidates if not c.dress.markdown]
    found = [
        *broken,
        *outline.headings([c for c in candidates if c.dress.markdown], habit),
        *(h for c in plain if (h := _by_words(source, c, habit))),
    ]
    found += inline.headings(source, habit, {h.line for h in found} | whole, labels, broken)
    found += _by_shape(source, plain, habit, found)
    found += completing.by_number(source, {h.line for h in found})
    found += completing.beneath(source, plain, habit, sorted(found))
    for c, row in learned.candidates(source, model, tuple(found), whole, labels):
        if not believing.unmarked(c, row, habit):
            found.append(c.heading(row, "headings.model", _level(c, habit, row)))
    return sorted(found)


def _candidate(source: Source, line: Line) -> Candidate | None:
    if line.blank or (line.span.length > _WIDEST and not page.led(line)):
        return None
    if named := front_matter.title(line):
        row = known.exact(key := known.key(named))
        return Candidate(line, named, key, page.PLAIN._replace(markdown=1), row) if row else None
    if line.span in furniture(source):
        return None
    words = page.title(line)
    row = naming.sure(key := known.key(words))
    plain = row is not None or page.markdown(line) or not _NO_HEADING.search(key)
    short = words and (words.span.length <= _LONGEST or known.exact(key))
    if not short or not plain:
        return None
    return Candidate(line, words, key, page.dress(source, line), row)


def _labels(candidates: Sequence[Candidate]) -> frozenset[str]:
    """Words that come back in entry after entry: `Highlights`, `Funding:`."""
    counts = Counter(c.key for c in candidates)
    return frozenset(k for k, n in counts.items() if n >= _LABEL_FROM)


def _habit(source: Source, candidates: Sequence[Candidate]) -> Habit:
    """The dress in which most different headings stand."""
    sure = [c for c in {c.key: c for c in reversed(candidates)}.values() if _sure(source, c)]
    worn = Counter(c.dress for c in reversed(sure))
    if not worn:
        return Habit()
    dress, count = worn.most_common(1)[0]
    so = [c.line for c in sure if c.dress == dress]
    airy = sum(page.gap_before(source, line) for line in so) >= 0.8 * len(so)
    (indent, _), *_ = Counter(line.indent for line in so).most_common(1)
    return Habit(dress, count, airy, indent)


def _sure(source: Source, c: Candidate) -> bool:
    if c.known is None or c.known.level > 1 or known.doubtful(c.key):
        return False
    return page.stands_alone(source, c.line)


def _by_words(source: Source, c: Candidate, habit: Habit) -> Heading | None:
    if c.known:
        if not believing.believed(source, c, c.known, habit):
            return None
        rung = "headings.exact" if known.exact(c.key) else "headings.head_noun"
        return c.heading(c.known, rung, _level(c, habit, c.known))
    if not _may_be_named(source, c, habit):
        return None
    row = naming.named(c.key)
    return c.heading(row, "headings.head_noun", _level(c, habit, row)) if row else None


def _level(c: Candidate, habit: Habit, row: Known) -> int:
    """In another dress than the others, a heading stands under them; without marks, under all
    that have some.
    """
    if habit.dress is None or habit.wears(c):
        return row.level
    return 2 if not habit.dress.markdown else _UNMARKED


def _may_be_named(source: Source, c: Candidate, habit: Habit) -> bool:
    """A few words in the dress of headings; failing that, none that headings are not made of,
    outside a text that marks its headings.
    """
    words = [w.group() for w in c.words.search(_WORDS)]
    if not 0 < len(words) <= _MOST_WORDS or not _set_apart(source, c, habit):
        return False
    if habit.wears(c) and habit.distinctive:
        return True
    if habit.dress is None or habit.dress.markdown or c.dress.colon > habit.dress.colon:
        return False
    return words[0][0].isupper() and (known.plain(c.key) or naming.listed(c.key))


def _set_apart(source: Source, c: Candidate, habit: Habit) -> bool:
    """Air above it, or another heading; in a text without much air, the headings' indent."""
    if c.line.bulleted and not c.dress.bracketed:
        return False
    if page.gap_before(source, c.line) or believing.stacked(source, c):
        return True
    above = page.neighbour(source, c.line, -1)
    if above is None or page.runs_on(source, above, c.line):
        return False
    return " " in c.key and believing.in_line(source, c, habit)


def _by_shape(
    source: Source, candidates: Sequence[Candidate], habit: Habit, found: Sequence[Heading]
) -> list[Heading]:
    """Lines dressed as the known headings are. Where a text sets more than its headings so (names
    in capitals, titles of entries in bold), the dress says nothing.
    """
    if not habit.distinctive or not found:
        return []
    taken, first = {h.line for h in found}, min(found).line
    unknown = [
        c
        for c in candidates
        if c.line.span not in taken
        and c.line.span > first
        and habit.wears(c)
        and _headed(source, c, habit)
    ]
    if len(unknown) > habit.worn:
        return []
    return [c.heading(_meant(c), "headings.shape", 1) for c in unknown]


def _meant(c: Candidate) -> Known:
    """What a line dressed as a heading heads: by its words where they tell, else by their looks."""
    return c.known or naming.named(c.key) or naming.by_looks(c.key)


def _headed(source: Source, c: Candidate, habit: Habit) -> bool:
    words = c.key.split()
    if "," in c.key or len(words) > _MOST_WORDS - 2 or naming.names(words, c.dress):
        return False
    return page.gap_before(source, c.line) or not habit.airy
