"""The headings we know, and the nouns that give an unknown one away, from the lexicon."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cvparse import lexicon


class Known(NamedTuple):
    """What a heading heads, how deep it stands, and what it says of its entries."""

    kind: str
    level: int
    hints: tuple[tuple[str, str], ...]


@cache
def known_headings() -> dict[str, Known]:
    """Heading → what it heads. Sub-headings stand one level lower."""
    known: dict[str, Known] = {}
    for kind, row in lexicon.table("sections").items():
        if kind == "mixed":
            continue
        record = row.get("record", kind)
        hint = () if record == kind else (("section", kind),)
        known |= {h: Known(_section_kind(kind, record), 1, hint) for h in row.get("headings", ())}
        for sub in row.get("sub", ()):
            hints = tuple((k, v) for k, v in sub.items() if k != "headings")
            known |= {h: Known(record, 2, hints) for h in sub["headings"] if h not in known}
    for heading, kinds in lexicon.table("sections").get("mixed", {}).items():
        known[heading] = Known(kinds[0], 1, (("mixed", " ".join(kinds)),))
    return known


def _section_kind(kind: str, record: str) -> str:
    return kind if record == "person" else record


@cache
def head_nouns() -> dict[str, str]:
    return {
        noun: _section_kind(kind, row.get("record", kind))
        for kind, row in lexicon.table("sections").items()
        if kind != "mixed"
        for noun in row.get("head_nouns", ())
    }
