"""Courses taught: `EE204 Power Electronics I, module leader, 2016-`, `Teaching Assistant for X`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules import tables
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import (
    bare,
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

_ROLES = named("courses", "roles")
_FORMS = named("courses", "forms")
_LEVELS = named("courses", "levels")
_CODE = re.compile(r"[A-Z]{2,8}[ -]?\d{2,5}(?:\.\d+)?[A-Z]{0,2}\b|[A-Z]{1,6}\d{1,2}[A-Z]\d{1,2}\b")
_QUOTE = re.compile(r"\"(?P<it>[^\"]{3,200}?)[,.]?\"")
_FOR = re.compile(r"\s+(?:for|of|in|at|zur|zum|zu|für|pour|de)\s+(?:the\s+)?(?=\S)")
_ASIDE = re.compile(r"\s*\((?P<it>[^()]+)\)")
_STUDY = re.compile(r"\b(?:introduction|history|theory|methods|principles)\b", re.I)
_COURSE = re.compile(r"\b(?:course|level|students|kurs|credits|hours)\b", re.I)
_CENTURIES = re.compile(r",\s+1[0-8]\d\d(?:\s?-\s?(?:1\d{3}|present))?(?![\d/-])")
_MEASURE = re.compile(
    r"\d+(?:[.,]\d+)?\s?(?:h|hrs?|hours|heures|std|sws|ects|credits?|students|participants)\b.*",
    re.I,
)
_HOST = re.compile(r"(?P<it>[^:]{4,80}):\s+(?=[A-Z\"])")


def _teaching(scene: Scene) -> Iterator[Mention]:
    """A course for each group of lines, with what a heading above says of the role."""
    told = headed(scene, "role", _ROLES, "courses.heading")
    for group in _groups(scene):
        parts = list(tables.row(scene, group[0], "courses") or _course(scene, group))
        if not any(p.label in ("course", "role") for p in parts):
            continue
        dates = [d for item in group for d in terms(scene, item.span)]
        if told and not any(p.label == "role" for p in parts):
            parts.append(told)
        span = Span.cover(i.span for i in group)
        yield Mention("taught", span, joined(group).value, "courses.line", (*dates, *parts))


def _groups(scene: Scene) -> Iterator[list[Item]]:
    """A second date or a second course code begins another course."""
    group: list[Item] = []
    items = lines(scene)
    listed = _listed(scene, items)
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        if group and (listed or (not prose(item) and _again(scene, group, item, following))):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _listed(scene: Scene, items: Sequence[Item]) -> bool:
    """Three lines or more of nothing but titles are as many courses."""
    if len(items) < 3 or any(terms(scene, i.span) or prose(i) for i in items):
        return False
    return all(
        len(ps := _pieces(scene, i)) < 3
        and not any(_is_host(scene, p) or found(p, _ROLES) for p in ps)
        for i in items
    )


def _again(scene: Scene, group: Sequence[Item], item: Item, following: Item | None) -> bool:
    if item.match(_CODE):
        return any(i.match(_CODE) for i in group)
    dated = any(terms(scene, i.span) for i in group)
    told = any(_pieces(scene, i) for i in group)
    if not (dated and told):
        return False
    pieces = _pieces(scene, item)
    if following and all(_is_host(scene, p) for p in pieces) and not terms(scene, item.span):
        return bool(pieces) and bool(terms(scene, following.span))
    return bool(pieces) and bool(terms(scene, item.span))


def _pieces(scene: Scene, item: Item) -> list[Passage]:
    taken = [
        *terms(scene, item.span),
        *scene.seen("place", "furniture", "address", within=item.span),
    ]
    return [p for f in rest(item, taken) for p in cut(f) if says(p) and not p.fullmatch(_MEASURE)]


def _course(scene: Scene, group: Sequence[Item]) -> Iterator[Mention]:
    pieces = [p for i in group if i is group[0] or not prose(i) for p in _pieces(scene, i)]
    roles: list[Passage] = []
    hosts: list[Passage] = []
    courses: list[Passage] = []
    for piece in pieces:
        _sort(scene, piece, roles, hosts, courses)
    course = _whole(scene, _on(courses)) if courses else None
    if len(courses) > 1 and not hosts and course and course.source.folded[course.span.end] == '"':
        hosts = courses[1:2]
    if course is None and len(hosts) > 1:
        course, hosts = hosts[0], hosts[1:]
    if course:
        yield Mention("course", course.span, course.value, "courses.course")
    if roles:
        yield Mention("role", roles[0].span, roles[0].value, "courses.role")
    if hosts:
        host = joined(hosts) if _beside(hosts) else hosts[0]
        yield Mention("institution", host.span, host.value, "courses.institution")


def _sort(
    scene: Scene,
    piece: Passage,
    roles: list[Passage],
    hosts: list[Passage],
    courses: list[Passage],
) -> None:
    """Is a piece a role, a host, a course, or a role with its course?"""
    if quote := next(piece.search(_QUOTE), None):
        lead = piece.part(piece.span.start, quote.start())
        form = found(lead, _FORMS) or found(lead, _ROLES)
        courses.insert(0, piece.at(quote, "it"))
        roles += [form] if form else []
    elif says(left := _role(piece, roles)):
        if (host := left.match(_HOST)) and _is_host(scene, left.at(host, "it")):
            hosts.append(left.at(host, "it"))
            courses.append(trim(left.part(host.end(), left.span.end)))
        elif _is_host(scene, left):
            hosts.append(left)
        elif not _is_level(left):
            courses.append(left)


def _role(piece: Passage, roles: list[Passage]) -> Passage:
    """What a role leaves of its piece: all of it, nothing, or the course it is the role of."""
    role = found(piece, _ROLES)
    nothing = piece.part(piece.span.end, piece.span.end)
    form = found(piece, _FORMS)
    if form and form.span == piece.span:
        roles.append(piece)
        return nothing
    if role is None or piece.match(_CODE) or piece.before(role.span).folded.count(" ") > 2:
        return _unmarked(piece, roles)
    link = next(piece.after(role.span).search(_FOR), None)
    if link and not says(piece.part(role.span.end, link.start())):
        roles.append(piece.part(piece.span.start, link.start()))
        return _unmarked(trim(piece.part(link.end(), piece.span.end)), roles)
    if says(piece.after(role.span)) and piece.span.length > 2 * role.span.length + 12:
        return _unmarked(piece, roles)
    roles.append(piece)
    return nothing


def _unmarked(piece: Passage, roles: list[Passage]) -> Passage:
    """`Quantum Optics (MSc course, lecturer)` without what the bracket says of the course."""
    aside = next(piece.search(_ASIDE), None)
    if aside is None or says(piece.part(aside.end(), piece.span.end)):
        return piece
    inside = piece.at(aside, "it")
    roles += [part for part in cut(inside) if found(part, _ROLES)]
    if not (found(inside, _ROLES) or found(inside, _LEVELS) or found(inside, _COURSE)):
        return piece
    return trim(piece.part(piece.span.start, aside.start()))


def _is_host(scene: Scene, piece: Passage) -> bool:
    """A university or the like, in capitals: `Introduction to School Psychology` is a course."""
    coded = any(i.label and i.span.start == piece.span.start for i in scene.entry.items)
    if coded or piece.match(_CODE) or found(piece, _STUDY):
        return False
    words = scene.seen("organization_word", within=piece.span)
    return any(w.value != "society" and scene.source.folded[w.span.start].isupper() for w in words)


def _is_level(piece: Passage) -> bool:
    """`L3`, `(Master)`, `MSc course`: whom the course is for."""
    level = found(bare(piece), _LEVELS)
    return level is not None and bare(piece).span.length <= level.span.length + 9


def _on(courses: Sequence[Passage]) -> Passage:
    """`Questions, Issues, and Debates`: pieces that only a comma parts are one title."""
    kept = [courses[0]]
    for piece in courses[1:]:
        between = piece.source.whole().part(kept[-1].span.end, piece.span.start).folded
        if between.strip() != "," or "\n" in between:
            break
        kept.append(piece)
    return joined(kept)


def _whole(scene: Scene, course: Passage) -> Passage:
    """With the code set apart before it, `[EE204] Power Electronics`, and with the years of its
    subject behind it: nobody taught `The Atlantic World, 1450-1850` in 1450.
    """
    whole = course.source.whole()
    end = course.span.end
    if years := whole.part(end, scene.entry.span.end).match(_CENTURIES):
        end = years.end()
    item = next((i for i in scene.entry.items if course.span.within(i.span)), None)
    start = course.span.start
    if item and item.label and start == item.span.start:
        label = trim(bare(Passage(course.source, item.label)))
        start = label.span.start if label.match(_CODE) else start
    return whole.part(start, end)


def _beside(hosts: Sequence[Passage]) -> bool:
    whole = joined(hosts)
    return whole.span.length <= sum(h.span.length + 3 for h in hosts)


LAYOUTS: tuple[Finder, ...] = (Reading("courses.line", _teaching, kinds=frozenset({"teaching"})),)
