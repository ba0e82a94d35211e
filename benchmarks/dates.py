"""How many dates of published test sets `cvparse.rules.dates.read_date` reads rightly.

    .venv/bin/python benchmarks/dates.py FOLDER [--errors] [--left-out]

FOLDER holds one file of JSON lines per set, `{"id", "raw", "expected"}`: the test strings of dateparser,
dateutil, python-edtf, GROBID and AnyStyle. The product never needs it.

Right means the same EDTF string, at the precision that the text prints. So of what is expected we take off
the time of day, the signs of doubt that our contract has not (`1860?`, `1860~`), and a day or month
that is not printed but comes from the library's clock (dateutil's 2003-09-25 for "Sep 2003").

Left out, each class with its number and with how many of it are read as the set has them all the same:

time       A time of day is printed. CVs have none, and zones even change the day.
relative   No year is printed, or two digits whose century the set's own day of reference decides:
           no text could tell.
order      Two numbers below 13, unlike, with nothing else to tell the day from the month: 10/09/2003.
           The sets contradict each other (dateutil reads months first, GROBID days), as countries do.
digits     Two digits for the year where another number could be the year as well (25 09 03), or
           nothing but two digits.
vague      Centuries, decades, years before 1000, "a day in 1872" (1872-XX-XX): no such thing in the contract.
contract   Two dates or a period are printed, and the set keeps the first or makes them a choice; ours are
           the earliest and the latest, and "1996-" goes on.
label      The set has no value, or one that the string does not print so (parts of two dates joined,
           31 February, a month left out, the string itself).

What is merely hard is none of these.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cvparse.rules.dates import read_date

SETS = {
    "dateparser_tests": "dateparser",
    "dateutil_tests": "dateutil",
    "edtf_natlang": "edtf-natlang",
    "grobid_dates_corpus": "grobid",
    "anystyle_date_spec": "anystyle",
}
CLASSES = ("time", "relative", "order", "digits", "vague", "contract", "label")

_CLOCK = re.compile(
    r"\d:\d\d|\d\d?\s?[ap]\.?m\b|\d\d?\.\d\d\s?(?:[ap]\.?m|ip\.|Uhr)|\b\d\d?\s?h\b|\d[hm]\d|(?<!\d\d\d)\d ?[hms]$"
    r"|\b\d+ [hm] \d|[時时]|晚\d|\bnoon|midnight|podne|ponoć|гадзін|klo \d|T\d\d|^\d{12,14}$|^\d{6} \d{6}$"
    r"|\d{4} \d\d\.\d\d$|\.\d\d \d\d\.\d\d$|\. \d\d \d\d\.\d\d$|\d{4} \d\d\.\dh$",
    re.I,
)
_YEAR = re.compile(r"(?<!\d)(?:[12] ?\d ?\d ?\d)(?! ?\d)|[0-9]{8}|[०-९]{4}|\d{4}|'\d\d")
_SHORT_YEAR = re.compile(r"^\W*\d\d?\s*[-/. ]\s*\d\d?\s*[-/. ]\s*\d\d(?!\d)|-\d\d$")
_TWO_NUMBERS = re.compile(r"(?<!\d)(\d\d?)([-/. ]+)(\d\d?)\2(?:\d{4}|\d\d)(?!\d)")
_CENTURY = re.compile(r"\d ?c\b|centur|\bB?CE?\b|\bAD\b", re.I)
_MISSING = re.compile(r"X|^-|^0\d\d\d")
_DOUBT = re.compile(r"[?~%]")


class Item(NamedTuple):
    """One string of a set, and what is expected of it."""

    id: str
    raw: str
    expected: str | None

    @property
    def date(self) -> str:
        """What is expected, without time and doubt, at the precision of the string."""
        date = _DOUBT.sub("", (self.expected or "").partition("T")[0])
        if not self.id.startswith("dateutil"):
            return date
        return date[:4] if self.raw.isdigit() and len(self.raw) == 4 else self._printed(date)

    def _printed(self, date: str) -> str:
        return date[:7] if re.fullmatch(r"[A-Za-z]+ \d{4}", self.raw) else date


def items(path: Path) -> Iterator[Item]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Item(row["id"], row["raw"], row["expected"])


def left_out(item: Item) -> str:
    """The class in which an item is left out, or nothing."""
    raw, expected = item.raw, item.expected or ""
    if _CLOCK.search(raw):
        return "time"
    if name := NAMED.get(item.id):
        return name
    if "XXXX" in expected or (expected and not _YEAR.search(raw) and not _SHORT_YEAR.search(raw)):
        return "vague" if _CENTURY.search(raw) else "digits" if raw.isdigit() else "relative"
    if _MISSING.search(expected):
        return "vague"
    if not expected or re.search(r"[A-Za-z]{3}", expected):
        return "label"
    return "order" if _unordered(raw) else ""


def _unordered(raw: str) -> bool:
    numbers = _TWO_NUMBERS.search(raw)
    if not numbers:
        return False
    first, second = int(numbers[1]), int(numbers[3])
    return first != second and first <= 12 and second <= 12


# Told by no pattern: which item, and why.
NAMED = {
    f"{file}-{number:05}": name
    for file, name, numbers in (
        ("dateparser_tests", "relative", (206, 207)),  # 3/3/50 is 2050: the set wants the future
        ("dateutil_tests", "digits", (31, 32, 33, 34)),  # 25 09 03, 03 25 Sep
        ("edtf_natlang", "contract", (111, 127)),  # 1858/1860 a choice; 1900; 1973
        ("grobid_dates_corpus", "contract", (19, 141, 225, 312, 467, 558)),  # 2006-2007, 1996-
        # February 2010 Available online 11: not one date; 06/2010 and .../16/2009: month left out;
        # ajkd.2009.10.047 on January; Issue 1a February; July 1 5: not the first
        ("grobid_dates_corpus", "label", (51, 98, 99, 108, 116, 216, 302, 323, 325, 445)),
    )
    for number in numbers
}  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--errors", action="store_true", help="show what is read wrongly")
    options.add_argument("--left-out", action="store_true", help="show what is left out, and why")
    chosen = options.parse_args()
    print(
        f"{'set':<14}{'items':>6}{'scope':>7}{'right':>7}{'share':>8}   left out (read all the same)"
    )
    shown: list[str] = []
    for file, name in SETS.items():
        counts: Counter[str] = Counter()
        for item in items(chosen.folder / f"{file}.jsonl"):
            why, found = left_out(item), read_date(item.raw)
            right = found == item.date
            counts.update(
                (why or "scope", f"{why or 'scope'} right") if right else (why or "scope",)
            )
            if (why and chosen.left_out) or (not why and not right and chosen.errors):
                shown.append(f"{name:<14}{why:<10}{item.raw!r} should be {item.date}, is {found}")
        print(_row(name, counts))
    print(*shown, sep="\n")


def _row(name: str, counts: Counter[str]) -> str:
    scope, right = counts["scope"], counts["scope right"]
    every = sum(n for key, n in counts.items() if not key.endswith("right"))
    out = ", ".join(f"{c} {counts[c]} ({counts[c + ' right']})" for c in CLASSES if counts[c])
    return f"{name:<14}{every:>6}{scope:>7}{right:>7}{right / scope:>8.1%}   {out}"


if __name__ == "__main__":
    main()
