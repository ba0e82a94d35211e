"""Front matter: the block of settings, between two rules, that a page of a web site begins with.

A text made of several pages has several. All of it is furniture; only the title of a page may head
what follows: `title: "Teaching"`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from cvparse.document import Line, Passage, Source, Span

_FENCE = re.compile(r"\s*(?:---|\+\+\+)\s*$")
_SETTING = re.compile(r"\s*(?:[\w-]{1,40}\s*[:=](?:\s.*|$)|-\s+\S.*|#.*|[}\]{\[]?\s*$)")
_NAMED = re.compile(r"[a-z][\w-]{1,40}\s*[:=](?:\s|$)")
_TITLE = re.compile(r"\s*title\s*[:=]\s*[\"']?(?P<it>[^\"'\n]+)", re.I)
_LONGEST = 60
"""Lines: no block is longer."""


@lru_cache(maxsize=8)
def lines(source: Source) -> frozenset[Span]:
    """The lines of all blocks of settings, the rules around them included."""
    if not ("---" in source.text or "+++" in source.text):
        return frozenset()
    found: set[Span] = set()
    fences = [x.number for x in source.lines if _FENCE.match(x.text)]
    for first, last in pairwise(fences):
        block = source.lines[first + 1 : last]
        if 0 < len(block) <= _LONGEST and _settings(block):
            found |= {x.span for x in source.lines[first : last + 1]}
    return frozenset(found)


def _settings(block: tuple[Line, ...]) -> bool:
    """Are they settings all, with a name at the first?"""
    named = _NAMED.match(block[0].text)
    return bool(named) and all(_SETTING.match(x.text) for x in block)


def title(line: Line) -> Passage | None:
    """The title of the page, if the line gives one."""
    if line.span not in lines(line.source):
        return None
    found = line.match(_TITLE)
    return line.at(found, "it").strip() if found else None
