"""What a rule is: a name, a label, a pattern, and what a match means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from cvparse.document import Entry, Mention, Passage, Source, Span, lazy


@dataclass(frozen=True)
class Scene:
    """What a rule may look at: an entry, the words already seen in it, the people of the text."""

    entry: Entry
    words: tuple[Mention, ...] = ()
    cast: frozenset[str] = frozenset()

    @property
    def source(self) -> Source:
        return self.entry.source

    def seen(self, *labels: str, within: Span | None = None) -> list[Mention]:
        """The words of these labels, in order; of one passage when `within` is given."""
        by_label = self._by_label
        found: list[Mention] = []
        for label in labels:
            if label in by_label:
                starts, known = by_label[label]
                found += known if within is None else _inside(starts, known, within)
        if len(labels) > 1 and len(found) > 1:
            found.sort(key=_place)
        return found

    def beside(self, mention: Mention) -> bool:
        """Does it stand in a column beside the entry, so that it parts and covers no words?"""
        return not Passage(self.source, mention.span)

    def clear(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Those that lie on none before them; what stands beside the entry lies on nothing."""
        firm = [m for m in mentions if not self.beside(m)]
        lying = {m for n, m in enumerate(firm) if any(m.span.overlaps(f.span) for f in firm[:n])}
        return [m for m in mentions if m not in lying]

    def free(self, passage: Passage, *labels: str) -> list[Passage]:
        """The pieces of a passage that no word of these labels takes up."""
        return passage.without(m.span for m in self.seen(*labels))

    @lazy
    def _by_label(self) -> dict[str, tuple[list[int], list[Mention]]]:
        """The words of each label in order of place, and where each starts."""
        by_label: dict[str, tuple[list[int], list[Mention]]] = {}
        for mention in sorted(self.words, key=_place):
            starts, known = by_label.setdefault(mention.label, ([], []))
            starts.append(mention.span.start)
            known.append(mention)
        return by_label

    @lazy
    def kind(self) -> str:
        return self.entry.kind

    @lazy
    def letters(self) -> frozenset[str]:
        """Every character that the entry holds; a `0` too where it has digits of another script."""
        letters = frozenset(self.entry.folded)
        strange = any(c > "\x7f" and c.isdecimal() for c in letters)
        return letters | {"0"} if strange else letters

    def may_hold(self, finder: Finder) -> bool:
        """Has the entry what a finder cannot do without?"""
        return not finder.needs or not self.letters.isdisjoint(finder.needs)


def _place(mention: Mention) -> tuple[int, int]:
    start, end = mention.span
    return start, -end


def _inside(starts: list[int], known: list[Mention], within: Span) -> list[Mention]:
    """Of mentions in order of place, those inside a span."""
    first, last = bisect_left(starts, within.start), bisect_right(starts, within.end)
    return [m for m in known[first:last] if m.span.end <= within.end]


class Finder(Protocol):
    """Whatever looks at a scene and says what it sees, and where."""

    @property
    def name(self) -> str: ...

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of entry in which it may see something; all of them when none is named."""

    @property
    def needs(self) -> str:
        """Characters without any of which it can see nothing: a cheap look before a dear one."""

    def find(self, scene: Scene) -> Iterable[Mention]: ...


Match = re.Match[str]
DIGITS = "0123456789"


def whole(match: Match, source: Source) -> object:
    """The value of a rule that means just what it says."""
    return source.read(Span(*match.span()))


def no_parts(match: Match, source: Source) -> tuple[Mention, ...]:
    return ()


@dataclass(frozen=True)
class Rule:
    """A row of the table: a pattern, searched in the folded text of an entry.

    `value` says what a match means, or None when it is not one after all. A pattern's group named
    `it` narrows the mention to that group.
    """

    name: str
    label: str
    pattern: re.Pattern[str]
    value: Callable[[Match, Source], object] = whole
    parts: Callable[[Match, Source], tuple[Mention, ...]] = no_parts
    kinds: frozenset[str] = field(default=frozenset())
    needs: str = ""

    def find(self, scene: Scene) -> Iterator[Mention]:
        if self.kinds and scene.kind not in self.kinds:
            return
        entry, group = scene.entry, self._group
        for match in entry.search(self.pattern):
            value = self.value(match, entry.source)
            if value is not None:
                span = Span(*match.span(group))
                parts = self.parts(match, entry.source)
                yield Mention(self.label, span, value, self.name, parts)

    @lazy
    def _group(self) -> int | str:
        return "it" if "it" in self.pattern.groupindex else 0


@dataclass(frozen=True)
class Reading:
    """A row of the table for what takes more than one pattern: a name and a function."""

    name: str
    look: Callable[[Scene], Iterator[Mention]]
    kinds: frozenset[str] = field(default=frozenset())
    needs: str = ""

    def find(self, scene: Scene) -> Iterable[Mention]:
        return self.look(scene) if not self.kinds or scene.kind in self.kinds else ()


Table = Sequence[Finder]
