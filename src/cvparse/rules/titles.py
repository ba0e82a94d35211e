"""Where the title of a one-line citation ends.

"The title," in Proc. X                quotes, their inner quotes among them
Title? More of the title. Journal      a question mark ends it only before a venue
Title. Journal 12(3)                   a full stop, when one followed the authors
Title, Journal of X, 12 (2019)         a comma, when a comma followed the authors
Title. In Proc. X · Title, in: Book    the word *in*
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules.rule import Scene

REACH = 1500
"""How many characters of an entry may be its authors and title; bounds the search in odd texts."""
_OPEN = re.compile(r"[\s.,;:([]*\"")
_CLOSE = re.compile(r"[,.;]?\"(?=[\s,.;:)\]]|$)\s*[,.;:]?")
_STOP = re.compile(
    rf"(?<!\s[{UPPER}])(?<!\bvs)(?<!\bcf)(?<!\b[Nn]o)(?<!\bVol)(?<!\bSt)(?<!\bsp)(?<!\bspp)(?<!\bal)(?<!\bDr)(?<!\bi\.e)(?<!\be\.g)"
    rf"\.[\")\]]?(?=\s+(?:[{UPPER}\"(\d\[]|in[ :]|eLife|eNeuro|npj|mBio|iScience|(?:bio|med|chem|a)[rR]?[xX]iv)|\s*$)"
)
_ASKED = re.compile(rf"[?!][\")\]]?(?=\s+[{UPPER}\"(\d\[]|\s*$)")
_COMMA = re.compile(r"[,;](?=\s)|\s-(?=\s)")
_IN = re.compile(
    rf"[.,;?!]\s+(?=(?:[Ii]n|[Dd]ans|[Ii]m):?\s+(?:the\s)?[{UPPER}\"\d\[])|[.,;?!]?\s+(?=[Ii]n:\s)|[.,]\s+(?=(?:presented at|submitted to|to appear|accepted|published in|under review|edited (?:by|with)|translated by|eds?\.\s[A-Z])\b)|\s+(?=\((?:with|co-?authored)\s[A-Z])"
)
_REVIEW = re.compile(
    r"(?:[Bb]ook )?[Rr]eview(?: [Ee]ssay)? of [^\n]{3,300}?,?\s(?:edited |ed\. )?by\s"
)
_REVIEWED = re.compile(
    rf"\.(?=\s+[{UPPER}\"(])(?<!\s[{UPPER}]\.)|\s\(|,\s(?=(?:The )?[A-Z]\w+ (?:of|Review|Studies|Quarterly|Journal)|Journal|in )|\n"
)
_SMALL = re.compile(rf"(?<![\w-])[^\W\d_{UPPER}][\w-]*")
_WORDS = re.compile(r"[^\W\d_][\w'-]*")
_STOPPERS = ("date", "numbers", "doi", "arxiv", "url", "status", "acronym")
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
    for close in rest.part(opening.end(), rest.span.end).search(_CLOSE):
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


def end(scene: Scene, rest: Passage, comma: bool) -> int:
    """Where the title at the start of `rest` ends; `comma` says that commas part the fields."""
    near = rest.head(REACH)
    if review := near.match(_REVIEW):
        after = near.part(review.end(), near.span.end)
        return next((m.start() for m in after.search(_REVIEWED)), near.span.end)
    stop = _first_stop(scene, near)
    before = near.part(near.span.start, stop)
    if inner := next(iter(before.search(_IN)), None):
        sentence = _sentence(scene, before)
        if sentence is None or inner.start() <= sentence + 1:
            return inner.start()
    sentence = _sentence(scene, before)
    by_comma = _by_comma(scene, before)
    if comma and by_comma is not None:
        return by_comma
    if sentence is not None and (
        by_comma is None or before.part(sentence + 1, stop).strip(_EDGE + "()")
    ):
        return sentence
    return by_comma if by_comma is not None else stop


def _first_stop(scene: Scene, near: Passage) -> int:
    """Where the first number or date of the tail stands; one in the title's own words is none."""
    for word in scene.seen(*_STOPPERS, within=near.span):
        before = near.before(word.span).folded
        after = near.after(word.span).folded.lstrip()[:1]
        if len(before) < 8:
            continue
        if word.label in ("date", "status", "numbers") and (after.islower() or _runs_in(before)):
            continue
        if word.label == "date" and after in ("'", "?", ":"):
            continue
        return word.span.start
    return near.span.end


def _runs_in(before: str) -> bool:
    """`the crisis of 2008`, `between 1920`: the date belongs to the sentence."""
    words = before.rstrip(" (").rsplit(None, 1)
    return words[-1] in (
        "in",
        "of",
        "the",
        "since",
        "from",
        "between",
        "until",
        "after",
        "before",
        "to",
        "and",
        "de",
        "la",
    )


def _sentence(scene: Scene, before: Passage) -> int | None:
    """The full stop that ends the title: the first, unless a sentence like a title follows."""
    stops = sorted(
        [m.start() for m in before.search(_STOP)]
        + [m.end() for m in before.search(_ASKED) if _venue_next(scene, before, m.end())]
    )
    for number, stop in enumerate(stops):
        if stop - before.span.start < 4:
            continue
        following = stops[number + 1] if number + 1 < len(stops) else before.span.end
        more = before.part(stop + 1, following)
        if number + 1 < len(stops) and _like_title(scene, more):
            last = before.part(following + 1, before.span.end).strip(_EDGE)
            if last and (last.span.length > 3):
                continue
        return stop
    return None


def _like_title(scene: Scene, more: Passage) -> bool:
    """A sentence of mostly small words, without a venue's word: more of the title."""
    words = len(list(more.search(_WORDS)))
    small = len(list(more.search(_SMALL)))
    return words > 3 and small * 2 >= words and not strong(scene, more)


def _venue_next(scene: Scene, before: Passage, at: int) -> bool:
    """Does a venue follow here: its word before the sentence ends, or few words and the end?"""
    rest = before.part(at, before.span.end)
    stop = next(iter(rest.search(_STOP)), None)
    piece = rest.part(at, stop.start()) if stop else rest
    if strong(scene, piece):
        return True
    return stop is None and not _like_title(scene, piece) and len(list(piece.search(_WORDS))) < 8


def _by_comma(scene: Scene, before: Passage) -> int | None:
    """The comma before the first piece with a venue's word, else the last comma but the trailing."""
    commas = [m.start() for m in before.search(_COMMA)]
    for number, comma in enumerate(commas):
        following = commas[number + 1] if number + 1 < len(commas) else before.span.end
        if comma - before.span.start > 8 and strong(scene, before.part(comma, following)):
            return _with_place(scene, before, commas[:number], comma, following)
    told = [c for c in commas if before.part(c, before.span.end).strip(_EDGE + "()")]
    if not told or before.span.end == before.source.lines_of(before.span)[-1].span.end:
        return None
    at = _list_start(before, told)
    last = before.part(at + 1, before.span.end).strip(_EDGE)
    return at if last.folded[:1].isupper() and at - before.span.start > 8 else None


def _list_start(before: Passage, commas: list[int]) -> int:
    """`Title, Bioscience, Biotechnology, and Biochemistry`: the comma before the whole list."""
    number = len(commas) - 1
    if before.part(commas[number] + 1, before.span.end).strip().folded.startswith(("and ", "& ")):
        number -= 1
        while (
            number > 0
            and before.part(commas[number - 1] + 1, commas[number]).strip().folded.count(" ") < 1
        ):
            number -= 1
    return commas[max(number, 0)]


def _with_place(
    scene: Scene, before: Passage, earlier: list[int], comma: int, following: int
) -> int:
    """`Title, Rennes, Presses universitaires`: the comma before the publisher's place."""
    publisher = [
        m for m in scene.seen("venue_word", within=Span(comma, following)) if m.value == "publisher"
    ]
    if publisher and earlier and earlier[-1] - before.span.start > 8:
        place = before.part(earlier[-1] + 1, comma).strip()
        if place.folded[:1].isupper() and place.folded.count(" ") < 2:
            return earlier[-1]
    return comma


def strong(scene: Scene, piece: Passage) -> bool:
    """A venue's word in it, written with a capital: `Journal`, `Proc.`, `Nature`."""
    return any(
        piece.source.folded[m.span.start : m.span.start + 1].isupper()
        or m.value in ("name", "preprint")
        for m in scene.seen("venue_word", within=piece.span)
    )


def mention(passage: Passage, rule: str) -> Iterator[Mention]:
    """The title without quotes and stops at its ends; `?` and `!` stay."""
    title = passage.strip(_EDGE)
    if title and any(c.isalnum() for c in title.folded):
        yield Mention("title", Span(*title.span), title.value, rule)
