"""Short rows: skills under a word, languages with their level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Mention, Passage
from cvparse.rules.rule import Finder, Reading, Scene

_COLON = re.compile(r"(?P<it>[^:\n]{2,60}?)\s?:\s")
_COMMA = re.compile(r"[,;|•·]\s*(?![^()]*\))|\n|\s{3,}")
_LEVEL = re.compile(r"\s*(?:\((?P<a>[^()]+)\)|(?:-|:)\s+(?P<b>[^,;()]+))")
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


LAYOUTS: tuple[Finder, ...] = (
    Reading("rows.skills", _skills, kinds=frozenset({"skills"})),
    Reading("rows.languages", _languages, kinds=frozenset({"languages"})),
)
