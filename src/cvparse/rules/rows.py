"""Skills in rows: each list of them with what stands before or above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, How, Mention, Passage, Span
from cvparse.rules.pieces import cut, joined, lines, named, says, trim
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.stretches import GRADED, stretches
from cvparse.rules.tongues import spoken

_LEAD = re.compile(r"[\s:_*]+")
_COMMA = re.compile(r"[,;]\s*|\s+[|•·]\s+|\t|(?<=\S)[^\S\n]{3,}|(?<=\w\w)\.\s+(?=[A-Z])")
_AND = re.compile(r"(?:and|und|et|y|e|&)\s+")
_TWO = re.compile(rf"(?P<a>\S+(?: \S+)?)\s+(?:and|und|et|y|e|&)\s+(?P<b>[{UPPER}]\S*(?: \S+)?)")
_KNOWN = re.compile(
    r"(?:(?:basic|good|working|advanced|intermediate|some|strong|solid)\s+)?"
    r"(?:knowledge\s+(?:of|in)|experienced?\s+(?:with|in)|proficien(?:t|cy)\s+(?:in|with)|familiar(?:ity)?\s+with"
    r"|skilled\s+in|fluent\s+in|kenntnisse\s+in|conocimientos?\s+de|connaissances?\s+(?:de|en))\s+(?-i:(?=[A-Z]))",
    re.I,
)
_GRADE = re.compile(rf"(?P<it>[^:,;\n]{{1,40}}?)\s*:\s+(?={GRADED.pattern})", re.I | re.M)
_GENERAL = re.compile(
    r"skill|tech|compet|kompet|compét|kenntnis|fähigk|abilit|habil|tool|stack|expert|interest|other",
    re.I,
)
_PASTIMES = named("skills", "pastimes")
_SHORT = 40


def _skills(scene: Scene) -> Iterator[Mention]:
    """One mention of a category with its items; rows of languages spoken are none."""
    for stretch in stretches(lines(scene)):
        if spoken(stretch, sure=scene.kind == "languages"):
            continue
        if stretch.head and stretch.lines and stretch.head.fullmatch(_PASTIMES):
            yield _pastime(stretch.head, joined(stretch.lines))
            continue
        row = [item for line in stretch.lines for item in _listed(line)]
        if not row:
            continue
        span = Span.cover(m.span for m in row)
        if head := stretch.head or _told(scene):
            how: How = "read" if stretch.head else "inferred"
            row.append(Mention("category", head.span, head.value, "rows.category", how=how))
            beside = not says(scene.source.whole().part(head.span.end, span.start))
            span = Span.cover([span, head.span]) if beside else span
        yield Mention("skill", span, "", "rows.skills", tuple(row))


def _pastime(head: Passage, told: Passage) -> Mention:
    """`Interests: chess, choir` is no skill."""
    parts = (
        Mention("heading", head.span, head.value, "rows.pastime"),
        Mention("text", told.span, told.value, "rows.pastime"),
    )
    return Mention("pastime", Span.cover([head.span, told.span]), "", "rows.pastime", parts)


def _told(scene: Scene) -> Passage | None:
    """`Programming` over a list without words of its own; `Skills` says nothing."""
    section = scene.entry.section
    if section is None or section.heading is None or section.heading.length > _SHORT:
        return None
    heading = trim(Passage(section.source, section.heading))
    if not says(heading) or next(heading.search(_GENERAL), None):
        return None
    return heading


def _listed(line: Passage) -> Iterator[Mention]:
    """`a, b (c, d), and e`; of `a: advanced, …` and `basic knowledge of a` the skill is a."""
    opening = line.match(_LEAD)
    body = line.part(opening.end(), line.span.end) if opening else line
    pieces = cut(body, _COMMA)
    if (
        pieces
        and (graded := pieces[0].match(_GRADE))
        and not any(":" in p.folded for p in pieces[1:])
    ):
        pieces = [pieces[0].at(graded, "it")]
    for number, piece in enumerate(pieces):
        opens = piece.match(_AND) or piece.match(_KNOWN)
        text = trim(piece.part(opens.end(), piece.span.end)) if opens else piece
        two = text.fullmatch(_TWO) if number == len(pieces) - 1 and (number or opens) else None
        for part in [text.at(two, "a"), text.at(two, "b")] if two else [text]:
            if says(part):
                yield Mention("item", part.span, part.value, "rows.item")


LAYOUTS: tuple[Finder, ...] = (
    Reading("rows.skills", _skills, kinds=frozenset({"skills", "languages"})),
)
