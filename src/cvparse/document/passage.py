"""A stretch of a source that knows where it stands, and the lines it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cvparse.document.characters import MARKER, lazy
from cvparse.document.spans import Span, quick_span

if TYPE_CHECKING:
    from cvparse.document.source import Source

_BLANK = " \t\n"
_BLANKS = re.compile(r"[ \t\n]*")
_SOLID = re.compile(r"\S")


@dataclass(frozen=True)
class Passage:
    """A stretch of a source that knows where it stands, so that nobody else need count."""

    source: Source
    span: Span

    @property
    def text(self) -> str:
        """The characters as they are."""
        return self.source.text[self.span.start : self.span.end]

    @property
    def folded(self) -> str:
        """The characters as patterns see them: look-alikes unified, markup blanked."""
        return self.source.folded[self.span.start : self.span.end]

    @property
    def value(self) -> str:
        """What the passage says, as a reader would copy it out (see `Source.read`)."""
        return self.source.read(self.span)

    @property
    def column(self) -> int:
        """How many characters of its line stand before it."""
        return self.span.start - self.source.line_at(self.span.start).span.start

    def __bool__(self) -> bool:
        return _SOLID.search(self.source.folded, self.span.start, self.span.end) is not None

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches inside this passage, at positions in the whole source."""
        return pattern.finditer(self.source.folded, self.span.start, self.span.end)

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match inside this passage."""
        return pattern.search(self.source.folded, self.span.start, self.span.end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern at the start of this passage."""
        return pattern.match(self.source.folded, self.span.start, self.span.end)

    def fullmatch(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.fullmatch(self.source.folded, self.span.start, self.span.end)

    def part(self, start: int, end: int) -> Passage:
        """The passage between two positions of the source, kept inside this one."""
        first, last = self.span
        start = first if start < first else min(start, last)
        end = start if end < start else min(end, last)
        return _passage(self.source, quick_span((start, end)))

    def head(self, length: int) -> Passage:
        """Its first characters, so many at most."""
        return self.part(self.span.start, self.span.start + length)

    def inner(self, left: int = 0, right: int = 0) -> Passage:
        """Without so many characters at its ends."""
        return self.part(self.span.start + left, self.span.end - right)

    def around(self, span: Span, before: int = 0, behind: int = 0) -> Passage:
        """A span of it, and so many characters more to either side."""
        return self.part(span.start - before, span.end + behind)

    def at(self, match: re.Match[str], group: int | str = 0) -> Passage:
        return self.part(*match.span(group))

    def strip(self, characters: str = _BLANK) -> Passage:
        """Without white space (or these characters) at its ends, as seen in the folded text."""
        text, (start, end) = self.folded, self.span
        kept = text.strip(characters)
        if len(kept) == len(text):
            return self if type(self) is Passage else _passage(self.source, self.span)
        start = end - len(text.lstrip(characters))
        return _passage(self.source, quick_span((start, start + len(kept))))

    def split(self, pattern: re.Pattern[str]) -> list[Passage]:
        """The pieces between matches; blank ones are left out."""
        return self.without(m.span() for m in self.search(pattern))

    def without(self, spans: Iterable[tuple[int, int]]) -> list[Passage]:
        """The pieces of this passage outside the given spans, stripped; blank ones left out."""
        first, last = at, _ = self.span
        bounds = []
        for start, end in sorted(spans):
            if start < last and first < end:
                bounds.append((at, start))
                at = max(at, end)
        found, folded = [], self.source.folded
        for start, end in (*bounds, (at, last)):
            text = folded[start:end]
            if start < end and not text.isspace():
                first = end - len(text.lstrip(_BLANK))
                span = quick_span((first, first + len(text.strip(_BLANK))))
                found.append(_passage(self.source, span))
        return found

    def before(self, span: Span) -> Passage:
        return self.part(self.span.start, span.start)

    def after(self, span: Span) -> Passage:
        return self.part(span.end, self.span.end)

    @lazy
    def lines(self) -> tuple[Line, ...]:
        """The lines this passage touches, cut to it."""
        return tuple(
            line
            if line.span.within(self.span)
            else Line(self.source, self._cut(line.span), line.number)
            for line in self.source.lines_of(self.span)
        )

    def _cut(self, span: Span) -> Span:
        return Span(max(span.start, self.span.start), min(span.end, self.span.end))


def _passage(source: Source, span: Span) -> Passage:
    """`Passage(source, span)` in a third of the time: thousands are made for one page, and a
    frozen class sets its fields the long way round.
    """
    passage: Passage = object.__new__(Passage)
    fields = passage.__dict__
    fields["source"], fields["span"] = source, span
    return passage


@dataclass(frozen=True)
class Line(Passage):
    """One line: perhaps a marker (`-`, `•`, `1.` are told apart by `entries`), then its body."""

    number: int = 0

    @lazy
    def folded(self) -> str:  # asked a dozen times for each line
        return self.source.folded[self.span.start : self.span.end]

    @lazy
    def blank(self) -> bool:
        return not self

    @lazy
    def indent(self) -> int:
        """Columns of white space before the first character; a tab counts as eight."""
        text = self.folded.lstrip("\f").expandtabs(8)
        return len(text) - len(text.lstrip())

    @lazy
    def marker(self) -> Span:
        """Bullets, icons and stray signs before the words; empty when there are none."""
        text, (start, stop) = self.source.folded, self.span
        start = end = _past_blanks(text, start, stop)
        while found := MARKER.match(text, end, stop):
            end = _past_blanks(text, found.end(), stop)
        return quick_span((start, end))

    @lazy
    def bulleted(self) -> bool:
        return self.marker.length > 0

    @lazy
    def body(self) -> Passage:
        """The line's words, markers and white space left out."""
        return self.after(self.marker).strip()


def _past_blanks(text: str, start: int, stop: int) -> int:
    found = _BLANKS.match(text, start, stop)
    return found.end() if found else start
