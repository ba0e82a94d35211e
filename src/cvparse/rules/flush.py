"""What is set flush right beside a line it does not belong to: the second row of a head's dates.

    Acme Robotics, Engineer                              Larkmoor, Germany
    • Built the arm of a crane                         May 2019 – Aug 2020

Relies on the wide gap that a layout keeps in front of its right column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cvparse.document import Item, Mention
from cvparse.rules.pieces import says, terms
from cvparse.rules.rule import Scene

_GAP = "   "


def dates(scene: Scene, items: Iterable[Item]) -> tuple[Mention, ...]:
    """The dates at the right edge of some lines, a wide gap before them and nothing behind."""
    found = (m for item in items for m in terms(scene, item.span))
    return tuple(m for m in found if _flushed(scene, m))


def _flushed(scene: Scene, date: Mention) -> bool:
    line = scene.source.line_at(date.span.start)
    before = line.before(date.span)
    return before.folded.endswith(_GAP) and says(before) and not line.after(date.span)


def value(item: Item, flushed: Sequence[Mention]) -> str:
    """What a line says without what is flushed right beside it."""
    spans = [m.span for m in flushed if m.span.within(item.span)]
    return " ".join(p.value for p in item.without(spans)) if spans else item.strip().value
