"""Papers whose last line is their address, the venue in brackets behind it (see `entries.addresses`).

How Owls Fold Maps ⏎ A. Dal, R. Poe ⏎ 10.1000/182 (Journal of Maps, 12(3), 45-67)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Item, Mention, Passage
from cvparse.rules import authors, titles, venues
from cvparse.rules.people import mention
from cvparse.rules.pieces import joined, rest, says, terms
from cvparse.rules.rule import Scene

_VENUE = re.compile(
    r"(?:https?://|www\.|(?:doi:\s?)?10\.\d{4,9}/|(?:[\w-]+\.)+[a-z]{2,}/)\S*\s+\((?P<it>.+)\)\s*$",
    re.I | re.S,
)
_EDGE = " \t\n.,;"


def read(scene: Scene, items: Sequence[Item]) -> Iterator[Mention]:
    """Nothing, when the last line is not of this sort."""
    bracket = items[-1].match(_VENUE)
    if bracket is None or len(items) < 2:
        return
    venue = items[-1].at(bracket, "it")
    found = authors.read(items[-2], scene.cast) if len(items) > 2 else None
    above = items[:-2] if found and found.names else items[:-1]
    title = _undated(scene, joined(above))
    yield from titles.mention(title, "citations.title")
    if found and found.names:
        yield mention(found, "people", "citations.authors")
    yield from venues.read(scene, venue)


def _undated(scene: Scene, title: Passage) -> Passage:
    """A title without the date that ends its line."""
    free = [p for p in rest(title, terms(scene, title.span)) if says(p)]
    return free[0].strip(_EDGE) if len(free) == 1 else title
