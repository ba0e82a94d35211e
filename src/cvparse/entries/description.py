"""What is seen of each line of a list, as the words of the line model.

A line is described by itself, by its neighbours, and by the list it stands in: people are
regular within one list, so what most lines share, and what the first line looks like, say more
than any word. What the habits propose is one more opinion.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from cvparse.document import Item, Line, Section, Span
from cvparse.entries.items import measure
from cvparse.entries.looks import Look, looks
from cvparse.entries.recurrence import Shape, recurring, shared
from cvparse.entries.surroundings import Glance, step, surroundings

_OPEN = re.compile(r"\d{4}\)?\s*-+\s*(?:\)|$|\s{2,})")
_ALONE = re.compile(r"[\W\d]*+(?:[^\W\d_]{3,9}\.?)?[\W\d]*+(?:[^\W\d_]{3,9}\.?)?[\W\d]*+$")
_UNFINISHED = re.compile(
    r"\b(?:and|of|the|in|for|at|on|with|to|a|und|der|des|et|de|la|y|&)\s*$", re.I
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_COLUMN = re.compile(r"\S(?: {3,}|\t+)(?=\S)")
_FIELD = re.compile(r"[^\W\d_][\w /'-]{1,30}:(?=\s)")
_VOLUME = re.compile(r"\d ?\(\d[^)]{0,200}\)|\bpp?\. ?\d|\bvol\b|\d ?: ?\d|\b10\.\d{4}", re.I)


def glances(section: Section, skip: frozenset[Span]) -> list[Glance]:
    """A glance at each of a section's lines; blank ones and furniture are only counted."""
    kept: list[Line] = []
    gaps: list[int] = []
    blanks = 0
    for line in section.body.lines:
        if line.blank:
            blanks += 1
        elif line.span not in skip:
            kept.append(line)
            # Before a new page blank lines say nothing: as many as there are room for.
            gaps.append((min(blanks, 1 if "\f" in line.text else 2)) if gaps else 3)
            blanks = 0
    seen = looks([_item(x) for x in kept])
    page = measure(section.source)
    found: list[Glance] = []
    for line, look, gap in zip(kept, seen, gaps, strict=True):
        above = found[-1].line if found else None
        wraps = above is not None and page.full(above, line)
        full = min(10 * len(line.folded.rstrip()) // max(page.width, 1), 10)
        found.append(Glance(line, look, gap, wraps, full, len(_WORD.findall(line.folded))))
    return found


def _item(line: Line) -> Item:
    return Item(line.source, line.body.span, line.bulleted, line.indent)


def describe(kind: str, seen: Sequence[Glance], opinions: Mapping[int, str]) -> list[list[str]]:
    """The features of each line; `opinions` is what the habits call it, by its number."""
    if not seen:
        return []
    margin = min(g.look.indent for g in seen)
    habits = [opinions.get(g.line.number, "I") for g in seen]
    shapes = [_shape(g, margin) for g in seen]
    own = [_own(*one) for one in zip(seen, shapes, strict=True)]
    words = [first[0].lower() if (first := _WORD.search(g.line.folded)) else "" for g in seen]
    near = surroundings(seen, [str(s["date"]) for s in shapes])
    among = enumerate(zip(own, shared(shapes), recurring(words, shapes), near, strict=True))
    here = [
        [f"kind={kind}", *shown, *_steps(seen, i), *same, *more, *run, f"habit={habits[i]}"]
        for i, (shown, same, more, run) in among
    ]
    beside = [_as_told(*one) for one in zip(own, habits, strict=True)]
    for i, row in enumerate(here):
        for far, sign in _BESIDE.items():
            row.extend(beside[i + far][sign] if 0 <= i + far < len(seen) else (f"{sign}none",))
    return here


_BESIDE = {-1: "<", 1: ">", 2: ">>", -2: "<<"}
_BRIEFLY = ("bul", "md", "date", "people", "gap")


@lru_cache(maxsize=4096)
def _as_told(own: tuple[str, ...], habit: str) -> dict[str, tuple[str, ...]]:
    """What a line shows, as its neighbours tell it; kept, since the lines of a list look alike."""
    brief = [x for x in own if x.startswith(_BRIEFLY)]
    told = {sign: own if len(sign) == 1 else brief for sign in _BESIDE.values()}
    return {sign: (*(sign + x for x in xs), f"{sign}habit={habit}") for sign, xs in told.items()}


def _own(g: Glance, shape: Shape) -> tuple[str, ...]:
    """What a line shows by itself."""
    text, look = g.line.body.folded.lstrip("\f"), g.look
    raw = g.line.text.strip()
    last = text.rstrip()[-1:]
    found = [
        f"bul={shape['bul']}",
        f"md={shape['md']}",
        f"gap={g.gap}",
        f"in={min((shape['in'] + 3) // 4, 4)}",
        f"wraps={g.wraps}",
        f"full={'yes' if g.full >= 9 else 'half' if g.full >= 5 else 'no'}",
        f"words={g.words if g.words < 4 else '4-8' if g.words <= 8 else '9-15' if g.words < 16 else '16+'}",
        f"first={_class(text[:1])}",
        f"last={_class(last) if last.isalnum() else last}",
        f"date={shape['date']}",
        f"caps={shape['caps']}",
    ]
    flags = {
        "label": look.labelled,
        "people": look.people,
        "attached": look.attached,
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
    return (*found, *(name for name, true in flags.items() if true))


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


def _class_of_mark(line: Line) -> str:
    mark = line.text.lstrip()[:1]
    if not line.bulleted:
        return "no"
    return mark if mark.isascii() else "•"


def _level(raw: str) -> int:
    level = len(raw) - len(raw.lstrip("#"))
    return level if level <= 6 else 0


def _steps(seen: Sequence[Glance], i: int) -> list[str]:
    """How a line stands to the one above and the one below."""
    indent = seen[i].look.indent
    above = seen[i - 1].look.indent if i else indent
    below = seen[i + 1].look.indent if i + 1 < len(seen) else indent
    return [f"from={step(above, indent)}", f"to={step(indent, below)}"]


def _shape(g: Glance, margin: int) -> Shape:
    """The traits by which lines of a list are told apart."""
    text, raw = g.line.body.folded, g.line.text.strip()
    return {
        "bul": _class_of_mark(g.line),
        "md": _level(raw),
        "gap": min(g.gap, 1),
        "in": g.look.indent - margin,
        "date": _date(g.look, text),
        "label": g.look.labelled,
        "people": g.look.people,
        "caps": _capitals(text),
        "bold": raw.startswith("**"),
        "quoted": text[:1] in "\"'",
        "lower": text[:1].islower(),
    }
