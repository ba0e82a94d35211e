"""Points in time: what a run of tokens says, as EDTF at the precision that is printed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cvparse.document import How, Source
from cvparse.rules.calendar import Token, century


class Parts(NamedTuple):
    """A point in time as far as it is printed; `month` may be a season (21 to 24)."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def edtf(self) -> str:
        pieces = [f"{self.year:04}"] + [f"{n:02}" for n in (self.month, self.day) if n]
        return "-".join(pieces)

    @property
    def real(self) -> bool:
        """A date that the calendar has."""
        if not self.year or not (0 <= self.month <= 12 or 21 <= self.month <= 24):
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
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 0}


@lru_cache(maxsize=16)
def customs(source: Source) -> frozenset[str]:
    """How this text writes numbers, where some date in it leaves no doubt.

    `us`: 12/15/2023, so months stand first. `-` and `/`: 2017-09 and 2018/6 are months, as they
    can be no span of years, so 2010-12 and 2011/12 are months too.
    """
    text = source.folded
    found = {"us"} if _US.search(text) and not _EUROPEAN.search(text) else set()
    for year, sign, number in _SHORT.findall(text):
        last = int(year) % 10 if len(number) == 1 else int(year) % 100
        if int(number) <= last and int(year) >= 2000:
            found.add(sign)
    return frozenset(found)


_US = re.compile(r"/(?:1[3-9]|2\d|3[01])/\d{4}(?!\d)")
_EUROPEAN = re.compile(r"(?:1[3-9]|2\d|3[01])/\d\d?/\d{4}(?!\d)")
_SHORT = re.compile(r"((?:19|20)\d\d)(?<![\w/.-]\d{4})([-/])(0?[1-9]|1[0-2])(?![\w/])")

_D, _M = r"[do]\.?", r"M\.?"
# Not the month or season of the year before it when the year behind it may claim it:
# 2018, March 2019. (But 2018 Sep - 2019 Mar.)
_FREE = r"(?![-/.,eTdoM&]{0,6}[YHy](?![,.]?M))"

# Points, by the kind of token they begin with, in the order they are tried.
_POINTS = {
    "d": (
        rf"{_D}[e/.-]?e?{_M}[,e/.-]{{0,2}}[YHy]",  # 15 May 2019, 1er juin 2015, 17-Mar-2009
        r"d([/.-])d\1[YH]",  # 15/12/2023, 12.05.2013
        r"d([/.])d\1[dz]",  # 12.05.13
        r"d[/.-]Y",  # 04/2020
        r"[dz]j(?:dg(?:dn?)?)?",
    ),
    "M": (
        rf"{_M}[,-]?e?{_D},?e?[YHy]",  # Mar. 3rd, 2012
        rf"{_M}[,e/.-]{{0,2}}[YHy]",  # Sept. 2019, septembre de 2019, Mar-2019
    ),
    "S": (r"SY-[dz](?![-/.d])", r"S[,e]?[YHy](?:/[dzY])?"),  # Spring 2019, WiSe 2023/24
    "Y": (
        r"Yj(?:dg(?:dn?)?)?",  # 2016年3月20日
        r"[YH]([/.-])d\1d",  # 2019-05-31
        rf"[YH][,./-]?{_M}[/-]?[do]{_FREE}",  # 2004, May 5
        rf"[YH],?[do]\.?e?{_M}{_FREE}",  # 2006, 25 March
        rf"[YH][,./-]?{_M}{_FREE}",  # 2018 Sep
        rf"Y(?:/[dz])?,?S{_FREE}",  # 2023/24 Winter
        r"Y[/.-]d",  # 2020/04, 2020-04
        r"Y",
    ),
    "E": (r"Edj(?:dg(?:dn?)?)?",),  # 令和5年4月
    "y": (r"y",),
}
_POINTS |= {"o": _POINTS["d"][:1], "H": _POINTS["Y"][1:5], "z": _POINTS["d"][4:]}
_FORMS = {kind: tuple(map(re.compile, forms)) for kind, forms in _POINTS.items()}


class Piece(NamedTuple):
    """One end: the tokens [first, last) it takes, and what they say."""

    first: int
    last: int
    parts: Parts
    how: How = "read"

    @property
    def bare(self) -> bool:
        """A year and nothing more."""
        return not self.parts.month


class Tokens(NamedTuple):
    """A stretch of a source, cut: the tokens, their kinds as one string, and the text itself."""

    source: Source
    all: list[Token]
    kinds: str

    def gap(self, first: int, last: int) -> str:
        """The text between two tokens."""
        return self.source.folded[self.all[first].end : self.all[last].start]

    def tight(self, first: int, last: int) -> bool:
        """No space between any of the tokens [first, last)."""
        return all(self.all[i].end == self.all[i + 1].start for i in range(first, last - 1))


def point(cut: Tokens, i: int) -> Piece | None:
    """The point in time that begins at token i, if any: the first form that makes a real date."""
    for form in _FORMS.get(cut.kinds[i], ()):
        if match := form.match(cut.kinds, i):
            parts = _read(cut, i, match.end())
            if parts and parts.real:
                return Piece(i, match.end(), parts, "inferred" if cut.kinds[i] == "y" else "read")
    return None


def _read(cut: Tokens, first: int, last: int) -> Parts | None:
    """What the tokens of one form say; None when they say something else after all."""
    kinds = cut.kinds[first:last]
    if "j" in kinds:
        return _east_asian(cut.all[first:last])
    if "S" in kinds:
        return _season(cut.all[first:last])
    if "M" in kinds:
        return spoken(cut.all[first:last])
    return Parts(cut.all[first].value) if len(kinds) == 1 else _numeric(cut, first, last)


def spoken(tokens: list[Token]) -> Parts:
    """With a month's name, in any order; what is not printed is left open."""
    found = {"y" if t.kind in "YHy" else "d" if t.kind in "do" else t.kind: t.value for t in tokens}
    return Parts(found.get("y", 0), found.get("M", found.get("S", 0)), found.get("d", 0))


def _season(tokens: list[Token]) -> Parts | None:
    """`WiSe 2023/24` is the winter that begins in 2023."""
    season = next(t.value for t in tokens if t.kind == "S")
    years = [t for t in tokens if t.kind in "YHydz"]
    if len(years) == 2 and years[1].value % 100 != (years[0].value + 1) % 100:
        return None
    joined = any(t.kind == "-" for t in tokens)
    return None if joined and season != 24 else Parts(years[0].value, season)


def _east_asian(tokens: list[Token]) -> Parts | None:
    """Years of eras counted from their beginning; two digits alone are none."""
    numbers = [t.value for t in tokens if t.kind in "Ydz"]
    if tokens[0].kind == "E":
        numbers[0] += tokens[0].value
    elif tokens[0].kind != "Y":
        return None
    return Parts(*numbers)


def _numeric(cut: Tokens, first: int, last: int) -> Parts | None:
    """Numbers between signs. Spaces may stand in 11. 12. 2014, but not in 04/2020 or 2019-05."""
    numbers = [t for t in cut.all[first:last] if t.kind in "YHdz"]
    values = [t.value for t in numbers]
    sign = cut.kinds[first + 1]
    if not cut.tight(first, last) and (len(numbers) < 3 or sign == "-"):
        return None
    if numbers[0].kind in "YH":
        if len(values) == 3:
            return Parts(*values)
        return Parts(*values) if values[1] <= 12 and not _span_of_years(cut, first, last) else None
    if len(values) == 2:
        return Parts(values[1], values[0]) if values[0] <= 12 else None
    if numbers[2].kind in "dz":
        if any(t.end - t.start < 2 for t in numbers[2:]):
            return None
        values[2] = century(values[2])
    a, b, year = values
    us = b > 12 or (sign == "/" and a <= 12 and "us" in customs(cut.source))
    return Parts(year, a, b) if us else Parts(year, b, a)


def _span_of_years(cut: Tokens, first: int, last: int) -> bool:
    """Whether `2008-12` or `2011/12` means years: when the second number can follow the first.

    A dash longer than a hyphen always says so; a hyphen or slash only where no date of the text
    shows that its author writes months like that. Wrong for a lone ISO month before 2012.
    """
    year, sign, number = cut.all[first:last]
    if sign.kind == "." or number.end - number.start > 2:
        return False
    base = 10 if number.end - number.start == 1 else 100
    if sign.kind == "/":
        follows = number.value == (year.value + 1) % base
    else:
        follows = number.value > year.value % base
    dash = cut.source.text[sign.start] in "\u2013\u2014"
    return follows and (dash or sign.kind not in customs(cut.source))
