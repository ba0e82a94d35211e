"""Logical lines: markers and labels set aside, wrapped lines joined, furniture left out."""

from __future__ import annotations

import re

from cvparse.document import Item, Line, Section, Span
from cvparse.lines import LABEL, Measure, measure

_UNFINISHED = re.compile(r"(?:[,;&(/-]|\b(?:and|of|the|in|for|at|und|der|et|de|la|y))\s*$")
_ADDRESS = re.compile(r"https?:|www\.|\S+@|\S+\.(?:org|com|net|edu|io)\b")
_ENDED = re.compile(r"(?:[.;]|(?:19|20)\d\d\)?|present|current|ongoing)\s*$", re.I)
_NEW = re.compile(r"\[?(?:19|20)\d\d\b|[A-Z][a-z]{2,8}\.? (?:19|20)\d\d\b")
_DATED = re.compile(r".{0,24}?\b(?:19|20)\d\d\b")


def itemize(section: Section, skip: frozenset[Span]) -> tuple[Item, ...]:
    """The logical lines of a section's body, page furniture left out."""
    lines = [x for x in section.body.lines if x.span not in skip]
    page = measure(section.source)
    groups: list[list[Line]] = []
    gaps: list[bool] = []
    above: Line | None = None
    for line in lines:
        if line.blank:
            above = None
        elif above and groups and _continues(groups[-1], above, line, page):
            groups[-1].append(line)
            above = line
        else:
            groups.append([line])
            gaps.append(above is None)
            above = line
    return tuple(item(group, gap) for group, gap in zip(groups, gaps, strict=True))


def _continues(group: list[Line], above: Line, line: Line, page: Measure) -> bool:
    """Is this line the rest of the one above it? People wrap long lines, and indent the rest."""
    if line.bulleted or line.body.match(LABEL) or "|" in line.folded[:2]:
        return False
    first = group[0]
    if first.bulleted and line.indent > first.indent:
        return True
    text = line.body.folded
    if (text[:1].islower() and not _ADDRESS.match(text)) or _UNFINISHED.search(above.folded):
        return True
    dated = _DATED.match(text) and first.body.match(_DATED)
    if not page.full(above, line) or dated or _NEW.match(text):
        return False
    return line.indent > first.indent or not _ENDED.search(above.folded)


def item(lines: list[Line], gap: bool) -> Item:
    """The logical line of a printed line and the rests of it; a label is set aside."""
    first = lines[0]
    body = first.source.whole().part(first.body.span.start, lines[-1].strip().span.end)
    label = body.match(LABEL)
    mark = Span(*label.span()) if label else None
    span = body.after(mark).strip().span if mark else body.span
    if span.length == 0:
        mark, span = None, body.span
    return Item(first.source, span, first.bulleted, first.indent, gap, mark)
