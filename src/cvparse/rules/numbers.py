"""Volume, issue and pages, with the year when it stands between them.

12(3), 45-67 · 14 (2): e1004 · 21:101-9 · 2019;21(3):101-9       brackets and colons
vol. 12, no. 3, pp. 45-67 · Bd. 7, S. 12-34 · vol. 64, n° 2      words
12, no. 3 (July 2014): 61-88 · 251 (2013): 83-119 · 9.1 (2023)   the year in brackets
131, 163202 · 2022, 28, e202200981                               plain
"""

from __future__ import annotations

import re

from cvparse.document import Mention, Source, Span
from cvparse.rules.rule import Finder, Match, Rule

_PAGE = r"[A-Za-z]{0,4}\d+[a-z]?(?:\.\d+)?(?:\s?--?\s?[A-Za-z]{0,3}\d+[a-z]?)?"
_ISSUE = r"\d{1,4}(?:\s?[-/]\s?\d{1,4})?"
_YEAR = r"(?:19|20)\d\d"
_WORDS = r"(?:(?:pp?|pages?|S|Seiten|Article|Art|art|ID|No|no)\b\.?\s?)*"
_BRACKETED = re.compile(
    rf"(?<![\w./-])(?<!\d,\s)(?:vol(?:ume)?\.?\s|Bd\.?\s|Jg\.?\s)?(?P<volume>[A-Z]?\d{{1,4}})"
    rf"(?:(?:,?\s(?:no|nr|issue|Heft|H|n°|nº)\.?\s?|[./]|\s?\()(?P<issue>{_ISSUE})\)?)?,?\s?"
    rf"\((?:[^\W\d_]{{3,9}}\.?(?:[-/\s][^\W\d_]{{3,9}}\.?)?\s)?(?P<year>{_YEAR})\)"
    rf"(?:\s?[:,.]?\s?{_WORDS}(?P<pages>{_PAGE})(?![\w/]|\.\d))?",
    re.I,
)
_NUMBERED = re.compile(
    rf"(?<![\w./-])(?<!\d,\s)(?P<volume>[A-Z]?\d{{1,4}}),?\s(?:no|nr|issue|Heft)\.?\s?(?P<issue>{_ISSUE})(?:\s?[:,]\s?{_WORDS}(?P<pages>{_PAGE})(?![\w/]|\.\d))?",
    re.I,
)
_VOLUME_ISSUE = re.compile(
    rf"(?<![\w./-])(?P<volume>[A-Z]?\d{{1,4}})\s?\((?!{_YEAR}\))(?P<issue>{_ISSUE}|[Ss](?:up)?pl[^)]{{0,12}})\)"
    rf"(?:\s?[:,.]?\s?{_WORDS}(?P<pages>{_PAGE})(?![\w/]|\.\d))?"
)
_WORDED = re.compile(
    r"(?<!\w)(?:(?:vol(?:ume)?|Bd|Jg|Band|tome)\b\.?\s?(?P<volume>[A-Z]?\d{1,4}|[IVXL]+\b)"
    rf"|(?:no|issue|num|nr|Heft|n°|nº)(?![\w])\.?\s?(?P<issue>{_ISSUE})"
    rf"|(?:(?<!\d)(?<!\d\s)pp?|pages?|pgs|S|Seiten|art(?:icle)?(?:\s(?:no|number|id)\.?)?|paper)\b\.?:?\s?(?P<pages>{_PAGE}))(?![\w/])",
    re.I,
)
_COLON = re.compile(rf"(?<![\w./:-])(?P<volume>\d{{1,4}})\s?:\s?(?P<pages>{_PAGE})(?![\w:/])")
_PLAIN = re.compile(
    rf"(?:(?<=[^\W\d_.][ ,])|(?<=[^\W\d_][.)][ ,])|(?<=\d\d\d\d[,;] ))\s?(?<!no\.\s)(?<!No\.\s)(?<!nr\.\s)(?<!Nr\.\s)(?<!pp\.\s)(?<!\bp\.\s)(?!{_YEAR}\b)(?P<volume>[A-Z]?\d{{1,4}}),\s"
    r"(?:pp?\.\s?)?(?P<pages>[A-Za-z]{0,2}\d{1,9}(?:\s?-\s?[A-Za-z]?\d{1,7})?)(?=[.,;\s]|$)(?!,? ?\d{1,2}\b,)"
)
_LONE = re.compile(
    r"(?<=[^\W\d_]\s)(?P<volume>\d{1,3})(?:\.(?P<issue>\d{1,2}))?(?=,?\s\((?:19|20)\d\d\)|,\s(?:pp?|S)\.\s?\d|,\s(?:19|20)\d\d\b)"
)
_BARE = re.compile(
    rf"(?<=[,).:]\s)(?!{_YEAR}-(?:\d\d|{_YEAR})\b)(?P<pages>[A-Za-z]?\d{{1,5}}\s?--?\s?[A-Za-z]?\d{{1,5}})(?=[.,;)\s]|$)(?!\s[^\W\d_])"
)
_YEARS = re.compile(rf"{_YEAR}")


def _parts(match: Match, source: Source) -> tuple[Mention, ...]:
    """A part for each number; the year in brackets stays a date's."""
    return tuple(
        Mention(
            label, Span(*match.span(label)), source.read(Span(*match.span(label))), "numbers.parts"
        )
        for label in ("volume", "issue", "pages")
        if label in match.groupdict() and match[label]
    )


def _bounded(match: Match, source: Source) -> object:
    """Not a volume when its pages are a year or a day before one: `2015, 2017`, `May 3, 2019`."""
    pages = match["pages"]
    if _YEARS.match(pages) and len(pages) <= 4:
        return None
    return source.read(Span(*match.span()))


_CITED = frozenset({"publications"})
_DIGITS = "0123456789"
RULES: tuple[Finder, ...] = (
    Rule("numbers.bracketed", "numbers", _BRACKETED, parts=_parts, kinds=_CITED, needs="("),
    Rule("numbers.numbered", "numbers", _NUMBERED, parts=_parts, kinds=_CITED, needs=_DIGITS),
    Rule("numbers.volume_issue", "numbers", _VOLUME_ISSUE, parts=_parts, kinds=_CITED, needs="("),
    Rule("numbers.worded", "numbers", _WORDED, parts=_parts, kinds=_CITED, needs=_DIGITS),
    Rule("numbers.colon", "numbers", _COLON, parts=_parts, kinds=_CITED, needs=":"),
    Rule("numbers.plain", "numbers", _PLAIN, value=_bounded, parts=_parts, kinds=_CITED, needs=","),
    Rule("numbers.bare", "numbers", _BARE, parts=_parts, kinds=_CITED, needs="-"),
    Rule("numbers.lone", "numbers", _LONE, parts=_parts, kinds=_CITED, needs=_DIGITS),
)
