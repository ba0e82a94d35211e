"""CSL-JSON 1.0.2: the publications, for citeproc, Zotero, pandoc (`pandoc --citeproc`).

The contract's `type` is a CSL type already, and CSL knows seasons and intervals; so little is lost.
What is set apart as a track is CSL's `genre`: `Poster`, `Extended Abstracts`.
"""

from __future__ import annotations

from typing import Any

from cvparse.cv import CV
from cvparse.exporters import edtf
from cvparse.exporters.export import Export
from cvparse.exporters.json import encoded
from cvparse.exporters.keys import keys
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import names
from cvparse.records.publications import Publication

SUFFIX = ".csl.json"

CARRIED: Carried = {
    "publications": {
        "title", "authors", "venue", "acronym", "track", "location", "date", "volume", "issue",
        "pages", "doi", "arxiv", "publisher", "editors", "type", "status", "links.url", "note",
    }
}  # fmt: skip

_HOUSES = frozenset({"book", "thesis", "report"})
"""Types whose venue is who published them, and whose place is the publisher's."""


def export(cv: CV) -> Export:
    """A list of items, one for each publication, in their order."""
    losses = Losses("CSL-JSON", cv)
    losses.beyond(CARRIED)
    items = [
        _item(work, key, losses)
        for work, key in zip(cv.publications, keys(cv.publications), strict=True)
    ]
    return Export(encoded(items), losses.sentences())


def _item(work: Publication, key: str, losses: Losses) -> dict[str, Any]:
    kind = work.type or "document"
    if not work.type:
        losses.remark("publications", "`type` not known becomes `document`")
    house = kind in _HOUSES
    fields = {
        "id": key,
        "type": kind,
        "title": work.title,
        "author": _people(work.authors),
        "editor": _people(work.editors),
        "container-title": None if house else work.venue,
        "container-title-short": work.acronym,
        "genre": work.track,
        "publisher": work.publisher or (work.venue if house else None),
        "publisher-place" if house else "event-place": work.location,
        "issued": _issued(work, losses),
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "DOI": work.doi,
        "archive": "arXiv" if work.arxiv else None,
        "archive_location": work.arxiv,
        "URL": losses.first("publications", "links.url", [link.url for link in work.links]),
        "status": work.status,
        "note": "; ".join(work.note),
    }
    if house and work.publisher and work.venue not in (None, work.publisher):
        fields["collection-title"] = work.venue
    return {name: value for name, value in fields.items() if value}


def _people(printed: tuple[str, ...]) -> list[dict[str, str]]:
    """Names in parts; a particle stays before its family in sorting (`non-dropping`)."""
    return [
        {"literal": name.literal}
        if name.literal
        else {
            part: value
            for part, value in (
                ("family", name.family),
                ("given", name.given),
                ("non-dropping-particle", name.particle),
                ("suffix", name.suffix),
            )
            if value
        }
        for name in names(printed)
    ]


def _issued(work: Publication, losses: Losses) -> dict[str, Any] | None:
    """Date parts, one list for each end of an interval; seasons 1 to 4, spring to winter."""
    found = edtf.period(work.date)
    ends = [end for end in (found.start, found.end) if end]
    if not ends:
        if work.date:
            losses.remark("publications", f"`date` {work.date} is no date to CSL-JSON")
        return None
    if found.goes_on:
        losses.remark("publications", "`date` goes on, which CSL-JSON cannot say")
    parts = [[part for part in (end.year, end.month, end.day) if part] for end in ends]
    seasons = {end.season for end in ends if end.season}
    issued: dict[str, Any] = {"date-parts": parts[:1] if found.lone else parts}
    if found.lone and min(seasons, default=99) < 25:
        issued["season"] = min(seasons) - 20
    elif seasons:
        losses.remark("publications", "`date` keeps no quarter or ranged season in CSL-JSON")
    return issued
