"""Pages whose lines are set by a program, not by a taste: tables, al-folio and JSON Resume pages."""

from __future__ import annotations

from random import Random

from breaks import broken
from dress import Coded
from records import Record

BLANK: Coded = ("", "")


def al_folio(records: list[Record], rng: Random) -> list[Coded]:
    """html2text of an al-folio page: a date in a table of one cell, a heading, the place in another table."""
    tail = rng.choice(["", "  "])
    places = rng.random() < 0.7
    lines: list[Coded] = []
    for record in records:
        lines += [
            (f"  * {record.date or record.year}{tail}", "B"),
            (f"---{tail}", "P"),
            (tail, ""),
            (f"###### {record.title}", "I"),
            BLANK,
        ]
        if places and record.org:
            lines += [(f"__ | {record.org}, {record.place}{tail}", "I"), (f"---|---{tail}", "P")]
        lines += [("    " * max(1, depth) + "* " + text, "I") for depth, text in record.details]
        lines.append((tail, ""))
    return lines[:-1]


def al_folio_years(records: list[Record], rng: Random) -> list[Coded]:
    """Its awards and talks: a year above one or several points."""
    tail, box = rng.choice(["", "  "]), rng.random() < 0.5
    lines: list[Coded] = []
    while records:
        year = records[0].year
        here = [r for r in records if r.year == year]
        records = [r for r in records if r.year != year]
        code = "S" if here[1:] else "B"
        if box:
            lines += [("- |      |", "P"), ("  |------|", "P"), (f"  | {year} |", code)]
        else:
            lines += [(f"  * {year}{tail}", code), (f"---{tail}", "P"), (tail, "")]
        for record in here:
            text = ", ".join(filter(None, [record.title, record.org, record.place])) + rng.choice(
                ["", ".", "."]
            )
            lines.append((("  - " if box else "    * ") + text, "B" if here[1:] else "I"))
        lines.append(BLANK)
    return lines[:-1]


def pandoc(records: list[Record], rng: Random) -> list[Coded]:
    """The same page as pandoc tells it: boxes of pipes and dashes."""
    lines: list[Coded] = []
    for record in records:
        date = record.date or str(record.year)
        place = f"{record.org}, {record.place}".strip(", ")
        box = " " * (len(date) + 2)
        wide = " " * (len(place) + 2)
        lines += [
            (f"- |{box}|", "P"),
            (f"  |{box.replace(' ', '-')}|", "P"),
            (f"  | {date} |", "B"),
        ]
        if rng.random() < 0.8:
            lines.append((f"  ###### {record.title}", "I"))
        lines += [
            (f"  |     |{wide}|", "P"),
            (f"  |:---:|{wide.replace(' ', '-')}|", "P"),
            (f"  |     | {place} |", "I"),
        ]
        for _, text in record.details:
            chunks = broken(rng, text, 92, 92, "")
            lines += [("  - " + chunks[0], "I"), *(("    " + chunk, "W") for chunk in chunks[1:])]
        if rng.random() < 0.5:
            lines.append(BLANK)
    return lines


def json_resume(records: list[Record], rng: Random) -> list[Coded]:
    """A JSON Resume theme turned into Markdown."""
    mark, points = rng.choice(["####", "###"]), rng.choice(["- ", "  * "])
    dated = rng.choice(["same", "own", "word"])
    lines: list[Coded] = []
    for record in records:
        head = rng.choice([record.org or record.title]) if dated != "own" else record.title
        lines.append((f"{mark} {head}" + (f"  {record.date} " if dated == "same" else ""), "B"))
        if dated == "own" and record.date:
            lines += [BLANK, (f"*Awarded* {record.date}", "I")]
        if head != record.title:
            lines += [BLANK, (f"**{record.title}**" if dated == "word" else record.title, "I")]
        elif record.org:
            lines += [BLANK, (f"*by* **{record.org}**", "I")]
        points_here = [text for _, text in record.details]
        if points_here:
            lines += [BLANK] + ([("#### Highlights", "I"), BLANK] if dated == "same" else [])
            lines += [(points + text, "I") for text in points_here]
        lines.append(BLANK)
    return lines[:-1]


def table(records: list[Record], rng: Random) -> list[Coded]:
    """A table: a header row, a rule, a row for each entry; pipes, or columns of blanks with broken cells."""
    columns = rng.choice(
        [
            ["date", "title", "org"],
            ["date", "title", "extra", "org"],
            ["title", "org", "date"],
            ["title", "date"],
            ["date", "title"],
            ["org", "title", "place", "date"],
        ]
    )
    names = {
        "date": ["Year", "Dates", "Duration", "Period", "Date"],
        "title": ["Title", "Name", "Position", "Project", "Course"],
        "org": ["Institution", "Funder", "Organization", "Venue"],
        "extra": ["Role", "Type", "Program"],
        "place": ["Place", "Location", "Amount"],
    }
    titles = [rng.choice(names[c]) for c in columns]
    cells = [[r.slot(c) for c in columns] for r in records]
    if rng.random() < 0.5:
        rule = "|" + "|".join(rng.choice(["---", ":---", "------"]) for _ in columns) + "|"
        lines: list[Coded] = (
            [("| " + " | ".join(titles) + " |", "S"), (rule, "P")] if rng.random() < 0.85 else []
        )
        return lines + [("| " + " | ".join(row) + " |", "B") for row in cells]
    widths = [
        min(max(len(row[i]) for row in [titles, *cells]), rng.choice([16, 28, 40])) + 2
        for i in range(len(columns))
    ]
    indent, gap = " " * rng.choice([0, 0, 2, 4]), rng.random() < 0.3

    def line(row: list[str]) -> str:
        return (
            indent
            + "".join(text.ljust(width) + " " for text, width in zip(row, widths, strict=True))
        ).rstrip()

    lines = [(line(titles), "S")] if rng.random() < 0.8 else []
    if lines and rng.random() < 0.6:
        lines.append((line(["-" * (width - 1) for width in widths]), "P"))
    for row in cells:
        columns_of = [
            broken(rng, text, width - 1, width - 1, "")
            for text, width in zip(row, widths, strict=True)
        ]
        for i in range(max(map(len, columns_of))):
            lines.append(
                (line([part[i] if i < len(part) else "" for part in columns_of]), "W" if i else "B")
            )
        if gap:
            lines.append(BLANK)
    return lines
