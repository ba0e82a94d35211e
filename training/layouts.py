"""From what an entry says to its rows: which piece stands on which line, and where the date goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from records import Record


@dataclass
class Row:
    """One line as its author thinks of it; too long a one is broken when it is printed."""

    text: str
    margin: str = ""  # in a column at the left
    right: str = ""  # flushed to the right
    depth: int = 0  # 1: a point under the entry, 2: under a point
    bare: bool = False  # a detail without bullet


# "/" begins a line, ">" the part of the line that stands at the right.
ANY = """
title org place; title org place; title org; title extra org place; org title place; title extra org; org extra title
title / org place; title / org place; title / org; org / title; org / title / place; org place / title; title org / place
title extra / org place; org / extra title; title / extra / org place; title / place; place / title / org; org > place / title
title / org > place; title > place / org; title org > place; org / place / title; extra / title / org place; title
"""
DATED = """
org > place / title > date; title > date / org > place; org > date / title > place; org / place / title / date
title > date / org place; org > date / title; title > date; title org > date; org title place > date; org place > date / title
title / date / org; title org / date place; title / date place; title / org date; title org / place date; org / title / date / place
title org / date; title / org place / date; date / title / org place; place / title / date / org; date / org / title; place / title / date / org; title org place / date
title date / org; org date / title; org / title date; title place date; extra title / org place date; org date / title extra
"""
# What moderncv, awesome-cv, RenderCV, AltaCV and most hands print.
KNOWN = """
org > place / title > date; title > date / org > place; org > date / title > place; title > date / org; title org place > date
place / title / date / org; org / place / title / date; date / title / org place; org title place > date; title / org > date
title org place; title / org place; org / title > date; date / org / title; title org / date place; title org / date / place
"""
# "reference" pages are blocks: a name, then the rest, a line each.
BLOCK = "title / extra / org / place / date; title extra / org place / date; title / org / date; title extra org / date; title > date / extra / org"
STUDENT = """
title extra date org; title extra date; title / place; title extra / place; title; title extra; title extra / org place / date
title date / extra place; title place; extra date title; title extra place
"""
SHORT = "title; title org; title org place; org title; title extra org; title extra org place; extra title org place; title place"
LONG = {"education", "employment", "projects", "grants", "references"}
MODES = [
    "end",
    "end",
    "bracket",
    "bracket",
    "bracket-last",
    "lead",
    "lead",
    "column",
    "column",
    "column",
    "right",
    "right",
    "right",
    "first",
    "last",
    "second",
    "none",
]
NEW_LINE = {"first", "second", "last"}
SEPARATORS = [
    ", ",
    ", ",
    ", ",
    ", ",
    ", ",
    " | ",
    " – ",
    " - ",
    ". ",
    " · ",
    " — ",
    "; ",
    " ",
    " | ",
]
FIRST_SEPARATORS = [": ", " at ", ", ", " – ", ". ", " (", " in ", " @ ", " — "]
LEADS = [" ", " ", ": ", "  ", " – ", "\t", " | ", ". ", " - ", ", ", "    "]


@dataclass(frozen=True)
class Layout:
    """One list's habit."""

    lines: str
    mode: str  # where the date goes when `lines` does not say
    separator: str
    first: str  # between the first two pieces
    lead: str  # between a leading date and the text
    decor: dict[str, str] = field(default_factory=dict)  # "title": "**{}**"
    upper: str = ""  # this piece is in (broken) small capitals


def choices(table: str) -> list[str]:
    return [one.strip() for one in table.replace("\n", ";").split(";") if one.strip()]


def small_caps(text: str) -> str:
    """As pdftotext reads LaTeX small capitals: "PHD iN ECONOMiCS"."""
    return "".join("i" if c == "i" else c.upper() for c in text)


def layout(rng: Random, kind: str, *, markup: bool, mode: str, debris: bool) -> Layout:
    if kind == "references":
        lines, mode = rng.choice(choices(BLOCK)), "none"
    elif kind == "students" and rng.random() < 0.7:
        lines = rng.choice(choices(STUDENT))
        mode = "none" if "date" in lines else mode
    elif kind not in LONG and rng.random() < 0.55:
        lines = rng.choice(choices(SHORT))
    elif rng.random() < (0.62 if kind in {"education", "employment"} else 0.78):
        lines = rng.choice(choices(ANY))
        if kind in {"memberships", "certificates"} and rng.random() < 0.5:
            lines = rng.choice(["title org", "title", "org title"])
    else:
        lines, mode = rng.choice(choices(DATED)), "none"
    separator = rng.choice(SEPARATORS)
    decor: dict[str, str] = {}
    if markup:
        for piece in rng.choice(
            [["title"], ["org"], ["title", "org"], ["date"], ["title", "place"], []]
        ):
            decor[piece] = rng.choice(["**{}**", "*{}*", "_{}_", "**{}**", "__{}__"])
    upper = rng.choice(["title", "org", "extra"]) if debris and rng.random() < 0.8 else ""
    first = separator if rng.random() < 0.7 else rng.choice(FIRST_SEPARATORS)
    return Layout(lines, mode, separator, first, rng.choice(LEADS), decor, upper)


def cell(words: list[str], record: Record, taste: Layout) -> str:
    pieces: list[str] = []
    for word in words:
        text = record.slot(word)
        if text:
            text = small_caps(text) if word == taste.upper else text
            pieces.append(taste.decor.get(word, "{}").format(text))
    if taste.first == " (" and len(pieces) == 2:
        return f"{pieces[0]} ({pieces[1]})"
    first = ", " if taste.first == " (" else taste.first
    return (
        pieces[0]
        + "".join((first if i == 0 else taste.separator) + p for i, p in enumerate(pieces[1:]))
        if pieces
        else ""
    )


def place_date(lines: list[Row], date: str, taste: Layout) -> list[Row]:
    """The date put where the list's habit wants it."""
    top, last = lines[0], lines[-1]
    if taste.mode in NEW_LINE:
        at = {"first": 0, "second": 1}.get(taste.mode, len(lines))
        return [*lines[:at], Row(date), *lines[at:]]
    match taste.mode:
        case "end":
            top.text += taste.separator + date
        case "bracket":
            top.text += f" ({date})"
        case "bracket-last":
            last.text += f" ({date})"
        case "lead":
            top.text = date + taste.lead + top.text
        case "column":
            top.margin = date
        case "right":
            top.right = top.right or date
        case _:
            pass
    return lines


def rows(record: Record, taste: Layout) -> list[Row]:
    lines: list[Row] = []
    for spec in taste.lines.split("/"):
        left, _, right = spec.partition(">")
        text, flushed = cell(left.split(), record, taste), cell(right.split(), record, taste)
        if text or flushed:
            lines.append(Row(text or flushed, right=flushed if text else ""))
    if not lines:
        lines = [Row(record.title)]
    if "date" not in taste.lines.split() and record.date:
        date = taste.decor.get("date", "{}").format(record.date)
        lines = place_date(lines, date, taste)
    return lines + [
        Row(text, depth=max(depth, 1), bare=depth == 0) for depth, text in record.details
    ]
