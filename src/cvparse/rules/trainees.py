"""Persons the owner supervised: `Jane Roe, PhD, 2015-2020`, `Interns 2024 - Jane Roe, Kim Lee`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Item, Mention, Passage
from cvparse.rules.names import run
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import cut, found, headed, lines, rest, terms, trim
from cvparse.rules.rule import Finder, Reading, Scene

_ROLE = re.compile(
    r"\b(?:ph\.?\s?d|d\.?phil|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?s|mph|m\.?eng|meng|doctora\w*|doktor\w*|dottorat\w*|"
    r"master\w*|magister|bachelor\w*|diplom\w*|thes[ie]s|thèse|dissertations?|mémoire|tesis|tese|tesi|"
    r"(?:under)?graduate|intern(?:ship)?s?|stagiaires?|stage|post-?docs?\w*|student\w*|étudiant\w*|"
    r"visiting|trainees?|fellows?|scholars?|rotation|\w*arbeit(?:en)?|promotion|praktik\w+|committee|"
    r"habilitation|research assistants?|honou?rs)\b",
    re.I,
)
_TOLD = re.compile(
    r"ph\.?d|m\.?sc|doctor|doktor|master|bachelor|thes[ie]s|dissert|mémoire|thèse|intern|stagi|post-?doc|"
    r"graduate|\w+arbeit|visiting|fellow|committee|praktik",
    re.I,
)
_LEAD = re.compile(rf"{_ROLE.pattern}|\b\w*(?:supervis|advis|encadr|betreu)\w*\b", re.I)
_NOW = re.compile(
    r"\s*\(?(?:now|currently|jetzt|aujourd'hui|ahora|next|then|co-?\w*supervis\w*|co-?advis\w*|joint\w*|with|avec|mit)\b",
    re.I,
)


def _students(scene: Scene) -> Iterator[Mention]:
    """A person each; what a heading above says is the role of all of them."""
    told = headed(scene, "role", _TOLD, "trainees.heading")
    for item in lines(scene):
        if prose(item):
            continue
        names = list(_names(scene, item))
        for number, (name, _) in enumerate(names):
            following = (
                names[number + 1][0].span.start if number + 1 < len(names) else item.span.end
            )
            following = min([following, *_foreign(scene, item, names, number)])
            start = name.span.start if number else item.span.start
            here = item.part(start, following)
            yield _student(scene, item, here, names, number, told)


def _names(scene: Scene, item: Item) -> Iterator[tuple[Passage, Passage]]:
    """Each piece that opens with a name; behind the first, only pieces that are nothing else."""
    first = True
    for piece in (p for f in rest(item, _taken(scene, item)) for p in cut(f)):
        name = _name(scene, piece, alone=not first)
        if name is not None:
            first = False
            yield name, piece


def _taken(scene: Scene, item: Item) -> list[Mention]:
    return [*terms(scene, item.span), *scene.seen("place", "furniture", within=item.span)]


def _name(scene: Scene, piece: Passage, alone: bool) -> Passage | None:
    """The name a piece opens with; `PhD co-supervision Jane Roe` has words of a role before it."""
    if piece.match(_NOW):
        return None
    names = run(piece).names
    if (
        not alone
        and not (names and found(names[0].passage, _LEAD) is None)
        and (role := _last_role(piece))
    ):
        piece = trim(piece.after(role.span))
        names = run(piece).names
    if not names or found(names[0].passage, _ROLE):
        return None
    if scene.seen("organization_word", within=names[0].passage.span):
        return None
    left = piece.part(names[0].passage.span.end, piece.span.end).folded.strip()
    whole = not left or left[0] in "(,:-["
    return names[0].passage if whole or (not alone and len(left) < 60) else None


def _last_role(piece: Passage) -> Passage | None:
    roles = [piece.at(m) for m in piece.search(_LEAD)]
    return roles[-1] if roles else None


def _student(
    scene: Scene,
    item: Item,
    here: Passage,
    names: Sequence[tuple[Passage, Passage]],
    number: int,
    told: Mention | None,
) -> Mention:
    name = names[number][0]
    parts = [
        Mention("student", name.span, name.value, "trainees.name"),
        *_dates(scene, item, names, number),
    ]
    role, host = _role_and_host(scene, here, name)
    if (
        role is None
        and number
        and (lead := _role_and_host(scene, item.before(names[0][0].span), name)[0])
    ):
        role = lead
    if role:
        parts.append(Mention("role", role.span, role.value, "trainees.role"))
    elif told:
        parts.append(told)
    if host:
        parts.append(Mention("institution", host.span, host.value, "trainees.institution"))
    span = here.strip(" \t\n.,;").span
    return Mention("supervised", span, name.value, "trainees.line", tuple(parts))


def _dates(
    scene: Scene, item: Item, names: Sequence[tuple[Passage, Passage]], number: int
) -> list[Mention]:
    """Behind a name and before the next; or, where the first date opens the line, before it."""
    dates = terms(scene, item.span)
    if not dates:
        return []
    name = names[number][0].span
    end = names[number + 1][0].span.start if number + 1 < len(names) else item.span.end
    if dates[0].span.start < names[0][0].span.start:
        before = [d for d in dates if d.span.end <= name.start]
        return before[-1:]
    return [d for d in dates if name.end <= d.span.start < end]


def _foreign(
    scene: Scene, item: Item, names: Sequence[tuple[Passage, Passage]], number: int
) -> Iterator[int]:
    """Where the dates behind a name begin that are another's."""
    own = _dates(scene, item, names, number)
    end = names[number][0].span.end
    yield from (
        d.span.start for d in terms(scene, item.span) if d.span.start >= end and d not in own
    )


def _role_and_host(
    scene: Scene, here: Passage, name: Passage
) -> tuple[Passage | None, Passage | None]:
    role = host = None
    dates = terms(scene, here.span)
    free = here.without([name.span, *(d.span for d in dates)])
    for piece in (p for f in free for p in cut(f)):
        if piece.match(_NOW):
            break
        if host is None and scene.seen("organization_word", within=piece.span):
            host = piece
        elif role is None and found(piece, _ROLE) and piece.span.length <= 60:
            role = piece
    return role, host


LAYOUTS: tuple[Finder, ...] = (Reading("trainees.line", _students, kinds=frozenset({"students"})),)
