"""Labelled lines: every line of the text beside what it was taken for.

        header - | Jane Doe
                 |
       education | Education
               - | Ph.D., University of Edinburgh, 2011 – 2015

A kind where a section begins, a dash where an entry begins, a bar, then the line as it is. At once
the view of `cvparse explain`, a form to annotate in, and gold for segmentation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from cvparse.cv import CV, SectionMap
from cvparse.errors import CVParseError
from cvparse.exporters.export import Export

SUFFIX = ".lines.txt"

_WIDTH = 16
_BAR = "|"


def export(cv: CV) -> Export:
    """The lines of the text this CV was read from. Raises CVParseError when it is not at hand."""
    if cv.source.characters and not cv.source.text:
        raise CVParseError(
            f"{cv.source.name}: labelled lines need the text, and the JSON holds none",
            "parse the text again",
        )
    lost = "values and their provenance: labelled lines show sections and entries only"
    return Export(labelled(cv, cv.source.text).encode("utf-8", "backslashreplace"), (lost,))


def labelled(cv: CV, text: str) -> str:
    """The text with its labels; `stripped` takes them away again."""
    starts = _line_starts(text)
    kinds: dict[int, list[str]] = defaultdict(list)
    dashes = set()
    for section in cv.sections:
        kinds[_line(starts, _first_sign(text, section))].append(section.kind)
        dashes |= {_line(starts, start) for start, _ in section.entries}
    return "".join(
        f"{_label(kinds.get(number, []), dash=number in dashes)} {_BAR}{' ' if line else ''}{line}\n"
        for number, line in enumerate(text.split("\n"))
    )


def stripped(lines: str) -> str:
    """The text that labelled lines were made from, exactly."""
    raw = (line.partition(_BAR)[2] for line in lines.removesuffix("\n").split("\n"))
    return "\n".join(line.removeprefix(" ") for line in raw)


def _label(kinds: list[str], *, dash: bool) -> str:
    words = [*dict.fromkeys(kinds), *(["-"] if dash else [])]
    return " ".join(words).rjust(_WIDTH)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[:-1]


def _line(starts: list[int], position: int) -> int:
    return max(bisect_right(starts, position) - 1, 0)


def _first_sign(text: str, section: SectionMap) -> int:
    """Where a section's words begin: blank lines before its heading carry no label."""
    start, end = section.span
    said = text[start:end]
    return start + (len(said) - len(said.lstrip()) if said.strip() else 0)
