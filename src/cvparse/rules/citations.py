"""Publications: blocks of lines (title, authors, venue), or one-line citations.

Title ⏎ Authors ⏎ Venue (ACR), Place, Year          as web pages print them
Title ⏎ Venue ⏎ Authors · Title (with X) ⏎ Venue    the other orders
Surname, I. (2019). Title. Journal, 12(3), 45-67.   see `references`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules import addressed, authors, clues, references, sorts, titles, venues
from cvparse.rules.names import Run
from cvparse.rules.people import mention
from cvparse.rules.rule import Finder, Reading, Scene

REACH = 8000
"""How long a citation may be, in characters."""
_KINDS = frozenset({"publications"})
_STARS = re.compile(
    r"\s*\([*†‡§#∗⁎\\ ]{1,3}[^()]{3,90}\)\.?\s*|\s*[*†‡§#∗⁎]\s?(?:denotes|indicates|=)[^\n]{3,120}"
)
_ABSTRACT = re.compile(r"\W{0,3}(?:Abstract|Summary|Résumé|Zusammenfassung)\b\W", re.I)
_APART = ("link", "legend", "furniture", "metric", "date", "doi", "url", "arxiv", "isbn", "pmid")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_a-z]\.")
_STOP = re.compile(r"\s*\*?[.,:](?:\s|$)")
_CLOSING = re.compile(r"\([^()]{3,300}\)\s*\.?\s*\Z|\([^()]{3,300}\)(?=\s*\.?\s*$)", re.M)


def _citation(scene: Scene) -> Iterator[Mention]:
    """The parts of one publication."""
    if legend := scene.entry.fullmatch(_STARS):
        span = scene.entry.at(legend).strip().span
        yield Mention("legend", span, "legend", "citations.legend")
        return
    scene = _bounded(scene)
    items = [i for i in scene.entry.items if not _aside(scene, i)]
    if not items:
        return
    if told := list(addressed.read(scene, items)):
        yield from told
        yield from sorts.look(scene)
        return
    listed = [n for n, item in enumerate(items) if _people(scene, item) is not None]
    if (
        len(listed) > 1
        and listed[0] == 0
        and not _initialled(items[0])
        and _initialled(items[listed[1]])
    ):
        listed = listed[1:]
    if len(items) > 1 and listed and listed[0] > 0 and not _cited(scene, items[0]):
        yield from _block(scene, items, listed[0])
    elif len(items) > 1 and listed and listed[0] == 0 and _all_names(scene, items[0]):
        yield from _names_first(scene, items)
    elif len(items) > 1 and not listed and _bare_title(scene, items[0]):
        yield from _headed(scene, items[0])
        yield from references.behind_title(scene, _joined(items[1:]))
    else:
        yield from references.read(scene, _joined(items))
    yield from sorts.look(scene)


def _bounded(scene: Scene) -> Scene:
    """What was seen in the first `REACH` characters: no citation is longer, and time is finite."""
    limit = scene.entry.head(REACH).span.end
    if scene.entry.span.end <= limit:
        return scene
    items = tuple(i for i in scene.entry.items if i.span.end <= limit)
    words = tuple(m for m in scene.words if m.span.end <= limit)
    entry = replace(scene.entry, span=Span(scene.entry.span.start, limit), items=items)
    return replace(scene, entry=entry, words=words)


def _aside(scene: Scene, item: Item) -> bool:
    """A row of links, a legend, a date, a number in the margin: no part of the citation's text."""
    if item.match(_ABSTRACT) or item.fullmatch(references.LABEL):
        return True
    seen = scene.seen(*_APART, within=item.span)
    return bool(seen) and not any(
        c.isalnum() for piece in item.without(m.span for m in seen) for c in piece.folded
    )


def _people(scene: Scene, item: Item) -> Mention | None:
    """The list of persons that begins this item."""
    seen = scene.seen("people", within=item.span)
    if seen and item.before(seen[0].span).span.length <= 3:
        return seen[0]
    found = authors.read(item, scene.cast)
    sure = len(found.names) > 1 or (bool(found.names) and (found.others or _signed(item, found)))
    return mention(found, "people", "citations.authors") if sure else None


def _signed(item: Item, found: Run) -> bool:
    """`F. Hess. Surf. Sci. 12`: one name with initials, then a stop or the end."""
    rest = item.part(found.end, item.span.end)
    initials = next(found.names[0].passage.search(_INITIAL), None)
    return initials is not None and (not rest.strip() or rest.match(_STOP) is not None)


def _initialled(item: Item) -> bool:
    """Initials among its first words, as in a list of authors."""
    return next(item.head(60).search(_INITIAL), None) is not None


def _cited(scene: Scene, item: Item) -> bool:
    """Does the first line hold a citation already, its year or numbers in it?"""
    return bool(scene.seen("numbers", within=item.span)) and titles.quoted(scene, item) is not None


def _bare_title(scene: Scene, item: Item) -> bool:
    """A line that is a title and nothing more: no numbers, no quotes, no second sentence."""
    if scene.seen("numbers", "date", "doi", "venue_word", within=item.span) or '"' in item.folded:
        return False
    return (
        ". " not in item.folded.strip()
        and item.folded.count(" ") > 2
        and not item.match(references.WITH)
    )


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
        rest = rest.strip(references.EDGE)
        if rest.folded.startswith(title.folded.strip(references.EDGE)):
            rest = rest.inner(left=len(title.folded.strip(references.EDGE)))
        yield from venues.read(scene, rest)


def _venue_above(scene: Scene, items: list[Item], at: int) -> bool:
    """`Title ⏎ Venue ⏎ Authors`: the last line but the authors', when they end the entry."""
    if at < 2:
        return False
    line = items[at - 1]
    if scene.seen("numbers", "status", within=line.span) or clues.strong(scene, line):
        return True
    open_end = items[at - 2].folded.rstrip()[-1:] in "-,:" or line.folded.strip()[:1].islower()
    return at == len(items) - 1 and not open_end


def _headed(scene: Scene, title: Passage) -> Iterator[Mention]:
    """A title on lines of its own, `(with X)` and `(doi:10.1000/182)` behind it set apart."""
    bracket = next(iter(title.search(_CLOSING)), None)
    if bracket is not None:
        inside = title.at(bracket)
        fellows = next(iter(inside.search(references.WITH)), None)
        found = (
            authors.read(inside.part(fellows.end(), inside.span.end), scene.cast)
            if fellows
            else None
        )
        if found and found.names:
            yield mention(found, "people", "citations.with")
        aside = scene.seen("status", "doi", "url", within=inside.span)
        if (found and found.names) or aside:
            title = title.part(title.span.start, bracket.start())
    yield from titles.mention(title, "citations.title")


def _names_first(scene: Scene, items: list[Item]) -> Iterator[Mention]:
    yield from titles.mention(items[1], "citations.title")
    if len(items) > 2:
        yield from venues.read(scene, _joined(items[2:]))


LAYOUTS: tuple[Finder, ...] = (Reading("citations.parts", _citation, kinds=_KINDS),)
