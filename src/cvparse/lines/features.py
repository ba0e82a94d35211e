"""What is seen of each line, as features of the models of `tagger/`.

A line is described by itself and by how it is set off from the one above; what it shares with
the others the models see for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from cvparse.document import Line, Source, Span
from cvparse.lines.glances import Glance, measure
from cvparse.lines.looks import Look

_OPEN = re.compile(r"\d{4}\)?\s*-+\s*(?:\)|$|\s{2,})")
_ALONE = re.compile(r"[\W\d]*+(?:[^\W\d_]{3,9}\.?)?[\W\d]*+(?:[^\W\d_]{3,9}\.?)?[\W\d]*+$")
_UNFINISHED = re.compile(
    r"\b(?:and|of|the|in|for|at|on|with|to|a|und|der|des|et|de|la|y|&)\s*$", re.I
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_COLUMN = re.compile(r"\S(?: {3,}|\t+)(?=\S)")
_FIELD = re.compile(r"[^\W\d_][\w /'-]{1,30}:(?=\s)")
_BOUNDS = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48)
_VOLUME = re.compile(r"\d ?\(\d[^)]{0,200}\)|\bpp?\. ?\d|\bvol\b|\d ?: ?\d|\b10\.\d{4}", re.I)


def describe(source: Source, seen: Sequence[Glance]) -> list[list[str]]:
    """The features of each line of a list or a page."""
    indents = [g.line.indent for g in seen]
    margin = min(indents, default=0)
    above = (indents[:1], indents)
    below = (indents[1:], indents[-1:])
    known = _known(source)
    rows = []
    for g, follows, before, own, behind in zip(
        seen, _after(seen), chain(*above), indents, chain(*below), strict=False
    ):
        if (shown := known.get(g.line.span)) is None:
            shown = known[g.line.span] = _shown(g, measure(source).width)
        rows.append(
            [
                *shown,
                f"gap={g.gap}",
                f"wraps={g.wraps}",
                f"from={_step(before, own)}",
                f"to={_step(own, behind)}",
                follows,
                f"margin={within(own - margin)}",
            ]
        )
    return rows


@lru_cache(maxsize=8)
def _known(source: Source) -> dict[Span, list[str]]:
    """What lines show by themselves, which is asked of the page and again of its lists."""
    return {}


def within(number: int) -> int:
    """The first of some growing bounds that a number does not pass."""
    return next((bound for bound in _BOUNDS if number <= bound), 99)


def _shown(g: Glance, width: int) -> list[str]:
    """What a line shows by itself; `width` is that of the page."""
    text, look = g.line.body.folded.lstrip("\f"), g.look
    raw = g.line.text.strip()
    last = text.rstrip()[-1:]
    words = len(_WORD.findall(g.line.folded))
    full = 10 * len(g.line.folded.rstrip()) // max(width, 1)
    found = [
        f"bul={_mark(g.line)}",
        f"md={_level(raw)}",
        f"full={'yes' if full >= 9 else 'half' if full >= 5 else 'no'}",
        f"words={words if words < 4 else '4-8' if words <= 8 else '9-15' if words < 16 else '16+'}",
        f"first={_class(text[:1])}",
        f"last={_class(last) if last.isalnum() else last}",
        f"length={within(len(text.strip()) // 8)}",
        f"date={_date(look, text)}",
        f"caps={_capitals(text)}",
    ]
    flags = {
        "label": look.labelled,
        "people": look.people,
        "attached": look.attached,
        "heads": look.heads,
        "prose": look.prose,
        "bold": raw.startswith(("**", "__", "<b>", "<strong>")),
        "strong": raw.startswith("**") and raw.endswith("**"),
        "italic": raw.startswith(("*", "_")) and not raw.startswith(("**", "__", "* ")),
        "open": bool(_OPEN.search(text)),
        "unfinished": bool(_UNFINISHED.search(text)),
        "column": bool(_COLUMN.search(g.line.folded)),
        "field": bool(_FIELD.match(text)),
        "quoted": text[:1] in "\"'",
        "volume": bool(_VOLUME.search(text)),
        "break": "\f" in g.line.text,
        "url": "http" in text or "www." in text,
        "sentence": ". " in text,
        "commas": text.count(",") > 2,
        "bar": "|" in text,
    }
    return found + [name for name, true in flags.items() if true]


def _date(look: Look, text: str) -> str:
    if not look.dated:
        return "no"
    if _ALONE.match(text):
        return "alone"
    return "first" if look.dated_first else "last" if look.dated_last else "in"


def _capitals(text: str) -> bool:
    """Is a line set in capitals? Small capitals often come out with a small `i` among them."""
    letters = list(filter(str.isalpha, text))
    return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.75 * len(letters)


def _class(sign: str) -> str:
    if sign.isdigit():
        return "9"
    if sign.isalpha():
        return "A" if sign.isupper() else "a"
    return sign


def _mark(line: Line) -> str:
    mark = line.text.lstrip()[:1]
    if not line.bulleted:
        return "no"
    return mark if mark.isascii() else "•"


def _level(raw: str) -> int:
    level = len(raw) - len(raw.lstrip("#"))
    return level if level <= 6 else 0


def _step(a: int, b: int) -> str:
    return "right" if b > a else "left" if b < a else "same"


def _after(seen: Sequence[Glance]) -> list[str]:
    """Whether a line follows a bullet or a plain line, wrapped or not, and hangs under its words."""
    found: list[str] = []
    above, indent, words = "none", 0, 0
    for g in seen:
        mark = "bullet" if g.line.bulleted else "label" if g.look.labelled else "plain"
        side = "under" if g.line.indent == words else _step(indent, g.line.indent)
        found.append(f"after={above}:{mark}:{g.wraps}:{g.gap > 0}:{side}")
        if not g.wraps or g.line.bulleted or g.gap:
            above, indent = mark, g.line.indent
            words = indent + g.line.marker.length
    return found
