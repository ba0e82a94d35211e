"""From rows to the page: bullets, columns, breaks at the line's end, blank lines; every line with its code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from breaks import broken
from layouts import Row

Coded = tuple[str, str]  # a printed line and its code; a blank line has no code

PLAIN_BULLETS = [
    "-",
    "*",
    "•",
    "◦",
    "–",
    "\uf0b7",
    "▪",
    "‣",
    "·",
    "\uf0a7",
    "➢",
    "○",
    "∗",
    "o",
    "—",
    "",
    "+",
]
NUMBERS = ["[{}]", "{}.", "({})", "J{}.", "{})", "[J{}]", "\\[{}\\]", "0.", "{}", "C{}", "P{}:"]


@dataclass(frozen=True)
class Dress:
    """How one list is printed."""

    width: int = 0  # 0: never broken
    hang: bool = True  # broken lines stand under the text, not under the bullet
    indent: int = 0
    bullet: str = ""  # of an entry; a form with {} counts
    down: bool = False  # numbers count down
    alone: bool = False  # the number stands on a line of its own
    points: str = "•"  # of details
    inner: int = 0  # further lines and details stand so far in
    gap: str = "none"  # "none", "entry", "row", "all", "some", "two", "head"
    margin: str = "column"  # or "word", "own", "tab", "glued"
    column: int = 14
    ragged: bool = False  # the margin's texts end, not begin, at one place
    fold: bool = False  # "2018/4 –" above "2023/3"
    right: str = "spaces"  # or "word", "tab", "own", "after", "glued"
    hyphen: str = ""  # breaks words with this
    head: str = "{}"  # the entry's first line: "### {}"
    trail: str = ""  # at the end of each row: Markdown's "  " and "\\"
    listed: bool = False  # the further rows of an entry are points, too
    blank: str = " "  # what indents: "&nbsp;"


def bullet_of(dress: Dress, index: int, count: int) -> str:
    number = count - index if dress.down else index + 1
    return dress.bullet.format(number) + " " if dress.bullet else ""


def margin_lines(row: Row, dress: Dress) -> tuple[str, str]:
    """What stands in the left column on the first line, and on the second."""
    first, _, second = (
        row.margin.partition("– ") if dress.fold and "– " in row.margin else (row.margin, "", "")
    )
    first += "–" if second else ""
    pad = str.rjust if dress.ragged else str.ljust
    return pad(first, dress.column - 1) + " ", pad(second, dress.column - 1) + " " if second else ""


def put_right(dress: Dress, line: str, right: str) -> list[str]:
    match dress.right:
        case "spaces":
            return [
                line.ljust((dress.width or 90) - len(right))
                + ("  " if len(line) > (dress.width or 90) - len(right) - 2 else "")
                + right
            ]
        case "tab":
            return [f"{line}\t{right}"]
        case "glued":
            return [line + right]
        case "own" | "after":
            return [line, right]
        case _:
            return [f"{line} {right}"]


def print_row(rng: Random, row: Row, dress: Dress, lead: str, hang: str) -> list[Coded]:
    """One row; `lead` stands before it, `hang` before its broken lines. Codes: I, then W."""
    second = ""
    room = (
        dress.width - len(row.right) - 3 if row.right and dress.right == "spaces" else dress.width
    )
    chunks = (
        broken(
            rng,
            row.text,
            room - len(lead),
            (room if rng.random() < 0.5 else dress.width) - len(hang),
            dress.hyphen,
        )
        if dress.width
        else [row.text]
    )
    if row.margin and dress.margin == "column":
        column, second = margin_lines(row, dress)
        lead = lead.rstrip() + " " + column if lead.strip() else column
    lines: list[Coded] = [(lead + chunks[0], "I")]
    lines += [
        ((second if i == 0 and second else hang) + chunk, "W") for i, chunk in enumerate(chunks[1:])
    ]
    if second and len(chunks) == 1:
        lines.append((second.rstrip(), "W"))
    if row.right:
        at = len(lines) - 1 if dress.right == "after" else 0
        text, code = lines[at]
        printed = put_right(dress, text, row.right)
        lines[at : at + 1] = [(printed[0], code)] + [(more, "I") for more in printed[1:]]
    return [
        (text + dress.trail, code) if i == len(lines) - 1 else (text, code)
        for i, (text, code) in enumerate(lines)
    ]


def prefix(row: Row, dress: Dress) -> tuple[str, str]:
    """What stands before a row that is not the entry's first, and before its broken lines."""
    base = " " * dress.indent + dress.blank * dress.inner
    if (row.depth == 0 or row.bare) and not (dress.listed and dress.points):
        return base, base
    step = " " * (2 * max(0, row.depth - 1))
    mark = dress.points + " " if dress.points else ""
    lead = base + step + (mark if row.depth < 2 or not mark.strip() else second_mark(mark))
    return lead, " " * len(lead) if dress.hang else base


def second_mark(mark: str) -> str:
    """The bullet of the second level beside that of the first."""
    return {"•": "◦ ", "-": "- ", "*": "* ", "–": "· "}.get(mark.strip(), "– ")


def print_entry(rng: Random, rows: list[Row], dress: Dress, bullet: str) -> list[list[Coded]]:
    """One entry: its rows, each as printed lines; the very first is B."""
    printed: list[list[Coded]] = []
    start = " " * dress.indent + bullet
    rows = list(rows)
    top = rows[0]
    if top.margin and dress.margin != "column":
        glue = {"word": " ", "tab": "\t", "glued": ""}.get(dress.margin)
        rows[:1] = (
            [replace(top, margin="", text=top.margin + glue + top.text)]
            if glue is not None
            else [Row(top.margin), replace(top, margin="")]
        )
    if dress.alone and bullet:
        printed.append([(start.rstrip(), "I")])
        start = ""
    columned = bool(top.margin) and dress.margin == "column"
    for i, row in enumerate(rows):
        if i == 0:
            hang = " " * (
                dress.column
                if columned and dress.hang
                else len(start)
                if dress.hang
                else dress.indent
            )
            text = row.text.replace("**", "") if "**" in dress.head else row.text
            head = replace(row, text=dress.head.format(text))
            printed.append(print_row(rng, head, dress, start, hang))
            continue
        lead, hang = prefix(row, dress)
        if columned and dress.hang:
            lead, hang = " " * dress.column + lead, " " * dress.column + hang
        elif bullet and dress.hang and not dress.inner and not dress.alone:
            lead, hang = " " * len(bullet) + lead, " " * len(bullet) + hang
        printed.append(print_row(rng, row, dress, lead, hang))
    printed[0][0] = (printed[0][0][0], "B")
    return printed


def gaps(rng: Random, dress: Dress) -> int:
    """Blank lines between two entries; nobody is quite regular."""
    if rng.random() < 0.02:
        return rng.choice([0, 1])
    if dress.gap == "some":
        return int(rng.random() < 0.4)
    return {"none": 0, "two": 2}.get(dress.gap, 1)


def parted(rng: Random, dress: Dress, row: Row, place: int) -> bool:
    """A blank line above an entry's row at `place` > 0."""
    match dress.gap:
        case "row":
            return place == 1 or (row.depth == 0 and not dress.listed)
        case "head":
            return place == 1
        case "some":
            return rng.random() < 0.12
        case _:
            return rng.random() < 0.004


def print_list(
    rng: Random, entries: list[list[Row]], dress: Dress, start: int = 0, count: int = 0
) -> list[Coded]:
    """All entries with the blank lines the author leaves."""
    lines: list[Coded] = []
    for index, rows in enumerate(entries):
        printed = print_entry(
            rng, rows, dress, bullet_of(dress, start + index, count or len(entries))
        )
        lines += [("", "")] * (gaps(rng, dress) if index else 0)
        for i, row in enumerate(printed):
            if i and parted(rng, dress, rows[min(i, len(rows) - 1)], i):
                lines.append(("", ""))
            for j, line in enumerate(row):
                if dress.gap == "all" and (i or j):
                    lines.append(("", ""))
                lines.append(line)
    return lines
