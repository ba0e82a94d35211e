"""Sections → entries: one splitter for all kinds, which learns the habit of *this* list.

Each line is described (`lines.describe`) and the line model says what it is: `B` begins an entry, `I`
goes on with it, `W` is the rest of a line broken for width, `S` stands above several entries,
`P` is page furniture. What it says is all that is known of entries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from cvparse.document import Entry, Item, Section, Span
from cvparse.entries import columns, tails
from cvparse.entries.addresses import addressed
from cvparse.entries.habits import regular
from cvparse.entries.items import item, itemize
from cvparse.entries.offices import paired
from cvparse.lines import LABEL, Glance, describe, glances

__all__ = ["Model", "described", "split"]

Model = Callable[[Sequence[Sequence[Sequence[str]]]], Sequence[Sequence[str]]]
"""The features of each line of each list → a code for each."""

_WORD = re.compile(r"[^\W\d_][\w'-]*")
_DIGIT = re.compile(r"\d")
_WHOLE = frozenset({"header", "summary", "contact", "other", "languages"})
_LISTS = frozenset({"skills"})


def split(
    sections: Sequence[Section], skip: frozenset[Span], model: Model
) -> list[tuple[Entry, ...]]:
    """The entries of each section, in order, none overlapping another; `skip` are furniture lines.

    The model sees all lists of a page at once: that costs less than one after the other.
    """
    seen = [[] if s.kind in _WHOLE else glances(s.source, s.body.lines, skip) for s in sections]
    told = model([described(s, lines) for s, lines in zip(sections, seen, strict=True)])
    return [_split(*one, skip) for one in zip(sections, seen, told, strict=True)]


def _split(
    section: Section, seen: Sequence[Glance], codes: Sequence[str], skip: frozenset[Span]
) -> tuple[Entry, ...]:
    if section.kind in _WHOLE:
        items = itemize(section, skip)
        return (_entry(section, items, ()),) if items else ()
    if section.kind in _LISTS:
        return _listed(section, seen, codes)
    codes = regular(section.kind, seen, codes)
    if section.kind == "service":
        codes = paired(seen, codes)
    elif section.kind == "publications":
        codes = addressed(seen, codes)
    codes = tails.joined(section.kind, seen, codes)
    found = _entries(section, seen, codes)
    beside = {**tails.cells(seen, codes), **columns.cells(seen)}
    return tuple(_columned(entry, beside) if beside else entry for entry in found)


def _columned(entry: Entry, beside: Mapping[int, Span]) -> Entry:
    """The entry; with what stands beside lines that go on below."""
    broken = (line.span.end for i in entry.items for line in i.lines[:-1])
    apart = tuple(beside[end] for end in broken if end in beside)
    return replace(entry, beside=apart) if apart else entry


def described(section: Section, seen: Sequence[Glance]) -> list[list[str]]:
    """The features of the lines of a section, as the model learned them."""
    rows = describe(section.source, seen)
    firsts = [m[0].lower() if (m := _WORD.search(g.line.folded)) else "" for g in seen]
    times = Counter(firsts)
    for row, first in zip(rows, firsts, strict=True):
        row += [f"kind={section.kind}", f"again={min(times[first], 3) if first else 0}"]
    return rows


def _listed(section: Section, seen: Sequence[Glance], codes: Sequence[str]) -> tuple[Entry, ...]:
    """What a line of a list of skills is, only the others tell: the list is one entry."""
    items = [item([g.line for g in one], one[0].gap > 0) for one, _ in _logical(seen, codes)]
    return (_entry(section, items, ()),) if items else ()


def _entries(section: Section, seen: Sequence[Glance], codes: Sequence[str]) -> list[Entry]:
    found: list[Entry] = []
    above: tuple[Item, ...] = ()
    held: list[Item] = []
    heading = False  # is the line above a heading too?
    for lines, code in _lone(_logical(seen, codes)):
        one = item([g.line for g in lines], lines[0].gap > 0)
        if code in "SB" and held:
            found.append(_entry(section, held, above))
            held = []
        if code == "S":
            above = (*(above if heading else _over(above, one)), one)
        else:
            held.append(one)
        heading = code == "S"
    if held or not found:
        return [*found, *([_entry(section, held, above)] if held else _orphans(section, above))]
    return found


def _logical(seen: Sequence[Glance], codes: Sequence[str]) -> list[tuple[list[Glance], str]]:
    """Lines joined with the rests of them; furniture is left out, where it has a number or date."""
    joined: list[tuple[list[Glance], str]] = []
    for glance, said in zip(seen, codes, strict=True):
        code = "I" if said == "P" and not _DIGIT.search(glance.line.folded) else said
        if _numbered_only(glance):
            code = "B"
        elif code == "B" and joined and glance.look.attached and not glance.look.dated:
            code = "I"  # a link or a legend, whatever it looks like
        if joined and (code == "W" or (code in "IB" and _unfinished(joined[-1][0], glance))):
            joined[-1][0].append(glance)
        elif code != "P":
            joined.append(([glance], code if code in "SB" else "I"))
    return joined


def _lone(lines: list[tuple[list[Glance], str]]) -> list[tuple[list[Glance], str]]:
    """A line above one entry is its first line, unless lines like it stand above several; years
    stand above as few papers as were written in them.
    """
    heads = [i for i, (seen, code) in enumerate(lines) if code == "S" and not seen[0].look.dated]
    ends = [*(i for i, (_, code) in enumerate(lines) if code == "S"), len(lines)]
    nearest = dict(pairwise(ends))
    below = {i: [code for _, code in lines[i + 1 : nearest[i]]] for i in heads}
    if not heads or any(codes.count("B") != 1 or codes[0] != "B" for codes in below.values()):
        return lines
    told = dict.fromkeys(heads, "B") | {i + 1: "I" for i in heads}
    return [(seen, told.get(i, code)) for i, (seen, code) in enumerate(lines)]


def _unfinished(lines: list[Glance], below: Glance) -> bool:
    """Does the line below go on with these, whatever it looks like? When they are nothing but
    the number of an entry, and when it stands between their bullet and their words.
    """
    first = lines[0].line
    numbered = len(lines) == 1 and _numbered_only(lines[0])
    words = first.indent + first.marker.length
    if numbered:
        return not _numbered_only(below)
    ragged = first.bulleted and not below.gap and first.indent < below.line.indent < words
    return ragged and not below.line.bulleted


def _numbered_only(glance: Glance) -> bool:
    """Is a line nothing but the number of an entry, which begins there?"""
    return glance.line.body.fullmatch(LABEL) is not None


def _over(above: tuple[Item, ...], one: Item) -> tuple[Item, ...]:
    """The headings that a new one stands under: a year ends the year before it, not `Invited`."""
    for number, heading in enumerate(above):
        if _sort(heading) == _sort(one):
            return above[:number]
    return above


def _sort(heading: Item) -> tuple[bool, int]:
    return heading.folded.strip(" :()-")[-4:].isdigit(), heading.indent


def _orphans(section: Section, above: tuple[Item, ...]) -> list[Entry]:
    """A list of nothing but headings: each is an entry after all."""
    return [_entry(section, (one,), ()) for one in above]


def _entry(section: Section, items: Sequence[Item], context: tuple[Item, ...]) -> Entry:
    start = items[0].label.start if items[0].label else items[0].span.start
    span = Span(start, items[-1].span.end)
    return Entry(section.source, span, section=section, items=tuple(items), context=context)
