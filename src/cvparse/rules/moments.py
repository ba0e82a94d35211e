"""Points in time: what a run of tokens says, as EDTF at the precision that is printed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cvparse.document import How
from cvparse.rules.calendar import century
from cvparse.rules.customs import customs, months_first
from cvparse.rules.parts import Parts
from cvparse.rules.tokens import Token, Tokens

_D, _M = r"[do]\.?", r"M\.?"
# Not the month or season of the year before it when the year behind it may claim it:
# 2018, March 2019. (But 2018 Sep - 2019 Mar.)
_FREE = r"(?![-/.,eTdoM&]{0,6}[YHy](?![,.]?M))"

# Points, by the kind of token they begin with, in the order they are tried.
_POINTS = {
    "d": (
        rf"{_D}[e/.-]?e?{_M}[,e/.-]{{0,2}}[YHy]",  # 15 May 2019, 1er juin 2015, 17-Mar-2009
        r"d-M-[dz](?![/.-])",  # 31-Dec-00
        r"d([/.-])d\1[YH]",  # 15/12/2023, 12.05.2013
        r"d([/.])d\1[dz]",  # 12.05.13
        r"d[/.-]Y",  # 04/2020
        r"(?:d/[dz](?=-(?:d/[dz](?![/dzY])|P))|(?<=d/[dz]-)d/[dz])(?![/dzY])",  # 03/18 - 09/20
        r"[dz]j(?:dg(?:dn?)?)?",
    ),
    "M": (
        rf"{_M}[,-]?e?{_D},?e?[YHy]",  # Mar. 3rd, 2012
        r"M-d-[YH]",  # Mar-03-2012
        rf"{_M}{_D}cw?[YH]",  # Thu Sep 25 10:36:28 2003
        rf"{_M}[,e/.-]{{0,2}}[YHy]",  # Sept. 2019, septembre de 2019, Mar-2019
        r"M-[dz](?![dzM]|[-/.][dz]|,?[YH])",  # Sep-19
    ),
    "S": (
        r"SY-[dz](?![-/.d])",  # Winter 2019-20
        r"St?[,e]?[YHy](?:/[dzY])?",  # Spring 2019, Fall term 2018, WiSe 2023/24
        r"S[dz](?:/[dz])?",  # WS 18/19, SS19
    ),
    "Y": (
        r"YjS",  # 2019年春
        r"Yj(?:dg(?:dn?)?)?",  # 2016年3月20日
        r"[YH]([/.-])d\1d",  # 2019-05-31
        rf"[YH][,./-]?{_M}[/-]?[do]{_FREE}",  # 2004, May 5
        rf"[YH],?[do]\.?e?{_M}{_FREE}",  # 2006, 25 March
        rf"[YH][,./-]?{_M}{_FREE}",  # 2018 Sep
        rf"Y(?:/[dz])?,?S{_FREE}",  # 2023/24 Winter
        r"Y\(S\)",  # 2018 (Winter)
        r"Y[/.-]d",  # 2020/04, 2020-04
        r"Y",
    ),
    "(": (rf"\({_M}\)[do],?[YH]",),  # [Sept] 04, 2014
    "E": (r"E[dzN]j(?:dg(?:dn?)?)?",),  # 令和5年4月
    "g": (r"gd[,/]?j?Y",),  # tháng 9 năm 2019
    "n": (r"ndgdj?Y",),
    "C": ("C",),
    "y": (r"y",),
}
_POINTS |= {"o": _POINTS["d"][:1], "H": _POINTS["Y"][2:6], "z": _POINTS["d"][-1:]}
# Forms that only a text which is known to be a date may have: 7-4-76, 25 09 2003, 2003 09 25.
_GIVEN = {"d": (r"d-d-[dz]", r"ddY"), "Y": (r"Ydd(?!M)",)}
_FORMS = {kind: tuple(map(re.compile, forms)) for kind, forms in _POINTS.items()}
_LOOSE = _FORMS | {kind: (*map(re.compile, forms), *_FORMS[kind]) for kind, forms in _GIVEN.items()}


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


def point(cut: Tokens, i: int) -> Piece | None:
    """The point in time that begins at token i, if any: the first form that makes a real date."""
    for last in _ends(cut.kinds, i, cut.given):
        parts = _read(cut, i, last)
        if parts and parts.real and not _bulleted(cut, i, last):
            return Piece(i, last, parts, "inferred" if cut.kinds[i] == "y" else "read")
    return None


@lru_cache(maxsize=8192)
def _ends(kinds: str, i: int, given: bool) -> tuple[int, ...]:
    """Where the forms end that match at a token. A few shapes make up most dates."""
    forms = (_LOOSE if given else _FORMS).get(kinds[i], ())
    return tuple(match.end() for form in forms if (match := form.match(kinds, i)))


def _bulleted(cut: Tokens, first: int, last: int) -> bool:
    """Whether the dash inside is a bullet on a new line."""
    return "-" in cut.kinds[first:last] and "\n" in cut.between(first, last)


def _read(cut: Tokens, first: int, last: int) -> Parts | None:
    """What the tokens of one form say; None when they say something else after all."""
    kinds = cut.kinds[first:last]
    if kinds[0] == "C":
        value = cut.all[first].value
        return Parts(value // 10000, value // 100 % 100, value % 100)
    if "j" in kinds or "g" in kinds:
        return _east_asian(cut.all[first:last])
    if "S" in kinds:
        return _season(cut, first, last)
    if "M" in kinds:
        printed = any(kind in kinds for kind in "YHy")
        return spoken(cut.all[first:last]) if printed else _excel(cut, first, last)
    return Parts(cut.all[first].value) if len(kinds) == 1 else _numeric(cut, first, last)


def spoken(tokens: list[Token]) -> Parts:
    """With a month's name, in any order; what is not printed is left open."""
    found = {"y" if t.kind in "YHy" else "d" if t.kind in "do" else t.kind: t.value for t in tokens}
    return Parts(found.get("y", 0), found.get("M", found.get("S", 0)), found.get("d", 0))


def _excel(cut: Tokens, first: int, last: int) -> Parts | None:
    """`Sep-19` and `31-Dec-00`, as spreadsheets write them."""
    *days, month, _, year = (t for t in cut.all[first:last])
    two = year.length == 2 and cut.tight(first, last)
    day = days[0].value if days else 0
    return Parts(century(year.value), month.value, day) if two else None


def _season(cut: Tokens, first: int, last: int) -> Parts | None:
    """`WiSe 2023/24` is the winter that begins in 2023."""
    season = next(t.value for t in cut.all[first:last] if t.kind == "S")
    if season > 24 and "," in cut.kinds[first:last]:  # a journal of the first quarter: (Q1, 2019)
        return None
    years = [t for t in cut.all[first:last] if t.kind in "YHydz"]
    if len(years) == 2 and years[1].value % 100 != (years[0].value + 1) % 100:
        return None
    if years[0].kind in "dz":  # WS 18/19, SS19
        if len(years) == 1 and not cut.tight(first, last):
            return None
        return Parts(century(years[0].value), season)
    joined = "-" in cut.kinds[first:last]
    return None if joined and season != 24 else Parts(years[0].value, season)


def _east_asian(tokens: list[Token]) -> Parts | None:
    """Years of eras counted from their beginning; two digits alone are none. Vietnamese days and
    months stand before their year.
    """
    numbers = [t.value for t in tokens if t.kind in "YdzN"]
    if tokens[0].kind == "E":
        numbers[0] += tokens[0].value
    elif tokens[0].kind in "gn":
        numbers.reverse()
    elif tokens[0].kind != "Y":
        return None
    seasons = [t.value for t in tokens if t.kind == "S"]
    return Parts(*numbers, *seasons)


def _numeric(cut: Tokens, first: int, last: int) -> Parts | None:
    """Numbers between signs. Spaces may stand in 11. 12. 2014, but not in 04/2020 or 2019-05."""
    numbers = [t for t in cut.all[first:last] if t.kind in "YHdz"]
    values = [t.value for t in numbers]
    sign = cut.kinds[first + 1]
    if not cut.given and not cut.tight(first, last) and (len(numbers) < 3 or sign == "-"):
        return None
    if numbers[0].kind in "YH":
        if len(values) == 3:
            return Parts(*values)
        return Parts(*values) if values[1] <= 12 and not _span_of_years(cut, first, last) else None
    if len(values) == 2:
        return _month_and_year(numbers) if values[0] <= 12 else None
    if numbers[2].kind in "dz":
        if any(t.length < 2 for t in numbers[2:]):
            return None
        values[2] = century(values[2])
    a, b, year = values
    us = b > 12 or (sign in "/.-" and a <= 12 and months_first(cut.source, sign))
    return Parts(year, a, b) if us else Parts(year, b, a)


def _month_and_year(numbers: list[Token]) -> Parts | None:
    """`04/2020`; `03/18` where both numbers have two digits."""
    month, year = numbers
    if year.kind == "Y":
        return Parts(year.value, month.value)
    two = all(t.length == 2 for t in numbers)
    return Parts(century(year.value), month.value) if two else None


def _span_of_years(cut: Tokens, first: int, last: int) -> bool:
    """Whether `2008-12` or `2011/12` means years: when the second number can follow the first.

    A dash longer than a hyphen always says so; a hyphen or slash only where no date of the text
    shows that its author writes months like that. Wrong for a lone ISO month before 2012.
    """
    year, sign, number = cut.all[first:last]
    if sign.kind == "." or number.length > 2:
        return False
    base = 10 if number.length == 1 else 100
    if sign.kind == "/":
        follows = number.value == (year.value + 1) % base
    else:
        follows = number.value > year.value % base
    dash = cut.source.text[sign.start] in "\u2013\u2014"
    return follows and (dash or sign.kind not in customs(cut.source))
