"""Projects: their name stands first, then where they were done and what they do.

`Map Atlas (2020-2022): a tool for …`, `[Map Atlas](https://…) - a tool for …`, a row of a table, or a
line of its own above the institute and some bullets. Wrong where the first line says what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from cvparse.document import UPPER, Item, Mention, Passage
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import COMMA, closes, cut, joined, lines, rest, says, terms, trim
from cvparse.rules.rule import Finder, Reading, Scene

_QUOTE = re.compile(r"\"(?P<it>[^\"\n]{3,200}?)[,.]?\"")
_APART = re.compile(r"\s[|•·]\s|\s-{1,3}\s|(?<=\S)(?:\t|[^\S\n]{3,})")
_GAP = re.compile(r"(?<=\S)(?:\t|[^\S\n]{3,})(?=\S)")
_COLON = re.compile(r"\s?:\s+")
_SENTENCE = re.compile(rf"(?<=[a-z0-9)\]]{{2}})\.\s+(?=[{UPPER}])")
_BOLD = re.compile(r"\*\*")
_SET = ("url", "address", "furniture", "link", "metric", "keyword", "legend")
_FIELDS = (
    "furniture", "keyword", "people", "contributors", "presented_at", "metric", "link", "legend", "url",
)  # fmt: skip
_SHOWS = re.compile(
    r"exhibition|shows?\b|commission|concert|recital|performance|screening|installation|exposi|ausstell|mostr|tentoonst",
    re.I,
)
_FEW = 11
_REMARK = 4


def _ventures(scene: Scene) -> Iterator[Mention]:
    items = list(_speaking(scene))
    if not items:
        return
    name, tail = _named(scene, items[0], alone=len(items) == 1)
    yield Mention("project", name.span, name.value, "ventures.name")
    told = [p for p in tail if says(p)]
    below = items[1:]
    host = next(
        (p for p in told if _is_host(scene, p)),
        told[-1] if len(told) > 1 or (told and _on_show(scene)) else None,
    )
    told = [p for p in told if p is not host]
    if host is None and (line := next((i for i in below if _housed(scene, i, below)), None)):
        host = joined([p for p in _free(scene, line) if says(p)])
        below = [i for i in below if i is not line]
    if host:
        yield Mention("host", host.span, host.value, "ventures.host")
    if described := told[0] if told else _described(scene, below):
        yield Mention("described", described.span, described.value, "ventures.described")


def _speaking(scene: Scene) -> Iterator[Item]:
    """The lines that say more than when and where; one that is nothing but a link may be the name."""
    named = False
    for item in lines(scene):
        if any(says(p) for p in _free(scene, item)) or (not named and _marked(item)):
            named = True
            yield item


def _housed(scene: Scene, item: Item, below: Sequence[Item]) -> bool:
    """Does the line say where: `Institute for Maps, Dr. Jane Roe`, `Acme, Berlin, Germany`?"""
    if prose(item):
        return False
    places = scene.seen("place", within=item.span)
    return (item is below[0] and _is_host(scene, item)) or any(
        closes(scene, item, p) for p in places
    )


def _free(scene: Scene, item: Item) -> list[Passage]:
    """What dates and addresses leave of a line, and the place that ends it."""
    places = [p for p in scene.seen("place", within=item.span) if closes(scene, item, p)]
    taken = [*terms(scene, item.span), *scene.seen(*_SET, within=item.span), *places]
    return [trim(p.strip(" _|")) for p in rest(item, taken)]


def _named(scene: Scene, item: Item, alone: bool) -> tuple[Passage, list[Passage]]:
    """The name on a first line, and what follows it there."""
    if marked := _marked(item):
        return trim(marked), [
            p for f in _free(scene, item) if says(p := trim(f.after(marked.span)))
        ]
    free = [p for p in _free(scene, item) if says(p)]
    line, more = free[0], free[1:]
    if quote := line.match(_QUOTE):
        return line.at(quote, "it"), [trim(line.part(quote.end(), line.span.end)), *more]
    cells = cut(line, _GAP)
    if len(cells) > 1:
        return cells[0], [*cells[1:], *more]
    for mark in (_APART, _COLON, _SENTENCE) if alone else (_APART,):
        for split in islice(line.search(mark), 1):
            head = line.part(line.span.start, split.start())
            if says(head) and head.folded.count(" ") <= _FEW:
                return trim(head), [trim(line.part(split.end(), line.span.end)), *more]
    return _unhosted(scene, line, more)


def _marked(item: Item) -> Passage | None:
    """A linked or bold name that opens the line."""
    source, start = item.source, item.span.start
    for label, _ in source.anchors:
        near = source.whole().around(item.span, before=3).span
        if label.start <= item.head(3).span.end and label.within(near):
            return item.part(*label)
    bold = [m.start() for m in _BOLD.finditer(source.text, start, item.span.end)]
    opened = source.whole().around(item.head(0).span, before=2).text == "**"
    if bold and (opened or bold[0] == start):
        ends = bold if opened else bold[1:]
        return item.part(start, ends[0]) if ends else None
    return None


def _unhosted(scene: Scene, line: Passage, more: list[Passage]) -> tuple[Passage, list[Passage]]:
    """`Atlas of Maps, University of Altbergen`: the name ends where the house begins."""
    pieces = cut(line, COMMA)
    first = next((n for n, p in enumerate(pieces) if n and _is_host(scene, p)), None)
    if first is None and len(pieces) > 1 and _on_show(scene):
        first = 1
    if first is None:
        return line, more
    return joined(pieces[:first]), [joined(pieces[first:]), *more]


def _on_show(scene: Scene) -> bool:
    """`Low Water, Spazio Molo, Trieste`: what is exhibited or played, then where."""
    section = scene.entry.section
    return section is not None and _SHOWS.search(section.title) is not None


def _is_host(scene: Scene, piece: Passage) -> bool:
    """Names an organisation, in capitals: `Institute for Maps, Dr. Jane Roe`."""
    words = scene.seen("organization_word", within=piece.span)
    return any(piece.source.folded[w.span.start].isupper() for w in words)


def _described(scene: Scene, below: Sequence[Item]) -> Passage | None:
    """The lines under the name that no field takes, from the first to the last of a run; a word or
    two below a sentence (`Bachelor's thesis`) are a remark.
    """
    run: list[Item] = []
    for item in below:
        if run and run[-1].folded.rstrip().endswith(".") and len(item.folded.split()) < _REMARK:
            break
        if not any(says(p) for p in rest(item, scene.seen(*_FIELDS, within=item.span))):
            if run:
                break
            continue
        run.append(item)
    return joined(run) if run else None


LAYOUTS: tuple[Finder, ...] = (
    Reading("ventures.project", _ventures, kinds=frozenset({"projects"})),
)
