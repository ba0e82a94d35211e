"""Values of hand-tagged citations, each alone: made works draw titles and venues from here too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_EVENT = re.compile(
    r"\b(?:proc|proceedings|conf|conference|workshop|symposium|symp|congress|meeting|colloquium)\b",
    re.I,
)
_PLAIN = re.compile(r"[^\n]{3,220}")


def pool(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Titles, journals, events, books, publishers and places of some rows."""
    found: dict[str, list[str]] = {
        "title": [],
        "journal": [],
        "event": [],
        "book": [],
        "publisher": [],
        "place": [],
    }
    for row in rows:
        gold = row["gold"]
        for key, name in (("title", "title"), ("publisher", "publisher"), ("location", "place")):
            if gold.get(key) and _PLAIN.fullmatch(gold[key]):
                found[name].append(gold[key])
        venue = gold.get("venue")
        if venue and _PLAIN.fullmatch(venue):
            sort = (
                "event"
                if _EVENT.search(venue)
                else "book"
                if gold.get("editors_text")
                else "journal"
                if gold.get("volume")
                else ""
            )
            if sort:
                found[sort].append(venue)
    return found
