"""Persons the owner supervised: `Jane Roe, PhD, 2015-2020`, `Interns 2024 - Jane Roe, Kim Lee`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules import flush
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import cut, found, headed, lines, rest, says, terms, trim
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.supervised import BESIDE, BRACKET, OWNER, QUOTE, ROLE, Named, names
from cvparse.values import When

_TOLD = re.compile(
    r"ph\.?d|m\.?sc|doctor|doktor|doutor|dottor|mestr|magist|laurea|tes[ie]\b|tesis|licenci|graduação|master|bachelor|thes[ie]s|dissert|mémoire|thèse|intern|stagi|post-?doc|"
    r"graduate|\w+arbeit|visiting|fellow|committee|praktik",
    re.I,
)
_WIDE = re.compile(r"(?<=\S)[^\S\n]{3,}(?=\S)|\s\|\s|\t")
_PRESENT = re.compile(
    r"\b(?:I am|current(?:ly)?|(?:co-?)?(?:supervise|advise|mentor))\b(?!:)", re.I
)
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ]{2})\.\s+(?=[A-Z])")
_LONGEST = 60


def _students(scene: Scene) -> Iterator[Mention]:
    """A person each; what a heading above says is the role of all of them."""
    told = headed(scene, "role", _TOLD, "trainees.heading")
    items = lines(scene)
    heads = [i for i in items if not i.bulleted] if not items[0].bulleted else items
    known = [n for item in heads for n in names(scene, item)]
    known = known or [n for item in items for n in names(scene, item)]
    named = {n.item.span for n in known}
    below = [i for i in items if i.span not in named] if len(known) == 1 else []
    for student in known:
        yield _student(scene, student, below, told)


def _student(scene: Scene, one: Named, below: Sequence[Item], told: Mention | None) -> Mention:
    parts = [Mention("student", one.name.span, one.name.value, "trainees.name")]
    parts += _dates(scene, one, below)
    role, host = _role_and_host(scene, one, below)
    if role:
        parts.append(Mention("role", role.span, role.value, "trainees.role"))
    elif told:
        parts.append(told)
    if host:
        parts.append(Mention("institution", host.span, host.value, "trainees.institution"))
    for passage in (one.about, *below):
        for quote in passage.search(QUOTE):
            thesis = passage.at(quote).inner(1, 1)
            parts.append(Mention("note", thesis.span, thesis.value, "trainees.thesis"))
    foreign = [d.span.start for d in terms(scene, one.about.span) if d not in parts]
    end = min([one.about.span.end, *foreign])
    whole = one.item.part(one.name.span.start, end).strip(" \t\n.,;")
    return Mention("supervised", whole.span, one.name.value, "trainees.line", tuple(parts))


def _dates(scene: Scene, one: Named, below: Sequence[Item]) -> list[Mention]:
    """Behind a name and before the next; or, where a date opens the line, the last before it."""
    before = terms(scene, one.item.before(one.name.span).span)
    behind = terms(scene, one.about.span)
    if before and terms(scene, one.item.span)[0].span.start < one.lead.span.end:
        return before[-1:]
    beside = flush.dates(scene, below[:1])
    dates = behind or list(beside) or [d for i in below for d in terms(scene, i.span)]
    present: re.Match[str] | None = next(one.lead.search(_PRESENT), None)
    if not dates and present:
        span = Span(*present.span())
        return [Mention("date", span, When(None, None, current=True), "trainees.present")]
    return dates


def _role_and_host(
    scene: Scene, one: Named, below: Sequence[Item]
) -> tuple[Passage | None, Passage | None]:
    """The first words of a role, and the first house, behind the name, below or before it."""
    if cells := _cells(scene, one):
        told = next((c for c in cells if found(c, ROLE)), cells[0])
        houses = [c for c in cells if scene.seen("organization_word", within=c.span)]
        return told, next((c for c in houses if c is not told), None)
    role = _under(scene, below)
    host: Passage | None = None
    for piece in _pieces(scene, one, below):
        if host is None and scene.seen("organization_word", within=piece.span):
            host = piece
        elif role is None and found(piece, ROLE) and piece.span.length <= _LONGEST:
            role = piece
    return role or _lead(one), host


def _under(scene: Scene, below: Sequence[Item]) -> Passage | None:
    """The line below the name, when it is a role and the date flushed right beside it."""
    dates = flush.dates(scene, below[:1])
    role = [p for item in below[:1] for p in rest(item, dates)]
    short = len(role) == 1 and role[0].span.length <= _LONGEST and not below[0].bulleted
    return role[0] if dates and short and found(role[0], ROLE) else None


def _cells(scene: Scene, one: Named) -> list[Passage]:
    """The cells behind a name in a row of wide gaps, without the one on the owner's own part."""
    row = list(one.item.search(_WIDE))
    if not any(m.start() == one.name.span.end for m in row) or len(row) < 2:
        return []
    bounds = [Span(*m.span()) for m in row]
    cells = [one.item.part(a.end, b.start) for a, b in pairwise(bounds)]
    cells.append(one.item.after(bounds[-1]))
    behind = [trim(c) for c in cells if c.span.start >= one.name.span.end]
    dated = {d.span for c in behind for d in terms(scene, c.span)}
    return [c for c in behind if says(c) and c.span not in dated and not found(c, OWNER)]


def _pieces(scene: Scene, one: Named, below: Sequence[Item]) -> Iterator[Passage]:
    for passage in (one.about, *below):
        quotes = [Span(*m.span()) for m in passage.search(QUOTE)]
        gone = [*quotes, *(d.span for d in terms(scene, passage.span))]
        gone += [Span(*m.span()) for m in passage.search(BESIDE)]
        brackets = [Span(*m.span("it")) for m in passage.search(BRACKET)]
        for inside in brackets:
            yield from _trimmed(passage.part(*inside), gone)
        yield from _trimmed(passage, [*gone, *brackets])


def _trimmed(passage: Passage, gone: Sequence[Span]) -> Iterator[Passage]:
    for free in passage.without(gone):
        yield from (p for part in free.split(_SENTENCE) for p in cut(part) if says(p))


def _lead(one: Named) -> Passage | None:
    """`PhD co-supervision Jane Roe`; of `Supervision of the master thesis of Jane Roe` the thesis."""
    for piece in reversed(cut(one.lead)):
        roles = [piece.at(m) for m in piece.search(ROLE)]
        if not roles:
            continue
        text = trim(piece.part(piece.span.start, max(roles[-1].span.end, piece.span.start)))
        words = len(piece.folded.split())
        if words <= 4 and not prose(one.item):
            return text
        return piece.part(roles[0].span.start, roles[-1].span.end) if len(roles) < 3 else None
    return None


LAYOUTS: tuple[Finder, ...] = (Reading("trainees.line", _students, kinds=frozenset({"students"})),)
