"""Headings of a narrow margin, broken over lines: `Journal`, and below it `Publications`.

Relies on short lines one below the other that make a heading the lexicon knows, and no bullet between
them. Wrong where two headings stand one right below the other and would make a third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Line, Source, Span
from cvparse.sections import known, naming, page
from cvparse.sections.candidates import Heading
from cvparse.sections.furniture import furniture
from cvparse.sections.known import Known

_PIECE = re.compile(r"[ \t\f]*(?:[^\W\d_]+(?:[ /-]|, ?)?){1,2}&?[ \t]*$|[ \t]*&[ \t]*$")
_WIDEST = 24
_MOST = 4


def headings(source: Source) -> list[Heading]:
    """The headings that stand broken over two to four lines."""
    found: list[Heading] = []
    for line in source.lines:
        above = found[-1].words.end if found else 0
        if line.span.start >= above and (heading := _longest(source, line.number)):
            found.append(heading)
    return found


def covered(source: Source, found: list[Heading]) -> frozenset[Span]:
    """All lines that these headings stand on."""
    return frozenset(
        x.span
        for h in found
        for x in source.lines
        if h.words.start < x.span.end and x.span.start < h.words.end
    )


def _longest(source: Source, first: int) -> Heading | None:
    pieces = list(_pieces(source, first))
    for count in range(len(pieces), 1, -1):
        if row := _meant(pieces[:count]):
            start = pieces[0].strip(" \t\f").span.start
            end = pieces[count - 1].strip(" \t\f").span.end
            words = Span(start, end)
            return Heading(pieces[0].span, words, row.kind, "headings.exact", row.level, row.hints)
    return None


def _pieces(source: Source, first: int) -> Iterator[Line]:
    """Short lines of hardly more than a word each, from one on down."""
    for line in source.lines[first : first + _MOST]:
        short = line.span.length <= _WIDEST and _PIECE.match(line.folded)
        if not short or line.bulleted or page.markdown(line) or line.span in furniture(source):
            return
        yield line


def _meant(pieces: list[Line]) -> Known | None:
    """What they mean as one, set alike, where the words above the last only qualify it."""
    if len({page.capital(x.folded.strip()) for x in pieces}) > 1:
        return None
    keys = [" ".join(x.folded.lower().replace("&", "and").split()) for x in pieces]
    whole = " ".join(keys)
    if row := known.exact(whole) or known.exact(whole + "s"):
        return row
    joined = keys[0] not in _and() and not _and().isdisjoint(keys)
    if joined or all(k in known.words_of("modifiers") for k in keys[:-1]):
        return naming.sure(whole) or naming.sure(whole + "s")
    return None


def _and() -> frozenset[str]:
    return known.words_of("and")
