"""Places: `Salt Lake City, UT, USA`, `Seoul, Republic of Korea`, `Lyon, France`, `Remote`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvparse import lexicon
from cvparse.document import UPPER, Item, Mention, Passage, Source, Span
from cvparse.rules.rule import DIGITS, Finder, Match, Reading, Rule, Scene

_TAIL = re.compile(r"\s-\s(?![A-Z]{2}\b)|[^\S\n]{2,}|\.\s(?=[A-Z])|:\s")
_PIECE = re.compile(r"[^,;|()\n\t]+")
_CITY = re.compile(rf"\s*(?:St\.? )?[{UPPER}][\w'.-]*(?:[ -][\w'.-]+){{0,2}}\s*$")
_BREAK = re.compile(r"[,;|()\n\t]|\s-\s|\s{2,}|[.:]\s|\sin\s")
_LETTER = re.compile(r"[^\W\d_]")
_ICON = r"\s*[\ue000-\uf8ff]"
_BEGINS = re.compile(
    rf"{_ICON}|[^\S\n]*\n|\s*[,;|().:/\]\[·•-]|\t|[^\S\n]{{2,}}(?=\S)|\s+\(?\d|\s*'"
)
_ENDS = re.compile(rf"{_ICON}|\s*[,;|().:/\]\[·•-]|\t|[^\S\n]{{2,}}(?=\S)|\s+\(?\d|\s*'")
_LINK = re.compile(r"\b(?:in|from|to|near)\s+$")
_RUN_IN = re.compile(
    rf"(?<![^\W\d_])(?:(?!(?:of|de|di|du|d[aeo]s?|de[lnr]|della|und|and|et|y|e|for|für|the|a|at|in|la|le|el|van|von)\s)"
    rf"[a-zß-ÿ][\w'-]*[?!)\"]?\s+(?P<it>[{UPPER}][^\W\d_]+(?:[ -][{UPPER}][^\W\d_]+){{0,2}})"
    rf"|(?P<town>[{UPPER}][^\W\d_]+)\s(?:[^\n]{{0,60}}\s)?(?P<again>(?P=town)))\s*$"
)
_STATES_TOO = ("New York", "Washington")  # `Brooklyn, New York`; else no city stands before a city
_TAKEN = ("organization_word", "position_word", "venue_word", "degree_word", "degree", "award_word",
          "grant_word", "track_word", "kind_word", "date")  # fmt: skip


def _places(scene: Scene) -> Iterator[Mention]:
    """A country, region or well-known city, and the city printed before it."""
    for item in scene.entry.items:
        words = scene.seen("place_word", within=item.span)
        end = -1
        for word in reversed(words):
            if end >= 0 and word.span.start >= end:
                continue
            place = _whole(scene, item, word)
            if place:
                end = place.start
                yield _mention(item, place)


def _whole(scene: Scene, item: Item, word: Mention) -> Span | None:
    """The place that ends in this word; None when the word is only part of a name."""
    before = item.part(item.span.start, word.span.start)
    after = item.part(word.span.end, item.span.end)
    if not _is_edge(after, first=True) and not _dated(scene, after):
        return None
    joined = before.folded.rstrip().endswith(",") and (
        word.value != "city" or item.source.read(word.span) in _STATES_TOO
    )
    pieces = [m for m in before.search(_PIECE) if m.group().strip()] if joined else []
    span = word.span
    if _is_code(word) and (not pieces or _degree(scene, item, word)):
        return None
    if not pieces and not _is_edge(before, first=False):
        return None
    for match in pieces[:-3:-1] if word.value != "remote" else ():
        piece = _tail(item.at(match))
        opens = match is pieces[0] and not item.at(match).before(piece.span)
        kind = _kind(scene, item, piece, first=opens)
        if kind == "city" and (town := _known_town(scene, piece)):
            return Span(town.span.start, span.end)
        if kind is None:
            town = (
                _behind_position(scene, piece) or _known_town(scene, piece) or _behind_text(piece)
            )
            return Span(town.span.start, span.end) if town else span
        span = Span(piece.span.start, span.end)
        if kind == "city":
            break
    return span


def _town(match: Match, source: Source) -> object:
    """`59995 Valmorency`, `Larkmoor, OH 43999`: a town by its postal code."""
    return source.read(Span(*match.span("it")))


def _is_code(word: Mention) -> bool:
    """`WA`, `BC`: two letters are a place only behind a comma."""
    return word.value == "region" and word.span.length == 2


def _degree(scene: Scene, item: Item, word: Mention) -> bool:
    """`Jane Roe, MD, MSc`: one degree beside another. In `PhD, Oakford University, Boston, MA` other
    words stand between them.
    """
    degrees = scene.seen("degree", within=item.span)
    if not any(word.span == d.span for d in degrees):
        return False
    between = (
        item.part(min(word.span.end, d.span.end), max(word.span.start, d.span.start))
        for d in degrees
        if d.span.end <= word.span.start or word.span.end <= d.span.start
    )
    return not all(_LETTER.search(passage.folded) for passage in between)


def _is_edge(passage: Passage, first: bool) -> bool:
    """Does a phrase end (or begin) here? `South Korea Telecom` names no place; and a name may be
    broken for the width of its line: where a line begins, nothing need begin.
    """
    text = passage.folded
    if not text.strip():
        return True
    if first:
        return _BEGINS.match(text) is not None
    return _ENDS.match(text[::-1]) is not None or _LINK.search(text) is not None


def _dated(scene: Scene, after: Passage) -> bool:
    """`Zorbville, Germany Mar 2018`: a date follows, and nothing between."""
    dates = scene.seen("date", within=after.span)
    return bool(dates) and not after.before(dates[0].span).folded.strip()


def _tail(piece: Passage) -> Passage:
    """The last phrase of a piece: what follows a dash, a full stop or wide gap."""
    parts = piece.split(_TAIL)
    return parts[-1] if parts else piece.strip()


def _kind(scene: Scene, item: Item, piece: Passage, first: bool) -> str | None:
    """`region` or `city` when this piece can stand before a country; None when it is no place."""
    here = scene.seen("place_word", within=piece.span)
    if scene.seen("organization_word", within=piece.span):
        return None
    if here and here[0].span.length >= piece.span.length - 6:
        return "region" if here[0].value == "region" else "city"
    taken = scene.seen(*_TAKEN, within=piece.span)
    if taken or not piece.match(_CITY) or piece.folded.isupper() or first:
        return None
    return "city"


def _behind_position(scene: Scene, piece: Passage) -> Passage | None:
    """`Visiting Lecturer Larkmoor` before a country: what columns read in a row leave together."""
    posts = scene.seen("position_word", within=piece.span)
    town = piece.after(posts[-1].span) if posts else None
    if town is None or not town.match(_CITY) or scene.seen(*_TAKEN, within=town.span):
        return None
    return town.strip()


def _known_town(scene: Scene, piece: Passage) -> Passage | None:
    """`Department of Botany Boston` before a state: a town everybody knows, behind a word that is
    neither small, as in `University of Chicago`, nor a house's: `Imperial College London`.
    """
    towns = scene.seen("place_word", within=piece.span)
    if not towns or towns[-1].value != "city" or towns[-1].span.end != piece.span.end:
        return None
    before = piece.before(towns[-1].span).strip()
    word = before.folded.rpartition(" ")[2]
    named = scene.seen("organization_word", "place_word", within=before.span)
    if (
        not word[:1].isupper()
        or word in _opening()
        or any(m.span.end == before.span.end for m in named)
    ):
        return None
    return piece.part(*towns[-1].span)


def _behind_text(piece: Passage) -> Passage | None:
    """`Listening in on nests Larkmoor` or `University of Larkmoor Larkmoor` before a country: what
    stood flushed to the right on the page, behind a small word or the very same.
    """
    town = next(piece.search(_RUN_IN), None)
    if town is None:
        return None
    return piece.at(town, "it") if town["it"] else piece.at(town, "again")


@cache
def _opening() -> frozenset[str]:
    return frozenset(lexicon.table("places")["opening"])


def _mention(item: Item, span: Span) -> Mention:
    return Mention("place", span, item.source.read(span), "places.city_country")


_POSTAL = re.compile(
    rf"(?P<it>(?:[A-Z]{{1,2}}-)?\d{{4,5}}[ ]+[{UPPER}][^\d,;|·\n@]{{2,30}}?(?:,\s*[{UPPER}][^\d,;|·\n@]{{2,20}})?"
    rf"|[{UPPER}][\w .'-]{{1,30}},\s*[A-Z]{{2}}\s+\d{{5}}(?:-\d{{4}})?(?:,\s*[{UPPER}][\w. ]{{2,24}})?)(?=\s*(?:[|·;\n]|\s{{3,}}|$))",
    re.M,
)
RULES: tuple[Finder, ...] = (
    Rule(
        "places.postal",
        "place",
        _POSTAL,
        kinds=frozenset({"header", "contact"}),
        value=_town,
        needs=DIGITS,
    ),
)
GROUPS: tuple[Finder, ...] = (Reading("places.city_country", _places),)
