"""What sort of work an entry says it is: a patent, a thesis, a review, a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Mention, Passage, Span
from cvparse.rules.rule import Scene

_SORTS = (
    ("patent", re.compile(r"\bpatents?\b(?= ?(?:no\b|#|\d|US|EP|WO|app|pending|\(|[.,]|$))|\b(?:US|EP|WO) ?\d[\d,/]{5,}", re.I)),
    ("thesis", re.compile(
        r"\b(?:Ph\.?D\.?|D\.?Phil\.?|Doctoral|Master'?s?|M\.?Sc?\.?|M\.?A\.?|Bachelor'?s?|Honou?rs|Diploma)\s(?:[Tt]hesis|[Dd]issertation)\b"
        r"|\bDissertation,|\b(?:Master|Diplom|Bachelor|Doktor)arbeit\b|\b[Tt]hèse de doctorat\b|\bTesis (?:doctoral|de)\b")),
    ("review", re.compile(r"^\s*\"?(?:Book )?[Rr]eview of\b|\bcompte[- ]rendu d|\b[Bb]ook [Rr]eview\b|\bRez(?:ension\b|\. (?:zu|von)\b)|\breseña de\b", re.M)),
    ("report", re.compile(r"\b(?:[Tt]echnical|[Pp]olicy|[Rr]esearch) [Rr]eport\b|\b[Tt]ech\. [Rr]ep\b")),
    ("dataset", re.compile(r"\[[Dd]ata ?set\]|\b[Dd]ata set\.")),
    ("software", re.compile(r"\[(?:[Cc]omputer )?[Ss]oftware\]|\bR package\b|\bPython package\b|\b[Cc]omputer program\b")),
)  # fmt: skip


_FILED = re.compile(r"\b(?:[Aa]pplication|[Pp]ending|[Ff]iled|[Pp]rovisional|angemeldet)\b")


def look(scene: Scene) -> Iterator[Mention]:
    """The first words that tell the sort: `U.S. Patent 9,999,999`, `PhD thesis`, `Review of X, by Y`."""
    for value, pattern in _SORTS:
        for match in scene.entry.search(pattern):
            yield Mention("sort", Span(*match.span()), value, "sorts.words", how="inferred")
            if value == "patent" and not scene.seen("status"):
                yield from _filed(scene, match)
            break


def told(piece: Passage) -> bool:
    """Does a piece say the sort of work and little more? `PhD thesis`, `Technical report`."""
    return piece.folded.count(" ") < 4 and any(
        next(piece.search(pattern), None)
        for value, pattern in _SORTS
        if value in ("thesis", "report")
    )


def _filed(scene: Scene, patent: re.Match[str]) -> Iterator[Mention]:
    """`U.S. Patent Application 17/555 014, filed`: not granted yet."""
    for match in scene.entry.around(Span(*patent.span()), behind=80).search(_FILED):
        yield Mention("status", Span(*match.span()), "submitted", "sorts.filed")
        return
