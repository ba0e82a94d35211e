"""RIS: the publications, for EndNote, Mendeley, Zotero, Web of Science.

    TY  - CPAPER
    AU  - Park, Haekyu
    T2  - IEEE International Conference on Big Data
    ER  -

Tags as in the format's own description (2001) and Zotero's and EndNote's use of it: a date is
`YYYY/MM/DD/season`, a place CY, a short name of the venue J2, a kind of work M3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.cv import CV
from cvparse.exporters import edtf
from cvparse.exporters.export import Export, utf8
from cvparse.exporters.keys import keys
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import names
from cvparse.records.publications import Publication

SUFFIX = ".ris"

CARRIED: Carried = {
    "publications": {
        "title", "authors", "venue", "acronym", "track", "location", "date", "volume", "issue",
        "pages", "doi", "arxiv", "publisher", "editors", "type", "status", "links.url", "note",
    }
}  # fmt: skip

_TYPES = {
    "article-journal": "JOUR",
    "paper-conference": "CPAPER",
    "chapter": "CHAP",
    "book": "BOOK",
    "thesis": "THES",
    "report": "RPRT",
    "article": "UNPB",
    "patent": "PAT",
    "software": "COMP",
    "dataset": "DATA",
}
_PAGES = re.compile(r"(\w+)\s*[-‐-―]+\s*(\w+)")


def export(cv: CV) -> Export:
    """One reference for each publication, in their order; lines end as in the format's days."""
    losses = Losses("RIS", cv)
    losses.beyond(CARRIED)
    lines: list[str] = []
    for work, key in zip(cv.publications, keys(cv.publications), strict=True):
        tags = _tags(work, key, losses)
        lines += [f"{tag}  - {' '.join(value.split())}" for tag, value in tags if value]
        lines += ["ER  - ", ""]
    return Export(utf8("".join(f"{line}\r\n" for line in lines)), losses.sentences())


def _tags(work: Publication, key: str, losses: Losses) -> Iterator[tuple[str, str | None]]:
    kind = _TYPES.get(work.type or "", "GEN")
    if kind == "GEN":
        losses.remark("publications", f"`type` {work.type or 'not known'} becomes GEN")
    house = kind in ("BOOK", "THES", "RPRT")
    yield "TY", kind
    yield "ID", key
    yield "TI", work.title
    yield from (("AU", name.inverted) for name in names(work.authors))
    yield from (("A2", name.inverted) for name in names(work.editors))
    yield from _dates(work, losses)
    yield "T2", None if house and not work.publisher else work.venue
    yield "J2", work.acronym
    yield "M3", work.track
    yield "CY", work.location
    yield "PB", work.publisher or (work.venue if house else None)
    yield "VL", work.volume
    yield "IS", work.issue
    yield from _pages(work.pages)
    yield "DO", work.doi
    yield "AN", f"arXiv:{work.arxiv}" if work.arxiv else None
    yield from (("UR", link.url) for link in work.links)
    yield "N1", work.status
    yield from (("N1", note) for note in work.note)


def _dates(work: Publication, losses: Losses) -> Iterator[tuple[str, str]]:
    """The year, and beside it the whole date when more is known: `2018/08/15/`, `2019///Spring`."""
    when = losses.date("publications", "date", work.date, seasons=True)
    if when is None:
        return
    yield "PY", str(when.year)
    if when.month or when.season:
        month, day = (f"{part:02}" if part else "" for part in (when.month, when.day))
        yield "DA", f"{when.year}/{month}/{day}/{edtf.SEASONS.get(when.season or 0, '')}"


def _pages(pages: str | None) -> Iterator[tuple[str, str | None]]:
    """First and last page; anything but a plain range whole, as the first."""
    match = _PAGES.fullmatch(pages or "")
    yield "SP", match[1] if match else pages
    yield "EP", match[2] if match else None
