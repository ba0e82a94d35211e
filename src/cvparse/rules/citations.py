"""Publications: blocks of lines (title, authors, venue) and one-line citations.

    Title ⏎ Authors ⏎ Venue (ACR), Place, Year          as web pages print them
    Surname, I. (2019). Title. Journal, 12(3), 45-67.   APA, and Vancouver with the year later
    I. Surname, "Title," in Proc. X, 2019, pp. 1-2.     IEEE, Chicago
    Title. I. Surname, J. Surname. Venue, 2019.         title first
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules import authors, sorts, titles, venues
from cvparse.rules.names import Run
from cvparse.rules.people import mention
from cvparse.rules.rule import Finder, Reading, Scene

_KINDS = frozenset({"publications"})
_LABEL = re.compile(r"\s*(?:\[[A-Z]{0,3}\.?\d{1,3}[a-z]?\]|\(?[A-Z]{0,2}\d{1,3}[.)](?=\s))\s*")
_EDITORS_ONLY = re.compile(r"\s*[,(]?\s*\(?(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|[Dd]irs?)\b\.?\)?[.,:]*\s*")
_AFTER_NAMES = re.compile(r"[\s.,:;*]*")
_DATE_CLOSE = re.compile(r"[a-z]?[\s.,:;)\]\"]*?(?=\"|[\s.,:;)\]]*$)|[a-z]?[\s.,:;)\]]*")
_SIGN = re.compile(r"[\s*]*([,.:;(\"]|-\s)")
_NAMES_CLOSE = re.compile(r"\s*[,.:]?\s*(?:\"|\(\d{4}|(?:19|20)\d\d)|\s*\.\s")
_STRAY = re.compile(r"[^\w\"'(\[]+")
_WITH = re.compile(r"(?<!edited )(?<!Edited )(?<![\w-])\(?(?:[Ww]ith|[Aa]vec|[Mm]it|[Cc]o-?authored with|[Jj]oint with)\s+(?=[^\W\d_a-zß-ÿ])")
_STARS = re.compile(r"\s*\([*†‡§#∗⁎\\ ]{1,3}[^()]{3,90}\)\.?\s*|\s*[*†‡§#∗⁎]\s?(?:denotes|indicates|=)[^\n]{3,120}")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-z]\.")
_STOP = re.compile(r"\s*\*?[.,:](?:\s|$)")
_ABBREVIATED = re.compile(r"(?:[A-Z]\w{0,11}\.\s?){2,6}(?:[A-Z]\b)?")
_QUOTE = re.compile(r"[,.:;]\s+\"")
_LOWER = re.compile(r"(?<![\w'-])(?!and\b|et\b|und\b|al\b|van\b|von\b|de\b)[a-zß-ÿ]{2,}")
_EDGE = " \t\n.,;:\"-"


def _citation(scene: Scene) -> Iterator[Mention]:
    """The parts of one publication."""
    if legend := scene.entry.fullmatch(_STARS):
        span = scene.entry.at(legend).strip().span
        yield Mention("legend", span, "legend", "citations.legend")
        return
    items = [i for i in scene.entry.items if not _aside(scene, i)]
    if not items:
        return
    listed = [n for n, item in enumerate(items) if _people(scene, item) is not None]
    if len(items) > 1 and listed and listed[0] > 0 and not _cited(scene, items[0]):
        yield from _block(scene, items, listed[0])
    elif len(items) > 1 and listed and listed[0] == 0 and _all_names(scene, items[0]):
        yield from _names_first(scene, items)
    elif len(items) > 1 and not listed and _bare_title(scene, items[0]):
        yield from _headed(scene, items[0])
        yield from _behind_title(scene, _joined(items[1:]))
    else:
        yield from _line(scene, _joined(items))
    yield from sorts.look(scene)


def _aside(scene: Scene, item: Item) -> bool:
    """A row of links or a legend: seen already, and no part of the citation."""
    seen = scene.seen("link", "legend", "furniture", "metric", within=item.span)
    return bool(seen) and not any(
        c.isalnum() for piece in item.without(m.span for m in seen) for c in piece.folded
    )


def _people(scene: Scene, item: Item) -> Mention | None:
    """The list of persons that begins this item."""
    seen = scene.seen("people", within=item.span)
    if seen and seen[0].span.start <= item.span.start + 3:
        return seen[0]
    found = authors.read(item, scene.cast)
    sure = len(found.names) > 1 or (bool(found.names) and (found.others or _initialed(item, found)))
    return mention(found, "people", "citations.authors") if sure else None


def _initialed(item: Item, found: Run) -> bool:
    """`F. Hess. Surf. Sci. 12`: one name with initials, then a stop or the end."""
    rest = item.part(found.end, item.span.end)
    initials = next(found.names[0].passage.search(_INITIAL), None)
    return initials is not None and (not rest.strip() or rest.match(_STOP) is not None)


def _cited(scene: Scene, item: Item) -> bool:
    """Does the first line hold a citation already, its year or numbers in it?"""
    return bool(scene.seen("numbers", within=item.span)) and titles.quoted(scene, item) is not None


def _bare_title(scene: Scene, item: Item) -> bool:
    """A line that is a title and nothing more: no numbers, no quotes, no second sentence."""
    if scene.seen("numbers", "date", "doi", "venue_word", within=item.span) or '"' in item.folded:
        return False
    return ". " not in item.folded.strip() and item.folded.count(" ") > 2 and not item.match(_WITH)


def _all_names(scene: Scene, item: Item) -> bool:
    people = _people(scene, item)
    return people is not None and not item.after(people.span).strip(" .,;:*")


def _joined(items: list[Item]) -> Passage:
    return items[0].source.whole().part(items[0].span.start, items[-1].span.end)


def _block(scene: Scene, items: list[Item], at: int) -> Iterator[Mention]:
    """Title lines, then authors, then the venue, on the authors' line or below."""
    lines = at - 1 if _venue_above(scene, items, at) else at
    title = _joined(items[:lines])
    yield from _headed(scene, title)
    if lines < at:
        yield from venues.read(scene, items[lines])
    people = _people(scene, items[at])
    if people is not None:
        yield people
        rest = items[at].source.whole().part(people.span.end, items[-1].span.end)
        rest = rest.strip(_EDGE)
        if rest.folded.startswith(title.folded.strip(_EDGE)):
            rest = rest.part(rest.span.start + len(title.folded.strip(_EDGE)), rest.span.end)
        yield from _published(scene, rest)
        yield from venues.read(scene, rest)


def _venue_above(scene: Scene, items: list[Item], at: int) -> bool:
    """`Title ⏎ Venue ⏎ Authors`: the last line but the authors', when they end the entry."""
    if at < 2:
        return False
    line = items[at - 1]
    if scene.seen("numbers", "status", within=line.span) or titles.strong(scene, line):
        return True
    open_end = items[at - 2].folded.rstrip()[-1:] in "-,:" or line.folded.strip()[:1].islower()
    return at == len(items) - 1 and not open_end


def _headed(scene: Scene, title: Passage) -> Iterator[Mention]:
    """A title on lines of its own, `(with X)` behind it set apart."""
    fellows = next(iter(title.search(_WITH)), None)
    if fellows and "(" in fellows.group():
        found = authors.read(title.part(fellows.end(), title.span.end), scene.cast)
        if found.names:
            yield mention(found, "people", "citations.with")
            title = title.part(title.span.start, fellows.start())
    yield from titles.mention(title, "citations.title")


def _names_first(scene: Scene, items: list[Item]) -> Iterator[Mention]:
    yield from titles.mention(items[1], "citations.title")
    if len(items) > 2:
        yield from venues.read(scene, _joined(items[2:]))


def _line(scene: Scene, text: Passage) -> Iterator[Mention]:
    """One line: a number, a year or `With X.` before it; then authors first, or the title."""
    if label := text.match(_LABEL):
        text = text.part(label.end(), text.span.end)
    if stray := text.match(_STRAY):
        text = text.part(stray.end(), text.span.end)
    if text.match(_WITH):
        yield from _with(scene, text)
        return
    found = authors.read(text, scene.cast)
    if found.names and _opens(scene, text, found) and not _elsewhere(scene, found):
        rest = text.part(found.end, text.span.end)
        label_, rest = _as_editors(rest)
        yield mention(found, label_, "citations.authors")
        comma = _comma_follows(rest)
        rest, dated = _behind_date(scene, rest)
        yield from dated
        yield from _title_then_venue(scene, rest, comma)
    else:
        yield from _title_first(scene, text)


def _with(scene: Scene, text: Passage) -> Iterator[Mention]:
    """`With Rufus Adomako. "Title." Journal`: the owner's fellow authors."""
    opening = text.match(_WITH)
    rest = text.part(opening.end(), text.span.end) if opening else text
    found = authors.read(rest, scene.cast)
    if found.names and opening:
        people = mention(found, "people", "citations.with")
        yield replace(people, span=Span(text.strip().span.start, people.span.end))
        rest = rest.part(found.end, rest.span.end)
    rest, dated = _behind_date(scene, rest)
    yield from dated
    yield from _title_then_venue(scene, rest, _comma_follows(rest))


def _as_editors(rest: Passage) -> tuple[str, Passage]:
    """`A. Roe (Ed.)`: the names of a whole book are its editors'."""
    mark = rest.match(_EDITORS_ONLY)
    if mark and mark.group().strip(" ,."):
        return "editors", rest.part(mark.end(), rest.span.end)
    return "people", rest


def _comma_follows(rest: Passage) -> bool:
    """Do commas part the fields? They do when one stands behind the authors."""
    sign = rest.match(_SIGN)
    return sign is not None and sign[1] == ","


def _opens(scene: Scene, text: Passage, found: Run) -> bool:
    """Are these names the authors? Several, or inverted, or followed by a date or a quote."""
    if len(found.names) > 1 or found.others or found.names[0].style in ("inverted", "vancouver"):
        return True
    if found.names[0].passage.value in scene.cast:
        return True
    return bool(text.part(found.end, text.span.end).match(_NAMES_CLOSE))


def _elsewhere(scene: Scene, found: Run) -> bool:
    """`Ithaca, NY: Cornell University Press`: a place, however like a name it looks."""
    names = [n.passage.span for n in found.names]
    return any(m.span.overlaps(names[0]) for m in scene.seen("imprint", "place", "venue_word"))


def _behind_date(scene: Scene, rest: Passage) -> tuple[Passage, list[Mention]]:
    """What follows the year or status in `Surname, I. (2019). Title`; that year is the date."""
    if lead := rest.match(_AFTER_NAMES):
        rest = rest.part(lead.end(), rest.span.end)
    dated: list[Mention] = []
    for word in scene.seen("date", "status", within=rest.part(rest.span.start, rest.span.start + 80).span):
        if rest.before(word.span).folded.strip(" (.,[") or not _stands_apart(rest, word):
            break
        if word.label == "date":
            dated.append(Mention("published", word.span, word.value, "citations.year"))
        close = rest.after(word.span).match(_DATE_CLOSE)
        rest = rest.part(close.end() if close else word.span.end, rest.span.end)
    return rest, dated


def _stands_apart(rest: Passage, word: Mention) -> bool:
    """`2019. Title` and `(2019) Title`, not `2019 elections in X`."""
    before, after = rest.before(word.span).folded, rest.after(word.span).folded[:3].lstrip("abcd")
    return "(" in before or "[" in before or not after.strip() or after[:1] in ",.:;)]\t\n" or after[1:2] in '"'


def _title_then_venue(scene: Scene, rest: Passage, comma: bool) -> Iterator[Mention]:
    """A title in quotes, or up to the end of its sentence; the rest is the venue."""
    if _untitled(scene, rest):
        tail = rest
    else:
        tail = yield from _titled(scene, rest, comma)
    yield from _published(scene, tail)
    yield from venues.read(scene, tail)


def _untitled(scene: Scene, rest: Passage) -> bool:
    """`A. Roe, B. Poe. Surf. Sci. 606 (2012) 9-12`: a journal's short name, and no title."""
    short = rest.strip(_EDGE).match(_ABBREVIATED)
    numbers = scene.seen("numbers", within=rest.span)
    return short is not None and bool(numbers) and numbers[0].span.start - short.end() < 4


def _titled(scene: Scene, rest: Passage, comma: bool) -> Iterator[Mention]:
    """The title at the start; gives back what stands behind it."""
    rest = rest.strip(" \t\n.,;:-")
    if found := titles.quoted(scene, rest):
        title, end = found
        yield Mention("title", title.span, title.value, "citations.quoted_title")
        return rest.part(end, rest.span.end)
    if late := _late_quote(rest):
        return (yield from _titled(scene, late, comma))
    end = titles.end(scene, rest, comma)
    yield from titles.mention(rest.part(rest.span.start, end), "citations.title")
    return rest.part(end, rest.span.end)


def _late_quote(rest: Passage) -> Passage | None:
    """`Mueller, "Title," in X`: odd names before the quotes, nothing in small letters."""
    for match in rest.part(rest.span.start, rest.span.start + 300).search(_QUOTE):
        before = rest.part(rest.span.start, match.start())
        return None if next(before.search(_LOWER), None) else rest.part(match.end() - 1, rest.span.end)
    return None


def _title_first(scene: Scene, text: Passage) -> Iterator[Mention]:
    """The title, then perhaps authors, then the venue; `(with X)` anywhere behind the title."""
    text, dated = _behind_date(scene, text)
    yield from dated
    rest = yield from _titled(scene, text, False)
    yield from _behind_title(scene, rest)


def _behind_title(scene: Scene, rest: Passage) -> Iterator[Mention]:
    """Perhaps authors, then the venue; `(with X)` anywhere."""
    rest = rest.strip(_EDGE)
    found = authors.read(rest, scene.cast)
    if found.names and _opens(scene, rest, found) and not _elsewhere(scene, found) and not _as_editors(rest.part(found.end, rest.span.end))[0] == "editors":
        yield mention(found, "people", "citations.authors")
        rest = rest.part(found.end, rest.span.end)
    elif fellows := next(iter(rest.part(rest.span.start, rest.span.start + 600).search(_WITH)), None):
        found = authors.read(rest.part(fellows.end(), rest.span.end), scene.cast)
        if found.names:
            yield mention(found, "people", "citations.with")
    yield from _published(scene, rest)
    yield from venues.read(scene, rest)


def _published(scene: Scene, tail: Passage) -> Iterator[Mention]:
    """The date inside or beside the numbers: `12 (2013): 3-9`, `2019;21(3):1`, `pp. 3-9, 2020`."""
    numbers = scene.seen("numbers", "imprint", within=tail.span)
    for word in scene.seen("date", within=tail.span):
        for number in numbers:
            gap = tail.part(min(word.span.end, number.span.end), max(word.span.start, number.span.start))
            if gap.span.length < 4 and not any(c.isalnum() for c in gap.folded):
                yield Mention("published", word.span, word.value, "citations.beside_numbers")
                return


LAYOUTS: tuple[Finder, ...] = (Reading("citations.parts", _citation, kinds=_KINDS),)
