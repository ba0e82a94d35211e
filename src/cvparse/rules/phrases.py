"""What is left of a line when dates, places and persons are taken out, and what it may be.

A line of a CV is a row of phrases set apart by commas, dashes, bars, wide gaps or line ends. A
phrase with a word like *University* in it names an organisation, one that ends in *Engineer* a
position; one that tells nothing is a `phrase`, and the record decides by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvparse import lexicon
from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.pieces import trim
from cvparse.rules.rule import Finder, Reading, Scene

_APART = re.compile(
    r"\s+[-|•·/]\s+|\t|\s{3,}|[;]\s|,\s+(?![^()]{0,600}\))|,$|\s\|\s|:\s"
    rf"|(?<=[a-zà-ÿ0-9)\"]{{2}})\.\s+(?=[{UPPER}\"])"
)
_AT = re.compile(rf"\s+(?:at|@|chez|bei|an der|am)\s+(?=(?:the\s)?[{UPPER}])|\s+à\s+l'")
_QUOTED = re.compile(r"\"\s?(?P<it>[^\"\s][^\"\n]{11,300}?)[,.]?\s?\"")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_HARD = ("date", "money", "place", "email", "url", "phone", "orcid", "doi", "link", "address",
         "furniture", "honors", "people", "legend", "advisor", "mentor", "investigators",
         "keyword", "thesis", "grade", "presented_at", "metric", "awarder", "funder_cued", "role",
         "contributors", "award_number", "amount", "cue_word", "status", "quoted", "numbers", "field")  # fmt: skip
_VERB = re.compile(
    r"(?:[A-Z][\w-]+(?:ed|ing)|I|We|My|The|This|It|Our|In|A|An|As|Led|Built|Taught|Wrote|Gave)\b"
)
_KINDS = {
    "projects": ("organization",),
    "service": ("position", "organization", "venue"),
    "teaching": ("position", "organization"),
    "certificates": ("award", "organization"),
    "references": ("position", "organization"),
}


def prose(item: Item) -> bool:
    """A sentence rather than a row of phrases: many words, most of them small."""
    words = [m.group() for m in item.search(_WORD)]
    small = sum(w[0].islower() for w in words)
    opens = len(words) >= 5 and item.match(_VERB) is not None
    if opens and small >= len(words) * 0.6:
        return True
    if opens and (small > len(words) / 2 and item.folded.rstrip()[-1:] in ".!?"):
        return True
    if opens and item.bulleted and small >= len(words) * 0.4:
        return True
    return len(words) >= 9 and small > 0.55 * len(words)


def _rows(scene: Scene) -> Iterator[Mention]:
    """The phrases of every line that is no sentence."""
    said: set[str] = set()
    for number, item in enumerate(scene.entry.items):
        told = number and (prose(item) or _goes_on(item, said))
        found = _prose(scene, item) if told else _phrases(scene, item)
        for mention in found:
            if mention.value in said:
                yield Mention("furniture", mention.span, "said before", "phrases.repeated")
            else:
                yield mention
            said.add(str(mention.value))


def _goes_on(item: Item, said: set[str]) -> bool:
    """`Acme Fellowship for my work on …` below `Acme Fellowship`: the same words, and more."""
    value = item.value
    return any(
        " " in words and len(value) > len(words) + 12 and value.startswith(words + " ")
        for words in said
    )


def _prose(scene: Scene, item: Item) -> Iterator[Mention]:
    """A whole sentence, unless something in it has announced itself."""
    taken = scene.seen("furniture", within=item.span)
    if not taken or taken[0].span.start > item.span.start:
        sentence = item.strip(" \n")
        yield Mention("detail", sentence.span, sentence.value, "phrases.sentence")


def _phrases(scene: Scene, item: Item) -> Iterator[Mention]:
    pieces: list[Passage] = []
    for free in item.without(m.span for m in scene.seen(*_HARD, within=item.span)):
        pieces += [trim(p) for part in free.split(_APART) for p in _at(scene, part)]
    named = [(_kind(scene, p), p) for p in pieces if p and _says_something(p)]
    for kind, piece in _joined(named, item):
        yield Mention(kind, piece.span, piece.value, f"phrases.{kind}")


def _says_something(piece: Passage) -> bool:
    words = [m.group().lower() for m in piece.search(_WORD)]
    return bool(words) and not all(w in _small_words() for w in words)


@cache
def _small_words() -> frozenset[str]:
    names = lexicon.table("names")
    return frozenset((*names["small_words"], "dr", "prof"))


def _at(scene: Scene, part: Passage) -> list[Passage]:
    """`Research Intern at Acme`: a position, then where; only when a position stands before."""
    if scene.seen("position_word", "degree_word", "award_word", within=part.span):
        return part.split(_AT)
    return [part]


def _kind(scene: Scene, piece: Passage) -> str:
    """By the words in it: the section's first kind wins; of a position and an organisation the
    one that stands last, since English names end in what they are.
    """
    kinds = _KINDS.get(scene.kind, ("position", "organization", "award", "grant", "venue"))
    words = scene.seen(*(f"{kind}_word" for kind in kinds), within=piece.span)
    seen = [m for m in words if m.value != "publisher"]
    if not seen:
        return "phrase"
    labels = {m.label.removesuffix("_word") for m in seen}
    if labels == {"organization", "position"}:
        last = max(seen, key=lambda m: m.span.end)
        opens = min(seen, key=lambda m: m.span.start)
        return (opens if opens.label == "position_word" else last).label.removesuffix("_word")
    return next(kind for kind in kinds if kind in labels)


def _joined(named: list[tuple[str, Passage]], item: Item) -> list[tuple[str, Passage]]:
    """`Department of Physics, University of X` is one printed organisation."""
    joined: list[tuple[str, Passage]] = []
    for kind, piece in named:
        if joined and kind == joined[-1][0] == "organization":
            before = joined[-1][1]
            between = item.part(before.span.end, piece.span.start).folded
            if between.strip() in (",", "-", "/", "") and "\n" not in between:
                joined[-1] = (kind, item.part(before.span.start, piece.span.end))
                continue
        joined.append((kind, piece))
    return joined


def _quoted(scene: Scene) -> Iterator[Mention]:
    """`"A title in quotes"`; in the name of a prize only a long one is no part of the name."""
    fewest = 4 if scene.kind == "awards" else 1
    for match in scene.entry.search(_QUOTED):
        if match["it"].count(" ") >= fewest:
            span = Span(*match.span("it"))
            yield Mention("quoted", span, scene.source.read(span), "phrases.quoted")


GROUPS: tuple[Finder, ...] = (Reading("phrases.quoted", _quoted),)
LAYOUTS: tuple[Finder, ...] = (Reading("phrases.rows", _rows, kinds=frozenset(_KINDS)),)
