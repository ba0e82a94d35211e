"""Degrees and where they were taken: `PhD in Botany, University of X, 2011`, or on lines of their own.

A house is told by its word (*university*), a degree by its name, and the field by where it stands:
behind the degree, before it, or on a line of its own. A further degree with a date of its own is
another study. Wrong where an unknown school stands beside an unknown subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Mention, Passage, Span
from cvparse.rules.degrees import Title, opened, title
from cvparse.rules.heads import Page, one, read, runs
from cvparse.rules.pieces import named, says, trim
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.towns import Row

_SUBJECTS = named("degrees", "subjects")
_AND = re.compile(r"(?:and|und|et|y|e|&)\s|.*\s(?:and|und|et|y|&)\s", re.I)
_FROM = re.compile(r"\s+(?:from|at|@|an der|am|à|presso|bei)\s+(?:the\s)?")
_SEEN = ("thesis", "grade", "honors", "advisor", "mentor", "quoted")


def _studies(scene: Scene) -> Iterator[Mention]:
    """A study each: rows from one degree to the next."""
    page = read(scene)
    groups = list(_groups(scene, page.rows)) or [[]]
    whole = Span.cover(i.span for i in scene.entry.items)
    starts = [whole.start, *(rows[0].item.span.start for rows in groups[1:]), whole.end]
    for number, rows in enumerate(groups):
        here = Passage(scene.source, whole).part(starts[number], starts[number + 1]).strip()
        parts = [*_around(scene, page, here.span), *_read(scene, rows)]
        kept = scene.clear(parts)
        kept += [
            Mention("remark", i.span, i.value, "studies.remark")
            for i in page.body
            if i.span.within(here.span) and not any(i.span.overlaps(p.span) for p in kept)
        ]
        yield Mention("study", here.span, "", "studies.head", tuple(kept))


def _groups(scene: Scene, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows of one study. A degree begins the next when one is known and each has its date."""
    group: list[Row] = []
    for row in rows:
        again = row.dates and any(r.dates for r in group)
        if again and _titled(scene, row) and any(_titled(scene, r) for r in group):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _titled(scene: Scene, row: Row) -> bool:
    return any(title(scene, piece) for piece in row.pieces)


def _around(scene: Scene, page: Page, span: Span) -> Iterator[Mention]:
    """Dates and places of a head, and what has announced itself."""
    yield from (m for m in (*page.dates, *page.places) if m.span.within(span))
    yield from scene.seen(*_SEEN, within=span)
    yield from (m for m in page.persons if m.span.within(span))


def _read(scene: Scene, rows: Sequence[Row]) -> Iterator[Mention]:
    """Degree, field and house of one study."""
    known: Title | None = None
    houses: list[Passage] = []
    others: list[list[Passage]] = [[] for _ in rows]
    for row, other in zip(rows, others, strict=True):
        for piece in (part for p in row.pieces for part in _apart(scene, p)):
            if _is_house(scene, piece):
                houses.append(piece)
            elif known is None and (found := title(scene, piece)):
                known = found
            else:
                other.append(piece)
    chosen = _sorted(known, _house(scene, houses), others)
    for label, passage in zip(("degree", "study_field", "institution"), chosen, strict=True):
        if passage is not None and says(passage):
            yield Mention(label, passage.span, passage.value, f"studies.{label}")


def _sorted(
    known: Title | None, house: Passage | None, others: list[list[Passage]]
) -> tuple[Passage | None, Passage | None, Passage | None]:
    """Degree, field and house; what no word tells fills what is wanting. A subject is a field; of
    a line the last piece is the field, of several lines the first.
    """
    degree, field = known or (None, None)
    field, others = _listed(field, others)
    free = [one(runs(o)[0]) for o in others if o]
    told = [f for f in free if next(f.search(_SUBJECTS), None)]
    if house is None:
        field = field or (told[0] if told and (known or len(free) > 1) else None)
        house = next((f for f in free if f is not field), None)
    free = [f for f in free if f is not field and f is not house]
    if degree is None and free and (len(free) > 1 or free[0] not in told):
        degree, free = free[0], free[1:]
    if field is None and free:
        field = free[-1] if len(others) == 1 else free[0]
    return degree, field and opened(field), house


def _apart(scene: Scene, piece: Passage) -> list[Passage]:
    """`MSc Botany from the University of X`, `PhD  University of X`: a degree, then a house."""
    if (bare := _beside(scene, piece)) is not None:
        return bare
    for link in piece.search(_FROM):
        right = piece.part(link.end(), piece.span.end)
        if scene.seen("organization_word", within=right.span):
            left = trim(piece.part(piece.span.start, link.start()))
            if scene.seen("degree", "degree_word", within=left.span):
                return [left, trim(right)]
    return [piece]


def _beside(scene: Scene, piece: Passage) -> list[Passage] | None:
    """A degree, and the house's name right behind it, as tables print them; not `MA in …`."""
    marks = scene.seen("degree", "degree_word", within=piece.span)
    houses = scene.seen("organization_word", within=piece.span)
    if not marks or not houses or says(piece.before(marks[0].span)):
        return None
    behind = piece.after(marks[0].span)
    if not behind.folded[:1].isspace() or not behind.strip().folded[:1].isupper():
        return None
    if houses[0].span.start < behind.span.start or scene.seen("degree", within=behind.span):
        return None
    return [piece.part(*marks[0].span), behind.strip()]


def _is_house(scene: Scene, piece: Passage) -> bool:
    """Is there a word of a house in it, and no degree before that?"""
    words = scene.seen("organization_word", within=piece.span)
    marks = scene.seen("degree", "degree_word", within=piece.span)
    return bool(words) and not (marks and marks[0].span.start <= words[0].span.start)


def _house(scene: Scene, houses: Sequence[Passage]) -> Passage | None:
    """The stretch that names a university, its faculty beside it included."""
    groups = runs(houses)
    if not groups:
        return None
    university = [
        g
        for g in groups
        if any(w.value == "university" for w in scene.seen("organization_word", within=one(g).span))
    ]
    return one((university or groups)[0])


def _listed(
    field: Passage | None, others: list[list[Passage]]
) -> tuple[Passage | None, list[list[Passage]]]:
    """`Ecology, Evolution, and Behavior`: pieces behind a field that an `and` makes one list."""
    if field is None:
        return None, others
    for row in others:
        if row and len(runs([field, *row])) == 1:
            last = next((n for n, p in enumerate(row) if p.match(_AND)), None)
            if last is not None:
                return one([field, *row[: last + 1]]), [
                    r if r is not row else row[last + 1 :] for r in others
                ]
    return field, others


LAYOUTS: tuple[Finder, ...] = (Reading("studies.head", _studies, kinds=frozenset({"education"})),)
