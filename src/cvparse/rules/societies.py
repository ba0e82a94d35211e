"""Societies one belongs to: `Senior Member, IEEE (since 2018)`, `ACM; IEEE; Pi Mu Epsilon`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.duties import is_role
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import COMMA, cut, joined, lines, remarks, rest, says, terms, trim
from cvparse.rules.rule import Finder, Reading, Scene

_MEMBER = re.compile(
    r"\s*(?:(?:[\w'-]+\s+){0,2}?(?:member(?:ship)?s?|fellow|mitglied|membre|miembro|membro|socio|lid)\b)"
    r"(?:\s+(?:of|in|at|der|des|de|van|del|della)\b(?:\s+(?:the|la|l'))?|\s*[:,-])?\s*",
    re.I,
)
_TOLD = re.compile(rf"(?P<it>[^:.\n]{{3,120}}):\s+(?=(?:[\w-]+ ){{0,2}}?[\w-]+\.\s+[{UPPER}])")
_TWO = re.compile(r"\s(?:and|und|et|y|&)\s")
_ACRONYM = re.compile(r"[A-Z][\w&]*[A-Z]\w*(?:\s\([^()]*\))?")
_SLASH = re.compile(r"\s[/|•·]\s")
_SEMICOLON = re.compile(r";\s*(?![^()\n]{0,80}\))")


def _memberships(scene: Scene) -> Iterator[Mention]:
    """Each line a society, with its own period; a line of dates alone belongs to the one above."""
    known: list[tuple[Passage, list[Mention]]] = []
    for item in lines(scene):
        line = _told(item)
        if line is None:
            continue
        for segment in cut(line, _SEMICOLON) if ";" in line.folded else [line]:
            dates = terms(scene, segment.span)
            names = _names(scene, segment, dates)
            if not names and known:
                known[-1][1].extend(dates)
            known += [(name, list(dates)) for name in names]
    found: list[Mention] = []
    for name, dates in known:
        inner = Mention("society", name.span, name.value, "societies.name")
        span = Span.cover([name.span, *(d.span for d in dates if _near(d, name))])
        found.append(Mention("membership", span, name.value, "societies.line", (inner, *dates)))
    yield from found
    silent = [i for i in lines(scene) if not any(m.span.overlaps(i.span) for m in found)]
    yield from remarks(silent, [], "societies.note")


def _told(item: Item) -> Passage | None:
    """The line; of a sentence about a society, printed before: `Map Society: Member. It seeks …`."""
    if not prose(item):
        return item
    opens = item.match(_TOLD)
    return item.at(opens, "it") if opens else None


def _near(date: Mention, name: Passage) -> bool:
    """A date that several societies share lies outside all but one."""
    return name.source.line_at(date.span.start) == name.source.line_at(name.span.start)


def _names(scene: Scene, segment: Item | Passage, dates: Sequence[Mention]) -> list[Passage]:
    sign = _SLASH if next(segment.search(_SLASH), None) else COMMA
    pieces = [p for f in rest(segment, dates) for p in cut(f, sign) if says(p)]
    named = [name for p in pieces if (name := _unroled(p)) and says(name)]
    if len(named) > 1 and (sign is _SLASH or all(_is_society(scene, p) for p in named)):
        return named
    if not named:
        return []
    two = cut(joined(named), _TWO)
    return two if all(p.fullmatch(_ACRONYM) for p in two) else [joined(named)]


def _unroled(piece: Passage) -> Passage | None:
    """`Member of the X` is X; a piece that is all role is none."""
    if opens := piece.match(_MEMBER):
        left = trim(piece.part(opens.end(), piece.span.end))
        return left if says(left) else None
    return None if piece.value.count(" ") <= 1 and is_role(piece) else piece


def _is_society(scene: Scene, piece: Passage) -> bool:
    """An acronym, or a name with *Society*, *Association*, … in it."""
    words = scene.seen("organization_word", within=piece.span)
    return piece.fullmatch(_ACRONYM) is not None or any(m.value == "society" for m in words)


LAYOUTS: tuple[Finder, ...] = (
    Reading("societies.line", _memberships, kinds=frozenset({"memberships"})),
)
