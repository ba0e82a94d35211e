"""Lists under words of their own: `Programming: Python, R`, or `Programming` over lines of items.

People set off what the items have in common in a few ways: a colon, a bar or a wide gap behind it,
a line of its own over bullets, deeper lines or a comma list. Wrong for a list of single words in
which one line only happens to stand above a longer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cvparse.document import UPPER, Item, Passage
from cvparse.rules.pieces import named, says, trim

_HEAD = re.compile(
    r"[\s_*|]*(?P<it>[^:|\n,;]{2,60}?|[^:|\n;]{2,60}?(?=\s?:[^:,\n]*,))"
    r"(?:\s*\([^()]{0,30}\))?(?:\s?[:|](?=\s|$)|\s-\s(?=[^,\n]*,))[\s:_*|]*"
)
_GAP = re.compile(r"[\s_]*(?P<it>\S+(?: \S+){0,4})(?:\t|[^\S\n]{2,})\s*(?=\S)")
_OPENING = named("skills", "categories")
_NEXT = re.compile(rf"\s+(?=[{UPPER}])")
_MEASURED = re.compile(r"\d+\+?\s*(?:years?|yrs?|jahre|ans|años|anos)\b", re.I)
GRADED = re.compile(
    rf"(?:{named('tongues', 'levels').pattern})"
    r"(?:\s(?:proficiency|knowledge|user|level|speaker|skills?)\b|\s*(?:[,;.()]|$))",
    re.I | re.M,
)
_SHORT = 40


class Stretch(NamedTuple):
    """What some items have in common, if anything says so, and the passages that list them."""

    head: Passage | None
    lines: tuple[Passage, ...]


def stretches(items: Sequence[Item]) -> list[Stretch]:
    """The lines of a list by what heads them; a line without a head goes with those above."""
    if columns := _columns(items):
        return columns
    apart = _apart(items)
    over = _over(items, apart)
    found: list[tuple[Passage | None, list[Passage]]] = []
    ready = False  # may the last stretch go on in further lines?
    for number, item in enumerate(items):
        head, rest = apart[number] or (None, item)
        if number in over:
            head, rest = trim(item), item.after(item.span)
        if head or not found or not (ready or _goes_on(items[number - 1], item)):
            found.append((head, []))
            ready = head is None or not says(rest)
        if says(rest):
            found[-1][1].append(rest)
    return [Stretch(head, tuple(lines)) for head, lines in found]


Parted = tuple[Passage | None, Passage]


def _apart(items: Sequence[Item]) -> list[Parted | None]:
    """The head of each line, and the rest of it, where it has one."""
    opening = [_opening(item) for item in items]
    known = 2 <= sum(split is not None for split in opening) >= len(items) / 2
    return [
        _headed(i) or (split if known else None) for i, split in zip(items, opening, strict=True)
    ]


def _headed(item: Item) -> Parted | None:
    """`Programming: Python, R`; but `Python: advanced` and `R: 5 years` are items."""
    match = item.match(_HEAD) or item.match(_GAP)
    if match is None:
        return None
    head = trim(item.at(match, "it").strip("*_ "))
    rest = item.part(match.end(), item.span.end)
    if not says(head) or rest.match(_MEASURED) or rest.match(GRADED):
        return None
    return head, rest


def _opening(item: Item) -> Parted | None:
    """`Programming Python, R`, believed where other lines too open with a word for such lists."""
    word = item.match(_OPENING)
    rest = item.part(word.end(), item.span.end) if word else None
    if word is None or rest is None or not rest.match(_NEXT):
        return None
    return item.at(word), rest


def _over(items: Sequence[Item], apart: Sequence[Parted | None]) -> set[int]:
    """The numbers of the lines that stand over others and list nothing themselves."""
    if found := {n for n, item in enumerate(items) if _marked(item)}:
        return found
    for number, (item, below) in enumerate(pairwise(items)):
        if not _is_plain(item) or apart[number] or apart[number + 1]:
            continue
        deeper = below.indent > item.indent or (below.bulleted and not item.bulleted)
        first = number == 0 or not _is_plain(items[number - 1]) or number - 1 in found
        listing = "," in below.folded and not item.bulleted and first
        if deeper or listing:
            found.add(number)
    return found or _blocks(items)


def _marked(item: Item) -> bool:
    """Is it a heading in the text's markup: `### Front end`, `**Front end**`?"""
    line = item.source.line_at(item.span.start)
    bold = item.source.text[line.body.span.start : line.span.end].strip(" -:")
    return "#" in line.before(item.span).text or (bold[:2] == "**" == bold[-2:])


def _blocks(items: Sequence[Item]) -> set[int]:
    """The first lines of blocks that blank lines part, each a short line above others."""
    starts = [n for n, item in enumerate(items) if n == 0 or item.gap]
    sizes = [b - a for a, b in pairwise([*starts, len(items)])]
    if len(starts) < 2 or min(sizes) < 2 or not all(_is_plain(items[n]) for n in starts):
        return set()
    return set(starts)


def _columns(items: Sequence[Item]) -> list[Stretch]:
    """A column of heads read before the column of their lists."""
    half = len(items) // 2
    heads, lists = items[:half], items[half:]
    if half < 2 or len(lists) != half or any(i.bulleted for i in items):
        return []
    if not all(map(_is_plain, heads)) or sum("," in i.folded for i in lists) < half - (half > 2):
        return []
    return [Stretch(trim(h), (rest,)) for h, rest in zip(heads, lists, strict=True)]


def _is_plain(item: Item) -> bool:
    """Short, and no list."""
    return item.span.length <= _SHORT and "," not in item.folded


def _goes_on(above: Item, item: Item) -> bool:
    """Is it the rest of the line above? Lists break behind a comma, or their rest is set in."""
    broken = above.folded.rstrip().endswith((",", ";", "&", "/")) or item.folded[:1].islower()
    return (
        broken
        or item.indent > above.indent
        or (above.bulleted and not item.bulleted and not item.gap)
    )
