"""What is set flush right beside a line it does not belong to: the second row of a head's dates.

    Acme Robotics, Engineer                              Larkmoor, Germany
    • Built the arm of a crane                         May 2019 – Aug 2020

Relies on the wide gap that a layout keeps in front of its right column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cvparse.document import Item, Mention, Passage
from cvparse.rules.pieces import says, terms
from cvparse.rules.rule import Scene

_GAP = "   "


def dates(scene: Scene, items: Iterable[Item]) -> tuple[Mention, ...]:
    """The dates at the right edge of some lines, a wide gap before them and nothing behind."""
    return tuple(m for item in items for m in terms(scene, item.span) if flushed(scene, m))


def places(scene: Scene, items: Iterable[Item]) -> tuple[Mention, ...]:
    """The places there."""
    seen = (m for item in items for m in scene.seen("place", within=item.span))
    return tuple(m for m in seen if flushed(scene, m))


def flushed(scene: Scene, mention: Mention) -> bool:
    """Does it stand at the right edge of its line, or in a column read apart from it?"""
    line = scene.source.line_at(mention.span.start)
    before = line.before(mention.span)
    apart = before.folded.endswith(_GAP) and not line.after(mention.span)
    return apart and (says(before) or not Passage(scene.source, mention.span))


def of_a_cell(cell: Passage, seen: Iterable[Mention]) -> Iterator[Mention]:
    """The date that was seen in a cell of such a column, or the place that it is, whole: what
    stands before the name of a country is a town, though nobody knows it.
    """
    for mention in seen:
        if mention.label == "date":
            yield mention
        elif mention.label == "place" and not cell.after(mention.span):
            yield mention._replace(span=cell.span, value=cell.value)


def value(item: Item, flushed: Sequence[Mention]) -> str:
    """What a line says without what is flushed right beside it."""
    spans = [m.span for m in flushed if m.span.within(item.span)]
    return " ".join(p.value for p in item.without(spans)) if spans else item.strip().value
