"""What each piece of a course's lines is: what was taught, in what role, and where.

`Teaching Assistant for CS 101 at the University of Somewhere (with Prof. Roe)` holds all three
and a colleague. A term without its year, a level, or the number of hours is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import UPPER, Item, Mention, Passage
from cvparse.rules.names import run
from cvparse.rules.pieces import asides, bare, cut, found, named, rest, says, terms, trim
from cvparse.rules.rule import Scene

ROLES = named("courses", "roles")
CODE = re.compile(r"[A-Z]{2,8}[ -]?\d{2,5}(?:\.\d+)?[A-Z]{0,2}\b|[A-Z]{1,6}\d{1,2}[A-Z]\d{1,2}\b")
_FORMS = named("courses", "forms")
_HEADS = named("courses", "heads")
_LEVELS = named("courses", "levels")
_QUOTE = re.compile(r"\"(?P<it>[^\"]{3,200}?)[,.]?\"")
_FOR = re.compile(
    r"\s+(?:for|of|in|at|zur|zum|zu|für|pour|en|de|du)\s+(?:the\s+)?(?=\S)|\s+d'|:\s+"
)
_ASIDE = re.compile(r"\s*\((?P<it>[^()]+)\)$")
_AS = re.compile(r"\s\((?:as\s(?:an?\s)?|als\s)(?P<it>[^()]+)\)$")  # Oak College (as TA)
_STUDY = re.compile(
    r"\b(?:introduction|history|theory|methods|principles|(?:summer|winter|spring|autumn|fall) school)\b",
    re.I,
)
_CROWD = re.compile(r"\b(?:students|credits|hours|ects|participants|sections)\b", re.I)
_MEASURE = re.compile(
    r"(?:ca\.?\s)?\d+(?:[.,]\d+)?\s?(?:h|hrs?|hours|heures|std|sws|ects|credits?|weeks?|days?|students|participants|sections)\b.*",
    re.I,
)
_HOST = re.compile(rf"(?P<it>[^:]{{4,80}}):\s+(?=[{UPPER}\"])")
_AT = re.compile(
    rf"\s+(?:at|@|chez|an der|am|in der|à l'|à la|à|en la|na|presso)\s+(?:the\s+)?(?=[{UPPER}])"
)
_UNIVERSITY = re.compile(
    r"(?<=[a-z)]) (?P<it>(?:University of|Universidad d|Université d|Universidade d|Università d|Universität )[^,;]+)$"
)
_PART_OF_NAME = re.compile(
    r"(?:^|.*\s)(?:technisch\w*|technical|freie|free|catholic|national|state|federal|royal|open|medical|autonomous|agricultural|islamic"
    r"|american|new|old|the|at|in|of|for|from|an|der|la|l'|à)$",
    re.I,
)
_WITH = re.compile(
    r"\s*[(,]?\s*\b(?:(?:with|under|mit|avec|con|taught by|instructors?:?|for)\s+)?(?=(?:Prof|Dr|Professors?|Profs|Pr)\b)"
    r"|\s*[(,]?\s*\b(?:co-?taught with|with|avec|mit)\s+"
)
_TITLED = re.compile(rf"(?:Prof|Dr|Professors?|Profs|Pr)\b\.?,?\s+[{UPPER}]")


_NAMED = re.compile(rf"[{UPPER}][\w-]{{3}}")
_ABOUT = re.compile(r"[^\W\d_]{4,} (?:in|of|en|de|di|des|der|von)(?: the)? $")


class Lesson(NamedTuple):
    """A piece of a line, and what it is: `course`, `role` or `host`."""

    passage: Passage
    sort: str


def lessons(scene: Scene, item: Item) -> Iterator[Lesson]:
    """The pieces of a line that tell of a course, in order."""
    for piece in pieces(scene, item):
        for part in _parts(scene, piece):
            yield from _sorted(scene, part)
    for aside in asides(item, terms(scene, item.span)):
        yield from (Lesson(p, "role") for p in cut(aside) if _is_role(p))


def pieces(scene: Scene, item: Item) -> list[Passage]:
    """What dates, places and numbers leave of a line."""
    taken = [
        *terms(scene, item.span),
        *(p for p in scene.seen("place", within=item.span) if not _named_in(item, p)),
        *scene.seen("furniture", "address", within=item.span),
    ]
    return [
        p
        for free in rest(item, taken)
        for p in cut(free)
        if says(p) and not bare(p).fullmatch(_MEASURE) and not _is_term(p)
    ]


def _named_in(item: Item, place: Mention) -> bool:
    """`Drawing in Italy`: a land that a course is about. Of a town one cannot tell."""
    return place.span.length < 30 and _ABOUT.search(item.before(place.span).folded) is not None


def _is_term(piece: Passage) -> bool:
    """`(Winter)`, `Autumn & Winter Terms`: when in the year, nothing more."""
    words = re.findall(r"[^\W\d_]+", piece.folded.lower())
    return bool(words) and set(words) <= _terms()


def _terms() -> frozenset[str]:
    return frozenset(lexicon.table("courses")["terms"])


def _parts(scene: Scene, piece: Passage) -> list[Passage]:
    """A piece without the colleagues behind it; `Snow Science at Somewhere College` is two, and so
    is `Snow Science University of Somewhere`, from columns read in a row.
    """
    piece = _alone(piece)
    if not says(piece):
        return []
    if university := next(piece.search(_UNIVERSITY), None):
        left = trim(piece.part(piece.span.start, university.start()))
        if not left.fullmatch(_PART_OF_NAME):
            return [left, piece.part(university.start("it"), piece.span.end)]
    for at in piece.search(_AT):
        host = trim(piece.part(at.end(), piece.span.end))
        lead = piece.part(piece.span.start, at.start())
        if is_host(scene, host) and says(lead):
            return [trim(lead), host]
    return [piece]


def _alone(piece: Passage) -> Passage:
    """`Compilers with Prof. Roe` without who else taught it; `Statistics with R` is all its name."""
    for match in piece.search(_WITH):
        who = piece.part(match.end(), piece.span.end)
        if who.match(_TITLED) or ((names := run(who).names) and names[0].style == "full"):
            return trim(piece.part(piece.span.start, match.start()))
    return piece


def _sorted(scene: Scene, piece: Passage) -> Iterator[Lesson]:
    """Is a piece a role, a host, a course, or a role with its course?"""
    quote: re.Match[str] | None = next(piece.search(_QUOTE), None)
    if quote:
        lead = piece.part(piece.span.start, quote.start())
        if form := found(lead, ROLES) or found(lead, _FORMS):
            yield Lesson(form, "role")
        yield Lesson(piece.at(quote, "it"), "course")
        behind = trim(piece.part(quote.end(), piece.span.end))
        if says(behind) and is_host(scene, behind):
            yield Lesson(behind, "host")
        return
    host = piece.match(_HOST)
    if host and is_host(scene, piece.at(host, "it")) and not found(piece.at(host, "it"), ROLES):
        yield Lesson(piece.at(host, "it"), "host")
        piece = trim(piece.part(host.end(), piece.span.end))
    elif is_host(scene, piece) and not found(piece, ROLES):
        yield Lesson(piece, "host")
        return
    elif (aside := next(piece.search(_AS), None)) and is_host(scene, piece):
        yield Lesson(trim(piece.part(piece.span.start, aside.start())), "host")
        yield Lesson(piece.at(aside, "it"), "role")
        return
    yield from _told(scene, piece)


def _told(scene: Scene, piece: Passage) -> Iterator[Lesson]:
    """`Quantum Optics (MSc course, lecturer)`, `Teaching Assistant (CS 225 Data Structures)`."""
    aside: re.Match[str] | None = next(piece.search(_ASIDE), None)
    if aside is None:
        yield from _led(scene, piece)
        return
    lead, inside = trim(piece.part(piece.span.start, aside.start())), piece.at(aside, "it")
    if _is_role(lead) and not is_level(inside) and not found(inside, _CROWD):
        yield Lesson(lead, "role")
        yield Lesson(inside, "course")
        return
    roles = [part for part in cut(inside) if found(part, ROLES)]
    marks = roles or found(inside, _LEVELS) or found(inside, _CROWD)
    yield from _led(scene, lead if marks else piece)
    yield from (Lesson(r, "role") for r in roles)


def _led(scene: Scene, piece: Passage) -> Iterator[Lesson]:
    """`Tutor in Organic Chemistry`: a role and its course; or either alone."""
    role = found(piece, ROLES)
    form = found(piece, _HEADS)
    named = found(piece, _FORMS)
    if (
        named
        and named.span.start == piece.span.start
        and piece.after(named.span).folded[:2] == ": "
    ):
        form = named
    if form and form.span.start == piece.span.start:
        role = form
    if form and form is role and says(what := trim(piece.after(form.span))) and what.match(_NAMED):
        yield Lesson(form, "role")
        yield Lesson(what, "course")
    elif _is_role(piece) or (form and form.span == piece.span):
        yield Lesson(piece, "role")
    elif form and _opens(piece, form):
        yield Lesson(form, "role")
        yield Lesson(trim(piece.after(form.span)), "course")
    elif (form and form.span == piece.span) or is_level(piece):
        return
    elif role and not piece.match(CODE) and piece.before(role.span).folded.count(" ") <= 2:
        yield from _of(scene, piece, role)
    else:
        yield Lesson(piece, "course")


def _opens(piece: Passage, form: Passage) -> bool:
    """`Vorlesung Quantenoptik`: a form of teaching, and the course's name right behind it."""
    behind = piece.after(form.span).folded
    return form.span.start == piece.span.start and behind[:1] == " " and behind[1:2].isupper()


def _of(scene: Scene, piece: Passage, role: Passage) -> Iterator[Lesson]:
    """What a role is the role of: a course, a host, or nothing."""
    link: re.Match[str] | None = next(piece.after(role.span).search(_FOR), None)
    if link and not says(piece.part(role.span.end, link.start())):
        yield Lesson(piece.part(piece.span.start, link.start()), "role")
        left = trim(piece.part(link.end(), piece.span.end))
        if says(left) and not is_level(left):
            yield Lesson(left, "host" if is_host(scene, left) else "course")
    elif says(piece.after(role.span)) and piece.span.length > 2 * role.span.length + 12:
        yield Lesson(piece, "course")
    else:
        yield Lesson(piece, "role")


def _is_role(piece: Passage) -> bool:
    """A role's words, with one or two before them and none behind: `Graduate Teaching Assistant`."""
    role = found(piece, ROLES)
    roles = [piece.at(m) for m in piece.search(ROLES)]
    if not role:
        return False
    before, after = piece.before(role.span), piece.after(roles[-1].span)
    return before.folded.count(" ") <= 2 and not says(after) and not piece.match(CODE)


def is_host(scene: Scene, piece: Passage) -> bool:
    """A university or the like, in capitals: `Introduction to School Psychology` is a course."""
    coded = any(i.label and i.span.start == piece.span.start for i in scene.entry.items)
    if coded or piece.match(CODE) or found(piece, _STUDY):
        return False
    words = scene.seen("organization_word", within=piece.span)
    return any(w.value != "society" and scene.source.folded[w.span.start].isupper() for w in words)


def is_level(piece: Passage) -> bool:
    """`L3`, `(Master)`, `MSc course`: whom the course is for."""
    level = found(bare(piece), _LEVELS)
    return level is not None and bare(piece).span.length <= level.span.length + 9
