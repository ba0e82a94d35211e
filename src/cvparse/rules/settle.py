"""Which of two overlapping mentions wins, and why: the only place where precedence is written.

A longer mention wins over a shorter one. What lies wholly inside the winner becomes one of its
parts, so that nothing seen is lost; what merely overlaps it is dropped. Of two mentions of the
same stretch, the label that stands first in `SPECIFIC` wins; after that the rule's name decides,
so that the order of the table never does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cvparse.document import Mention

# From the most to the least specific reading of one and the same stretch of text. A label that is
# not listed stands between `date` and `place`.
SPECIFIC = ("furniture", "orcid", "doi", "arxiv", "email", "url", "phone", "money", "date")
GENERAL = ("place", "organization", "phrase", "detail", "note")


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Disjoint mentions in order of place; the ones inside others stand among their parts."""
    winners: list[Mention] = []
    inside: dict[int, list[Mention]] = {}
    for mention in sorted(set(mentions), key=_rank):
        over = [i for i, winner in enumerate(winners) if winner.span.overlaps(mention.span)]
        if not over:
            winners.append(mention)
        elif len(over) == 1 and mention.span in winners[over[0]].span:
            inside.setdefault(over[0], []).append(mention)
    settled = (_with_parts(winner, inside.get(i, [])) for i, winner in enumerate(winners))
    return tuple(sorted(settled, key=lambda m: m.span))


def _rank(mention: Mention) -> tuple[int, int, int, str, str]:
    label = mention.label
    if label in SPECIFIC:
        order = SPECIFIC.index(label)
    elif label in GENERAL:
        order = len(SPECIFIC) + 1 + GENERAL.index(label)
    else:
        order = len(SPECIFIC)
    return (-mention.span.length, order, mention.span.start, mention.rule, label)


def _with_parts(winner: Mention, inside: list[Mention]) -> Mention:
    """The winner with the settled mentions inside it, its own parts among them."""
    fresh = [m for m in inside if all(not m.span.overlaps(p.span) for p in winner.parts)]
    if not fresh:
        return winner
    return replace(winner, parts=tuple(sorted((*winner.parts, *settle(fresh)), key=lambda m: m.span)))
