"""Headings that a model sees by the looks of the whole page, where words alone do not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from cvparse.document import Line, Source, Span
from cvparse.lines import Glance, describe, glances, within
from cvparse.sections import known, naming, page
from cvparse.sections.candidates import Candidate, Heading
from cvparse.sections.furniture import furniture
from cvparse.sections.known import Known

Model = Callable[[Sequence[Sequence[str]]], Sequence[str]]
"""The features of each line of a text → the kind that each heads, "" for lines that head none."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 24
_LONGEST = 100


def seen(source: Source) -> list[Glance]:
    """A glance at each line of a text that is not page furniture."""
    return glances(source, source.lines, furniture(source))


def described(source: Source, lines: Sequence[Glance]) -> list[list[str]]:
    """The features of the lines of a text, as the model learned them."""
    rows = describe(source, lines)
    for i, (g, row) in enumerate(zip(lines, rows, strict=True)):
        after = lines[i + 1].gap if i + 1 < len(lines) else 3
        row += [*_meant(g.line), f"below={after}", f"at={within(i)}"]
        row += [
            f"dress={name}"
            for name, set_so in page.dress(source, g.line)._asdict().items()
            if set_so
        ]
        words = dict.fromkeys(w.lower() for w in _WORD.findall(g.line.folded)[:_MOST_WORDS])
        row += [f"#{word}" for word in words]
        if len(words) <= 6:
            row += [f"#heading:{word}" for word in words]
    return rows


def _meant(line: Line) -> list[str]:
    """What the lexicon takes the words of a line for, were it a heading."""
    words = page.title(line)
    if not words or words.span.length > _LONGEST:
        return ["known=long"]
    key = known.key(words)
    if row := known.exact(key):
        doubt = ["doubtful"] if known.doubtful(key) else []
        return [f"known=exact:{row.level}", f"heads={row.kind}", *doubt]
    if row := naming.sure(key):
        return ["known=sure", f"heads={row.kind}"]
    if len(key.split()) <= 8 and (row := naming.named(key)):
        return ["known=named", f"heads={row.kind}"]
    return ["known=plain" if known.plain(key) else "known=no"]


def candidates(
    source: Source,
    model: Model,
    above: Sequence[Heading],
    whole: Collection[Span],
    labels: Collection[str],
) -> list[tuple[Candidate, Known]]:
    """The lines that the model takes for headings, and what they head, others than those found
    already, in which the lines of `whole` lie; `labels` are words that name a field in entry after entry. Marked lines `outline` has
    judged.
    """
    taken = {*whole, *(h.line for h in above)}
    lines = seen(source)
    told = [
        (g.line, page.title(g.line), kind)
        for g, kind in zip(lines, model(described(source, lines)), strict=True)
        if kind and g.line.span not in taken and not page.markdown(g.line)
    ]
    times = Counter(known.key(words) for _, words, _ in told)
    found = []
    for line, words, kind in told:
        key = known.key(words)
        fits = words and words.span.length <= _LONGEST and key not in labels
        row = known.exact(key) or naming.sure(key) or Known(kind, 1)
        office = known.doubtful(key) and (times[key] > 1 or _within(row, line, above))
        if fits and not office and not _goes_on(source, line):
            found.append((Candidate(line, words, key, page.dress(source, line), row), row))
    return found


def _within(row: Known, line: Line, above: Sequence[Heading]) -> bool:
    """`Reviewer` in a list of service is no heading but an entry."""
    before = [h for h in above if h.line < line.span]
    return bool(before) and max(before).kind == row.kind


def _goes_on(source: Source, line: Line) -> bool:
    above = page.neighbour(source, line, -1)
    return above is not None and not above.blank and page.runs_on(source, above, line)
