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
from cvparse.rules.towns import Row, placed

APART = re.compile(
    r",\s+|,$|;\s*|\s\|\s?|\|\s|\s+[-•·]\s+|\t|(?<=\S)[^\S\n]{3,}(?=\S)"
    rf"|:\s+(?=[{UPPER}])|(?<=[a-zà-ÿ0-9)\"]{{4}})(?<!\bAssoc)(?<!\bDept)(?<!\bUniv)\.\s+(?=[{UPPER}\"])"
)
_TAKEN = (
    "furniture", "link", "address", "legend", "email", "url", "phone", "money", "mentor", "advisor",
    "investigators", "thesis", "grade", "honors", "field", "awarder", "keyword", "metric",
)  # fmt: skip
_PERSONS = ("mentor", "advisor", "investigators")
_WORDS = re.compile(r"[^\W\d_]+")
_LONG = 12
_SHORT = 6
_TITLES = re.compile(r"(?:(?:Prof|Dr|PD|[Aa]pl|[Aa]ssoc|[Aa]sst|Univ)\b[.\s-]*)+")
_SYSTEMS = named("organizations", "systems")
_CAPTIONS = named("positions", "captions")


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
    rows = [placed(scene, row, rows) for row in rows]
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
