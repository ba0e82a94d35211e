"""Lines of a source, quoted with carets below: as wide as a terminal shows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from cvparse.document import Source, Span

_BEFORE = 80
_LONGEST = 240
"""Of a longer line so many characters are shown, beginning so many before the carets."""


def quoted(source: Source, span: Span) -> Iterator[str]:
    """Each line a span touches, with its number, and carets under the characters."""
    for line in source.lines_of(span):
        start, end = max(span.start, line.strip().span.start), min(span.end, line.span.end)
        if start >= end:
            continue
        first, last = _window(line.span, start)
        end = min(end, last)
        opened, closed = "…" * (first > line.span.start), "…" * (last < line.span.end)
        said = printable(source.text[first:last])
        before = opened + printable(source.text[first:start])
        carets = "^" * max(_width(source.text[start:end]), 1)
        yield f"{line.number + 1:>6} | {opened}{said}{closed}"
        yield f"{'':>6} | {_blank(before)}{carets}"


def _window(line: Span, start: int) -> tuple[int, int]:
    """The part of a line that is shown: all of it, unless it is a paragraph."""
    if line.length <= _LONGEST:
        return line
    first = max(line.start, start - _BEFORE)
    return first, min(first + _LONGEST, line.end)


def printable(text: str) -> str:
    """Without control characters, which a terminal might obey; one sign for one."""
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _blank(text: str) -> str:
    """As wide as a text: tabs stay tabs, a Chinese character takes two columns."""
    return "".join("\t" if c == "\t" else " " * _width(c) for c in text)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
