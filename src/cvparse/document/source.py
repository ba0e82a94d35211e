"""One text, once read, and never changed."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cvparse.document.characters import BROKEN, EMPHASIS, LOOK_ALIKES, ODD, SOFT, SOFT_HYPHEN, lazy
from cvparse.document.passage import Line, Passage
from cvparse.document.spans import Anchor, Repair, Span

_LAST_WORD = re.compile(r"\w+$")
_FIRST_WORD = re.compile(r"\w+")
_LONGEST_WORD = 64
_SPACING = ("<br", "&nb")


@dataclass(frozen=True, eq=False)
class Source:
    """One text, once read. `markup` and `repairs` are what the reader saw and left in place.

    Two are equal when they are one and the same: what is known of a source is kept by it.
    """

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
        return _patched(self.repaired.translate(LOOK_ALIKES), blanks)

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
        return ODD.search(self.repaired) is not None

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
            text = BROKEN.sub(self._mended, text)
        if self._odd:
            text = SOFT.sub("", text).replace("\x00", " ")
        return " ".join(text.split())

    def emphasized(self, span: Span) -> list[Span]:
        """The stretches inside a span that a pair of marks embraces: `*Nature*`, `<em>Nature</em>`."""
        open_marks: dict[str, Span] = {}
        found: list[Span] = []
        for mark in self._marks(span) if self.markup else ():
            sign = self.text[mark.start : mark.end].strip("</>").lower()
            if sign in EMPHASIS and (opener := open_marks.pop(sign, None)):
                found.append(Span(opener.end, mark.start))
            elif sign in EMPHASIS:
                open_marks[sign] = mark
        return found

    def _marks(self, span: Span) -> list[Span]:
        """The markup inside a span; a span inside of it, as the address of a link, is meant."""
        first = max(bisect_right(self._markup_starts, span.start) - 1, 0)
        last = bisect_right(self._markup_starts, span.end)
        marks = (m for m in self.markup[first:last] if span.start < m.end and m.start < span.end)
        return [m for m in marks if not (m.start < span.start and span.end < m.end)]

    def _between(self, marks: Iterable[Span], span: Span) -> str:
        """The words of a span outside some marks."""
        words, at = [], span.start
        for mark in marks:
            if mark.end > at:
                words.append(self.repaired[at : max(mark.start, at)])
                if self.text.startswith(_SPACING, mark.start):
                    words.append(" ")
                at = mark.end
        return "".join([*words, self.repaired[at : span.end]])

    def _mended(self, broken: re.Match[str]) -> str:
        """Drop a line-end hyphen, unless the same compound is printed whole somewhere else."""
        text, start, end = broken.string, *broken.span()
        if text[start] == SOFT_HYPHEN:
            return ""
        left = _LAST_WORD.search(text, max(start - _LONGEST_WORD, 0), start)
        right = _FIRST_WORD.match(text, end)
        compound = f"{left[0] if left else ''}-{right[0] if right else ''}"
        return "-" if text[end].isupper() or (compound != "-" and compound in self.text) else ""

    def without(self, lines: Iterable[Span]) -> Source:
        """The same text with some lines unseen and unread, as markup is: the feet of its pages."""
        gone = sorted(lines)
        kept = [m for m in self.markup if not any(m.overlaps(line) for line in gone)]
        return replace(self, markup=tuple(sorted([*kept, *gone])))

    def before(self, span: Span, length: int) -> str:
        """So many characters before a span at most, as patterns see them."""
        return self.folded[max(span.start - length, 0) : span.start]

    def whole(self) -> Passage:
        return Passage(self, Span(0, len(self.text)))


def _patched(text: str, repairs: Sequence[Repair]) -> str:
    """The text with each repair laid over the place it stands for."""
    pieces, at = [], 0
    for span, value in repairs:
        pieces += [text[at : span.start], value]
        at = span.end
    return "".join([*pieces, text[at:]])
