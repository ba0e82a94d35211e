"""Is a piece the name of a prize, or of a body that gives one?"""

from __future__ import annotations

import re

from cvparse.document import UPPER, Passage
from cvparse.rules.pieces import trim
from cvparse.rules.rule import Scene

AWARDS = ("award_word", "grant_word")
_BODIES = ("organization_word", "funder_word", "venue_word")
_HEADED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:$|(?:for|in|of|from|by|at|to)\b)")
_OPENS = re.compile(
    rf"(?:premio|prix|pr[êé]mio|bourse|borsa|beca|bolsa|médaille|medalla|medalha|medaglia)\s+(?=[\w'\" ]{{0,12}}[{UPPER}])",
    re.I,
)
_COMPOUND = re.compile(
    r"(?<=[\w-])(?:preis|stipendium|medaille|prijs|beurs|priset|stipendiet|palkinto|apuraha)\b",
    re.I,
)

_BEHIND = re.compile(rf"(?:\s\([^()]*\))?\s+(?=[{UPPER}])")


def is_prize(scene: Scene, piece: Passage) -> bool:
    """A prize's word ends the piece, or stands before *for*, *in*, *of*; `Prix X` opens it, and in
    `Leafpreis` it is the end of a longer one.
    """
    words = scene.seen(*AWARDS, within=piece.span)
    if any(piece.after(m.span).match(_HEADED) for m in words) or piece.match(_OPENS):
        return True
    return next(piece.search(_COMPOUND), None) is not None


def is_body(scene: Scene, piece: Passage) -> bool:
    text = piece.source.folded
    return any(text[m.span.start].isupper() for m in scene.seen(*_BODIES, within=piece.span))


def run_in(scene: Scene, title: Passage) -> tuple[Passage, Passage] | None:
    """`Acme Prize (Silver) Leaf Society`: a body behind a prize, from columns read in a row."""
    for word in scene.seen(*AWARDS, within=title.span):
        behind = title.after(word.span).match(_BEHIND)
        body = title.part(behind.end(), title.span.end) if behind else None
        if body and body.folded.count(" ") and is_body(scene, body) and not is_prize(scene, body):
            return trim(title.before(body.span)), body
    return None
