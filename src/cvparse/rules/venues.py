"""The part of a citation behind its title: venue, short name, track, and what else is said.

In Proceedings of the 5th Symposium on X (SYM), Paris, pp. 1-2
Angew. Chem. Int. Ed. 2023, 135, e1 · Journal of Optics, Series B, 12(3)
in A. Roe & B. Poe (Eds.), The Book (pp. 3-4). Guilford Press
in: The Book (Hrsg. A. Roe), Verlag, Berlin 2019
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules import editing, imprint, openings, sorts
from cvparse.rules.rule import Scene

_TAKEN = ("date", "place", "acronym", "link", "address", "furniture", "doi", "url", "arxiv", "imprint",
          "numbers", "legend", "isbn", "status", "issn", "pmid", "metric")  # fmt: skip
_APART = re.compile(
    r",\s+|;\s|(?<=[\w)\"]{2})\s?\.\s+|\s-\s|(?<=\S)[ \t]{3,}(?=\S)|(?<=\S)\"\s+(?=[A-Z])"
)
_ONLINE = re.compile(r"(?i:available|retrieved|accessed|online|url|doi|link|web|pdf)\b.{0,20}")
_BRACKET = re.compile(r"\([^()]{0,300}\)|\[[^\[\]]{0,300}\]")
_SHORT = re.compile(r"[A-Z]{2,}[\w-]*|[A-Z][a-z]+(?:[A-Z]\w*)+")
_ABBREVIATED = re.compile(rf"(?:^|[\s.,(])[{UPPER}][\w-]{{0,9}}\.\s*,?\s(?=\S)")
_SHORTENED = re.compile(rf"[{UPPER}]\w*[b-df-hj-np-tv-z]\.$|\b[{UPPER}]\.$")
_FULL_STOP = re.compile(r"[a-z]{7,}\.\s+[A-Z]|(?:[aeiou]|th|ld|nd|rt|ty|gs|es)\.\s+[A-Z]")
_SENTENCE = re.compile(r"[a-z)]{4}\s?\.\s")
_PATENT = re.compile(r"\b[Pp]atent\b")
_FELLOWS = re.compile(r"(?:with|avec|mit|joint with|co-?authored with)\s", re.I)
_ARCHIVE = re.compile(r"\b(?:ar|bio|med|chem|psyar|socar)[xX]iv\b", re.I)
_LIST = re.compile(r"(?:and|&|et|und|y)\s")
_OUTSIDE = ' \t\n.,;:()[]"-'


def read(scene: Scene, passage: Passage) -> Iterator[Mention]:
    """What the tail of a citation says: venue first, then track, notes, publisher."""
    passage, opened, leads = openings.skip(scene, passage)
    yield from leads
    passage, editors = editing.read(passage)
    yield from editors
    chapter = (bool(editors) and opened) or _hint(scene) == "chapter"
    patent = any(True for _ in passage.search(_PATENT))
    printed = scene.seen("imprint", within=passage.span)
    frees = [f for f in _free(scene, passage, editors) if any(c.isalpha() for c in f.folded)]
    pieces: list[Passage] = []
    venue: Passage | None = None
    for free in frees:
        cut = [free] if venue is None and _whole(scene, passage, free) else _cut(free)
        for piece in (_trim(p) for p in cut):
            if not piece or not any(c.isalpha() for c in piece.folded):
                continue
            late = patent or bool(printed and printed[0].span.start < piece.span.start)
            if venue is None and not late and not _no_venue(scene, piece, opened):
                venue = piece
            elif venue is not None and not pieces and _continues(scene, passage, venue, piece):
                venue = passage.part(venue.span.start, piece.span.end)
            else:
                pieces.append(piece)
    if venue is not None:
        yield from _named(scene, passage, venue)
    elif preprint := next(iter(scene.seen("arxiv", within=passage.span)), None):
        yield from _preprint(passage, preprint)
    yield from imprint.further(scene, pieces, chapter or _hint(scene) == "book")
    yield from _asides(scene, passage, editors)
    volume = any(p.label == "volume" for m in scene.seen("numbers") for p in m.parts)
    if editors and (chapter or (venue is not None and not volume)):
        yield Mention("sort", editors[-1].span, "chapter", "venues.chapter", how="inferred")


def _preprint(passage: Passage, number: Mention) -> Iterator[Mention]:
    """`arXiv:2503.01234` and nothing else: the archive is the venue."""
    around = passage.around(number.span, before=8)
    if word := next(iter(around.search(_ARCHIVE)), None):
        yield Mention("venue", Span(*word.span()), word.group(), "venues.archive")
        yield Mention("venue_sort", Span(*word.span()), "preprint", "venues.sort", how="inferred")


def _hint(scene: Scene) -> str | None:
    section = scene.entry.section
    return dict(section.hints).get("type") if section else None


def _free(scene: Scene, passage: Passage, editors: list[Mention]) -> list[Passage]:
    """Outside what has been seen, and outside brackets; a name's own year stays inside."""
    spans = [m.span for m in scene.seen(*_TAKEN, within=passage.span) if not _own(passage, m)]
    spans += [m.span for m in editors]
    return passage.without([*spans, *(Span(*m.span()) for m in passage.search(_BRACKET))])


def _own(passage: Passage, word: Mention) -> bool:
    """`the 2024 joint conference`, `2023 IEEE 26th …`: a year that a name goes on behind."""
    if word.label not in ("date", "place", "numbers"):
        return False
    after, before = passage.after(word.span).folded[:24], passage.before(word.span).folded[-24:]
    goes_on = re.match(r"(?:-\d{4})?\s[^\W\d_]{3}", after) is not None
    if word.label == "date":
        return (
            goes_on
            and word.span.length == 4
            and (not before.strip() or before.endswith(("the ", "of ")))
        )
    return goes_on and before.rstrip().endswith((" of", " in", " the"))


def _trim(piece: Passage) -> Passage:
    return piece.strip(_OUTSIDE)


def _whole(scene: Scene, passage: Passage, free: Passage) -> bool:
    """Is the whole stretch a journal's name? When its words are abbreviated, or a volume follows."""
    if _hint(scene) == "chapter" or any(imprint.published(scene, p) for p in _cut(free)):
        return False
    following = passage.after(free.span).head(40)
    numbers = scene.seen("numbers", within=passage.part(free.span.end, passage.span.end).span)
    near = (
        bool(numbers)
        and not passage.part(free.span.end, numbers[0].span.start).strip(" ,.;:(").folded
    )
    volume = near and any(p.label == "volume" for p in numbers[0].parts)
    if _ABBREVIATED.search(free.folded):
        return volume or next(free.search(_FULL_STOP), None) is None
    if volume:
        return next(free.search(_SENTENCE), None) is None
    bracket = following.folded.lstrip()[:1] == "("
    return (
        bracket
        and bool(scene.seen("acronym", within=following.span))
        and free.folded.count(", ") < 4
    )


def _cut(free: Passage) -> list[Passage]:
    """At commas, stops and colons; not inside `A, B, and C`, nor behind an abbreviation."""
    return free.split(_APART)


def _no_venue(scene: Scene, piece: Passage, opened: bool) -> bool:
    """A publisher where no book's name came before, or a remark in small letters."""
    if imprint.published(scene, piece) and not opened:
        return True
    if piece.fullmatch(imprint.EXTENT) or piece.fullmatch(_ONLINE) or sorts.told(piece):
        return True
    return piece.folded[:1].islower() and not scene.seen("venue_word", within=piece.span)


def _continues(scene: Scene, passage: Passage, venue: Passage, piece: Passage) -> bool:
    """`Conference on A, Workshop on B`, `Computers, Materials & Continua`: still the venue."""
    between = passage.part(venue.span.end, piece.span.start).folded
    if ". " in between and between.strip() == "." and _ABBREVIATED.search(venue.folded + ". "):
        return (
            bool(re.search(r"\b(?:Proc|Int|Conf|Symp|Trans|J)$", venue.folded))
            and piece.folded[:1].isupper()
        )
    if between.strip() != "," or (piece.folded[:1].islower() and not piece.match(_LIST)):
        return False
    if scene.seen("track_word", within=piece.span) or imprint.published(scene, piece):
        return False
    if piece.match(_LIST):
        return True
    behind = passage.after(piece.span).head(60).folded
    if re.match(r",\s(?:and|&|et|und)\s", behind) or re.search(
        r"^\S+(?:\s\S+)?\s(?:and|&)\s\S+", piece.folded
    ):
        return bool(scene.seen("venue_word", within=venue.span))
    return any(m.value != "publisher" for m in scene.seen("venue_word", within=piece.span))


def _named(scene: Scene, passage: Passage, venue: Passage) -> Iterator[Mention]:
    """The venue; a track that ends it is set apart; a bare short name is its acronym too."""
    tracks = [
        m for m in scene.seen("track_word", within=venue.span) if m.span.end == venue.span.end
    ]
    if (
        tracks
        and tracks[0].span.start > venue.span.start
        and venue.part(tracks[0].span.start, tracks[0].span.end).folded[:1].isupper()
    ):
        yield Mention("track", tracks[0].span, scene.source.read(tracks[0].span), "venues.track")
        venue = venue.before(tracks[0].span).strip(" ,-")
    venue = _stopped(passage, venue)
    if not venue:
        return
    yield Mention("venue", venue.span, venue.value, "venues.name")
    if venue.fullmatch(_SHORT) and not imprint.published(scene, venue):
        yield Mention("short", venue.span, venue.value, "venues.short_name")
    for word in scene.seen("venue_word", within=venue.span):
        yield Mention("venue_sort", word.span, word.value, "venues.sort", how="inferred")


def _stopped(passage: Passage, venue: Passage) -> Passage:
    """With the full stop of its last word, when that is an abbreviation: `Dalton Trans.`"""
    longer = passage.around(venue.span, behind=1)
    if not longer.folded.endswith("."):
        return venue
    behind = passage.after(longer.span).head(12).folded
    if ";" in behind:
        return venue
    many = _ABBREVIATED.search(venue.folded) is not None
    short = _SHORTENED.search(longer.folded) and len(venue.folded.split()[-1]) < 8
    return longer if many or (short and re.match(r",|\s\d", behind)) else venue


def _asides(scene: Scene, passage: Passage, editors: list[Mention]) -> Iterator[Mention]:
    """What stands in brackets and has not been understood is a remark."""
    for match in passage.search(_BRACKET):
        inner = passage.part(match.start() + 1, match.end() - 1).strip()
        seen = [m for m in scene.words if m.span.overlaps(inner.span) and m.label in _TAKEN]
        if any(m.span.overlaps(inner.span) for m in editors) or inner.match(_FELLOWS):
            continue
        if (inner and not seen and any(c.isalpha() for c in inner.folded)) or (
            inner and seen and seen[0].span.length < inner.span.length - 6
        ):
            yield Mention("note", inner.span, inner.value, "venues.aside")
