"""The head of an entry, row by row, and what is told under it. Used by the rules of posts and studies.

A post or a degree is printed as a head of one to four lines (what, where, when, in any order), and
under it sentences and bullets. Dates, places and persons are taken out of the head's lines; what they
leave are the pieces that the rules sort. Wrong where the head itself is a sentence, or a bullet among
others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cvparse.document import UPPER, Item, Mention, Passage
from cvparse.rules import flush
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import cut, joined, lines, named, rest, says, terms
from cvparse.rules.rule import Scene

APART = re.compile(
    r",\s+|,$|;\s*|\s\|\s?|\|\s|\s+[-•·]\s+|\t|(?<=\S)[^\S\n]{3,}(?=\S)"
    rf"|:\s+(?=[{UPPER}])|(?<=[a-zà-ÿ0-9)\"]{{4}})(?<!\bAssoc)(?<!\bDept)(?<!\bUniv)\.\s+(?=[{UPPER}\"])"
)
_TAKEN = (
    "furniture", "link", "address", "legend", "email", "url", "phone", "money", "mentor", "advisor",
    "investigators", "thesis", "grade", "honors", "field", "awarder", "keyword", "metric",
)  # fmt: skip
_PERSONS = ("mentor", "advisor", "investigators")
_TOWN = re.compile(rf"\s*(?P<it>[{UPPER}][\w'.-]*(?:[ -][\w'.-]+){{0,3}})\s*,\s*$")
_WORDS = re.compile(r"[^\W\d_]+")
_LONG = 12
_SHORT = 6
_NAME = re.compile(rf"[{UPPER}][\w'.-]*(?:[ -][{UPPER}][\w'.-]*){{0,2}}")
_TITLES = re.compile(r"(?:(?:Prof|Dr|PD|[Aa]pl|[Aa]ssoc|[Aa]sst|Univ)\b[.\s-]*)+")
_SUBJECTS = named("degrees", "subjects")
_TELLING = ("organization_word", "position_word", "degree_word", "degree")
_HOUSE_AND_TOWN = 2
_SYSTEMS = named("organizations", "systems")
_CAPTIONS = named("positions", "captions")


class Row(NamedTuple):
    """A line of a head: what dates and places leave of it, and those."""

    item: Item
    pieces: tuple[Passage, ...]
    places: tuple[Mention, ...] = ()
    dates: tuple[Mention, ...] = ()


class Page(NamedTuple):
    """An entry's head and what is told under it; `dates` and `places` are the head's."""

    rows: tuple[Row, ...]
    body: tuple[Item, ...]
    persons: tuple[Mention, ...] = ()
    dates: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()


def read(scene: Scene) -> Page:
    """Divide an entry into its head and its body."""
    rows: list[Row] = []
    body: list[Item] = []
    persons: list[Mention] = []
    bare: list[Row] = []
    items = lines(scene)
    for item in items:
        row = _row(scene, item)
        told = scene.seen(*_PERSONS, within=item.span)
        row = row._replace(pieces=tuple(p for p in row.pieces if not _among(p, told)))
        if not row.pieces:
            persons += told
            bare += [row]
        elif (
            rows
            and not _names(scene, row, rows, body)
            and (body or _under(item, items[0]) or _labelled(scene, item))
        ):
            body.append(item)
        else:
            persons += told
            rows.append(row)
    rows = [_closed(scene, _placed(scene, _addressed(scene, row, rows), rows)) for row in rows]
    known = [*rows, *bare]
    return Page(
        tuple(r for r in rows if r.pieces),
        tuple(i for i in body if not i.fullmatch(_CAPTIONS)),
        tuple(persons),
        tuple(d for r in known for d in r.dates) or flush.dates(scene, body),
        tuple(p for r in known for p in r.places),
    )


def _row(scene: Scene, item: Item) -> Row:
    dates = terms(scene, item.span)
    names = [p for p in scene.seen("place", within=item.span) if _of_name(item, p)]
    places = [p for p in scene.seen("place", within=item.span) if p not in names]
    taken = [*dates, *places, *scene.seen(*_TAKEN, within=item.span)]
    pieces: list[Passage] = []
    for piece in (p for free in rest(item, taken) for p in cut(free, APART) if _says(p)):
        if pieces and any(n.span.within(piece.span) for n in names):
            pieces[-1] = joined([pieces[-1], piece])
        else:
            pieces.append(piece)
    return Row(item, tuple(pieces), tuple(places), tuple(dates))


def _says(piece: Passage) -> bool:
    """Does it say more than the title of a person taken out of it: `Prof.`?"""
    return says(piece) and not piece.fullmatch(_TITLES)


def _of_name(item: Item, place: Mention) -> bool:
    """`University of California, San Diego` is one name."""
    before = item.before(place.span)
    last = [m.end() for m in before.search(_SYSTEMS)]
    return (
        "," not in str(place.value)
        and bool(last)
        and not says(before.part(last[-1], place.span.start))
    )


def _among(piece: Passage, persons: Iterable[Mention]) -> bool:
    return any(p.span.within(piece.span) for p in persons)


def _under(item: Item, first: Item) -> bool:
    """Does this line tell of the head above it: a sentence, or a bullet?"""
    deeper = item.bulleted and (not first.bulleted or item.indent > first.indent)
    long = len(list(item.search(_WORDS))) > _LONG and next(item.search(APART), None) is None
    return deeper or long or prose(item) or item.fullmatch(_CAPTIONS) is not None


def _names(scene: Scene, row: Row, rows: Sequence[Row], body: Sequence[Item]) -> bool:
    """`- Lecturer` below `University of X`: a bullet that names what the head does not yet, or
    names a further post or degree with its date.
    """
    long = len(list(row.item.search(_WORDS)))
    words = scene.seen("position_word", "degree_word", "degree", within=row.item.span)
    if words and row.dates and long <= _LONG and not prose(row.item):
        return True
    if body or long > _SHORT:
        return False
    if len(rows) == 1 and _houses(scene, row, rows[0]):
        return True
    said = [
        m
        for r in rows
        for m in scene.seen("position_word", "degree_word", "degree", within=r.item.span)
    ]
    return bool(words) and not said


def _houses(scene: Scene, row: Row, head: Row) -> bool:
    """`- Oakline Library` below `2020: Librarian`: the house, where the head has only a position."""
    here = scene.seen("organization_word", within=row.item.span)
    capital = any(row.item.source.folded[m.span.start].isupper() for m in here)
    return (
        capital
        and len(head.pieces) == 1
        and bool(scene.seen("position_word", within=head.item.span))
        and not scene.seen("organization_word", within=head.item.span)
        and not scene.seen("position_word", within=row.item.span)
    )


def _labelled(scene: Scene, item: Item) -> bool:
    """`Duties: …`: a remark with a label of its own."""
    marks = scene.seen("furniture", within=item.span)
    return bool(marks) and marks[0].span.start == item.span.start


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


def _addressed(scene: Scene, row: Row, rows: Sequence[Row]) -> Row:
    """`University of Leaves, Zorbville, Norway` on a line of its own: the printed house, whole."""
    if row is rows[0] or row.dates or len(row.places) != 1 or not row.pieces:
        return row
    opening = scene.entry.items[0]
    dates = terms(scene, opening.span)
    if not dates or says(opening.before(dates[0].span)):
        return row
    place, last = row.places[0], row.pieces[-1]
    between = row.item.part(last.span.end, place.span.start).folded.strip()
    if between != "," or says(row.item.after(place.span)) or len(row.pieces) > 9:
        return row
    if scene.seen("position_word", within=row.item.span):
        return row
    whole = joined([last, row.item.part(*place.span)])
    return row._replace(pieces=(*row.pieces[:-1], whole), places=())


def _closed(scene: Scene, row: Row) -> Row:
    """`Institute of Botany, Zorbville`: a name behind a house, which ends the line and tells nothing
    else, is where the house stands. Wrong for a house's own parts.
    """
    if row.places or len(row.pieces) < _HOUSE_AND_TOWN:
        return row
    *front, last = row.pieces
    house = scene.seen("organization_word", within=front[-1].span)
    behind = row.item.after(last.span)
    if not house or not last.fullmatch(_NAME) or last.folded.isupper() or says(behind):
        return row
    if scene.seen(*_TELLING, within=last.span) or any(last.search(_SUBJECTS)):
        return row
    if row.item.part(front[-1].span.end, last.span.start).folded.strip() != ",":
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


def runs(pieces: Sequence[Passage]) -> list[list[Passage]]:
    """Pieces that only separators part, together; a date or a place between them parts them."""
    groups: list[list[Passage]] = []
    for piece in pieces:
        if groups and _beside(groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _beside(left: Passage, right: Passage) -> bool:
    between = left.source.whole().part(left.span.end, right.span.start)
    return not any(c.isalnum() for c in between.folded)


def one(pieces: Sequence[Passage]) -> Passage:
    """From the first of some pieces to the last, a bracket that they open closed."""
    whole = joined(pieces)
    after = whole.source.whole().after(whole.span).head(1)
    if whole.folded.count("(") > whole.folded.count(")") and after.folded == ")":
        return whole.source.whole().part(whole.span.start, after.span.end)
    return whole
