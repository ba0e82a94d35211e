"""The sections of one page: a heading and its list, laid out and dressed by its author's taste."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import citations
import dress
import forms
import furniture
import headings
import kinds
import layouts
import records
import titles
import wordlists
import words
from breaks import broken
from dress import Coded, Dress
from layouts import Row
from taste import Taste

COUNTS = {
    "education": (1, 4),
    "employment": (2, 7),
    "publications": (2, 22),
    "awards": (2, 14),
    "talks": (2, 14),
    "references": (2, 4),
    "certificates": (1, 4),
    "memberships": (1, 6),
}
NOTED = {"publications", "grants"}
BLANK: Coded = ("", "")


def listed(taste: Taste, kind: str, own: Dress, detail: str) -> list[Coded]:
    """One list, its entries by years, by groups, or simply one after the other."""
    rng = taste.rng
    lines = headings.note(rng, own.width) if kind in NOTED and rng.random() < 0.08 else []
    shifted = replace(own, indent=own.column) if taste.offset else own
    words_only = wordy(rng, kind)
    if words_only is not None:
        return lines + dress.print_list(rng, words_only, wordlists.flat(shifted))
    if kind == "skills":
        return lines + wordlists.apart(rng)
    low, high = COUNTS.get(kind, (2, 8))
    count = rng.randint(low, rng.choice([high, max(low, high // 2)]))
    years = sorted((rng.randint(2004, 2025) for _ in range(count)), reverse=rng.random() < 0.9)
    if kind == "publications":
        entries = [
            [Row(text) for text in citations.rows(rng, taste.citations, year)] for year in years
        ]
        names = (
            [str(year) for year in years]
            if rng.random() < 0.16
            else divided(rng, kind, count, 0.06)
        )
        return lines + grouped(taste, kind, entries, names, shifted if rng.random() < 0.5 else own)
    found = recorded(taste, kind, years, detail)
    special = made_by_program(taste, kind, found)
    return special or lines + laid_out(taste, kind, found, own)


def wordy(rng: Random, kind: str) -> list[list[Row]] | None:
    """Lists of words rather than of events."""
    match kind:
        case "skills" if rng.random() < 0.96:
            return wordlists.skills(rng)
        case "languages":
            return wordlists.languages(rng)
        case "service" if rng.random() < 0.25:
            return wordlists.reviewing(rng)
        case "students" if rng.random() < 0.1:
            return wordlists.together(rng)
        case _:
            return None


def laid_out(taste: Taste, kind: str, found: list[records.Record], own: Dress) -> list[Coded]:
    rng = taste.rng
    mode = taste.mode if rng.random() < 0.7 else rng.choice(layouts.MODES)
    layout = layouts.layout(rng, kind, markup=taste.markup, mode=mode, debris=taste.debris)
    if kind in layouts.LONG and kind != "references" and rng.random() < 0.6:
        layout = replace(layout, lines=taste.lines, mode="none" if "date" in taste.lines else mode)
    if taste.offset and layout.mode != "column":
        own = replace(own, indent=own.column)
    yearly = kind in {"talks", "awards", "teaching", "grants"} and rng.random() < 0.1
    names = [str(r.year) for r in found] if yearly else divided(rng, kind, len(found), 0.13)
    houses = bool(names) and kind in {"employment", "teaching"}
    for record in found:
        if yearly:
            record.date = ""
        if houses:
            record.org = record.place = ""  # said once, above
    if mode in {"column", "lead"} and rng.random() < 0.25:
        once(found, " " if mode == "column" and own.margin == "column" else "")
    entries = [layouts.rows(record, layout) for record in found]
    return grouped(taste, kind, entries, names, own)


def divided(rng: Random, kind: str, count: int, often: float) -> list[str]:
    """The group of each entry, or none at all."""
    if kind not in titles.GROUPS or rng.random() > often:
        return []
    groups = [headings.group_name(rng, kind) for _ in range(rng.choice([2, 3]))]
    return [groups[i] for i in sorted(rng.randrange(len(groups)) for _ in range(count))]


def recorded(taste: Taste, kind: str, years: list[int], detail: str) -> list[records.Record]:
    rng = taste.rng
    habit = records.Habit(
        taste.dates,
        detail,
        caps=rng.random() < 0.3,
        lapse=rng.choice([0.0, 0.04, 0.12]),
        quote=rng.choice(records.QUOTES),
        link=rng.choice(records.LINKS),
        more=rng.choice([1, 3, 5, 8, 12]),
    )
    return [kinds.make(rng, kind, habit, year) for year in years]


def made_by_program(taste: Taste, kind: str, found: list[records.Record]) -> list[Coded] | None:
    rng = taste.rng
    if taste.family == "folio" and rng.random() < 0.75:
        if kind in {"awards", "talks", "service", "grants"}:
            return forms.al_folio_years(found, rng)
        return (forms.al_folio if len(taste.owner) % 2 else forms.pandoc)(found, rng)
    if taste.family == "resume" and rng.random() < 0.75:
        return forms.json_resume(found, rng)
    return forms.table(found, rng) if rng.random() < 0.04 else None


def grouped(
    taste: Taste, kind: str, entries: list[list[Row]], names: list[str], own: Dress
) -> list[Coded]:
    """Entries of one name under one line; the numbers run on. A house or a year above a single entry begins that entry."""
    rng, lines, start = taste.rng, list[Coded](), 0
    if not names:
        return dress.print_list(rng, entries, own)
    gap = [BLANK] if own.gap != "none" or taste.markup else []
    joined = (
        kind != "publications"
        and (names[0].isdigit() or kind in {"employment", "teaching"})
        and len(set(names)) * 2 > len(names)
    )
    own = replace(own, head="{}") if own.head != "{}" and "#" in own.head else own
    if rng.random() < 0.3:
        own = replace(own, indent=own.indent + rng.choice([2, 4]))
    indent = own.indent if rng.random() < 0.5 else 0
    while start < len(entries):
        end = start
        while end < len(entries) and names[end] == names[start]:
            end += 1
        text, _ = headings.group(rng, taste.frame, names[start], indent)
        block = dress.print_list(rng, entries[start:end], own, start, len(entries))
        single = joined and end == start + 1
        lines += [*(gap if start else []), (text, "B" if single else "S"), *gap]
        lines += [(line, "I" if single and code == "B" else code) for line, code in block]
        start = end
    return lines


def once(found: list[records.Record], blank: str) -> None:
    """Years alone, and only where they change."""
    last = 0
    for record in found:
        record.date = blank if record.year == last else str(record.year)
        last = record.year


def section(taste: Taste, kind: str) -> list[Coded]:
    rng, inner = taste.rng, titles.INNER.get(kind, [])
    if kind == "contact":
        return furniture.contact(rng, taste.frame)
    lines = headings.heading(rng, taste.frame, kind)
    if kind in {"summary", "other"}:
        return lines + prose(taste, kind)
    detail = taste.detail_of(kind)
    own = taste.dress_of(kind, detail)
    if not inner or rng.random() > 0.22:
        return lines + listed(taste, kind, own, detail)
    for name in rng.sample(inner, rng.choice([1, 2, 2, 3])):
        lines += (
            headings.heading(rng, taste.frame, kind, name, inner=True)
            + listed(taste, kind, own, detail)
            + [BLANK] * rng.choice([0, 1])
        )
    return lines


def prose(taste: Taste, kind: str) -> list[Coded]:
    rng, width = taste.rng, taste.dress.width
    if kind == "other" and rng.random() < 0.6:
        mark = taste.dress.points + " " if taste.dress.points else ""
        return [
            (mark + words.phrase(rng).capitalize(), "I" if i else "B")
            for i in range(rng.randint(1, 5))
        ]
    text = " ".join(words.sentence(rng).rstrip(".") + "." for _ in range(rng.randint(1, 7)))
    chunks = broken(rng, text, width, width, taste.dress.hyphen) if width else [text]
    return [(chunk, "W" if i else "B") for i, chunk in enumerate(chunks)]
