"""One-line citations: which words are authors, title and venue.

Surname, I. (2019). Title. Journal, 12(3), 45-67.   APA, and Vancouver with the year later
I. Surname, "Title," in Proc. X, 2019, pp. 1-2.     IEEE, Chicago
With I. Surname. "Title." Journal 12 (2013): 3-9.   the owner among the authors
Title. I. Surname, J. Surname. Venue, 2019.         title first
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules import authors, titles, venues
from cvparse.rules.names import INITIAL, WORD, Run
from cvparse.rules.people import mention
from cvparse.rules.rule import Scene

LABEL = re.compile(
    r"\s*(?:\[[A-Z]{0,3}\.?\d{1,3}[a-z]?\s?\]|\(?[A-Z]{0,2}\d{1,3}\s?[.)](?=\s|$))\s*"
)
_EDITORS_ONLY = re.compile(
    r"\s*[,(]?\s*\(?(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|[Dd]irs?)\b\.?\)?[.,:]*\s*"
)
_AFTER_NAMES = re.compile(r"[\s.,:;*)]*")
_UNDATED = re.compile(r"[\s.,:;*]*\((?:n\. ?d|s\. ?d|s\. ?f|o\. ?J)\.?\)[\s.,:;]*")
_DATE_CLOSE = re.compile(r"[a-z]?[\s.,:;)\]\"]*?(?=\"|[\s.,:;)\]]*$)|[a-z]?[\s.,:;)\]]*")
_SIGN = re.compile(r"[\s*]*([,.:;(\"]|-\s)")
_NAMES_CLOSE = re.compile(r"\s*[,.:]?\s*(?:\"|\(\d{4}|(?:19|20)\d\d)|\s*\.\s")
_INITIALLED = re.compile(rf"(?:{INITIAL}\s?|{WORD}\s{INITIAL}\s)")
_TITLE_OPENS = re.compile(
    rf"\s*[.:]\s+(?=[\"'{UPPER}]\S*(?<![.])\s)|,\s+(?=[{UPPER}][a-z]*\s[a-z])"
)
_STRAY = re.compile(r"[^\w\"'(\[]+")
WITH = re.compile(
    r"(?<!edited )(?<!Edited )(?<![\w-])\(?(?:[Ww]ith|[Aa]vec|[Mm]it|[Cc]on|[Cc]om|[Cc]o-?authored with|[Jj]oint with)\s+(?=[^\W\d_a-zß-ÿ])"
)
_ABBREVIATED = re.compile(r"(?:[A-Z]\w{0,11}\.\s?){2,6}(?:[A-Z]\b)?")
_QUOTE = re.compile(r"[,.:;]\s+\"")
_LOWER = re.compile(r"(?<![\w'-])(?!and\b|et\b|und\b|al\b|van\b|von\b|de\b)[a-zß-ÿ]{2,}")
EDGE = ' \t\n.,;:"-'


def read(scene: Scene, text: Passage) -> Iterator[Mention]:
    """One line: a number, a year or `With X.` before it; then authors first, or the title."""
    if label := text.match(LABEL):
        text = text.part(label.end(), text.span.end)
    if stray := text.match(_STRAY):
        text = text.part(stray.end(), text.span.end)
    if text.match(WITH):
        yield from _with(scene, text)
        return
    dated = _behind_date(scene, text)
    if dated.span != text.span and dated.match(WITH):  # 2021. (avec M. Roe) « Titre »
        yield from _with(scene, dated)
        return
    found = authors.read(text, scene.cast)
    if found.names and _opens(scene, text, found) and not _elsewhere(scene, found):
        rest = text.part(found.end, text.span.end)
        label_, rest = _as_editors(rest)
        yield mention(found, label_, "citations.authors")
        behind = _behind_date(scene, rest)
        yield from _title_then_venue(scene, behind, _style(scene, rest, behind))
    else:
        yield from _title_first(scene, text)


def _with(scene: Scene, text: Passage) -> Iterator[Mention]:
    """`With Rufus Adomako. "Title." Journal`: the owner's fellow authors."""
    opening = text.match(WITH)
    rest = text.part(opening.end(), text.span.end) if opening else text
    found = authors.read(rest, scene.cast)
    if found.names and opening:
        people = mention(found, "people", "citations.with")
        yield people._replace(span=Span(text.strip().span.start, people.span.end))
        rest = rest.part(found.end, rest.span.end)
    behind = _behind_date(scene, rest)
    yield from _title_then_venue(scene, behind, _style(scene, rest, behind))


def _as_editors(rest: Passage) -> tuple[str, Passage]:
    """`A. Roe (Ed.)`: the names of a whole book are its editors'."""
    mark = rest.match(_EDITORS_ONLY)
    if mark and mark.group().strip(" ,."):
        return "editors", rest.part(mark.end(), rest.span.end)
    return "people", rest


def _style(scene: Scene, rest: Passage, behind: Passage) -> str:
    """What stands between the authors and the title: a date, a comma, a stop."""
    if scene.seen("date", within=rest.before(behind.span).span):
        return "date"
    sign = rest.match(_SIGN)
    return "comma" if sign is not None and sign[1] == "," else "stop"


def _opens(scene: Scene, text: Passage, found: Run) -> bool:
    """Are these names the authors? Several, or inverted, or followed by a date or a quote; one
    with initials also before what begins as titles do: `A. Roe. On leaves`, `A. Roe: On leaves`.
    """
    if len(found.names) > 1 or found.others or found.names[0].style in ("inverted", "vancouver"):
        return True
    if found.names[0].passage.value in scene.cast:
        return True
    behind = text.part(found.end, text.span.end)
    if found.names[0].passage.match(_INITIALLED) and behind.match(_TITLE_OPENS):
        return True
    closes = behind.match(_NAMES_CLOSE)
    stopped = closes is not None and closes.group().strip() == "."
    return closes is not None and not (stopped and found.names[0].style == "full")


def _elsewhere(scene: Scene, found: Run) -> bool:
    """`Ithaca, NY: Cornell University Press`: a place, however like a name it looks."""
    names = [n.passage.span for n in found.names]
    return any(m.span.overlaps(names[0]) for m in scene.seen("imprint", "place", "venue_word"))


def _behind_date(scene: Scene, rest: Passage) -> Passage:
    """What follows the year or status in `Surname, I. (2019). Title`."""
    if lead := rest.match(_UNDATED) or rest.match(_AFTER_NAMES):
        rest = rest.part(lead.end(), rest.span.end)
    for word in scene.seen("date", "status", within=rest.head(80).span):
        if rest.before(word.span).folded.strip(" (.,[") or not _stands_apart(rest, word):
            break
        close = rest.after(word.span).match(_DATE_CLOSE)
        rest = rest.part(close.end() if close else word.span.end, rest.span.end)
    return rest


def _stands_apart(rest: Passage, word: Mention) -> bool:
    """`2019. Title` and `(2019) Title`, not `2019 elections in X`."""
    before, after = rest.before(word.span).folded, rest.after(word.span).folded[:3].lstrip("abcd")
    return (
        "(" in before
        or "[" in before
        or not after.strip()
        or after[:1] in ",.:;)]\t\n"
        or after[1:2] in ("", '"')
    )


def _title_then_venue(scene: Scene, rest: Passage, style: str) -> Iterator[Mention]:
    """A title in quotes, or up to the end of its sentence; the rest is the venue."""
    if _untitled(scene, rest):
        tail = rest
    else:
        title, tail = _titled(scene, rest, style)
        yield from title
    yield from venues.read(scene, tail)


def _untitled(scene: Scene, rest: Passage) -> bool:
    """`A. Roe, B. Poe. Surf. Sci. 606 (2012) 9-12`: a journal's short name, and no title."""
    short = rest.strip(EDGE).match(_ABBREVIATED)
    numbers = scene.seen("numbers", within=rest.span)
    return (
        short is not None
        and bool(numbers)
        and rest.part(short.end(), numbers[0].span.start).span.length < 4
    )


def _titled(scene: Scene, rest: Passage, style: str) -> tuple[list[Mention], Passage]:
    """The title at the start, and what stands behind it."""
    rest = rest.strip(" \t\n.,;:-")
    late = None if titles.opens_quote(rest) else _late_quote(rest)
    if found := titles.quoted(scene, late or rest):
        title, end = found
        whole = Mention("title", title.span, title.value, "citations.quoted_title")
        return [whole], rest.part(end, rest.span.end)
    end = titles.end(scene, rest, style)
    words = titles.mention(rest.part(rest.span.start, end), "citations.title")
    return list(words), rest.part(end, rest.span.end)


def _late_quote(rest: Passage) -> Passage | None:
    """`Mueller, "Title," in X`: odd names before the quotes, nothing in small letters."""
    for match in rest.head(300).search(_QUOTE):
        before = rest.part(rest.span.start, match.start())
        return (
            None if next(before.search(_LOWER), None) else rest.part(match.end() - 1, rest.span.end)
        )
    return None


def _title_first(scene: Scene, text: Passage) -> Iterator[Mention]:
    """The title, then perhaps authors, then the venue; `(with X)` anywhere behind the title."""
    text = _behind_date(scene, text)
    title, rest = _titled(scene, text, "first")
    yield from title
    yield from behind_title(scene, rest)


def behind_title(scene: Scene, rest: Passage) -> Iterator[Mention]:
    """Perhaps authors, then the venue; `(with X)` anywhere."""
    rest = rest.strip(EDGE)
    found = authors.read(rest, scene.cast)
    if (
        found.names
        and _opens(scene, rest, found)
        and not _elsewhere(scene, found)
        and _as_editors(rest.part(found.end, rest.span.end))[0] != "editors"
    ):
        yield mention(found, "people", "citations.authors")
        rest = rest.part(found.end, rest.span.end)
    elif fellows := next(iter(rest.head(600).search(WITH)), None):
        found = authors.read(rest.part(fellows.end(), rest.span.end), scene.cast)
        if found.names:
            yield mention(found, "people", "citations.with")
            if fellows.start() == rest.span.start:
                rest = rest.part(found.end, rest.span.end)
    yield from venues.read(scene, rest)
