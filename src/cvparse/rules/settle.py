"""Which of two overlapping mentions wins, and why: the only place where precedence is written.

A longer mention wins over a shorter one. What lies wholly inside the winner becomes one of its
parts, so that nothing seen is lost; what merely overlaps it is dropped. Of two mentions of the
same stretch, the label that stands first in `SPECIFIC` wins; after that the rule's name decides,
so that the order of the table never does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from cvparse.document import Mention

# From the most to the least specific reading of one and the same stretch of text. A label that is
# not listed stands between `date` and `place`.
SPECIFIC = ("furniture", "orcid", "doi", "arxiv", "email", "url", "phone", "money", "date")
GENERAL = ("place", "organization", "phrase", "detail", "note")
_OTHER = len(SPECIFIC)
_ORDER = {label: i for i, label in enumerate((*SPECIFIC, "", *GENERAL))}


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Disjoint mentions in order of place; the ones inside others stand among their parts."""
    winners: list[tuple[Mention, list[Mention]]] = []  # in order of place, as are their bounds
    starts: list[int] = []
    ends: list[int] = []
    for mention in sorted(set(mentions), key=_rank):
        start, end = mention.span
        first, last = bisect_right(ends, start), bisect_left(starts, end)  # those it overlaps
        if first >= last:
            winners.insert(first, (mention, []))
            starts.insert(first, start)
            ends.insert(first, end)
        elif last - first == 1 and starts[first] <= start and end <= ends[first]:
            winners[first][1].append(mention)
    return tuple(_with_parts(winner, inside) for winner, inside in winners)


def _rank(mention: Mention) -> tuple[int, int, int, str, str]:
    label, (start, end) = mention.label, mention.span
    return (start - end, _ORDER.get(label, _OTHER), start, mention.rule, label)


def _with_parts(winner: Mention, inside: list[Mention]) -> Mention:
    """The winner with the settled mentions inside it, its own parts among them."""
    if not inside:
        return winner
    fresh = [m for m in inside if all(not m.span.overlaps(p.span) for p in winner.parts)]
    if not fresh:
        return winner
    parts = sorted((*winner.parts, *settle(fresh)), key=lambda m: m.span)
    return winner._replace(parts=tuple(parts))
