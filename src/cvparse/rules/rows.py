"""Short rows: skills under a word, `Programming: Python, R` or a line of its own above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules.pieces import cut, lines, says, trim
from cvparse.rules.rule import Finder, Reading, Scene

_COLON = re.compile(r"[\s_*]*(?P<it>[^:\n,;]{2,60}?)(?:\s*\([^()]{0,30}\))?\s?:(?:\s|$)")
_LEAD = re.compile(r"[\s:_*]+")
_GAP = re.compile(r"[\s_]*(?P<it>\S+(?: \S+){0,4})(?:\t|[^\S\n]{2,})\s*(?=\S)")
_COMMA = re.compile(r"[,;]\s*|\s+[|•·]\s+|\t|[^\S\n]{3,}|(?<=\w\w)\.\s+(?=[A-Z])")
_AND = re.compile(r"(?:and|und|et|y|e|&)\s+")
_GENERAL = re.compile(
    r"skill|tech|compet|kompet|compét|kenntnis|fähigk|abilit|habil|tool|stack|expert|interest|other",
    re.I,
)
_SHORT = 40


def _skills(scene: Scene) -> Iterator[Mention]:
    """One mention of a category with its items; what has no category goes with the line above."""
    rows: list[list[Mention]] = []
    items = lines(scene)
    for number in range(len(items)):
        head, rest = _category(items, number)
        if head or not rows:
            rows.append([])
        if head:
            rows[-1].append(Mention("category", head.span, head.value, "rows.category"))
        rows[-1] += _listed(rest)
    told = _told(scene)
    for row in rows:
        if any(m.label == "item" for m in row):
            span = Span.cover(m.span for m in row)
            if told and row[0].label == "item":
                row.append(told)
            yield Mention("skill", span, "", "rows.skills", tuple(row))


def _category(items: Sequence[Item], number: int) -> tuple[Passage | None, Passage]:
    """What stands before a colon or a wide gap, or a short line above bulleted or listed ones;
    and the rest of the line.
    """
    item = items[number]
    if head := item.match(_COLON) or item.match(_GAP):
        category = trim(item.at(head, "it").strip("*_ "))
        if says(category):
            return category, item.part(head.end(), item.span.end)
    following = items[number + 1] if number + 1 < len(items) else None
    if following is None or "," in item.folded or item.span.length > _SHORT:
        return None, item
    deeper = following.indent > item.indent or following.bulleted > item.bulleted
    first = number == 0 and not item.bulleted and (len(items) > 2 or "," in following.folded)
    if deeper or first:
        return trim(item), item.part(item.span.end, item.span.end)
    return None, item


def _told(scene: Scene) -> Mention | None:
    """`Programming` over a list without words of its own; `Skills` says nothing."""
    section = scene.entry.section
    if section is None or section.heading is None or section.heading.length > _SHORT:
        return None
    heading = trim(Passage(section.source, section.heading))
    if not says(heading) or next(heading.search(_GENERAL), None):
        return None
    return Mention("category", heading.span, heading.value, "rows.heading", how="inferred")


def _listed(rest: Passage) -> Iterator[Mention]:
    """`a, b (c, d), and e`."""
    opening = rest.match(_LEAD)
    body = rest.part(opening.end(), rest.span.end) if opening else rest
    for piece in cut(body, _COMMA):
        opens = piece.match(_AND)
        text = trim(piece.part(opens.end(), piece.span.end)) if opens else piece
        if says(text):
            yield Mention("item", text.span, text.value, "rows.item")


LAYOUTS: tuple[Finder, ...] = (Reading("rows.skills", _skills, kinds=frozenset({"skills"})),)
