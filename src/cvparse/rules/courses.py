"""Courses taught: `EE204 Power Electronics I, module leader, 2016-`, `Teaching Assistant for X`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules import tables
from cvparse.rules.hosts import beneath, housed, practised, quoted, run_of
from cvparse.rules.lessons import CODE, ROLES, is_host, is_level, lessons, pieces
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import bare, cut, found, headed, joined, lines, rest, says, terms, trim
from cvparse.rules.rule import Finder, Reading, Scene

_CENTURIES = re.compile(r",\s+1[0-8]\d\d(?:\s?-\s?(?:1\d{3}|present))?(?![\d/-])")
_STRUNG = re.compile(r"[,;]\s+")
_SEMICOLON = re.compile(r";\s+")
_LEAD = re.compile(r"(?P<it>[^:;\n]{2,70}?)\s?:\s+(?=\S)")
_HOUSE = re.compile(rf"[{UPPER}]{{3,}}")
_DETAIL = re.compile(
    r"(?:key )?(?:classes|courses|topics?|subjects|modules|duties|description|responsibilit\w+|contents?|tasks|"
    r"coverage|covering|including)\b\s?[:-]\s|(?:duties|description|tasks|topics)\b(?! (?:in|of|on|from)\b)",
    re.I,
)
_NAME = 9
_HOUSE_WORDS = 2
"""So many spaces a house has in its name; with more, a course stands before it."""


def _teaching(scene: Scene) -> Iterator[Mention]:
    """A course for each group of lines, with what a heading above says of the role."""
    told = _told(headed(scene, "role", ROLES, "courses.heading"), scene)
    head: list[Mention] = []
    for shared, group in _groups(scene):
        if tables.heads(group[0], "courses"):
            continue
        cells = tables.row(scene, group[0], "courses") or tables.columns(scene, group[0], "courses")
        parts = cells or list(_course(scene, [*shared, *group]))
        if not any(p.label in ("course", "role") for p in parts):
            continue
        dates = [d for i in (*shared, *group) if not _detail(i) for d in terms(scene, i.span)]
        if head and not dates and [p.label for p in parts] == ["course"]:
            parts += head
        elif not head:
            head = _over(group, [*dates, *parts])
        if told and not any(p.label == "role" for p in parts):
            parts.append(told)
        span = Span.cover(i.span for i in group)
        yield Mention("taught", span, joined(group).value, "courses.line", (*dates, *parts))


def _over(group: Sequence[Item], parts: Sequence[Mention]) -> list[Mention]:
    """What a first group says above its course is said of the courses below as well: `2018-2021
    Teaching Assistant` over `BIO 201 Leaves` and `BIO 325 Bark`.
    """
    course = next((p for p in parts if p.label == "course"), None)
    if course is None or course.span.within(group[0].span):
        return []
    return [p._replace(how="inferred") for p in parts if p is not course]


def _told(heading: Mention | None, scene: Scene) -> Mention | None:
    """The role alone, of `Teaching Assistant, Somewhere College, 2019-2021` above its courses."""
    if heading is None:
        return None
    pieces = cut(scene.source.whole().part(*heading.span))
    role = next((p for p in pieces if found(p, ROLES)), None) if len(pieces) > 1 else None
    return heading._replace(span=role.span, value=role.value) if role else heading


def _groups(scene: Scene) -> Iterator[tuple[list[Item], list[Item]]]:
    """The lines of each course, and the lines above that several courses share. A second date or
    a second course code begins another course.
    """
    led = [_led(scene, item) for item in lines(scene)]
    if led and all(led):
        yield from (([lead], [part]) for lead, *parts in led for part in parts)
        return
    items = [part for item in lines(scene) for part in _strung(scene, item)]
    names = _bullets(scene, items)
    if names:
        shared = [i for i in items if not i.bulleted and not _detail(i)]
        yield from ((shared, [name]) for name in names)
        return
    listed = _listed(scene, items)
    group: list[Item] = []
    for number, item in enumerate(items):
        following = items[number + 1] if number + 1 < len(items) else None
        if group and (listed or (not _detail(item) and _again(scene, group, item, following))):
            yield [], group
            group = []
        group.append(item)
    if group:
        yield [], group


def _led(scene: Scene, item: Item) -> list[Item]:
    """`Fall 2017: GEO 101; GEO 305`, `Graduate: Theory of Maps; Atlases`: when, for whom, in what
    role or where several courses were given, and then these.
    """
    colon = item.match(_LEAD)
    if colon is None:
        return []
    lead = item.at(colon, "it")
    when = bool(terms(scene, lead.span)) and not any(
        says(p) for p in rest(lead, terms(scene, lead.span))
    )
    if not (when or is_level(lead) or lead.fullmatch(ROLES) or is_host(scene, lead)):
        return []
    tail = item.part(colon.end(), item.span.end)
    parts = cut(tail, _SEMICOLON)
    if len(parts) < 2:
        parts = cut(tail, _STRUNG)
        if not all(p.match(CODE) or p.folded.endswith(")") for p in parts):
            return []
    each = [replace(item, span=p.span) for p in (lead, *parts)]
    return each if len(parts) > 1 else []


def _strung(scene: Scene, item: Item) -> list[Item]:
    """`MATH 10A (Fall 2012), MATH 20 (Fall 2014)`: courses of one line, each with its term."""
    if len(terms(scene, item.span)) < 2:
        return _semicolons(scene, item)
    parts = [replace(item, span=p.span) for p in cut(item, _STRUNG)]
    whole = all(terms(scene, p.span) and pieces(scene, p) for p in parts)
    return parts if len(parts) > 1 and whole else [item]


def _semicolons(scene: Scene, item: Item) -> list[Item]:
    """`Moss Law; Rivers and the State; Seminar: The Well`: three courses or more, and no dates."""
    parts = [replace(item, span=p.span) for p in cut(item, _SEMICOLON)]
    bare = len(parts) > 2 and not terms(scene, item.span)
    return parts if bare and not any(is_host(scene, p) or prose(p) for p in parts) else [item]


def _bullets(scene: Scene, items: Sequence[Item]) -> list[Item]:
    """Two bullets or more of nothing but names, under a role: as many courses."""
    names = [
        i
        for i in items[1:]
        if i.bulleted and not _detail(i) and not terms(scene, i.span) and _named(i)
    ]
    if items and (items[0].bulleted or len(names) < 2):
        return []
    above = [x for i in items if not i.bulleted and not _detail(i) for x in lessons(scene, i)]
    sorts = {x.sort for x in above}
    return names if "role" in sorts and "course" not in sorts else []


def _named(item: Item) -> bool:
    """Few words, most of them in capitals: `Held office hours` is no course."""
    words = item.folded.split()
    capitals = sum(w[:1].isupper() or not w[:1].isalpha() for w in words)
    worked = (
        bool(words) and words[0].endswith(("ed", "ing")) and len(words) > 1 and words[1].islower()
    )
    return len(words) <= _NAME and 2 * capitals >= len(words) and not worked


def _detail(item: Item) -> bool:
    """A sentence about the course, or what it covered."""
    return prose(item) or item.match(_DETAIL) is not None


def _listed(scene: Scene, items: Sequence[Item]) -> bool:
    """Three lines or more of nothing but titles are as many courses."""
    if len(items) < 3 or any(terms(scene, i.span) or prose(i) for i in items):
        return False
    return all(
        len(ps := pieces(scene, i)) < 3
        and not any(is_host(scene, p) or found(p, ROLES) for p in ps)
        for i in items
    )


def _again(scene: Scene, group: Sequence[Item], item: Item, following: Item | None) -> bool:
    if item.match(CODE):
        return any(i.match(CODE) for i in group)
    dated = any(terms(scene, i.span) for i in group)
    detail = item.bulleted and not group[0].bulleted
    if not dated or detail or not any(pieces(scene, i) for i in group):
        return False
    here = pieces(scene, item)
    if following and all(is_host(scene, p) for p in here) and not terms(scene, item.span):
        return bool(here) and bool(terms(scene, following.span))
    return bool(here) and bool(terms(scene, item.span))


def _course(scene: Scene, group: Sequence[Item]) -> Iterator[Mention]:
    told = [x for i in group if i is group[0] or not _detail(i) for x in lessons(scene, i)]
    hosts, told = housed(practised(told))
    courses = [x.passage for x in told if x.sort == "course"]
    roles = [x.passage for x in told if x.sort == "role"]
    if not hosts and len(courses) > 1 and quoted(courses[0]):
        hosts, courses = courses[1:2], courses[:1]
    if not hosts and len(courses) > 1 and beneath(scene, group, courses):
        hosts, courses = courses[-1:], courses[:-1]
    courses = run_of(courses)
    if not hosts and len(courses) > 1 and courses[-1].fullmatch(_HOUSE):
        hosts, courses = courses[-1:], courses[:-1]
    if not courses and len(hosts) > 1 and not roles:
        courses, hosts = hosts[:1], hosts[1:]
    if not courses and not roles and hosts and hosts[0].folded.count(" ") > _HOUSE_WORDS:
        courses, hosts = hosts, []  # columns read in a row: `Topics in Moss Fernhill University`
    if courses:
        course = _whole(scene, joined(courses))
        yield Mention("course", course.span, course.value, "courses.course")
    if roles:
        role = joined(run_of(roles)[:2])
        yield Mention("role", role.span, role.value, "courses.role")
    if hosts:
        yield Mention("institution", hosts[0].span, hosts[0].value, "courses.institution")


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
        start = label.span.start if label.match(CODE) else start
    return whole.part(start, end)


LAYOUTS: tuple[Finder, ...] = (Reading("courses.line", _teaching, kinds=frozenset({"teaching"})),)
