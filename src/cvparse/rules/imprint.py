"""Who published a book and where, and what else stands behind a venue.

Princeton: Princeton University Press, 2016 · (Ithaca, NY: Cornell University Press, 2007)
Springer, Cham · Paris, La Découverte · Wiley-VCH, Weinheim 2019
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules.rule import Finder, Reading, Scene

_TOWN = rf"[{UPPER}][\w'-]+(?:[ -][{UPPER}a-z][\w'-]+){{0,2}}"
_IMPRINT = re.compile(
    rf"(?P<before>[(.,\"?!]\s*|\n\s*)(?P<place>(?!(?:In|Im|En|Dans|Vol|No|Available|URL|Book|Chapter|Abstract)\b){_TOWN}(?:,\s(?:[A-Z]{{2,3}}|{_TOWN}))?(?:\s?[/;&]\s?{_TOWN}){{0,2}})"
    rf"\s?:\s(?P<publisher>[{UPPER}][^,.:;()\d\n\"]{{1,70}}(?:\n[^,.:;()\d\n\"]{{1,40}})?)"
    r"(?P<after>,?\s*\(?(?:19|20)\d\d|,?\s*(?:forthcoming|in press|under contract)|[.,)]|\s*$)"
)
_IN_BRACKETS = re.compile(
    rf"\((?:under contract with\s+)?(?P<it>[{UPPER}][^,.:;()\d\n\"]{{2,60}}),?\s(?:\d{{1,2}}[a-z]{{1,2}}\.?\sed(?:n|ition)?\.?,?\s|due\s)?(?:19|20)\d\d\)"
    r"(?=[\s.;]*(?:\(|\Z))"  # it ends the entry: otherwise it is that of a book reviewed
)
_PRESS = re.compile(
    r"\b(?:Press|Presse|Presses|Verlag|Publish\w*|Books|Éditions|Editions?|Editora|Editorial|Edizioni|Uitgeverij|Guilford|Wiley-VCH|Elgar|Lexington)\b"
)
_HOUSE = re.compile(
    r"ACM|IEEE|IEEE Press|ACM Press|ELRA|ISCA|USENIX(?: Association)?|AAAI(?: Press)?|OpenReview\.net|CEUR(?:-WS)?|PMLR|ASME|AIAA|SPIE|Association for Computational Linguistics"
)
_PLACE = re.compile(rf"{_TOWN}(?:,\s[A-Z]{{2}})?")
EXTENT = re.compile(r"\d{2,4}\s?(?:pp?|S|pages|Seiten)\b\.?")


def published(scene: Scene, piece: Passage) -> bool:
    """Is this a publisher's name: its word in it, and short?"""
    if piece.folded.count(" ") > 6 or not piece.folded[:1].isupper():
        return False
    words = scene.seen("venue_word", within=piece.span)
    if any(m.value in ("journal", "conference") for m in words):
        return False
    return (
        any(m.value == "publisher" for m in words) or next(piece.search(_PRESS), None) is not None
    )


def _imprints(scene: Scene) -> Iterator[Mention]:
    """`Place: Publisher`, in brackets or before a year, or with a publisher's word."""
    yield from _bracketed(scene)
    if ":" not in scene.entry.folded:
        return
    for match in scene.entry.search(_IMPRINT):
        publisher = scene.entry.at(match, "publisher").strip()
        sure = match["before"].startswith("(") or re.search(r"\d", match["after"])
        if not published(scene, publisher) and not (sure and publisher.folded.count(" ") < 4):
            continue
        place = scene.entry.at(match, "place").strip()
        parts = (
            Mention("place", place.span, place.value, "imprint.place"),
            Mention("publisher", publisher.span, publisher.value, "imprint.publisher"),
        )
        span = Span(place.span.start, publisher.span.end)
        yield Mention("imprint", span, scene.source.read(span), "imprint.place_publisher", parts)


def _bracketed(scene: Scene) -> Iterator[Mention]:
    """`(Cornell University Press 2007)`, `(Cornell University Press, 2nd ed. 2007)`: no place."""
    for match in scene.entry.search(_IN_BRACKETS) if "(" in scene.entry.folded else ():
        publisher = scene.entry.at(match, "it").strip()
        if published(scene, publisher):
            part = Mention("publisher", publisher.span, publisher.value, "imprint.publisher")
            yield Mention("imprint", publisher.span, publisher.value, "imprint.bracketed", (part,))


def further(scene: Scene, pieces: Sequence[Passage], book: bool) -> Iterator[Mention]:
    """What stands behind the venue: tracks, a publisher and its place, or remarks."""
    known = [p for p in pieces if published(scene, p) or p.fullmatch(_HOUSE)]
    if book and not known and not scene.seen("imprint"):
        known = _unnamed(scene, pieces)
    publisher = known[0] if known else None
    for number, piece in enumerate(pieces):
        beside = publisher is not None and any(
            p is publisher for p in pieces[max(number - 1, 0) : number + 2]
        )
        if piece is publisher:
            yield Mention("publisher", piece.span, piece.value, "imprint.publisher")
        elif beside and _town(piece):
            yield Mention("place", piece.span, piece.value, "imprint.place")
        elif _track(scene, piece):
            yield Mention("track", piece.span, piece.value, "venues.track")
        elif piece.fullmatch(EXTENT):
            continue
        else:
            yield Mention("note", piece.span, piece.value, "venues.note")


def _unnamed(scene: Scene, pieces: Sequence[Passage]) -> list[Passage]:
    """The publisher of a book none of whose words tells it: `La Découverte`, `Paris, Seuil`."""
    named = [p for p in pieces if p.folded[:1].isupper() and p.folded.count(" ") < 4]
    if len(named) > 1 and not scene.seen("place") and _town(named[0]):
        return named[1:2]
    return named[:1]


def _town(piece: Passage) -> bool:
    return (
        piece.fullmatch(_PLACE) is not None
        and not piece.folded.endswith("Univ")
        and piece.folded.count(" ") < 2
    )


def _track(scene: Scene, piece: Passage) -> bool:
    """A track's word in a short piece, or a few capitalised words right behind the short name of a
    conference: `… Data Mining (KDD) Project Showcase, Lyon`.
    """
    if scene.seen("track_word", within=piece.span):
        return piece.folded.count(" ") < 8
    short = 2 <= len(piece.folded.split()) <= 3 and piece.folded[:1].isupper()
    near = piece.source.whole().around(piece.span, before=4)
    return short and any(m.span.overlaps(near.span) for m in scene.seen("acronym"))


GROUPS: tuple[Finder, ...] = (Reading("imprint", _imprints, kinds=frozenset({"publications"})),)
