"""How a line is set, and what surrounds it on its page."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cvparse.document import Line, Passage, Source
from cvparse.sections import spacing
from cvparse.sections.furniture import furniture

_FRAME = " \t#*=_~-:.•▪■►▶●◆◇□○>|【】「」『』〔〕《》<\f\n"
_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}[.)]|[A-Z][.)]|[一二三四五六七八九十]{1,2}、)\s*(?=[^\W\d_])"
)
_RULE = re.compile(r"\s*([=\-_~*#—])\1{2,}\s*$")
_UNFINISHED = re.compile(r"(?:[,;&(-]|\b(?:and|of|the|in|for|at|und|der|et|de|la|y))\s*$")
_ENDED = re.compile(r"[.;:)\]\d]\s*$")
_LED = re.compile(r"[^.\n]{3,80}(?:\s?[.…]){8,}\s*$")
_LONG = 60
"""Hardly a page is set narrower, in characters."""
_TAG = re.compile(r"\s*<h([1-6])\b", re.I)
_BOLD = re.compile(r"\W{0,6}(?:\*\*|__|<b>|<strong>)\W{0,3}\w.*(?:\*\*|__|</b>|</strong>)\s*:?\s*$")
_DEBRIS = re.compile(r"\b(?:[A-Z]{2}[a-z]{3}|[A-Za-z]?[a-z]+[A-Z][a-z]|[a-z]+[A-Z]\b)")
_SMALL_I = re.compile(r"(?<=[A-Z])i|i(?=[A-Z])")


class Dress(NamedTuple):
    """How a line is set: what may tell a heading from the lines under it."""

    markdown: int
    capitals: bool
    spaced: bool
    ruled: bool
    bold: bool
    bracketed: bool
    numbered: bool
    colon: bool

    @property
    def distinctive(self) -> bool:
        """Is it set otherwise than running text?"""
        return any(self[:6])


PLAIN = Dress(0, False, False, False, False, False, False, False)


def dress(source: Source, line: Line) -> Dress:
    """The dress of a line."""
    words = title(line).folded
    stripped = line.folded.strip(" \t\f")
    return Dress(
        markdown=markdown(line),
        capitals=capital(words) and len(words) > 3,
        spaced=spacing.spaced(words),
        ruled=ruled(source, line) or led(line),
        bold=bool(_BOLD.match(line.text)),
        bracketed=stripped[:1] in set("【「『〔《■◆●▶►□◇○"),
        numbered=bool(trim(line).match(_NUMBER)),
        colon=stripped.endswith(":"),
    )


def capital(words: str) -> bool:
    """Capitals throughout; small capitals often come out of a PDF with their i's small."""
    return words.isupper() or (not words.islower() and _SMALL_I.sub("I", words).isupper())


def debris(words: str) -> bool:
    """Small capitals as some PDFs have them, large and small letters in turns: `PResentation`."""
    return _DEBRIS.search(words) is not None


def markdown(line: Line) -> int:
    """The level of a Markdown or HTML heading, 0 for other lines."""
    marks = line.text.lstrip(" \t\f")
    level = len(marks) - len(marks.lstrip("#"))
    if 0 < level <= 6 and marks[level : level + 1] in (" ", "\t"):
        return level
    found = _TAG.match(line.text) if "<" in marks[:1] else None
    return int(found[1]) if found else 0


def title(line: Line) -> Passage:
    """The heading's words: frames, rules, numbers and the colon left out."""
    body = trim(line)
    number = body.match(_NUMBER)
    return trim(body.part(number.end(), body.span.end)) if number else body


def trim(passage: Passage) -> Passage:
    """A passage without the frame drawn around it."""
    return passage.strip(_FRAME)


def neighbour(source: Source, line: Line, step: int) -> Line | None:
    """The next line above or below; page furniture is looked through."""
    number = line.number + step
    while 0 <= number < len(source.lines):
        found = source.lines[number]
        if found.span not in furniture(source) or is_rule(found):
            return found
        number += step
    return None


def is_rule(line: Line) -> bool:
    """Is it a drawn line?"""
    return line.match(_RULE) is not None


def gap_before(source: Source, line: Line) -> bool:
    """Is there air above the line? On a page without blank lines nothing can be asked."""
    above = neighbour(source, line, -1)
    if above is None or above.blank or is_rule(above) or "\f" in line.text[:1]:
        return True
    if markdown(line) or markdown(above):
        return True
    return dense(source) and not runs_on(source, above, line)


def runs_on(source: Source, above: Line, line: Line) -> bool:
    """Does what stands above go on here? So when it breaks off, or when nothing closes it and the
    first word here would not have found room there.
    """
    text = above.folded.rstrip()
    if unfinished(above):
        return True
    word = len(line.folded.split(maxsplit=1)[0])
    full = len(text) + 1 + word > width(source)
    return full and not unbroken(source) and not _ENDED.search(text)


def unfinished(line: Line) -> bool:
    """Does it break off, so that the next must go on?"""
    return _UNFINISHED.search(line.folded) is not None


def closed(source: Source, line: Line) -> bool:
    """Does what stands above end here? A stop or a date closes it, and any line does where a text
    is not broken for width.
    """
    return unbroken(source) or _ENDED.search(line.folded) is not None


@lru_cache(maxsize=8)
def unbroken(source: Source) -> bool:
    """Paragraphs each on one long line, as word processors give them: where long lines are broken
    for width, some word in small letters begins the next.
    """
    rests = (
        below.folded.lstrip()[:1].islower() and below.span.length - below.indent > 2
        for above, below in pairwise(source.lines)
        if above.span.length >= _LONG
    )
    return sum(rests) < 2


@lru_cache(maxsize=8)
def width(source: Source) -> int:
    """How wide the lines of a page run: the few longer ones are tables and addresses."""
    widths = sorted(len(x.folded.rstrip()) for x in source.lines if not x.blank)
    return max(widths[int(0.98 * (len(widths) - 1))], 60) if widths else 60


@lru_cache(maxsize=8)
def dense(source: Source) -> bool:
    """A page without air: hardly a blank line, as PDFs often come out."""
    blank = sum(line.blank for line in source.lines)
    return blank < 0.06 * len(source.lines)


def gap_after(source: Source, line: Line) -> bool:
    """Is there air, or a rule, below the line?"""
    below = neighbour(source, line, +1)
    return below is None or below.blank or is_rule(below)


def stands_alone(source: Source, line: Line) -> bool:
    """A heading owns its line, and something sets it apart from the lines around it."""
    if line.number == 0 or markdown(line):
        return True
    if led(line):
        return True
    if line.folded.rstrip().endswith(".") or (line.bulleted and not _marked(line)):
        return False
    return (
        gap_before(source, line)
        or gap_after(source, line)
        or capital(title(line).folded)
        or line.folded.rstrip().endswith(":")
    )


def _marked(line: Line) -> bool:
    """Is the sign before it a frame of headings, and no bullet of lists?"""
    return line.text.strip()[:1] in set("【「『〔《■◆▶►□◇|>")


def led(line: Line) -> bool:
    """Do dots lead from its words to the margin? `Conference papers . . . . . .`"""
    return ".." in line.folded.replace(" ", "") and line.match(_LED) is not None


def ruled(source: Source, line: Line) -> bool:
    """Is the line underlined by the next?"""
    number = line.number + 1
    below = source.lines[number] if number < len(source.lines) else None
    return below is not None and is_rule(below)
