"""Section → entries: one splitter for all kinds, which learns the habit of *this* list."""

from __future__ import annotations

from itertools import pairwise

from cvparse.document import Entry, Item, Section, Span
from cvparse.entries.evenness import Grouping
from cvparse.entries.habits import best
from cvparse.entries.items import itemize

__all__ = ["split"]

_WHOLE = frozenset({"header", "summary", "contact", "other"})


def split(section: Section, skip: frozenset[Span] = frozenset()) -> tuple[Entry, ...]:
    """The entries of a section, in order, none overlapping another; `skip` are furniture lines."""
    items = itemize(section, skip)
    if not items:
        return ()
    if section.kind in _WHOLE:
        return (_entry(section, items, ()),)
    return tuple(
        _entry(section, items[start:end], context)
        for start, end, context in _bounds(items, best(items))
    )


def _bounds(items: tuple[Item, ...], grouping: Grouping) -> list[tuple[int, int, tuple[Item, ...]]]:
    """First item, end and context of each entry; a heading inside the list starts none. Lines
    above the first start belong to it: nothing is dropped.
    """
    heads = grouping.heads
    stops = [0, *sorted({*grouping.starts, *heads, len(items)} - {0})]
    if stops[1] not in heads and stops[1] < len(items) and not {0} & {*grouping.starts, *heads}:
        del stops[1]
    bounds: list[tuple[int, int, tuple[Item, ...]]] = []
    context: tuple[Item, ...] = ()
    shared: tuple[Item, ...] = ()
    for start, end in pairwise(stops):
        if start in heads:
            context = (items[start],)
            if end > start + 1:
                bounds.append((start + 1, end, context))
        elif start in grouping.sharing:
            bounds.append((start, end, shared))
        else:
            shared = (items[start],)
            bounds.append((start, end, context))
    return bounds


def _entry(section: Section, items: tuple[Item, ...], context: tuple[Item, ...]) -> Entry:
    start = items[0].label.start if items[0].label else items[0].span.start
    span = Span(start, items[-1].span.end)
    return Entry(section.source, span, section=section, items=items, context=context)
