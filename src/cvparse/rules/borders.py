"""Where a title ends, when no quotes say so: every sign that could part it from the rest is weighed.

Title. Journal 12(3) · Title, Journal of X, 12 · Title? More of the title. In Proc. X · Title (Oxford)

A sign's score is the sum of the weights of what is true of it (see `clues` and `weights`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Mention, Passage
from cvparse.rules import clues
from cvparse.rules.rule import Scene
from cvparse.rules.weights import TITLE_ENDS

_SIGN = re.compile(
    rf"""(?P<stop>(?<!\s[{UPPER}])(?<!\bvs)(?<!\bcf)(?<!\bsp)(?<!\bspp)(?<!\bal)(?<!\bDr)(?<!\bi\.e)(?<!\be\.g)
          \.[")\]]?(?=\s|$))
       |(?P<asked>[?!][")\]]?(?=\s|$))
       |(?P<comma>[,;](?=\s))
       |(?P<dash>\s-(?=\s))
       |(?P<colon>:(?=\s))
       |(?P<bracket>\s(?=[(\[]))
       |(?P<open>\s(?=(?:[Ii]n|[Dd]ans|[Ii]m|[Ee]n):\s))""",
    re.X,
)
_HELD = re.compile(r"(?<=\s)\([^()]{0,300}\)|(?<=\s)\[[^\[\]]{0,300}\]")
_MOST = 40
"""So many signs are looked at: the title has ended by then."""


def find(scene: Scene, near: Passage, style: str, stoppers: Sequence[Mention]) -> clues.Border:
    """The likeliest border of a title at the start of `near`; at its very start: no title.

    `style` says what stood before it: `comma`, `date`, or another sign behind the authors, or no
    authors at all.
    """
    borders = list(_borders(scene, near, stoppers))
    told = [clues.of(scene, near, borders, n, style, stoppers) for n in range(len(borders))]
    scores = [sum(TITLE_ENDS.get(name, 0) for name in names) for names in told]
    return borders[scores.index(max(scores))]


def _borders(scene: Scene, near: Passage, stoppers: Sequence[Mention]) -> Iterator[clues.Border]:
    """All of them in order: the start, signs, the ends of lines, what cannot belong to a title."""
    first, last = near.span
    found = {first: clues.Border(first, first, "none"), last: clues.Border(last, last, "last")}
    for item in scene.entry.items:
        if first < item.span.end < last:
            found[item.span.end] = clues.Border(item.span.end, item.span.end, "line")
    for word in stoppers:
        found[word.span.start] = clues.Border(word.span.start, word.span.start, "stopper")
    held = [m.span() for m in near.search(_HELD)] + [m.span for m in stoppers]
    for match in near.search(_SIGN):
        at = match.start()
        if at > first and not any(start <= at < end - 1 for start, end in held):
            end = match.end() if match.lastgroup == "asked" else at
            found.setdefault(at, clues.Border(end, match.end(), match.lastgroup or ""))
        if len(found) > _MOST:
            break
    yield from sorted(found.values())
