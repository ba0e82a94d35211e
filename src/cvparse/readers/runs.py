"""Where the letters of a PDF's page stand, and the lines that they make.

A run is what PDFium reads as one line, cut where it has a gap too wide for a space: a date flushed
right, a column beside. Runs on one base line that follow each other are a line of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_HYPHEN = "\x02"  # what PDFium reads for a hyphen at which a word was broken
_NO_LETTER = dict.fromkeys([0, 0xFFFE, 0xFFFF])
_WIDE = 1.8
"""Times the height of its letters: a gap between words of one line that is no space."""
_AIR = 1.25
"""Times the usual distance of two lines: an empty line."""
_MARGIN = 24
"""Characters that what stands in a margin has at most: a date, a period, a number."""


@dataclass(frozen=True)
class Run:
    """Words side by side, with their place on the page in points; `base` counts upwards."""

    text: str
    left: float
    right: float
    base: float
    height: float

    def beside(self, other: Run) -> bool:
        """Do both stand on one line?"""
        return abs(self.base - other.base) < 0.4 * max(self.height, other.height)


def page(library: Any, letters: Any) -> str:
    """The text of a page, without a line end at its end."""
    found = list(_runs(library.raw, letters))
    return _written(_lines(_with_margin(_blocks(found))))


def _runs(raw: Any, letters: Any) -> Iterator[Run]:
    """The runs of a page in PDFium's order, which is the order they were set in, mended."""
    # In UTF-16, as PDFium counts its letters; half a letter has no place of its own.
    units = letters.get_text_range(errors="surrogatepass").encode("utf-16-le", "surrogatepass")
    signs = [
        units[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(units), 2)
    ]
    for first, last in _lined(signs):
        start = first
        for at in range(first, last):
            if signs[at].isspace() and start < at < last - 1:
                before, after = _box(raw, letters, at - 1), _box(raw, letters, at + 1)
                if after[0] - before[1] > _WIDE * before[3]:
                    yield from _run(raw, letters, signs, start, at)
                    start = at + 1
        yield from _run(raw, letters, signs, start, last)


def _lined(signs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end."""
    start = 0
    for at, sign in enumerate([*signs, "\n"]):
        if sign in "\r\n":
            if at > start:
                yield start, at
            start = at + 1


def _run(raw: Any, letters: Any, signs: Sequence[str], start: int, end: int) -> Iterator[Run]:
    """The run of some letters, if they are any."""
    while start < end and signs[start].isspace():
        start += 1
    while end > start and signs[end - 1].isspace():
        end -= 1
    if start == end:
        return
    first, last = _box(raw, letters, start), _box(raw, letters, end - 1)
    words = (
        "".join(signs[start:end])
        .encode("utf-16-le", "surrogatepass")
        .decode("utf-16-le", "replace")
    )
    words = words.replace(_HYPHEN, "-").translate(_NO_LETTER)
    yield Run(words, first[0], max(first[1], last[1]), first[2], first[3])


def _box(raw: Any, letters: Any, at: int) -> tuple[float, float, float, float]:
    """Left, right, base line and height of a letter: as high as its font, whatever letter it is."""
    box, x, base = raw.FS_RECTF(), c_double(), c_double()
    if not raw.FPDFText_GetLooseCharBox(letters, at, byref(box)):
        return (0, 0, 0, 1)
    raw.FPDFText_GetCharOrigin(letters, at, byref(x), byref(base))
    return (box.left, box.right, base.value, max(box.top - box.bottom, 1))


def _blocks(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that go down the page: another block begins where the next one stands higher up."""
    blocks: list[list[Run]] = []
    for run in runs:
        if blocks and run.base < blocks[-1][-1].base + run.height:
            blocks[-1].append(run)
        else:
            blocks.append([run])
    return blocks


def _with_margin(blocks: list[list[Run]]) -> list[list[Run]]:
    """A block of dates that stands beside another is what the margin of that says, line by line."""
    kept: list[list[Run]] = []
    for block in blocks:
        # The margin may be set before what it stands beside, or after it.
        at = next((i for i, other in enumerate(kept) if _one_margin(block, other)), None)
        if at is None:
            kept.append(block)
        else:
            kept[at] = sorted([*kept[at], *block], key=lambda run: -run.base)
    return kept


def _one_margin(block: Sequence[Run], other: Sequence[Run]) -> bool:
    return _is_margin(block, other) or _is_margin(other, block)


def _is_margin(block: Sequence[Run], beside: Sequence[Run]) -> bool:
    """Short runs with numbers, nearly all of them on a line of the other block."""
    short = [r for r in block if len(r.text) <= _MARGIN and any(c.isdigit() for c in r.text)]
    met = sum(any(run.beside(other) for other in beside) for run in block)
    return len(short) * 10 >= len(block) * 7 and met * 10 >= len(block) * 7


def _lines(blocks: Iterable[Sequence[Run]]) -> list[list[Run]]:
    """Runs on one line, from left to right; a block always begins a line."""
    lines: list[list[Run]] = []
    for block in blocks:
        fresh = True
        for run in block:
            if not fresh and lines[-1][-1].beside(run):
                lines[-1].append(run)
            else:
                lines.append([run])
            fresh = False
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _written(lines: Sequence[Sequence[Run]]) -> str:
    """Lines as text: wide gaps as some spaces, air as an empty line."""
    steps = [above[0].base - below[0].base for above, below in pairwise(lines)]
    down = sorted(step for step in steps if step > 0) or [0.0]
    usual = down[len(down) // 4]
    text = ""
    for line, step in zip(lines, [0.0, *steps], strict=False):
        text += ("\n\n" if step > _AIR * usual or step < 0 else "\n") if text else ""
        text += "    ".join(run.text for run in line)
    return text
