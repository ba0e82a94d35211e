"""What stands before a venue's name: `In`, `presented at the`, `submitted to`, `(2019) In:`."""

from __future__ import annotations

import re

from cvparse.document import Mention, Passage, Span
from cvparse.rules.rule import Scene

_IN = re.compile(r"\s*(?:[Ii]n|IN|[Dd]ans|[Ee]n|[Ii]m)\b:?\s+(?=\S)|\s*[Ii]n:\s*")
_LEAD = re.compile(
    r"\s*(?i:(?:(?:presented|published|poster|paper|presentation|available|for (?:publication|submission)|manuscript|preprint)\s+)*"
    r"(?:at|to|by|in|for(?: publication in)?|with|on|bei|dans|à|en)\b:?\s+|available(?::|\s(?:at|from|online)\b:?))|the\s|an?\s(?=[A-Z])",
)
_BEFORE_IN = re.compile(r"\([^()]{0,300}\),\s(?=in\b)")
_BRACKET = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_ALL_REST = re.compile(r"[^\w()]*\((?P<it>.+)\)[^\w()]*", re.S)
_ADDRESSES = ("doi", "url", "address", "link", "date")


def skip(scene: Scene, passage: Passage) -> tuple[Passage, bool, list[Mention]]:
    """`In`, `presented at the`, `submitted to`, `accepted in`: words before the venue's name."""
    leads: list[Mention] = []
    opened = False
    passage = _addressed(scene, passage)
    for _ in range(4):
        passage = passage.strip(" \t\n.,;:-")
        status = scene.seen("status", within=passage.span)
        if (
            status
            and passage.before(status[0].span).span.length <= 1
            and status[0].span.end < passage.span.end
        ):
            passage = passage.after(status[0].span)
            continue
        if behind := _bracketed_date(scene, passage) or _reviewed(passage):
            passage = behind
            continue
        if opening := passage.match(_IN) or passage.match(_LEAD):
            if opening.end() == opening.start():
                break
            leads.append(Mention("furniture", Span(*opening.span()), "opening words", "venues.in"))
            opened = opened or passage.match(_IN) is not None
            passage = passage.part(opening.end(), passage.span.end)
            continue
        break
    return passage, opened, leads


def _addressed(scene: Scene, passage: Passage) -> Passage:
    """`10.1000/182 (Acta Nivalia, 12, 3-4)`: an address, and all the rest in a bracket behind it."""
    seen = scene.seen(*_ADDRESSES, within=passage.span)
    if not seen or passage.folded.lstrip()[:1] == "(":
        return passage
    frees = [f for f in passage.without(m.span for m in seen) if any(c.isalpha() for c in f.folded)]
    bracket = frees[0].fullmatch(_ALL_REST) if len(frees) == 1 else None
    return passage.at(bracket, "it") if bracket else passage


def _reviewed(passage: Passage) -> Passage | None:
    """What follows the imprint of a book under review: `(Moss Press, 2019), in Fern Letters`."""
    bracket = passage.match(_BEFORE_IN)
    return passage.part(bracket.end(), passage.span.end) if bracket else None


def _bracketed_date(scene: Scene, passage: Passage) -> Passage | None:
    """What follows `(2019)` at the start: `(2019) In: A. Roe (ed.) The Book`."""
    bracket = passage.match(_BRACKET)
    if bracket is None:
        return None
    inner = passage.at(bracket).inner(1, 1)
    dated = any(m.span == inner.span for m in scene.seen("date", within=inner.span))
    return passage.part(bracket.end(), passage.span.end) if dated else None
