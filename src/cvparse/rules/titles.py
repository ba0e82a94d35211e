"""Where the title of a one-line citation ends.

"The title," in Proc. X                     quotes, their inner quotes among them
Review of Title, by J. Roe. Journal         what is reviewed is part of it
Title. Journal 12(3) · Title, in: Book      the likeliest sign of all, see `borders`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules import borders
from cvparse.rules.rule import Scene

REACH = 1500
"""How many characters of an entry may be its authors and title; bounds the search in odd texts."""
_OPEN = re.compile(r"[\s.,;:([]*(?:\"|'(?=[^\W\d_]|\"))")
_CLOSE = re.compile(r"[,.;]?\"(?=[\s,.;:)\]]|$)\s*[,.;:]?")
_REVIEW = re.compile(
    r"(?:[Bb]ook )?[Rr]eview(?: [Ee]ssay)? of [^\n]{3,300}?,?\s(?:edited |ed\. )?by\s"
)
_SINGLE_CLOSE = re.compile(r"[,.;]?'(?=[,.;:)\]]|\s*$|\s\()\s*[,.;:]?")
_NOTICE = re.compile(
    r"(?:(?:Book )?Review of|Rez(?:ension|\.)? (?:zu|von)|Compte[- ]rendu d[e'u]|Recensione (?:di|a)|Reseña de)\b\s?:?"
)
_NOTICED = re.compile(r",\sin:?\s|\s\(")
_IN = re.compile(r"[.,]?\s(?:[Ii]n|dans)\s?:\s|[.,]\sdans\s")
_REVIEWED = re.compile(
    rf"\.(?=\s+[{UPPER}\"(])(?<!\s[{UPPER}]\.)|\s\(|,\s(?=(?:The )?[A-Z]\w+ (?:of|Review|Studies|Quarterly|Journal)|Journal|in )|\n"
)
_STOPPERS = ("date", "numbers", "doi", "arxiv", "url", "status", "acronym", "imprint")
_MARKS = " \t\n*_"
_EDGE = ' \t\n.,;:"-'


def opens_quote(rest: Passage) -> bool:
    """Does a quotation mark stand at the start?"""
    return rest.match(_OPEN) is not None


def quoted(scene: Scene, rest: Passage) -> tuple[Passage, int] | None:
    """A title in quotes at the start: the words between them, and where the quotes end.

    The closing mark is the one printed as such, or the first straight one before white space or
    a stop that leaves no quote open.
    """
    opening = rest.match(_OPEN)
    if opening is None:
        return None
    rest = rest.part(rest.span.start, opening.end() + REACH)
    mark = rest.source.text[opening.end() - 1]
    closes = _SINGLE_CLOSE if opening.group().endswith("'") else _CLOSE
    for close in rest.part(opening.end(), rest.span.end).search(closes):
        inside = rest.part(opening.end(), close.start())
        if mark in "«„“" and not _closing(mark, rest.at(close).text):
            continue
        if inside.folded.count('"') % 2 and mark == '"':
            continue
        title = inside.strip(" \t\n,.;")
        if title.span.length > 2:
            return title, close.end()
    return None


def _closing(mark: str, text: str) -> bool:
    """Does the mark printed here close this one?"""
    return any(c in {"«": "»", "„": '“”"', "“": '”"'}[mark] for c in text)


def end(scene: Scene, rest: Passage, style: str) -> int:
    """Where the title at the start of `rest` ends; `style` is what stands before it."""
    near = rest.head(REACH // 2)
    if review := near.match(_REVIEW):
        after = near.part(review.end(), near.span.end)
        return next((m.start() for m in after.search(_REVIEWED)), near.span.end)
    if near.match(_NOTICE) and (noticed := next(near.search(_NOTICED), None)):
        return noticed.start()
    if printed := _emphasized(near):
        return printed
    if inside := next(near.search(_IN), None):
        return inside.start()
    words = scene.seen(*_STOPPERS, within=near.span)
    stoppers = [m for m in words if m.span.start > near.span.start]
    return borders.find(scene, near, style, stoppers).end


def _emphasized(near: Passage) -> int | None:
    """Where emphasis tells the title from the rest: `Title, *Journal* 12`, `*The Book*. Press`.

    Behind a sign it opens a venue; without one it names a species, or stresses a word.
    """
    for stretch in _embraced(near):
        before, words = near.before(stretch), near.part(*stretch)
        apart = near.after(stretch).strip("*_").folded.lstrip()[:1] in ("(", ",")
        if not before.strip(_MARKS) and words.folded.count(" ") > (0 if apart else 2):
            return words.span.end
        sign = before.strip(_MARKS).folded[-1:]
        after = near.after(stretch).strip(_MARKS).folded[:1]
        capital = words.strip(_MARKS).folded[:1].isupper()
        if sign in (*".,?!",) and capital and (after in ".,;(:" or after.isdigit()):
            return before.strip(_MARKS + ".,").span.end
    return None


def _embraced(near: Passage) -> list[Span]:
    """The stretches in emphasis, one whose opening mark was taken for a stray sign among them."""
    return near.source.emphasized(near.source.whole().around(near.span, before=2).span)


def mention(passage: Passage, rule: str) -> Iterator[Mention]:
    """The title without quotes and stops at its ends; `?` and `!` stay."""
    title = passage.strip(_EDGE)
    if title and any(c.isalnum() for c in title.folded):
        yield Mention("title", Span(*title.span), title.value, rule)
