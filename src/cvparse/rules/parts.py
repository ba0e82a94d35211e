"""A point in time as far as it is printed, and how it is written in EDTF."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Parts(NamedTuple):
    """A point in time as far as it is printed; `month` may be a season (21 to 24) or quarter (33 to 36)."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def edtf(self) -> str:
        return _edtf(self)

    @property
    def real(self) -> bool:
        """A date that the calendar has."""
        if not self.year or not (0 <= self.month <= 12 or self.month in _SEASONS):
            return False
        return self.day <= _LENGTHS.get(self.month, 0) if self.day else True

    def filled(self, other: Parts) -> Parts:
        """With the year, and for a mere day the month, from the other end of a range."""
        month = self.month or (other.month if self.day else 0)
        return Parts(self.year or other.year, month, self.day)

    def after(self, other: Parts) -> bool:
        """Later than the other, compared as far as both are printed."""
        mine, yours = self._order, other._order
        for a, b in zip(mine, yours, strict=True):
            if not a or not b or a != b:
                return bool(a and b) and a > b
        return False

    @property
    def _order(self) -> tuple[int, int, int]:
        """Seasons stand where they begin; whether winter is the first or the last, nobody tells."""
        return (self.year, _SEASONS.get(self.month, self.month), self.day)


_LENGTHS = dict(zip(range(1, 13), (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 0, 33: 1, 34: 4, 35: 7, 36: 10}


@lru_cache(maxsize=4096)
def _edtf(parts: Parts) -> str:
    return "-".join([f"{parts.year:04}", *(f"{n:02}" for n in parts[1:] if n)])
