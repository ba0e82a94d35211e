"""Certificates, and persons who can be asked: `Title, Body, 2009`, `Prof. Jane Roe, Acme, j@…`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules.names import run
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import cut, joined, lines, rest, says, terms
from cvparse.rules.rule import Finder, Reading, Scene

_QUOTE = re.compile(r"\"(?P<it>[^\"]{3,200}?)[,.]?\"")
_SET_APART = re.compile(r"\s+[-|•·]\s+|\t|[^\S\n]{3,}")
_TITLE = re.compile(r"\s*(?:dr|dra|prof|professor|mr|ms|mrs|pd)\b\.?", re.I)
_TITLES = re.compile(rf"(?:{_TITLE.pattern}[ -]*)+", re.I)


def _certificates(scene: Scene) -> Iterator[Mention]:
    """One a line; a line of a date or a body alone belongs to the one above."""
    for group in _groups(scene):
        dates = [d for item in group for d in terms(scene, item.span)][:1]
        title, body = _parted(scene, group)
        if title is None:
            continue
        parts = [Mention("certificate", title.span, title.value, "papers.title"), *dates]
        if body:
            parts.append(Mention("issuer", body.span, body.value, "papers.issuer"))
        span = Span.cover(i.span for i in group)
        yield Mention("certified", span, title.value, "papers.certificate", tuple(parts))


def _groups(scene: Scene) -> Iterator[list[Item]]:
    group: list[Item] = []
    for item in lines(scene):
        own = bool(_pieces(scene, item)) and not prose(item)
        dated = any(terms(scene, i.span) for i in group)
        if group and own and (item.bulleted or (dated and terms(scene, item.span))):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _pieces(scene: Scene, item: Item) -> list[Passage]:
    taken = [
        *terms(scene, item.span),
        *scene.seen("place", "address", "furniture", within=item.span),
    ]
    return [p for f in rest(item, taken) for p in cut(f) if says(p)]


def _parted(scene: Scene, group: Sequence[Item]) -> tuple[Passage | None, Passage | None]:
    """Title and issuer. Commas also part a title, dashes do not: behind a comma only a body."""
    first, later = group[0], [p for i in group[1:] if not prose(i) for p in _pieces(scene, i)]
    pieces = _pieces(scene, first)
    if quote := next(first.search(_QUOTE), None):
        title = first.at(quote, "it")
        bodies = [p for p in pieces if p.span.start > title.span.end]
        return title, bodies[0] if bodies else None
    if not pieces:
        return (later[0], None) if later else (None, None)
    apart = cut(first, _SET_APART)
    if len(apart) > 1 and len(pieces) > 1 and pieces[0].span == apart[0].span:
        return pieces[0], pieces[1]
    bodies = [
        p for p in pieces[1:] if scene.seen("organization_word", "funder_word", within=p.span)
    ]
    if bodies:
        return joined(pieces[: pieces.index(bodies[0])]), bodies[0]
    return joined(pieces), later[0] if later else None


def _references(scene: Scene) -> Iterator[Mention]:
    """A person, and where they are found; mail and telephone are theirs, not the owner's."""
    group: list[Item] = []
    for item in lines(scene):
        if group and _opens(item) and (item.match(_TITLE) or "," in item.folded):
            yield from _reference(scene, group)
            group = []
        group.append(item)
    if group:
        yield from _reference(scene, group)


def _opens(item: Item) -> bool:
    return bool(run(item).names)


def _reference(scene: Scene, group: Sequence[Item]) -> Iterator[Mention]:
    title = group[0].match(_TITLES)
    names = run(group[0].part(title.end(), group[0].span.end) if title else group[0]).names
    if not names:
        return
    name = names[0].passage
    body = _where(scene, group, name)
    parts = [Mention("referee", name.span, name.value, "papers.name")]
    if body:
        parts.append(Mention("institution", body.span, body.value, "papers.organization"))
    span = Span.cover(i.span for i in group)
    yield Mention("reference", span, name.value, "papers.reference", tuple(parts))


def _where(scene: Scene, group: Sequence[Item], name: Passage) -> Passage | None:
    """The first organisation; failing that, the first piece that is no position."""
    other = ("email", "phone", "url", "place", "furniture", "date")
    known = [m for i in group for m in scene.seen(*other, within=i.span)]
    free = [
        p for i in group for f in i.without([name.span, *(m.span for m in known)]) for p in cut(f)
    ]
    named = [p for p in free if p.span.start > name.span.end and says(p) and not p.match(_TITLE)]
    bodies = [p for p in named if scene.seen("organization_word", within=p.span)]
    rest_ = [
        p for p in named if not scene.seen("position_word", within=p.span) and len(p.folded) < 80
    ]
    return next(iter(bodies or rest_), None)


LAYOUTS: tuple[Finder, ...] = (
    Reading("papers.certificate", _certificates, kinds=frozenset({"certificates"})),
    Reading("papers.reference", _references, kinds=frozenset({"references"})),
)
