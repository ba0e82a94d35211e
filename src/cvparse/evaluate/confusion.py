"""What records were taken for: kinds of gold against kinds read, and what was lost or made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cvparse.evaluate.agreement import as_text
from cvparse.evaluate.findings import Finding
from cvparse.evaluate.folding import fold
from cvparse.evaluate.kinds import KINDS

MISSED = "missed"
SPURIOUS = "spurious"
_ENOUGH = 0.6
"""The share of a lost record's words that another record must hold to be what it was taken for."""


@dataclass(frozen=True)
class Confusion:
    """How many records of a kind (the row) were read as one of a kind (the column).

    The column `missed` holds those of which nothing was read; the row `spurious` records that are
    nowhere in gold. A record of another kind is what a lost one was taken for when it holds most of
    its words; it may hold several (a section kept whole under `other`).
    """

    counts: Mapping[tuple[str, str], int]

    @property
    def kinds(self) -> list[str]:
        """The keys that either side has, in the order of the contract."""
        met = {name for pair in self.counts for name in pair}
        return [name for name in KINDS if name in met]

    def count(self, gold: str, read: str) -> int:
        return self.counts.get((gold, read), 0)

    def support(self, gold: str) -> int:
        """How many records of this kind gold has; of `spurious`, how many were made up."""
        return sum(n for (row, _), n in self.counts.items() if row == gold)


def confusion(cvs: Iterable[Iterable[Finding]]) -> Confusion:
    """The confusion of some CVs, each given by its findings."""
    counts = Counter(pair for findings in cvs for pair in _pairs(findings))
    return Confusion(dict(counts))


def _pairs(findings: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    records = [one for one in findings if not one.field]
    made_up = [one for one in records if one.gold is None]
    words = [_words(one.read) for one in made_up]
    used: set[int] = set()
    for one in records:
        if one.gold is not None and one.read is not None:
            yield one.key, one.key
        elif one.gold is not None:
            taken = _taken_for(one, made_up, words)
            used |= {taken} if taken is not None else set()
            yield one.key, MISSED if taken is None else made_up[taken].key
    for number, one in enumerate(made_up):
        if number not in used:
            yield SPURIOUS, one.key


def _taken_for(lost: Finding, made_up: list[Finding], words: list[Counter[str]]) -> int | None:
    """The record that holds most of the lost one's words; of equals, one with fewer words."""
    own = _words(lost.gold)
    found = [
        ((own & held).total() / own.total(), -held.total(), -number)
        for number, held in enumerate(words)
        if own and made_up[number].key != lost.key
    ]
    share, _, number = max(found, default=(0.0, 0, 0))
    return -number if share >= _ENOUGH else None


def _words(record: Any) -> Counter[str]:
    """The words of a record's own values; kinds and states are ours, not the text's."""
    aside = ("provenance", "type", "kind", "status", "is_current")
    values = [as_text(value) for name, value in (record or {}).items() if name not in aside]
    return Counter(fold(" ".join(values)).split())
