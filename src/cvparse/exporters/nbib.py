"""MEDLINE (.nbib): the publications as PubMed would download them, for EndNote and Zotero.

    PMID-
    TI  - Wind over water.
    FAU - Roe, Ada M.
    AU  - Roe AM
    DP  - 2018 Aug 15

Tags of the MEDLINE/PubMed data element description (NLM). Readers look for PMID at the head of
each reference; as no CV gives it, it stands there empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from cvparse.cv import CV
from cvparse.exporters import edtf
from cvparse.exporters.export import Export, utf8
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import names
from cvparse.records.publications import Publication

SUFFIX = ".nbib"

CARRIED: Carried = {
    "publications": {
        "title", "authors", "venue", "acronym", "location", "date", "volume", "issue", "pages",
        "doi", "arxiv", "publisher", "editors", "type", "status", "note",
    }
}  # fmt: skip

_TYPES = {
    "article-journal": "Journal Article",
    "review": "Review",
    "article": "Preprint",
    "dataset": "Dataset",
    "report": "Technical Report",
    "thesis": "Academic Dissertation",
    "paper-conference": "Congress",
}
"""Publication types of MeSH; it has none for the others."""


def export(cv: CV) -> Export:
    """One reference for each publication, a blank line behind each."""
    losses = Losses("MEDLINE", cv)
    losses.beyond(CARRIED)
    texts = [
        "PMID- \n" + "".join(f"{tag:<4}- {' '.join(value.split())}\n" for tag, value in told)
        for told in ([(t, v) for t, v in _tags(w, losses) if v] for w in cv.publications)
    ]
    return Export(utf8("".join(f"{text}\n" for text in texts)), losses.sentences())


def _tags(work: Publication, losses: Losses) -> Iterator[tuple[str, str | None]]:
    yield "TI", work.title
    for name in names(work.authors):
        if name.literal:
            yield "CN", name.literal
            continue
        initials = name.initials.replace("-", "")
        short = (name.particle, name.family, initials, name.suffix)
        yield "FAU", f"{name._replace(suffix='').inverted} {name.suffix}".strip()
        yield "AU", " ".join(part for part in short if part)
    yield from (("FED", name.inverted) for name in names(work.editors))
    yield "PT", _type(work, losses)
    yield "JT", work.venue
    yield "TA", work.acronym
    yield "PL", work.location
    yield "PB", work.publisher
    yield "DP", _date(work, losses)
    yield "VI", work.volume
    yield "IP", work.issue
    yield "PG", work.pages
    yield "LID", f"{work.doi} [doi]" if work.doi else None
    yield "AID", f"{work.arxiv} [arXiv]" if work.arxiv else None
    yield "GN", work.status
    yield from (("GN", note) for note in work.note)


def _type(work: Publication, losses: Losses) -> str | None:
    if work.type not in _TYPES:
        losses.remark("publications", f"`type` {work.type or 'not known'} is none of MEDLINE's")
    return _TYPES.get(work.type or "")


def _date(work: Publication, losses: Losses) -> str | None:
    """`2018 Aug 15`, `2019 Spring`; of an interval the first date."""
    when = losses.date("publications", "date", work.date, seasons=True)
    if when is None:
        return None
    month = edtf.MONTHS[when.month - 1] if when.month else edtf.SEASONS.get(when.season or 0)
    return " ".join(str(part) for part in (when.year, month, when.day) if part)
