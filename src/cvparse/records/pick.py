"""How a record chooses among the mentions of its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cvparse.document import Entry, Mention, Source, Span, lazy
from cvparse.values import Sourced, When

_WORDY = ("phrase", "grant", "award", "funder", "organization", "position", "venue", "kind", "quoted")


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

    def headline(self, *labels: str, anywhere: bool = True) -> Sourced[Any] | None:
        """The mention on the entry's first line that has the earliest of these labels, so that a
        prize is taken before the phrase in front of it; failing that, one on a later line."""
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
                if m.label == label and m.span.within(where) and not any(m.span.overlaps(t) for t in taken):
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
            if (m.label in ("detail", "note") or (m.label in _WORDY and m.span not in first))
            and not any(m.span.overlaps(t) for t in taken)
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


def ends(date: Mention) -> dict[str, Sourced[Any]]:
    """Start, end and `is_current` of a date mention, each with its own place."""
    when = date.value
    if not isinstance(when, When):
        return {}
    return {name: sourced for name in _ENDS if (sourced := _end(date, when, name)) is not None}


_ENDS = {"start_date": ("start", "point"), "end_date": ("end", "point"), "is_current": ("current",)}


def _end(date: Mention, when: When, name: str) -> Sourced[Any] | None:
    value = {"start_date": when.start, "end_date": when.end, "is_current": when.current or None}[name]
    if value is None:
        return None
    part = next((p for p in date.parts if p.label in _ENDS[name]), date)
    return Sourced(value, part.span, date.rule, part.how)


def dates(found: Found) -> list[Mention]:
    """The dates that stand for themselves, else those inside other mentions."""
    top = [m for m in found.mentions if m.label == "date"]
    return top or [m for m in found.deep if m.label == "date"]


def period(found: Found, lone: str = "both") -> dict[str, Sourced[Any]]:
    """`start_date`, `end_date`, `is_current` of an entry: of several dates the widest stretch.

    `lone` says what one date alone means: `both` ends, or only the `end` (a degree's year).
    """
    known = [m for m in found.mentions if m.label == "date" and isinstance(m.value, When)]
    if not known:
        return {}
    if len(known) == 1:
        chosen = ends(known[0])
        when = known[0].value
        if lone == "end" and isinstance(when, When) and when.point:
            chosen.pop("start_date", None)
        return chosen
    return _widest([ends(m) for m in known], lone)


def _widest(several: list[dict[str, Sourced[Any]]], lone: str) -> dict[str, Sourced[Any]]:
    starts = [e["start_date"] for e in several if "start_date" in e]
    stops = [e["end_date"] for e in several if "end_date" in e]
    current = next((e["is_current"] for e in several if "is_current" in e), None)
    chosen: dict[str, Sourced[Any]] = {}
    if starts:
        chosen["start_date"] = min(starts, key=lambda s: str(s.value))
    if current is not None:
        chosen["is_current"] = current
    elif stops:
        chosen["end_date"] = max(stops, key=lambda s: str(s.value))
    if lone == "end" and starts and stops and chosen.get("start_date") == chosen.get("end_date"):
        chosen.pop("start_date")
    return chosen


def date(found: Found) -> Sourced[Any] | None:
    """The entry's one date, EDTF; of a period the interval. The last printed one wins."""
    known = dates(found)
    if not known:
        return None
    return as_date(known[-1])


def as_date(mention: Mention) -> Sourced[Any] | None:
    """A date mention as one EDTF string."""
    when = mention.value
    if not isinstance(when, When):
        return None
    start, end = when.start, when.end
    value = start if start == end else f"{start or ''}/{end or ('..' if when.current else '')}"
    if start is None or end is None:
        value = (start or end) if not when.current else f"{start or ''}/.."
    return Sourced(value, mention.span, mention.rule) if value else None
