"""What each piece of a talk's lines tells: its kind, a place, an event, or just words.

`Keynote address, Society for Maps, Ghent` holds one of the first three, `Poster presented at the
Society for Maps` a kind and an event in one piece. A word like *conference* names an event where
it is written as a name; `a meeting of minds` is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.pieces import SINGLE, bare, cut, named, rest, says, trim
from cvparse.rules.rule import Scene

_PARTS = re.compile(
    rf"\s*[,;]\s+|,$|\s\|\s?|\s+[-•·]\s+|\t|(?<=[^\s])[^\S\n]{{3,}}(?=\S)"
    rf"|(?:(?<=[a-zà-ÿ0-9)\]\"?!]{{2}})|(?<=[a-zà-ÿ0-9)?!] )|(?<=, [A-Z]{{2}}))(?<!\bSt)(?<!\bvs)(?<!\bDr)(?<!Prof)(?<!Proc)(?<!Conf)(?<!Int)(?<!Intl)(?<!Univ)(?<!Dept)(?<!Symp)\.\s+(?=[{UPPER}\"(\d])"
    rf"|(?<=[?!])\s+(?=[{UPPER}\d])"
)
_QUOTE = re.compile(rf"\"(?P<it>[^\"]{{3,400}}?)[,.;]?\"(?!\w)|{SINGLE}")
_APART = re.compile(r"[)\]\"]*\s?[.|\t]|[^\S\n]{3,}|\s-\s")
_NAMES = re.compile(
    r"semin|s[eé]min|coll?oqui|kolloqui|lectures?$|tutorial|panel$|round ?table|webinar|podcast|conférence$|conferenci?a$|conferenza$|talks?$",
    re.I,
)
_SEMINAR = re.compile(r"s[eé]min", re.I)  # to a colloquium one is invited: the heading is asked
_SERIES = re.compile(r"\s+(?:series|club|programme?|session|reihe)\b", re.I)
_AT = re.compile(
    r"(?:\s*[(\[][^()\[\]]*[)\]])?\s+(?:(?:was\s+)?(?:presented|given|delivered|held)\s+)?"
    r"(?:at|for|to|in|during|auf|beim?|à|au|aux|lors|en|na|no|presso):?\s+"
    r"(?:the\s+|der\s+|die\s+|den\s+|la\s+|el\s+|du\s+|de\s+la\s+)?",
    re.I,
)
_COLON = re.compile(r"(?:\s*[(\[][^()\[\]]*[)\]])?\s*(?:[:-]|\s+(?:on|über|sur)\b)\s+")
_NUMBERED = re.compile(
    rf"(?:\d{{1,3}}(?:st|nd|rd|th|\.|e|ème|er|[ºª])\s|[IVXL]+\.?\s+(?=[{UPPER}]))(?=\s*\S)"
)
_SHORT = re.compile(rf"[{UPPER}][\w&/'-]*[{UPPER}][\w&/]*(?:[ '-]*\d{{2,4}})?")
_ASIDE = re.compile(r"\s*[(\[](?P<it>[^()\[\]]{1,60})[)\]]$")
_MEETING = re.compile(rf"\((?P<it>[{UPPER}][\w&/-]*[{UPPER}][\w&/]*[ '-]*\d{{2,4}})\)")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?\s*")
_IN = re.compile(rf"(?:[Ii]n|[Aa]t|@)\s+(?:the\s+)?(?=[{UPPER}\d])")
_PRIZE = re.compile(r"award|prize|preis\b|prix\b|premio|prêmio|medal", re.I)
_LONGER = re.compile(r"[^\W\d_][\w'-]{3,}")
_EVENTS = ("organization_word", "venue_word")


class Piece(NamedTuple):
    """A piece of a line. `apart`: a full stop, bar or wide gap stands before it; `given`: it
    stands behind `presented at`; `within`: a place it ends in.
    """

    passage: Passage
    sort: str  # quote, kind, place, event, words, remark
    line: int
    apart: bool = False
    given: bool = False
    kind: Mention | None = None
    within: Passage | None = None


def pieces(scene: Scene, item: Item, line: int, taken: Sequence[Mention]) -> Iterator[Piece]:
    """The pieces of a line, in order, without its dates and persons."""
    for free in rest(item, taken):
        named = _emphasized(scene, free)
        if named is not None:
            yield Piece(named, "quote", line)
        passage = free.after(named.span) if named else free
        quote: re.Match[str] | None = next(passage.search(_QUOTE), None)
        for part in passage.without([Span(*quote.span())] if quote else []):
            yield from _cut(scene, part, line)
        if quote:
            yield Piece(passage.at(quote, "it" if quote["it"] else "single"), "quote", line)
    for match in item.search(_MEETING):
        if not _event(scene, item.before(Span(*match.span()))):
            yield Piece(item.at(match, "it"), "event", line, apart=True)


def _emphasized(scene: Scene, passage: Passage) -> Passage | None:
    """`*How ferns drink*: Fern Days, Ghent`: a title set in italics, that names no event."""
    for stretch in passage.source.emphasized(
        passage.source.whole().around(passage.span, before=2).span
    ):
        words = passage.source.whole().part(*stretch)
        opens = not passage.before(stretch).strip(" *_") and words.folded.count(" ") > 0
        if (
            opens
            and _COLON.match(passage.after(stretch).strip("*_").folded)
            and not _event(scene, words)
        ):
            return words
        return None
    return None


def _cut(scene: Scene, passage: Passage, line: int) -> Iterator[Piece]:
    before: Passage | None = None
    for piece in _parts(scene, passage):
        if says(piece):
            first, *more = _sorted(scene, piece, line)
            yield first._replace(apart=before is not None and _set_apart(before, piece))
            yield from more
            before = piece


def _parts(scene: Scene, passage: Passage) -> list[Passage]:
    """The parts between signs; a place run into words: `How to listen to wells Larkmoor, Chile`."""
    for place in scene.seen("place", within=passage.span):
        before, town = passage.before(place.span), passage.part(*place.span)
        if "," in town.folded and before.folded[-2:-1].isalnum():
            return [*cut(before, _PARTS), town, *cut(passage.after(place.span), _PARTS)]
    return cut(passage, _PARTS)


def _set_apart(before: Passage, piece: Passage) -> bool:
    between = before.source.whole().part(before.span.end, piece.span.start)
    return before.folded[-1] in "?!" or between.match(_APART) is not None


def _sorted(scene: Scene, piece: Passage, line: int) -> Iterator[Piece]:
    """A piece with its sort; of `Talk at the Society for Maps (poster)` two or three."""
    aside: re.Match[str] | None = next(piece.search(_ASIDE), None)
    if aside and _closes(scene, piece.at(aside, "it")):
        before = trim(piece.part(piece.span.start, aside.start()))
        if says(before):
            yield from _sorted(scene, before, line)
        piece = trim(piece.at(aside, "it"))
    if _is_place(scene, piece):
        yield Piece(bare(piece), "place", line)
    elif next(piece.search(_PRIZE), None) and piece.folded.count(" ") < 8:
        yield Piece(piece, "remark", line)
    else:
        yield from _kinds(scene, piece, line) or [_text(scene, piece, line)]


def _closes(scene: Scene, aside: Passage) -> bool:
    """A bracket that tells the kind, a prize, or that it was `online`: no part of a name."""
    told: re.Match[str] | None = next(aside.search(_PRIZE), None)
    if told or scene.seen("kind_word", within=aside.span):
        return True
    return any(m.span == aside.span and m.value == "remote" for m in scene.seen("place_word"))


def _is_place(scene: Scene, piece: Passage) -> bool:
    """`Lisbon`; or `Turku (Finland)`, whose bracket holds the country."""
    places = [m.span for m in scene.seen("place") if m.span.overlaps(piece.span)]
    if places and not scene.seen("place_word", within=piece.span):
        known = scene.seen("place_word", within=places[0])
        if _event(scene, piece) or (known and known[0].value == "city"):
            return False
    beside = [trim(p) for p in piece.without(places) if says(p)]
    if not places or not beside:
        return bool(places)
    bracketed = piece.folded.endswith(")") and beside[0].folded.count(" ") <= 2
    opens = beside[0].span.start == piece.span.start and beside[0].span.end <= places[0].start
    return len(beside) == 1 and bracketed and opens and not _event(scene, beside[0])


def _ending(scene: Scene, piece: Passage) -> Passage | None:
    """The place a piece ends in: `Spring School in Lisbon`, `SNOW (Oslo)`."""
    for place in scene.seen("place", within=piece.span):
        if place.span.start > piece.span.start and not piece.after(place.span).folded.strip(") "):
            return piece.part(*place.span)
    return None


def _text(scene: Scene, piece: Passage, line: int, given: bool = False) -> Piece:
    if led := piece.match(_IN):
        piece = piece.part(led.end(), piece.span.end)
    sort = "event" if given or _event(scene, piece) else "words"
    return Piece(piece, sort, line, given=given, within=_ending(scene, piece))


def _kinds(scene: Scene, piece: Passage, line: int) -> list[Piece]:
    """`Keynote`, `Poster presented at X`, `Invited talk: X`: the kind, and what it leaves. A
    seminar's or lecture's name goes on being its name: `Annual Kittredge Lecture`.
    """
    words = scene.seen("kind_word", within=piece.span)
    words = [w for w in words if not piece.after(w.span).match(_SERIES)]
    if not words:
        return []
    word, end = words[0], words[0].span
    for more in words[1:]:
        if more.span.start >= end.end and not says(piece.part(end.end, more.span.start)):
            end = more.span
    before, after = piece.before(word.span), piece.after(end)
    kind = Mention("kind", word.span, word.value, word.rule)
    told = Piece(piece.part(piece.span.start, end.end), "kind", line, kind=kind)
    opening = len(before.folded.split())
    name = _NAMES.search(piece.part(*word.span).folded) is not None
    if not says(after) or after.fullmatch(_BRACKET):
        if opening > 1 and _event(scene, trim(before)):
            return [_text(scene, trim(before), line), told]
        if opening == 0 or (not name and opening <= 4):
            return [told]
    elif opening <= 2 and (link := after.match(_AT) or after.match(_COLON)):
        text = trim(piece.part(link.end(), piece.span.end))
        left = _text(scene, text, line, given=link.re is _AT)
        return [told, left] if says(text) else [told]
    if name and _SEMINAR.match(piece.part(*word.span).folded):
        return [Piece(piece, "event", line, kind=kind._replace(how="inferred"))]
    return []


def _event(scene: Scene, piece: Passage) -> bool:
    """*Conference*, *Institute*, `29th …`, `ACL 2019`: in capitals, or the last word of a short
    name, since `a neural network` is no organisation.
    """
    if piece.match(_NUMBERED) or piece.fullmatch(_SHORT):
        return True
    words = [m.span for m in scene.seen(*_EVENTS, within=piece.span) if m.value != "publisher"]
    words += [Span(*m.span()) for m in piece.search(named("talks", "events"))]
    short = piece.folded[:1].isupper() and len(piece.folded.split()) <= 6
    return any(
        s.start == piece.span.start
        or piece.source.folded[s.start].isupper()
        or (short and s.end == piece.span.end)
        for s in words
    )


def places_spoken(scene: Scene, pieces: Sequence[Piece]) -> list[Piece]:
    """`2019: Somewhere College, University of X, ETH`, `SNOW (Oslo), ICE (Graz), SLEET (Bern)`:
    where one spoke that year, three places or more of one sort.
    """
    spoken = [p for p in pieces if p.sort != "place"]
    if sum(p.within is not None for p in spoken) > 1 and all(_is_name(p) for p in spoken):
        return spoken
    if len(pieces) < 3 or any(p.sort != "event" and not p.within for p in pieces):
        return []
    return list(pieces) if all(_is_house(scene, p) for p in pieces) else []


def _is_name(piece: Piece) -> bool:
    """`Fern Days (Oslo)`, `Bank of Italy`: nothing but a name."""
    words = _LONGER.findall(piece.passage.folded)
    plain = piece.sort in ("event", "words") and not piece.given and not piece.kind
    return plain and len(words) < 8 and all(w[0].isupper() for w in words)


def _is_house(scene: Scene, piece: Piece) -> bool:
    words = scene.seen("organization_word", within=piece.passage.span)
    sorts = {w.value for w in words}
    alone = "university" in sorts and not sorts & {"department", "institute"}
    short = piece.passage.fullmatch(_SHORT) is not None
    return not piece.given and not piece.kind and bool(piece.within or short or alone)
