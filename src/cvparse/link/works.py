"""Records as what links look at: a title, persons, a year, the words around."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cvparse.link.names import read
from cvparse.link.titles import keys, letters
from cvparse.values import Record

Records = Mapping[str, Sequence[Record]]

_TITLES = {"projects": "name", "education": "thesis"}
_PERSONS = ("authors", "speakers", "contributors")
_YEAR = re.compile(r"\d{4}")
_TEXTS = ("title", "name", "description", "note", "presented_at", "venue", "event", "highlights")


@dataclass(frozen=True, eq=False)
class Work:
    """One record of a key, and where it stands."""

    key: str
    number: int
    record: Record

    @property
    def pointer(self) -> str:
        return f"/{self.key}/{self.number}"

    @cached_property
    def title(self) -> str:
        return getattr(self.record, _TITLES.get(self.key, "title"), None) or ""

    @cached_property
    def words(self) -> str:
        """Everything the record says of itself, in plain letters."""
        said = (getattr(self.record, name, None) or () for name in _TEXTS)
        return letters(" | ".join(x for s in said for x in ((s,) if isinstance(s, str) else s)))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that its date or period begins and ends in."""
        said = (self.get(name) for name in ("date", "start_date", "end_date"))
        return frozenset(year for text in said for year in _YEAR.findall(text))

    @cached_property
    def families(self) -> frozenset[str]:
        names = (n for field in _PERSONS for n in getattr(self.record, field, None) or ())
        return frozenset(read(name).family for name in names)

    def get(self, field: str) -> str:
        """A field that holds text; empty when there is none."""
        return getattr(self.record, field, None) or ""


class Shelf:
    """Works of one key, found by what their titles have in common with another."""

    def __init__(self, records: Records, key: str) -> None:
        self.works = [Work(key, number, row) for number, row in enumerate(records.get(key, ()))]
        self._by_key: dict[str, list[Work]] = defaultdict(list)
        for work in self.works:
            for name in keys(work.title):
                self._by_key[name].append(work)

    def near(self, work: Work) -> Iterator[Work]:
        """Works whose titles may be the same, each once."""
        seen: set[int] = set()
        for name in keys(work.title):
            for other in self._by_key.get(name, ()):
                if other is not work and other.number not in seen:
                    seen.add(other.number)
                    yield other
