"""What a text is made of: spans, lines, sections, entries and mentions. Read this file first.

A `Source` holds the text as the reader returned it, and nobody changes a character of it again.
Everything else is a span over it: characters, not bytes, first included, last excluded.
`Source.folded` is the same text, one character for one: look-alikes unified, markup blanked. A
match in it *is* a place in the source, so no one outside this file ever adds up offsets.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from functools import cached_property

    lazy = cached_property
else:

    class lazy:  # noqa: N801 (a decorator)
        """`functools.cached_property` without its lock, which in 3.11 costs most of its time."""

        def __init__(self, compute: Any) -> None:
            self.compute, self.name = compute, compute.__name__
            self.__doc__ = compute.__doc__

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.compute(instance)
            return value


How = Literal["read", "inferred"]

# One for one, so that positions hold. (`str.casefold` would not do: it makes two letters of ß.)
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
        **dict.fromkeys("\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\r\v\x00", " "),
        "\uff0c": ",",
        "\uff08": "(",
        "\uff09": ")",
        "\uff1a": ":",
        "\uff1b": ";",
    }
)
_FRAME = re.compile(r"[ \t]*[:*#_=]+[ \t]*")
_SPACE = re.compile(r"\s+")
# Any sign that is no letter, digit, quote or currency (bullets, icons, private-use glyphs), or an
# ASCII bullet with a space behind it.
_MARKER = re.compile(r"""[^\x00-\x7f\w\s¡¿§£€¥…©]+|[-*>+#|]+(?=\s|$)|o(?=\s+[A-Z])""")
_BROKEN = re.compile(r"(?<=[^\W\d_])(?:[\u00ad\u0002\ufffe]|[-\u2010\u2011])[ \t]*\n\s*(?=[^\W\d_])")
_SOFT = re.compile(r"[\u00ad\u0002\ufffe]")
_ODD = re.compile(r"[\u00ad\u0002\ufffe\x00]")
_LAST_WORD = re.compile(r"\w+$")
_FIRST_WORD = re.compile(r"\w+")
_LONGEST_WORD = 64
_BLANKS = re.compile(r"[ \t\n]*")


class Span(NamedTuple):
    """A stretch of the source: [start, end) in characters."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, tuple) and self.start <= other[0] and other[1] <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        return self.end - self.start

    @staticmethod
    def cover(spans: Iterable[Span]) -> Span:
        """The smallest span that holds all of them. Raises ValueError when there are none."""
        known = list(spans)
        return Span(min(s.start for s in known), max(s.end for s in known))


# Half the time of `Span(start, end)`, where ten thousand are made for one page.
_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)


class Repair(NamedTuple):
    """An optical slip read as what it must have been, of the same length: `Al` as `AI`."""

    span: Span
    value: str


class Anchor(NamedTuple):
    """A link printed as markup: where its words stand, and where its address does."""

    label: Span
    url: Span


@dataclass(frozen=True)
class Source:
    """One text, once read. `markup` and `repairs` are what the reader saw and left in place."""

    text: str
    name: str = "<text>"
    media_type: str = "text/plain"
    markup: tuple[Span, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @lazy
    def sha256(self) -> str:
        """Of the text in UTF-8; lone surrogates are kept as they are."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @lazy
    def repaired(self) -> str:
        """The text with optical slips mended, one character for one."""
        return _patched(self.text, self.repairs)

    @lazy
    def folded(self) -> str:
        """The repaired text with look-alikes unified and markup blanked, one character for one."""
        blanks = [Repair(s, " " * s.length) for s in self.markup]
        return _patched(self.repaired.translate(_LOOK_ALIKES), blanks)

    @lazy
    def lines(self) -> tuple[Line, ...]:
        """All lines, line ends left out."""
        lines, start = [], 0
        for number, text in enumerate(self.text.split("\n")):
            lines.append(Line(self, Span(start, start + len(text)), number))
            start += len(text) + 1
        return tuple(lines)

    @lazy
    def _odd(self) -> bool:
        """Are there soft hyphens or zeros anywhere? Hardly ever."""
        return _ODD.search(self.repaired) is not None

    @lazy
    def _line_starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    def line_at(self, position: int) -> Line:
        """The line that holds this character."""
        return self.lines[max(bisect_right(self._line_starts, position) - 1, 0)]

    def lines_of(self, span: Span) -> tuple[Line, ...]:
        """The lines that a span touches."""
        first = max(bisect_right(self._line_starts, span.start) - 1, 0)
        last = bisect_right(self._line_starts, max(span.end - 1, span.start))
        return self.lines[first:last]

    @lazy
    def _markup_starts(self) -> list[int]:
        return [span.start for span in self.markup]

    def read(self, span: Span) -> str:
        """What a span says: repaired, without markup, broken words joined, white space folded."""
        text = self.repaired[span.start : span.end]
        marks = self._marks(span) if self.markup else []
        if "\n" in text:
            marks = sorted(marks + [x.marker for x in self.lines_of(span)[1:] if x.bulleted])
        if marks:
            text = self._between(marks, span)
        if "\n" in text:
            text = _BROKEN.sub(self._mended, text)
        if self._odd:
            text = _SOFT.sub("", text).replace("\x00", " ")
        return " ".join(text.split())

    def _marks(self, span: Span) -> list[Span]:
        """The markup inside a span."""
        first = max(bisect_right(self._markup_starts, span.start) - 1, 0)
        last = bisect_right(self._markup_starts, span.end)
        return [m for m in self.markup[first:last] if span.start < m.end and m.start < span.end]

    def _between(self, marks: Iterable[Span], span: Span) -> str:
        """The words of a span outside some marks."""
        words, at = [], span.start
        for mark in marks:
            if mark.end > at:
                words.append(self.repaired[at : max(mark.start, at)])
                at = mark.end
        return "".join([*words, self.repaired[at : span.end]])

    def _mended(self, broken: re.Match[str]) -> str:
        """Drop a line-end hyphen, unless the same compound is printed whole somewhere else."""
        text, start, end = broken.string, *broken.span()
        left = _LAST_WORD.search(text, max(start - _LONGEST_WORD, 0), start)
        right = _FIRST_WORD.match(text, end)
        compound = f"{left[0] if left else ''}-{right[0] if right else ''}"
        return "-" if text[end].isupper() or (compound != "-" and compound in self.text) else ""

    def whole(self) -> Passage:
        return Passage(self, Span(0, len(self.text)))

    def __hash__(self) -> int:
        return hash((self.name, self.sha256))


def _patched(text: str, repairs: Sequence[Repair]) -> str:
    """The text with each repair laid over the place it stands for."""
    pieces, at = [], 0
    for span, value in repairs:
        pieces += [text[at : span.start], value]
        at = span.end
    return "".join([*pieces, text[at:]])


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

    def __bool__(self) -> bool:
        return self.span.start < self.span.end and not self.folded.isspace()

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches inside this passage, at positions in the whole source."""
        return pattern.finditer(self.source.folded, self.span.start, self.span.end)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern at the start of this passage."""
        return pattern.match(self.source.folded, self.span.start, self.span.end)

    def fullmatch(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.fullmatch(self.source.folded, self.span.start, self.span.end)

    def part(self, start: int, end: int) -> Passage:
        """The passage between two positions of the source, kept inside this one."""
        first, last = self.span
        start = first if start < first else last if start > last else start
        end = start if end < start else last if end > last else end
        return Passage(self.source, _span((start, end)))

    def at(self, match: re.Match[str], group: int | str = 0) -> Passage:
        return self.part(*match.span(group))

    def strip(self, characters: str = " \t\n") -> Passage:
        """Without white space (or these characters) at its ends, as seen in the folded text."""
        text, (start, end) = self.folded, self.span
        kept = text.strip(characters)
        if len(kept) == len(text):
            return self if type(self) is Passage else Passage(self.source, self.span)
        start = end - len(text.lstrip(characters))
        return Passage(self.source, _span((start, start + len(kept))))

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
        pieces = [self.part(start, end) for start, end in (*bounds, (at, last)) if start < end]
        return [piece.strip() for piece in pieces if piece]

    def before(self, span: Span) -> Passage:
        return self.part(self.span.start, span.start)

    def after(self, span: Span) -> Passage:
        return self.part(span.end, self.span.end)

    @lazy
    def lines(self) -> tuple[Line, ...]:
        """The lines this passage touches, cut to it."""
        return tuple(
            line if line.span in self.span else Line(self.source, self._cut(line.span), line.number)
            for line in self.source.lines_of(self.span)
        )

    def _cut(self, span: Span) -> Span:
        return Span(max(span.start, self.span.start), min(span.end, self.span.end))


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
        text = self.folded.expandtabs(8)
        return len(text) - len(text.lstrip())

    @lazy
    def marker(self) -> Span:
        """Bullets, icons and stray signs before the words; empty when there are none."""
        text, (start, stop) = self.source.folded, self.span
        start = end = _past_blanks(text, start, stop)
        while found := _MARKER.match(text, end, stop):
            end = _past_blanks(text, found.end(), stop)
        return _span((start, end))

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


@dataclass(frozen=True)
class Section(Passage):
    """A heading and what stands under it. The first, before any heading, is of kind `header`.

    `rung` says how the heading was known, `path` the headings it stands under, and `hints` what
    it says of its entries: `("type", "chapter")` of "Book chapters".
    """

    kind: str = "other"
    heading: Span | None = None
    rung: str = ""
    path: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The heading word for word."""
        return self.source.read(self.heading) if self.heading else ""

    @property
    def body(self) -> Passage:
        """What stands under the heading, or behind its colon."""
        if self.heading is None:
            return self
        rest = self.after(self.heading)
        frame = rest.match(_FRAME)
        return rest.part(frame.end(), rest.span.end) if frame else rest


@dataclass(frozen=True)
class Item(Passage):
    """A logical line of a list: markers left out, wrapped lines joined."""

    bulleted: bool = False
    indent: int = 0
    gap: bool = False
    label: Span | None = None


@dataclass(frozen=True)
class Entry(Passage):
    """One thing in a list: a job, a paper, a prize. `context` is printed once, above several."""

    section: Section | None = None
    items: tuple[Item, ...] = ()
    context: tuple[Passage, ...] = ()

    @property
    def kind(self) -> str:
        return self.section.kind if self.section else "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """What a rule says it saw: where, of what sort (`label`), and what it means (`value`)."""

    label: str
    span: Span
    value: object
    rule: str
    parts: tuple[Mention, ...] = ()
    how: How = "read"
