"""What holds a marked citation: the venue, its short name, its track, its place.

Proc. 5th Symposium on Kites (SOK), Demo Track · AAAI · Harbour Law Rev. 12 · Demo, Lyon, France
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse import lexicon
from cvparse.document import UPPER, Mention, Passage, Span

RULE = "tagger.citation"
_PAIRS = {")": "(", "]": "["}
_ACRONYM = re.compile(
    rf"\s*,?\s*\((?P<it>[{UPPER}][\w&+-]*[{UPPER}][\w&+/-]*)(?:\s?'?\d{{2,4}})?(?:[;,] [^()]{{1,60}})?\)"
)
_ALONE = re.compile(r"[A-Z]{2,}[\w-]*|[A-Z][a-z]+(?:[A-Z]\w*)+")
_COMMA = re.compile(r"[,;]\s+")
_SHORTENED = re.compile(rf"\b[{UPPER}]?[\w-]{{0,9}}[b-df-hj-np-tv-z]\Z|\b[{UPPER}]\Z")
_INNER = re.compile(r"[^\W\d_]\.\s?\S")
_NUMBER = re.compile(r",|\s\d")
_CONFERENCE = re.compile(
    r"\b(?:proc|proceedings|conf|conference|workshop|symposium|symp|congress|colloquium|meeting"
    r"|ACM SIG\w+|tagung|kongress|congrès|congreso|actes du colloque)\b",
    re.I,
)


def venue(passage: Passage) -> Iterator[Mention]:
    """The venue's name; its short name in brackets is set apart, and so is a track behind it."""
    whole = closed(passage)
    if short := next(_brackets(whole), None):
        inner = whole.at(short, "it")
        yield Mention("acronym", inner.span, inner.value, RULE)
        yield from _behind(whole.part(short.end(), whole.span.end))
        whole = whole.part(whole.span.start, short.start())
    whole, tracks = _tracked(whole.strip(" ,."))
    yield from tracks
    if not whole:
        return
    text, (start, end) = whole.source.folded, whole.span
    if text[end : end + 1] == "." and _keeps_stop(whole.folded, text[end + 1 : end + 12]):
        end += 1
    span = Span(start, end)
    name = whole.source.read(span)
    parts = (Mention("short", span, name, RULE),) if _ALONE.fullmatch(whole.folded) else ()
    yield Mention("venue", span, name, RULE, parts)
    if _CONFERENCE.search(whole.folded):
        yield Mention("venue_sort", span, "conference", RULE, (), "inferred")


def place(passage: Passage) -> Iterator[Mention]:
    """A place, without a short name or a track that stand before it."""
    whole = closed(passage)
    if ")" in whole.folded and "(" not in whole.folded:
        short = whole.head(whole.folded.index(")"))
        if short.folded.isalnum():
            yield Mention("acronym", short.span, short.value, RULE)
        whole = whole.after(short.span).strip(" ,.)")
    pieces = whole.split(_COMMA)
    while pieces and _is_track(pieces[0].folded):
        yield Mention("track", pieces[0].span, pieces[0].value, RULE)
        pieces = pieces[1:]
    if pieces:
        span = Span(pieces[0].span.start, whole.span.end)
        yield Mention("place", span, whole.source.read(span), RULE)


def track(passage: Passage) -> Iterator[Mention]:
    """`Demo Track`; a row of links that merely looks like one is a remark."""
    label = "track" if _is_track(passage.folded) else "note"
    yield Mention(label, passage.span, passage.value, RULE)


def closed(passage: Passage) -> Passage:
    """With the bracket that closes one opened in it."""
    text, (start, end) = passage.source.folded, passage.span
    after = text[end : end + 1]
    if after in _PAIRS and passage.folded.count(_PAIRS[after]) > passage.folded.count(after):
        return passage.source.whole().part(start, end + 1)
    return passage


def _brackets(passage: Passage) -> Iterator[re.Match[str]]:
    """A short name in brackets, in the venue or right behind it."""
    if "(" in passage.folded:
        yield from passage.search(_ACRONYM)
    behind = passage.source.whole().around(passage.span, behind=99).after(passage.span)
    if (found := behind.match(_ACRONYM)) is not None:
        yield found


def _behind(passage: Passage) -> Iterator[Mention]:
    """What stands behind the short name: a track, or a remark."""
    for piece in passage.split(_COMMA):
        trimmed = piece.strip(" ,.:;-")
        if trimmed:
            words = len(trimmed.folded.split())
            label = "track" if _is_track(trimmed.folded) or words < 4 else "note"
            yield Mention(label, trimmed.span, trimmed.value, RULE)


def _tracked(name: Passage) -> tuple[Passage, list[Mention]]:
    """A name and the tracks that end it behind a comma: `… Computing Systems, Extended Abstracts`."""
    pieces = name.split(_COMMA)
    tracks: list[Mention] = []
    while len(pieces) > 1 and _is_track(pieces[-1].folded):
        tracks.append(Mention("track", pieces[-1].span, pieces[-1].value, RULE))
        pieces = pieces[:-1]
    return (name.part(name.span.start, pieces[-1].span.end), tracks) if tracks else (name, [])


def _is_track(text: str) -> bool:
    words = text.strip().lower()
    known = lexicon.words("track")
    return words in known or (words.count(" ") < 4 and words.endswith(" track"))


def _keeps_stop(name: str, behind: str) -> bool:
    """Is the stop behind a venue that of its last word? `Harbour Law Rev. 12`, not `Ann Bot. 2009;`."""
    last = name.rsplit(maxsplit=1)[-1]
    if ";" in behind or len(last) > 7 or not _SHORTENED.search(last):
        return False
    return _INNER.search(name) is not None or _NUMBER.match(behind) is not None
