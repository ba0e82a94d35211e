"""Why a value was taken, and why what else was seen there was not; in the words of `rules.settle`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cvparse.document import Mention, Span
from cvparse.rules.settle import settle

_MOST = 5
"""So many rivals from elsewhere in the entry are named."""


class Winner(NamedTuple):
    """The mention a value was taken from, and the one it is a part of in the end: perhaps itself."""

    mention: Mention
    whole: Mention


def winner(rule: str, span: Span, seen: Sequence[Mention]) -> Winner | None:
    """What a rule saw at a place: of its mentions, parts of others among them, the shortest that
    holds the place. None when no rule of that name saw anything there.
    """
    holding = [
        Winner(mention, whole)
        for whole in seen
        for mention in _flat(whole)
        if mention.rule == rule and span.within(mention.span)
    ]
    return min(holding, key=lambda w: (w.mention.span.length, -w.whole.span.length), default=None)


def _flat(mention: Mention) -> Iterator[Mention]:
    yield mention
    for part in mention.parts:
        yield from _flat(part)


def unseen(rule: str) -> str:
    """Who took a value that no rule looking at its entry saw."""
    room, _, name = rule.partition(".")
    if "heading" in (room.removesuffix("s"), name):
        return "the heading says it, of all that stands under it"
    if room == "rest":
        return "no rule understood these words: they are kept as a note"
    if name == "first_line":
        return "no rule saw a name: the first line of the entry stands for it"
    return "seen when the page was divided, or by the model of citations; no rule here says it"


def losers(
    won: Winner | None, rule: str, span: Span, seen: Sequence[Mention]
) -> list[tuple[Mention, str]]:
    """What else was seen over a value, and why it was not taken."""
    if won is None:
        value = Mention("value", span, None, rule)
        won = Winner(value, value)
    others = {m for m in seen if m.span.overlaps(span)} - {won.mention, won.whole}
    return [(m, why(m, won)) for m in sorted(others, key=lambda m: (m.span, m.rule, m.label))]


def why(mention: Mention, won: Winner) -> str:
    """Why the winner won."""
    taken, whole = won
    if mention.span.length > whole.span.length:
        return "longer: it holds the value as a part"
    if taken is not whole:
        return _why_whole(mention, won)
    if mention.span == taken.span:
        if mention.label == taken.label:
            return f"says the same; the name {taken.rule} comes first"
        better = settle([mention, taken])[0].label == taken.label
        return f"same stretch; {taken.label} is more specific" if better else "not chosen here"
    if mention.span.within(taken.span):
        return "shorter: it lies inside and stays as a part"
    return "overlaps, and is not longer"


def _why_whole(mention: Mention, won: Winner) -> str:
    """Why a mention did not win against one that says what the whole stretch is."""
    taken, whole = won
    if mention.span == taken.span and mention.label == taken.label:
        return f"says the same; {whole.rule} says it of the whole {whole.label}"
    if mention.span == whole.span:
        return f"same stretch; {whole.label} is more specific"
    if taken.span.within(mention.span) and mention.span.within(whole.span):
        return f"holds the value, and is itself a part of what {whole.rule} says"
    if mention.span.within(whole.span):
        return f"shorter: {whole.rule} is longer, and says what each part is"
    return f"overlaps {whole.rule}, and is not longer"


def rivals(won: Winner | None, taken: Sequence[Span], seen: Sequence[Mention]) -> list[Mention]:
    """What was seen of the same sort elsewhere, and stands in no field of the record."""
    if won is None:
        return []
    standing = {m for whole in settle(seen) for m in _flat(whole) if m.label == won.mention.label}
    free = [m for m in standing if not any(m.span.overlaps(span) for span in taken)]
    return sorted(free, key=lambda m: (m.span, m.rule))[:_MOST]
