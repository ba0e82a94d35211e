"""The part of a citation behind its title: venue, short name, track, and what else is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Mention, Passage, Span
from cvparse.rules.names import run
from cvparse.rules.people import mention
from cvparse.rules.rule import Scene

_TAKEN = ("date", "place", "acronym", "link", "address", "furniture", "doi", "url", "arxiv",
          "numbers", "legend", "isbn", "status", "issn", "pmid", "metric")  # fmt: skip
_COMMA = re.compile(r",\s*(?![^()]*\))|;\s|\n|(?<=[\w)\"]{2})\.\s+|:\s|\s{3,}")
_IN = re.compile(r"\s*(?:[Ii]n|IN|[Dd]ans|[Ee]n|[Ee]m):?\s+(?=[A-ZÀ-Þ\"\d\[])|\s*[Ii]n:\s*")
_EDITED = re.compile(r"\s*[,(]?\s*\(?(?:[Ee]ds?|[Hh]rsg|[Hh]g|[Dd]irs?|[Cc]oords?|[Oo]rgs?)\b\.?\)?\.?,?:?\s*")
_BRACKET = re.compile(r"\([^()]*\)")
_SHORT = re.compile(r"[A-Z]{2,}[\w-]*|[A-Z][a-z]+(?:[A-Z]\w*)+")


def read(scene: Scene, passage: Passage) -> Iterator[Mention]:
    """What the tail of a citation says: venue first, then track, notes, publisher."""
    passage = passage.strip(" \t\n.,;:-")
    if opening := passage.match(_IN):
        yield Mention("furniture", Span(*opening.span()), "opening words", "venues.in")
        passage = passage.part(opening.end(), passage.span.end)
    passage, editors = _editors(passage)
    yield from editors
    pieces = [p for free in _free(scene, passage) for p in free.split(_COMMA)]
    venue: Passage | None = None
    for piece in (_trim(p) for p in pieces):
        if not piece or not any(c.isalpha() for c in piece.folded):
            continue
        if venue is None:
            venue = piece
        elif _continues(scene, passage, venue, piece):
            venue = passage.part(venue.span.start, piece.span.end)
        else:
            yield _further(scene, piece)
    if venue is not None:
        yield from _named(scene, venue)
    yield from _asides(scene, passage)


def _free(scene: Scene, passage: Passage) -> list[Passage]:
    """Outside what has been seen, and outside brackets."""
    spans = [m.span for m in scene.seen(*_TAKEN, within=passage.span)]
    return passage.without([*spans, *(Span(*m.span()) for m in passage.search(_BRACKET))])


def _trim(piece: Passage) -> Passage:
    return piece.strip(" \t\n.,;:()[]\"-")


def _continues(scene: Scene, passage: Passage, venue: Passage, piece: Passage) -> bool:
    """`Conference on A, Workshop on B`, `Computers, Materials & Continua`: still the venue."""
    between = passage.part(venue.span.end, piece.span.start).folded
    if between.strip() != ",":
        return False
    if scene.seen("track_word", within=piece.span) or piece.folded[:1].islower():
        return False
    words = [m for m in scene.seen("venue_word", within=piece.span) if m.value != "publisher"]
    return bool(words) or piece.folded.startswith(("and ", "& "))


def _further(scene: Scene, piece: Passage) -> Mention:
    """What stands behind the venue: a track, a publisher, or a remark."""
    tracks = scene.seen("track_word", within=piece.span)
    words = len(piece.folded.split())
    if tracks or (words <= 3 and piece.folded[:1].isupper() and _conference(scene)):
        return Mention("track", piece.span, piece.value, "venues.track")
    publishers = [m for m in scene.seen("venue_word", within=piece.span) if m.value == "publisher"]
    if publishers and words <= 6 and piece.folded[:1].isupper():
        return Mention("publisher", piece.span, piece.value, "venues.publisher")
    return Mention("note", piece.span, piece.value, "venues.note")


def _conference(scene: Scene) -> bool:
    return bool(scene.seen("place", "acronym"))


def _named(scene: Scene, venue: Passage) -> Iterator[Mention]:
    """The venue; a track that ends it is set apart; a bare short name is its acronym too."""
    tracks = [m for m in scene.seen("track_word", within=venue.span) if m.span.end == venue.span.end]
    if tracks and tracks[0].span.start > venue.span.start:
        yield Mention("track", tracks[0].span, scene.source.read(tracks[0].span), "venues.track")
        venue = venue.before(tracks[0].span).strip(" ,-")
    publishers = [
        m for m in scene.seen("venue_word", within=venue.span) if m.value == "publisher"
    ]
    yield Mention("venue", venue.span, venue.value, "venues.name")
    if venue.fullmatch(_SHORT) and not publishers:
        yield Mention("short", venue.span, venue.value, "venues.short_name")
    for word in scene.seen("venue_word", within=venue.span):
        yield Mention("venue_sort", word.span, word.value, "venues.sort", how="inferred")


def _asides(scene: Scene, passage: Passage) -> Iterator[Mention]:
    """What stands in brackets and has not been understood is a remark."""
    for match in passage.search(_BRACKET):
        inner = passage.part(match.start() + 1, match.end() - 1).strip()
        seen = [m for m in scene.words if m.span.overlaps(inner.span) and m.label in _TAKEN]
        if inner and not seen and any(c.isalpha() for c in inner.folded):
            yield Mention("note", inner.span, inner.value, "venues.aside")
        elif inner and seen and seen[0].span.length < inner.span.length - 6:
            yield Mention("note", inner.span, inner.value, "venues.aside")


def _editors(passage: Passage) -> tuple[Passage, list[Mention]]:
    """`A. Smith & B. Jones (Eds.), The Book` or `The Book, ed. by A. Smith`."""
    found = run(passage)
    if found.names:
        rest = passage.part(found.end, passage.span.end)
        if mark := rest.match(_EDITED):
            if mark.group().strip(" ,"):
                editors = mention(found, "editors", "venues.editors")
                sign = Mention("furniture", Span(*mark.span()), "editors' mark", "venues.editors")
                return rest.part(mark.end(), rest.span.end), [editors, sign]
    by = re.compile(r"[,(]?\s*\b(?:[Ee]d(?:ited|s)?\.?|[Hh]rsg\.?|[Hh]g\.?)\s+(?:by|von|v\.)?\s*")
    for match in passage.search(by):
        after = passage.part(match.end(), passage.span.end)
        names = run(after)
        if names.names:
            editors = mention(names, "editors", "venues.edited_by")
            return passage.part(passage.span.start, match.start()), [editors]
    return passage, []
