"""Offices in two lines with a column of places and dates beside them.

    Chair, Search Committee, Department of Botany             Kesterby
    Larkmoor University                                   2019 – 2021

Relies on the column: what stands beside it are a role and its body, each whole, whatever words and
commas they are made of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cvparse.document import Item, Mention, Passage
from cvparse.rules import flush
from cvparse.rules.duties import is_role, parted
from cvparse.rules.pieces import cut, joined, rest
from cvparse.rules.rule import Scene

_REVIEWS = re.compile(r"\s*(?:[\w'/-]+\s+){0,3}?\w*(?:review|refere|evaluat|gutacht)", re.I)


def office(scene: Scene, items: Sequence[Item]) -> Mention | None:
    """The office that two such lines tell of; bullets may follow them."""
    head, under = items[:2], items[2:]
    if len(head) < 2 or any(i.bulleted for i in head) or not all(i.bulleted for i in under):
        return None
    dates, places = flush.dates(scene, head), flush.places(scene, head)
    lines = [joined(p) for i in head if (p := rest(i, [*dates, *places]))]
    if len(lines) < 2 or len(dates) != 1 or is_role(lines[1]):
        return None
    role, body = lines
    if len(places) != 1 and (places or not _told(scene, role, body)):
        return None
    parts = (
        *dates,
        Mention("role", role.span, role.value, "abreast.role"),
        Mention("body", body.span, body.value, "abreast.body"),
    )
    whole = joined(head)
    return Mention("office", whole.span, whole.value, "abreast.office", parts)


def _told(scene: Scene, role: Passage, body: Passage) -> bool:
    """Do the words tell an office and a house, where no place beside them does?"""
    known = parted(cut(role))[0] is not None and not role.match(_REVIEWS)
    return known and bool(scene.seen("organization_word", within=body.span))
