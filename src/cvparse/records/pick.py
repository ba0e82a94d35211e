"""How a record chooses among the mentions of its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cvparse.document import Entry, Mention, Source, Span, lazy
from cvparse.values import Sourced

_WORDY = (
    "phrase",
    "grant",
    "award",
    "funder",
    "organization",
    "position",
    "venue",
    "kind",
    "quoted",
)


@dataclass(frozen=True)
class Found:
    """An entry and what was seen in it, settled: disjoint mentions, others among their parts."""

    entry: Entry
    mentions: tuple[Mention, ...]
    above: tuple[Mention, ...] = ()

    @property
    def source(self) -> Source:
        return self.entry.source

    @lazy
    def deep(self) -> tuple[Mention, ...]:
        """All mentions, those inside others included, in order of place."""
        return tuple(sorted(_flat(self.mentions), key=lambda m: (m.span.start, -m.span.end)))

    @lazy
    def _top(self) -> dict[str, list[Mention]]:
        return _by_label(self.mentions)

    @lazy
    def _deep(self) -> dict[str, list[Mention]]:
        return _by_label(self.deep)

    def all(self, *labels: str) -> list[Sourced[Any]]:
        """The mentions of these labels that stand for themselves."""
        return [Sourced.of(m) for m in self.mentions if m.label in labels]

    def first(self, *labels: str) -> Sourced[Any] | None:
        """The first of them; of several labels the earlier named wins."""
        return next((Sourced.of(self._top[x][0]) for x in labels if x in self._top), None)

    def fullest(self, label: str) -> Sourced[Any] | None:
        """Of several the one that says most: `Lyon, France` before the `Lyon` of a name."""
        known = self._top.get(label, ())
        fullest = max(known, key=lambda m: str(m.value).count(","), default=None)
        return Sourced.of(fullest) if fullest else None

    def inner(self, *labels: str) -> Sourced[Any] | None:
        """The first, those inside other mentions included."""
        return next((Sourced.of(self._deep[x][0]) for x in labels if x in self._deep), None)

    def every(self, *labels: str) -> list[Sourced[Any]]:
        """All, those inside other mentions included; one for each place."""
        seen: dict[Span, Sourced[Any]] = {}
        for mention in self.deep:
            if mention.label in labels:
                seen.setdefault(mention.span, Sourced.of(mention))
        return list(seen.values())

    def persons(self, *labels: str) -> list[Sourced[Any]]:
        """The persons of the first list of one of these labels."""
        for mention in self.mentions:
            if mention.label in labels:
                return [Sourced.of(p) for p in mention.parts if p.label == "person"]
        return []

    def each(self, label: str) -> list[Found]:
        """What stands in each mention of this label; what stands above it, in those above."""
        above = tuple(p for m in self.above for p in (m.parts if m.label == label else (m,)))
        return [Found(self.entry, m.parts, above) for m in self.mentions if m.label == label]

    def headline(self, *labels: str, anywhere: bool = True) -> Sourced[Any] | None:
        """The mention on the entry's first line that has the earliest of these labels, so that a
        prize is taken before the phrase in front of it; failing that, one on a later line.
        """
        first = self.entry.items[0].span if self.entry.items else self.entry.span
        here = [m for m in self.mentions if m.label in labels and m.span.within(first)]
        if here:
            return Sourced.of(min(here, key=lambda m: (labels.index(m.label), m.span)))
        return self.first(*labels) if anywhere else None

    def first_line(self) -> Sourced[Any] | None:
        """The first line whole, without a date or place that ends it."""
        if not self.entry.items:
            return None
        line = self.entry.items[0]
        stops = [m.span for m in self.mentions if m.label in ("date", "place", "address")]
        pieces = line.without(s for s in stops if s.within(line.span))
        title = pieces[0].strip(" \t\n,;:|-(") if pieces else line
        return Sourced(title.value, title.span, "entries.first_line")

    def first_other(
        self, *labels: str, but: Sequence[Sourced[Any] | None], item: int | None = None
    ) -> Sourced[Any] | None:
        """The first mention of these labels that has not been chosen already."""
        taken = [s.span for s in but if s is not None]
        where = self.entry.span if item is None else self.entry.items[item].span
        for label in labels:
            for m in self.mentions:
                if (
                    m.label == label
                    and m.span.within(where)
                    and not any(m.span.overlaps(t) for t in taken)
                ):
                    return Sourced.of(m)
        return None

    def phrase_beside(
        self, anchor: Sourced[Any] | None, other: Sourced[Any] | None
    ) -> Sourced[Any] | None:
        """The phrase printed next to a value, on the same line."""
        if anchor is None:
            return None
        line = next((i for i in self.entry.items if anchor.span.within(i.span)), None)
        number = self.entry.items.index(line) if line else None
        return self.first_other("phrase", but=[anchor, other], item=number)

    def phrase_before(self, anchor: Sourced[Any] | None) -> Sourced[Any] | None:
        """The phrase that stands before a value on its line: `Acme, Berlin`."""
        if anchor is None:
            return None
        line = next((i for i in self.entry.items if anchor.span.within(i.span)), None)
        for m in self.mentions:
            if line and m.label == "phrase" and m.span.within(line.before(anchor.span).span):
                return Sourced.of(m)
        return None

    def context(self, *labels: str) -> Sourced[Any] | None:
        """What is printed once above several entries; it is inferred for each."""
        for label in labels:
            for m in self.above:
                if m.label == label:
                    return Sourced.of(m).inferred()
        return None

    def remarks(self, but: Sequence[Sourced[Any] | None]) -> list[Sourced[Any]]:
        """Sentences, and phrases of later lines, that no other field holds."""
        taken = [s.span for s in but if s is not None]
        first = self.entry.items[0].span if self.entry.items else self.entry.span
        return [
            Sourced.of(m)
            for m in self.mentions
            if (m.label in ("detail", "note") or (m.label in _WORDY and not m.span.within(first)))
            and not any(m.span.within(t) for t in taken)
        ]

    def hint(self, name: str) -> Sourced[Any] | None:
        """What the section's heading says of its entries."""
        section = self.entry.section
        if section is None or section.heading is None:
            return None
        value = dict(section.hints).get(name)
        return Sourced(value, section.heading, section.rung, "inferred") if value else None


def _flat(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        if mention.parts:
            yield from _flat(mention.parts)


def _by_label(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    by_label: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_label.setdefault(mention.label, []).append(mention)
    return by_label
