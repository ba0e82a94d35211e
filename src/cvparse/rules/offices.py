"""Who one is in which body: `Chair, PhD Committee, Niels Bohr Institute`, `Reviewer for A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.duties import is_role, parted
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import (
    COMMA,
    LIST,
    cut,
    found,
    headed,
    joined,
    lines,
    named,
    rest,
    says,
    terms,
    trim,
)
from cvparse.rules.rule import Finder, Reading, Scene

_HEADINGS = named("offices", "reviewing")
_REVIEWS = re.compile(
    r"\s*(?P<it>(?:[\w'/-]+\s+){0,3}?(?:(?:reviewer|referee)s?|reviewing|refereeing|reviewed|"
    r"gutachter(?:in)?|évaluat(?:eur|rice)|relect(?:eur|rice)|parecerista|revisore?s?|evaluadora?))\b"
    r"(?:\s*\((?P<aside>[^()\n]{1,60})\))?(?P<to>\s*(?:[:,]|-\s|for\b|of\b|at\b|für\b|pour\b|para\b|per\b|$))"
    r"(?:\s*(?:the\s+)?(?:following\s+)?(?:(?:academic|scientific|peer-reviewed)\s+)?journals?\s*:)?\s*",
    re.I,
)
_SORT = re.compile(
    r"(?:journals?|conferences?|workshops?|zeitschriften|revues|revistas|[^:,;]{2,40}(?=:))\s*:\s",
    re.I,
)
_COUNT = re.compile(r"\s*[(\[](?:\d{1,3}x?|x\s?\d{1,3}|n\s?=\s?\d{1,3})[)\]]$")
_LAST = re.compile(rf"(?P<a>.*\S)\s+(?:and|und|et|&)\s+(?P<b>[{UPPER}].*)", re.S)
_ITEMS = re.compile(r"[,;]\s+|\s[•·|]\s")
_AND = re.compile(r"(?:and|und|et|&)\s+", re.I)


def _service(scene: Scene) -> Iterator[Mention]:
    """One office each group of lines; where a heading says the role, each line is a body."""
    told = headed(scene, "role", _HEADINGS, "offices.heading")
    for group in _groups(scene, told is not None):
        parts = list(_office(scene, group, told))
        if any(p.label in ("role", "body") and p.how == "read" for p in parts):
            span = Span.cover(i.span for i in group)
            yield Mention("office", span, joined(group).value, "offices.line", tuple(parts))


def _groups(scene: Scene, told: bool) -> Iterator[list[Item]]:
    """Lines that belong together. A second date, a line of reviews, or a new role after a role
    and a body begins the next; wrong for an office whose two terms stand on two lines.
    """
    group: list[Item] = []
    for item in lines(scene):
        if group and _begins(scene, group, item, told):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _begins(scene: Scene, group: Sequence[Item], item: Item, told: bool) -> bool:
    if prose(item) or not any(_pieces(scene, i) for i in group):
        return False
    dated = [i for i in group if terms(scene, i.span)]
    if item.match(_REVIEWS) or (dated and terms(scene, item.span)):
        return True
    pieces = _pieces(scene, item)
    if told:
        return bool(pieces)
    alone = len(group) == 1 and all(parted(_pieces(scene, group[0])))
    return alone and bool(pieces) and is_role(pieces[0]) and item.bulleted == group[0].bulleted


def _office(scene: Scene, group: Sequence[Item], told: Mention | None) -> Iterator[Mention]:
    yield from (d for item in group for d in terms(scene, item.span))
    first = next((i for i in group if _pieces(scene, i)), group[0])
    if review := _opening(scene, first):
        yield from _reviews(scene, group, first, review)
        return
    role, body = parted(_pieces(scene, first))
    later = [i for i in group if i.span.start > first.span.start and not prose(i)]
    for item in later:
        pieces = _pieces(scene, item)
        if role and not body and pieces:
            body = joined(pieces)
        elif body and not role and not told and len(pieces) == 1 and is_role(pieces[0]):
            role = pieces[0]
    if told and not role and body and found(_of(scene, told), _REVIEWING):
        yield told
        yield from _bodies(scene, body)
        return
    if role:
        yield Mention("role", role.span, role.value, "offices.role")
    elif told:
        yield told
    if body:
        yield Mention("body", body.span, body.value, "offices.body")


_REVIEWING = re.compile(
    r"review(?!s?\sboard)|referee|gutacht|évaluat|relect|revis|evaluad|parecer", re.I
)


def _of(scene: Scene, told: Mention) -> Passage:
    return Passage(scene.source, told.span)


def _opening(scene: Scene, item: Item) -> re.Match[str] | None:
    """`Ad hoc reviewer for`: a role of reviewing that opens a line, its date left out."""
    pieces = rest(item, terms(scene, item.span))
    return trim(pieces[0]).match(_REVIEWS) if pieces else None


def _reviews(
    scene: Scene, group: Sequence[Item], first: Item, opening: re.Match[str]
) -> Iterator[Mention]:
    role = first.at(opening, "it").strip()
    yield Mention("role", role.span, role.value, "offices.reviewer")
    after = first.part(opening.end(), first.span.end)
    listed = [after, *(i for i in group if i.span.start > first.span.start)]
    for passage in listed:
        if says(passage):
            yield from _bodies(scene, passage)


def _bodies(scene: Scene, listed: Passage) -> Iterator[Mention]:
    """`A, B and C`, `A (2); B, 2019; C`: a body each. With semicolons, each has its own date."""
    if (sort := listed.match(_SORT)) and _sorts(scene, listed, sort):
        listed = listed.part(sort.end(), listed.span.end)
    apart = re.compile(r";\s*") if ";" in listed.folded else None
    for segment in cut(listed, apart) if apart else [listed]:
        dates = terms(scene, segment.span) if apart else []
        for free in rest(segment, terms(scene, segment.span)):
            for piece in _listed(scene, free, comma=apart is None or len(cut(segment)) > 3):
                yield Mention("body", piece.span, piece.value, "offices.body", tuple(dates))


def _sorts(scene: Scene, listed: Passage, sort: re.Match[str]) -> bool:
    """`Journals: A, B`, `Elsevier: A, B`; but `Sagar: A South Asian Journal` is one name."""
    head = listed.at(sort)
    several = len(cut(listed, LIST)) > 1
    publisher = any(m.value == "publisher" for m in scene.seen("venue_word", within=head.span))
    return several or publisher


def _listed(scene: Scene, free: Passage, comma: bool) -> Iterator[Passage]:
    pieces = cut(free, _ITEMS) if comma else [trim(free)]
    for number, whole in enumerate(pieces):
        opens = whole.match(_AND)
        piece = trim(whole.part(opens.end(), whole.span.end)) if opens else whole
        several = number == len(pieces) - 1 and (last := piece.match(_LAST)) and not opens
        halves = [piece.at(last, "a"), piece.at(last, "b")] if several and last else []
        if halves and _two_names(scene, halves[0], halves[1]):
            yield from (_uncounted(h) for h in halves)
        elif says(piece):
            yield _uncounted(piece)


def _two_names(scene: Scene, left: Passage, right: Passage) -> bool:
    """`Metrologia and Nature Physics` are two, `Population and Development Review` is one, and so
    is `Journal of Statistics and Data Science Education`: what ends a name of two parts is no
    name by itself.
    """
    words = scene.seen("venue_word", within=right.span)
    if any(m.value == "name" for m in words):
        return True
    return bool(words) and " " in left.value and bool(scene.seen("venue_word", within=left.span))


def _uncounted(piece: Passage) -> Passage:
    """`Nature (3)` without how often."""
    count = next(piece.search(_COUNT), None)
    return trim(piece.part(piece.span.start, count.start())) if count else trim(piece)


def _pieces(scene: Scene, item: Item) -> list[Passage]:
    """The pieces of a line beside its dates and the place that ends it."""
    dates = terms(scene, item.span)
    places = [p for p in scene.seen("place", within=item.span) if _ends(scene, item, p)]
    free = rest(item, [*dates, *places])
    return [p for f in free for p in cut(f, COMMA) if says(p)]


def _ends(scene: Scene, item: Item, place: Mention) -> bool:
    after = rest(item.after(place.span), terms(scene, item.after(place.span).span))
    before = item.before(place.span).folded.rstrip()
    return (
        not any(says(p) for p in after)
        and before.endswith((",", "(", ""))
        and not before.endswith(" of")
    )


LAYOUTS: tuple[Finder, ...] = (Reading("offices.line", _service, kinds=frozenset({"service"})),)
