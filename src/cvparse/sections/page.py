"""What surrounds a line on its page, and what a heading's words are without their frame."""

from __future__ import annotations

import re
from functools import lru_cache

from cvparse.document import Line, Passage, Source

_FRAME = " \t#*=_~-:.•▪■>|"
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.|[A-Z]\.)\s+(?=[^\W\d_])")
_RULE = re.compile(r"\s*([=\-_~*#—])\1{2,}\s*$")
_UNFINISHED = re.compile(r"(?:[,;&(-]|\b(?:and|of|the|in|for|at))\s*$")


def markdown(line: Line) -> int:
    marks = line.text.lstrip()
    level = len(marks) - len(marks.lstrip("#"))
    return level if 0 < level <= 6 and marks[level : level + 1] == " " else 0


def title(line: Line) -> Passage:
    """The heading's words: frames, rules, numbers and the colon left out."""
    body = trim(line)
    number = body.match(_NUMBER)
    return trim(body.part(number.end(), body.span.end)) if number else body


def trim(passage: Passage) -> Passage:
    return passage.strip(_FRAME + "\f\n")


def _neighbour(source: Source, line: Line, step: int) -> Line | None:
    number = line.number + step
    return source.lines[number] if 0 <= number < len(source.lines) else None


def gap_before(source: Source, line: Line) -> bool:
    """Is there air above the line? On a page without blank lines nothing can be asked."""
    above = _neighbour(source, line, -1)
    if above is None or above.blank or above.match(_RULE) or markdown(line) > 0:
        return True
    return _dense(source) and not _UNFINISHED.search(above.folded)


@lru_cache(maxsize=8)
def _dense(source: Source) -> bool:
    """A page without air: hardly a blank line, as PDFs often come out."""
    blank = sum(line.blank for line in source.lines)
    return blank < 0.06 * len(source.lines)


def stands_alone(source: Source, line: Line) -> bool:
    """A heading owns its line, and something sets it apart from the lines around it."""
    if line.number == 0 and not markdown(line):
        return True
    if not markdown(line) and (line.bulleted or line.folded.rstrip().endswith(".")):
        return False
    said = title(line).folded
    below = _neighbour(source, line, +1)
    return bool(
        gap_before(source, line)
        or below is None
        or below.blank
        or below.match(_RULE)
        or said.isupper()
        or line.folded.rstrip().endswith(":")
    )


def ruled(source: Source, line: Line) -> bool:
    """Is the line underlined by the next?"""
    below = _neighbour(source, line, +1)
    return bool(below and below.match(_RULE))
