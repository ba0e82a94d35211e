"""Short rows: skills under a word, languages with their level, the journals of a reviewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Mention, Passage
from cvparse.rules.rule import Finder, Reading, Scene

_COLON = re.compile(r"(?P<it>[^:\n]{2,60}?)\s?:\s")
_COMMA = re.compile(r"[,;|•·]\s*(?![^()]*\))|\n|\s{3,}")
_LEVEL = re.compile(r"\s*(?:\((?P<a>[^()]+)\)|(?:-|:)\s+(?P<b>[^,;()]+))")
_REVIEWS = re.compile(
    r"(?P<it>(?:ad[- ]hoc |peer |external |program committee |journal )*(?:reviewer|referee|reviewing|reviews?|gutachter(?:in)?|rapporteur))\b[^:,\n]{0,30}?(?::| for | at |,)\s*",
    re.I,
)
_EDGES = " \t\n.,;:|-"


def _skills(scene: Scene) -> Iterator[Mention]:
    """`Programming: Python, R`: a category and its items; without a colon, items alone."""
    for item in scene.entry.items:
        rest: Passage = item
        if head := item.match(_COLON):
            category = item.at(head, "it").strip(_EDGES)
            yield Mention("category", category.span, category.value, "rows.category")
            rest = item.part(head.end(), item.span.end)
        for piece in rest.split(_COMMA):
            text = piece.strip(_EDGES)
            if text:
                yield Mention("item", text.span, text.value, "rows.item")


def _languages(scene: Scene) -> Iterator[Mention]:
    """`English (native), French: fluent`."""
    for item in scene.entry.items:
        for piece in item.split(re.compile(r"[,;|]\s*(?![^()]*\))|\n|\s{3,}")):
            yield from _language(piece)


def _language(piece: Passage) -> Iterator[Mention]:
    tongue = piece.match(re.compile(r"\s*(?P<it>[^\W\d_][\w]*(?: [^\W\d_]\w*)?)"))
    if tongue is None:
        return
    name = piece.at(tongue, "it")
    parts = [Mention("tongue", name.span, name.value, "rows.language")]
    if level := piece.after(name.span).match(_LEVEL):
        said = piece.at(level, "a" if level["a"] else "b").strip(_EDGES)
        parts.append(Mention("fluency", said.span, said.value, "rows.language"))
    yield Mention("language", piece.span, piece.value, "rows.language", tuple(parts))


def _reviewer(scene: Scene) -> Iterator[Mention]:
    """`Reviewer: A, B, C` and `Reviewer for A, B and C`: one body each."""
    for item in scene.entry.items:
        if head := item.match(_REVIEWS):
            role = item.at(head, "it").strip()
            yield Mention("role", role.span, role.value, "rows.reviewer")
            rest = item.part(head.end(), item.span.end)
            free = rest.without(m.span for m in scene.seen("date", within=rest.span))
            for piece in (p for f in free for p in f.split(re.compile(r"[,;]\s*(?:and\s)?|\n"))):
                body = piece.strip(_EDGES + "()")
                if body and any(c.isalpha() for c in body.folded):
                    yield Mention("body", body.span, body.value, "rows.body")


LAYOUTS: tuple[Finder, ...] = (
    Reading("rows.skills", _skills, kinds=frozenset({"skills"})),
    Reading("rows.languages", _languages, kinds=frozenset({"languages"})),
    Reading("rows.reviewer", _reviewer, kinds=frozenset({"service"})),
)
