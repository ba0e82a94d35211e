"""Posts held: `Lecturer, Department of Botany, University of X`, `Acme` above `Engineer`.

What is a position and what a house is told by words (*engineer*, *institute*), by what stands before
and behind an *at*; where no word tells, `seats` decides by the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules import flush
from cvparse.rules.heads import Page, one, read, runs
from cvparse.rules.names import run
from cvparse.rules.pieces import named, says, trim
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.seats import Sorted, choose
from cvparse.rules.towns import Row, town

_AT = re.compile(
    rf"\s+@\s*(?=\S)|\s+(?:at|chez|bei|beim|an der|am|presso|aan de)\s+(?:the\s+)?(?=[{UPPER}])|\s+à\s+(?:l'|la\s)(?=\S)"
)
_IN = re.compile(
    r"\s+(?:at|in|to|with|within|for|im|in der|dans|en|na|no)\s+(?:(?:the|la|le|el)\s+)?(?=\S)"
)
_OF = re.compile(r"\s+(?:of|for|to|de|du|für|di|do|van)\b")
_TO = re.compile(rf"\s+(?:to|(?:for|with|under)\s+(?=Prof|Dr))\s*(?=[{UPPER}])")
_SERVED = re.compile(
    r"(?:currently\s+)?(?:work(?:ing|ed)|employed|appointed|serv(?:ing|ed)|tätig)\s+(?:as|als)\s+(?:an?\s+|the\s+)?(?=\S)",
    re.I,
)
_FEW = 2
_SOFT = named("positions", "qualifiers")
_LARGE = ("university", "company", "society")


def _posts(scene: Scene) -> Iterator[Mention]:
    """The posts an entry tells of: one, or several at one house, each with its own date."""
    page = read(scene)
    rows = [_sort(scene, row) for row in page.rows]
    groups = list(_groups(rows)) or [[]]
    shared = _shared(groups)
    whole = Passage(scene.source, Span.cover(i.span for i in scene.entry.items))
    starts = [whole.span.start, *(g[0].row.item.span.start for g in groups[1:]), whole.span.end]
    for number, group in enumerate(groups):
        here = whole.part(starts[number], starts[number + 1]).strip()
        yield Mention(
            "post", here.span, "", "posts.head", _post(scene, page, group, here.span, shared)
        )


def _groups(rows: Sequence[Sorted]) -> Iterator[list[Sorted]]:
    """Rows of one post. A position with its date begins the next when one is known; a house in
    front of it, where the one before has its own, goes with it.
    """
    group: list[Sorted] = []
    for row in rows:
        if row.post and row.row.dates and any(r.post and r.row.dates for r in group):
            lone = group[-1].house and not group[-1].post
            own = any(r.house for r in group[:-1]) if lone else True
            yield group[: -1 if lone and own else None]
            group = [group[-1]] if lone and own else []
        group.append(row)
    if group:
        yield group


def _shared(groups: Sequence[Sequence[Sorted]]) -> list[Mention]:
    """The house printed once above several posts, and its place."""
    first = groups[0][0] if len(groups) > 1 else None
    if first is None or first.post:
        return []
    house = _said("organization", one(runs(first.whole)[0]))
    return [m._replace(how="inferred") for m in (*house, *first.row.places)]


def _post(
    scene: Scene, page: Page, rows: Sequence[Sorted], here: Span, shared: Sequence[Mention]
) -> tuple[Mention, ...]:
    post, house, left = choose(
        rows, housed=bool(shared) and len([r for r in rows if r.post]) == len(rows)
    )
    unit = house is not None and _only_a_unit(scene, house)
    parts = [
        *page.persons,
        *(m for r in rows for m in r.mentors),
        *page.dates,
        *page.places,
        *_said("position", post),
        *_said("unit" if unit else "organization", house),
    ]
    parts = [p for p in parts if p.span.within(here)]
    kept = scene.clear(parts)
    towns = [m for r in rows if r.row.item in left and (m := town(r.row))]
    kept += towns if not page.places else []
    left = [i for i in left if not any(t.span.within(i.span) for t in towns)]
    kept += _aside(rows, kept, left)
    body = (i for i in (*page.body, *left) if i.span.within(here))
    kept += [_told(scene, i, page) for i in sorted(body, key=lambda i: i.span)]
    kept += [s for s in shared if not any(p.label == s.label for p in kept)]
    return tuple(kept)


def _aside(
    rows: Sequence[Sorted], kept: Sequence[Mention], left: Sequence[Item]
) -> Iterator[Mention]:
    """`Internship, Oakline. Counted all of the leaves.`: a sentence behind what a row names."""
    for row in (r.row for r in rows if r.row.item not in left):
        for piece in row.pieces:
            if piece.folded.count(" ") > _FEW and not any(
                piece.span.overlaps(m.span) for m in kept
            ):
                yield Mention("highlight", piece.span, piece.value, "posts.aside")


def _only_a_unit(scene: Scene, house: Passage) -> bool:
    """`Department of Botany`: of a house that may be named elsewhere."""
    words = scene.seen("organization_word", within=house.span)
    return bool(words) and all(w.value == "department" for w in words)


def _said(label: str, passage: Passage | None) -> Iterator[Mention]:
    if passage is not None and says(passage):
        yield Mention(label, passage.span, passage.value, f"posts.{label}")


def _told(scene: Scene, item: Item, page: Page) -> Mention:
    """A line under the head, whole but for a date of the head that is flushed right beside it;
    who is named in it as mentor is a part.
    """
    line = item.strip()
    mentors = scene.seen("mentor", "advisor", "investigators", within=line.span)
    words = flush.value(item, page.dates)
    return Mention("highlight", line.span, words, "posts.highlight", tuple(mentors))


def _sort(scene: Scene, row: Row) -> Sorted:
    """Which pieces of a row name a position, which a house."""
    kinds: list[tuple[str, Passage]] = []
    mentors: list[Mention] = []
    for piece in row.pieces:
        for part in _apart(scene, piece):
            kind = _kind(scene, part) or ("" if part is piece else "house")
            name, persons = _without_boss(scene, _bare(part)) if kind == "position" else (part, [])
            mentors += persons
            kinds.append((kind, name))
    post = _first_run(kinds)
    others = [(k, p) for k, p in kinds if not any(p is q for q in post) and not p.fullmatch(_SOFT)]
    if not any(kind == "house" for kind, _ in others):
        return Sorted(row, post, (), (), tuple(p for _, p in others), tuple(mentors))
    house = _house(scene, [p for kind, p in others if kind != "position"])
    strong = tuple(p for kind, p in others if kind == "house")
    return Sorted(row, post, house, strong, (), tuple(mentors))


def _first_run(kinds: Sequence[tuple[str, Passage]]) -> tuple[Passage, ...]:
    """The first position, and those beside it."""
    first = next((n for n, (kind, _) in enumerate(kinds) if kind == "position"), len(kinds))
    behind = (n for n in range(first, len(kinds)) if kinds[n][0] != "position")
    return tuple(p for _, p in kinds[first : next(behind, len(kinds))])


def _kind(scene: Scene, piece: Passage) -> str:
    """By the words in it. Of a position and a house the one in front of an `of`, else the last:
    `Head of the Department`, `Office of the Director`, `Lab manager`, `Student Union`.
    """
    posts = scene.seen("position_word", within=piece.span)
    houses = [
        m for m in scene.seen("organization_word", within=piece.span) if m.value != "publisher"
    ]
    if not posts or not houses:
        return "position" if posts else "house" if houses else ""
    first, last = sorted((posts[0], houses[-1]), key=lambda m: m.span)
    if posts[0].span.start > houses[0].span.start:
        first, last = houses[0], posts[-1]
    link = next(piece.part(first.span.end, last.span.start).search(_OF), None)
    ends = last.span.end == piece.span.end
    compound = not says(piece.part(first.span.end, last.span.start)) and first in houses
    chosen = last if compound or (ends and link is None) else first
    return "position" if chosen.label == "position_word" else "house"


def _bare(piece: Passage) -> Passage:
    """`Working as Engineer` without the verb."""
    verb = piece.match(_SERVED)
    return piece.part(verb.end(), piece.span.end) if verb else piece


def _without_boss(scene: Scene, piece: Passage) -> tuple[Passage, list[Mention]]:
    """`Research Assistant to Jane Roe`, `Postdoc with Prof. Roe`: the position, and the persons."""
    for to in piece.search(_TO):
        after = piece.part(to.end(), piece.span.end)
        found = run(after)
        whole = found.names and not says(after.part(found.end, after.span.end))
        if whole and not scene.seen("position_word", "organization_word", within=after.span):
            persons = [
                Mention("mentor", n.passage.span, n.passage.value, "posts.boss")
                for n in found.names
            ]
            return trim(piece.part(piece.span.start, to.start())), persons
    return piece, []


def _apart(scene: Scene, piece: Passage) -> list[Passage]:
    """`Engineer at Acme`, `Postdoc in the Department of Physics`: a position, then a house."""
    cuts = [*piece.search(_AT)]
    cuts += [m for m in piece.search(_IN) if _opens_house(scene, piece, m.end())]
    for at in sorted(cuts, key=lambda m: m.start()):
        left = trim(piece.part(piece.span.start, at.start()))
        right = trim(piece.part(at.end(), piece.span.end))
        told = "@" in at.group() or _kind(scene, left) == "position"
        if says(left) and says(right) and told:
            return [left, right]
    return [piece]


def _opens_house(scene: Scene, piece: Passage, at: int) -> bool:
    """Does the name of a house begin here: `Department of`, `Physics Institute`?"""
    after = piece.part(at, piece.span.end)
    words = scene.seen("organization_word", within=after.span)
    if not words:
        return False
    word = words[0].span
    if word.start == at:
        return after.after(word).match(_OF) is not None or word.end == after.span.end
    return word.end == after.span.end and after.folded[:1].isupper()


def _house(scene: Scene, pieces: Sequence[Passage]) -> tuple[Passage, ...]:
    """Of several stretches the first that names a university or the like, else the longest."""

    def rank(group: Sequence[Passage]) -> tuple[bool, bool, int]:
        words = scene.seen("organization_word", within=one(group).span)
        large = any(w.value in _LARGE for w in words)
        return large, bool(words), -group[0].span.start if large else one(group).span.length

    groups = sorted(runs(pieces), key=rank)
    return tuple(groups[-1]) if groups else ()


LAYOUTS: tuple[Finder, ...] = (Reading("posts.head", _posts, kinds=frozenset({"employment"})),)
