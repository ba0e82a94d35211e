"""Publications: blocks of lines (title, authors, venue) and one-line citations.

    Title ⏎ Authors ⏎ Venue (ACR), Place, Year          as web pages print them
    Surname, I. (2019). Title. Journal, 12(3), 45-67.   APA, and Vancouver with the year later
    I. Surname, "Title," in Proc. X, 2019, pp. 1-2.     IEEE, Chicago
    Title. I. Surname, J. Surname. Venue, 2019.         title first
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules import venues
from cvparse.rules.names import Run, run
from cvparse.rules.people import mention
from cvparse.rules.rule import Finder, Reading, Scene

_KINDS = frozenset({"publications"})
_END = re.compile(
    r"[?!]\"?\s+(?=[A-ZÀ-Þ\"(\d\[])|\"\s*[,.]\s+|(?<![ .(][A-Z])(?<!\bvs)(?<!\bcf)(?<!\bno)(?<!\bVol)\.\"?\s+(?=[A-ZÀ-Þ\"(\d\[])|\.$|\.\s+(?=in[ :])"
)
_COMMA_IN = re.compile(r",\s+(?=[Ii]n:?\s+[A-Z\"])|\.\s+(?=[Ii]n:)")
_EDITORS_ONLY = re.compile(r"\s*[,(]?\s*\(?(?:[Ee]ds?|[Hh]rsg|[Dd]irs?)\b\.?\)?[.,:]*\s*")
_AFTER_NAMES = re.compile(r"[\s.,:;]*")
_DATE_CLOSE = re.compile(r"[\s.,:;)\]]*")


def _citation(scene: Scene) -> Iterator[Mention]:
    """The parts of one publication."""
    items = [i for i in scene.entry.items if not _aside(scene, i)]
    if not items:
        return
    listed = [n for n, item in enumerate(items) if _people(scene, item) is not None]
    if len(items) > 1 and listed and listed[0] > 0:
        yield from _block(scene, items, listed[0])
    elif len(items) > 1 and listed and _all_names(scene, items[0]):
        yield from _names_first(scene, items)
    else:
        yield from _line(scene, _joined(items))


def _aside(scene: Scene, item: Item) -> bool:
    """A row of links or a legend: seen already, and no part of the citation."""
    seen = scene.seen("link", "legend", "furniture", "metric", within=item.span)
    return bool(seen) and not any(
        c.isalnum() for piece in item.without(m.span for m in seen) for c in piece.folded
    )


def _people(scene: Scene, item: Item) -> Mention | None:
    """The list of persons that begins this item."""
    seen = scene.seen("people", within=item.span)
    return seen[0] if seen and seen[0].span.start <= item.span.start + 3 else None


def _all_names(scene: Scene, item: Item) -> bool:
    people = _people(scene, item)
    return people is not None and not item.after(people.span).strip(" .,;:")


def _joined(items: list[Item]) -> Passage:
    return items[0].part(items[0].span.start, items[0].span.end) if len(items) == 1 else (
        items[0].source.whole().part(items[0].span.start, items[-1].span.end)
    )


def _block(scene: Scene, items: list[Item], at: int) -> Iterator[Mention]:
    """Title lines, then authors, then the venue, on the authors' line or below."""
    yield from _title(_joined(items[:at]))
    people = _people(scene, items[at])
    if people is not None:
        rest = items[at].source.whole().part(people.span.end, items[-1].span.end)
        yield from venues.read(scene, rest)


def _names_first(scene: Scene, items: list[Item]) -> Iterator[Mention]:
    yield from _title(items[1])
    if len(items) > 2:
        yield from venues.read(scene, _joined(items[2:]))


def _title(passage: Passage) -> Iterator[Mention]:
    title = passage.strip(" \t\n.,;:\"-")
    if title:
        yield Mention("title", title.span, title.value, "citations.title")


def _line(scene: Scene, text: Passage) -> Iterator[Mention]:
    """One line: authors first, or the title first."""
    found = run(text, scene.cast)
    if found.names and _opens(scene, text, found):
        rest = text.part(found.end, text.span.end)
        label = "people"
        if mark := rest.match(_EDITORS_ONLY):
            if mark.group().strip(" ,."):
                label = "editors"
                rest = rest.part(mark.end(), rest.span.end)
        yield mention(found, label, "citations.authors")
        yield from _title_then_venue(scene, _behind_date(scene, rest))
    else:
        yield from _title_first(scene, text)


def _opens(scene: Scene, text: Passage, found: Run) -> bool:
    """Are these names the authors? Several, or inverted, or followed by a date or a quote."""
    if len(found.names) > 1 or found.others or found.names[0].style in ("inverted", "vancouver"):
        return True
    if found.names[0].passage.value in scene.cast:
        return True
    rest = text.part(found.end, text.span.end)
    return bool(rest.match(re.compile(r"\s*[,.:]?\s*(?:\"|\(\d{4})|\s*\.\s")))


def _behind_date(scene: Scene, rest: Passage) -> Passage:
    """What follows the year in `Surname, I. (2019). Title`."""
    rest = rest.part((rest.match(_AFTER_NAMES) or rest.match(re.compile(""))).end(), rest.span.end)  # type: ignore[union-attr]
    for word in scene.seen("date", "status", within=rest.span):
        between = rest.before(word.span).folded.strip(" (.,[")
        if between:
            break
        close = rest.after(word.span).match(_DATE_CLOSE)
        rest = rest.part(close.end() if close else word.span.end, rest.span.end)
    return rest


def _title_then_venue(scene: Scene, rest: Passage) -> Iterator[Mention]:
    """A title in quotes, or up to the end of its sentence; the rest is the venue."""
    quoted = scene.seen("quoted", within=rest.span)
    if quoted and quoted[0].span.start <= rest.span.start + 2:
        yield Mention("title", quoted[0].span, quoted[0].value, "citations.quoted_title")
        yield from venues.read(scene, rest.after(quoted[0].span))
        return
    end = _sentence_end(scene, rest)
    yield from _title(rest.part(rest.span.start, end))
    yield from venues.read(scene, rest.part(end, rest.span.end))


def _sentence_end(scene: Scene, rest: Passage) -> int:
    """Where the title ends: at `, in X`, at the first full stop, or before a venue's name."""
    first = next(iter(rest.search(_END)), None)
    inner = next(iter(rest.search(_COMMA_IN)), None)
    ends = [m.start() + 1 for m in (first, inner) if m is not None]
    if ends:
        return min(ends)
    for word in scene.seen("venue_word", within=rest.span):
        comma = rest.before(word.span).folded.rfind(", ")
        if comma > 12:
            return rest.span.start + comma
    stops = [m.span.start for m in scene.seen("date", "numbers", within=rest.span)]
    return min(stops, default=rest.span.end)


def _title_first(scene: Scene, text: Passage) -> Iterator[Mention]:
    quoted = scene.seen("quoted", within=text.span)
    if quoted and quoted[0].span.start <= text.span.start + 2:
        yield Mention("title", quoted[0].span, quoted[0].value, "citations.quoted_title")
        rest = text.after(quoted[0].span)
    else:
        end = _sentence_end(scene, text)
        yield from _title(text.part(text.span.start, end))
        rest = text.part(end, text.span.end)
    rest = rest.strip(" \t\n.,;:\"-")
    found = run(rest, scene.cast)
    if found.names and _opens(scene, rest, found):
        yield mention(found, "people", "citations.authors")
        rest = rest.part(found.end, rest.span.end)
    yield from venues.read(scene, rest)


LAYOUTS: tuple[Finder, ...] = (Reading("citations.parts", _citation, kinds=_KINDS),)
