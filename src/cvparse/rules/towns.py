"""Where a house stands, by the rows of an entry's head: `Zorbville, Germany` on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.pieces import joined, named, says, terms
from cvparse.rules.rule import Scene

_TOWN = re.compile(rf"\s*(?P<it>[{UPPER}][\w'.-]*(?:[ -][\w'.-]+){{0,3}})\s*,\s*$")
_NAME = re.compile(rf"[{UPPER}][\w'.-]*(?:[ -][{UPPER}][\w'.-]*){{0,2}}")
_SUBJECTS = named("degrees", "subjects")
_TELLING = ("organization_word", "position_word", "degree_word", "degree")
_HOUSE_AND_TOWN = 2
_COLUMN = 3


class Row(NamedTuple):
    """A line of a head: what dates and places leave of it, and those."""

    item: Item
    pieces: tuple[Passage, ...]
    places: tuple[Mention, ...] = ()
    dates: tuple[Mention, ...] = ()


def placed(scene: Scene, row: Row, rows: Sequence[Row]) -> Row:
    """The row with its place told from its house."""
    return _closed(scene, _placed(scene, _addressed(scene, row, rows), rows))


def _addressed(scene: Scene, row: Row, rows: Sequence[Row]) -> Row:
    """`Institute of Leaves, Zorbville, Norway` below a title that a date opens: a table prints the
    house and its place in one cell, and the cell is the house. Wrong where the place is meant apart.
    """
    opening = scene.entry.items[0]
    dates = terms(scene, opening.span)
    if row is rows[0] or row.dates or not dates or says(opening.before(dates[0].span)):
        return row
    if len(row.places) != 1 or not row.pieces or scene.seen("position_word", within=row.item.span):
        return row
    place, last = row.places[0], row.pieces[-1]
    between = row.item.part(last.span.end, place.span.start).folded.strip()
    told = "," in str(place.value) or scene.seen("organization_word", within=row.item.span)
    if between != "," or not told or says(row.item.after(place.span)):
        return row
    whole = joined([last, row.item.part(*place.span)])
    return row._replace(pieces=(*row.pieces[:-1], whole), places=())


def _placed(scene: Scene, row: Row, rows: Sequence[Row]) -> Row:
    """`Zorbville, Germany` on a line of its own, where other lines say who and what: a place, though
    nobody knows the town. With fewer lines it would be `Acme, Germany`.
    """
    others = [r for r in rows if r is not row and r.pieces]
    if len(row.pieces) != 1 or len(row.places) != 1 or not others:
        return row
    place = row.places[0]
    town = row.item.before(place.span).fullmatch(_TOWN)
    if town is None or says(row.item.after(place.span)):
        return row
    if scene.seen(*_TELLING, within=row.item.span):
        return row
    if len(others) < 2 and not _told_enough(scene, others[0]):
        return row
    whole = row.item.part(town.start("it"), place.span.end)
    mention = Mention("place", whole.span, whole.value, "heads.town")
    return row._replace(pieces=(), places=(mention,))


def _closed(scene: Scene, row: Row) -> Row:
    """`Institute of Botany, Zorbville`, `Lecturer, Fern University – Zorbville`: a name behind a
    house, which ends the line and tells nothing else, is where the house stands; in a column of
    its own it need not stand right behind. Wrong for a house's own parts.
    """
    if row.places or len(row.pieces) < _HOUSE_AND_TOWN:
        return row
    *front, last = row.pieces
    between = row.item.part(front[-1].span.end, last.span.start).folded
    column = between.isspace() and len(between) >= _COLUMN
    before = row.item.span.start if column else front[-1].span.start
    house = scene.seen("organization_word", within=Span(before, front[-1].span.end))
    behind = row.item.after(last.span)
    if not house or not last.fullmatch(_NAME) or last.folded.isupper() or says(behind):
        return row
    if scene.seen(*_TELLING, within=last.span) or any(last.search(_SUBJECTS)):
        return row
    if not column and between.strip() not in (",", "-"):
        return row
    mention = Mention("place", last.span, last.value, "heads.closed")
    return row._replace(pieces=tuple(front), places=(mention,))


def _told_enough(scene: Scene, row: Row) -> bool:
    """Does one line say both what and where?"""
    return len(row.pieces) > 1 or bool(scene.seen("organization_word", within=row.item.span))


def town(row: Row) -> Mention | None:
    """`2019-2021 | Zorbville`: what stands beside a date, where other rows say who and what."""
    if len(row.pieces) != 1 or not row.dates or not row.pieces[0].fullmatch(_NAME):
        return None
    return Mention("place", row.pieces[0].span, row.pieces[0].value, "heads.beside_date")
