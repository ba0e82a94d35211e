"""How a text writes its dates, as shown by those of its dates that leave no doubt."""

from __future__ import annotations

import re
from functools import lru_cache

from cvparse.document import Source


@lru_cache(maxsize=16)
def customs(source: Source) -> frozenset[str]:
    """The habits of a text.

    `-` and `/`: 2017-09 and 2018/6 are months, as they can be no span of years, so 2010-12 and
    2011/12 are months too.
    `column`: "2017 - 2019 Reviewer" stands at the start of a line, its dash only between years; so
    "2020 - Reviewer" is a period that goes on.
    """
    text = source.folded
    found = set()
    for year, sign, number in _SHORT.findall(text):
        last = int(year) % 10 if len(number) == 1 else int(year) % 100
        if int(number) <= last and int(year) >= 2000:
            found.add(sign)
    if _COLUMN.search(text) and not _BAR.search(text):
        found.add("column")
    return frozenset(found)


@lru_cache(maxsize=64)
def months_first(source: Source, sign: str) -> bool:
    """Whether 4/12/2023 is the twelfth of April: where some date with this sign leaves no doubt, or
    else where days stand behind the months' names (April 12, 2023) more often than before them.

    Dots are Europe's: they say months first only beyond doubt. Wrong for an American text that shows
    neither: we read days first.
    """
    text = source.folded
    american, european = _DOUBTLESS[sign]
    first, last = american.search(text), european.search(text)
    if first or last or sign == ".":
        return not last and first is not None
    behind = sum(1 for _ in _BEHIND.finditer(text))
    return behind > sum(1 for _ in _BEFORE.finditer(text))


_LATE = "(?:1[3-9]|2[0-9]|3[01])"
_DOUBTLESS = {
    sign: (
        re.compile(rf"[{sign}]{_LATE}[{sign}]\d{{4}}(?!\d)"),
        re.compile(rf"(?<!\d){_LATE}[{sign}]\d\d?[{sign}]\d{{4}}(?!\d)"),
    )
    for sign in "/.-"
}
_BEHIND = re.compile(r"[^\W\d_]{3}\.? [0-3]?\d(?:st|nd|rd|th)?, (?:19|20)\d\d(?!\d)")
_BEFORE = re.compile(
    r"(?<!\d)[0-3]?\d(?:st|nd|rd|th|\.)? (?:de )?[^\W\d_]{3,12}\.?,? (?:de )?(?:19|20)\d\d(?!\d)"
)
_SHORT = re.compile(r"((?:19|20)\d\d)(?<![\w/.-]\d{4})([-/])(0?[1-9]|1[0-2])(?![\w/])")
_YEARS = r"(?m)^[^\w\n]{0,40}(?:19|20)\d\d ?-{1,2} ?(?:19|20)\d\d"
_COLUMN = re.compile(_YEARS + r" +[^\W\d_]")
_BAR = re.compile(_YEARS + r" ?[-:|,] ")
