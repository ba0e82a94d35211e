"""Volume, issue and pages, with the year when it stands between them.

12(3), 45-67 · 14 (2): e1004 · 21:101-9 · 2019;21(3):101-9       brackets and colons
vol. 12, no. 3, pp. 45-67 · Bd. 7, S. 12-34 · vol. 64, n° 2      words
12, no. 3 (July 2014): 61-88 · 251 (2013): 83-119 · 9.1 (2023)   the year in brackets
; 2014:1012-31                                                   a chapter, behind its publisher
131, 163202 · 2022, 28, e202200981 · 17 259-273 · 9.2, 113     plain
134 Moss L. Rev. 1781 (2021)                                 as lawyers cite
vol. 12, no. 3 · v. 25, p. 383 · 14.2 (2024). P. 12 · 6 (5 2025)  both
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Passage, Source, Span
from cvparse.rules.rule import DIGITS, Finder, Match, Reading, Rule, Scene

_PAGE = (
    r"[A-Za-z]{0,4}\d+(?:[A-Z]{1,3}\d+|[a-z])?(?:\.\d+)?"
    r"(?:\s?--?\s?[A-Za-z]{0,3}\d+[a-z]?)?(?:,\s?\d{1,4}-\d{1,4}(?![\w-]))?"
)
_ISSUE = r"\d{1,4}(?:\s?[-/]\s?\d{1,4})?"
_YEAR = r"(?:19|20)\d\d"
_GAP = r"\s{0,9}"  # a line may end here, and the next be indented
_WORDS = rf"(?:(?:pp?|pages?|S|Seiten|Article|Art|art|ID|No|no)\b\.?{_GAP})*"
_NAMED = r"(?:(?:vol(?:ume)?|v|Bd|Jg|Band|tome|t)\b\.?\s{0,9})?"
_VOLUME = rf"(?<![\w./-]){_NAMED}(?P<volume>[A-Z]?\d{{1,4}})"
_NUMBER = r"(?:(?:no|nr|num|number|issue|iss|Heft|n°|nº)\.?|H\.)"
_BEHIND = rf"(?:\s?[:,.]?{_GAP}{_WORDS}(?P<pages>{_PAGE})(?![\w/]|\.\d))?"
_BRACKETED = re.compile(
    rf"(?<!\d,\s){_VOLUME}(?:(?:,?\s{_NUMBER}\s?|[./]|:(?=\d{{1,2}}\b)|\s?\()(?P<issue>{_ISSUE})\)?)?,?{_GAP}"
    rf"\((?:[^\W\d_]{{3,9}}\.?(?:[-/\s][^\W\d_]{{3,9}}\.?)?\s|(?P<late>{_ISSUE})\s)?(?P<year>{_YEAR})\)"
    rf"(?:,{_GAP}{_NUMBER}\s?(?P<after>{_ISSUE})(?=,\s))?{_BEHIND}",
    re.I,
)
_NUMBERED = re.compile(
    rf"(?<!\d,\s)(?!{_YEAR}\b){_VOLUME},?{_GAP}\(?{_NUMBER}\s?(?P<issue>{_ISSUE})\)?(?:\s?[:,]{_GAP}(?!{_YEAR}(?:/\d)?,\s(?:pp?|S)\b){_WORDS}(?P<pages>{_PAGE})(?![\w/]|\.\d))?",
    re.I,
)
_VOLUME_ISSUE = re.compile(
    rf"{_VOLUME}\s?\((?!{_YEAR}\))(?P<issue>{_ISSUE}|e\d{{2,}}\w*|[Ss](?:up)?pl[^)]{{0,12}})\)"
    rf"{_BEHIND}"
)
_WORDED = re.compile(
    rf"(?<!\w)(?:(?:vol(?:ume)?|Bd|Jg|Band|tome|v(?=\.\s?\d))\b\.?{_GAP}(?P<volume>[A-Z]?\d{{1,4}}|[IVXL]+\b)"
    rf"|(?:no|issue|num|nr|Heft|n°|nº)(?![\w])\.?\s?(?P<issue>{_ISSUE})"
    rf"|(?:(?<!\d)(?<!\d\s)pp?|pages?|pgs|S|Seiten|art(?:icle)?(?:\s(?:no|number|id)\.?)?|paper)\b\.?:?{_GAP}(?P<pages>{_PAGE}))(?![\w/])",
    re.I,
)
_COLON = re.compile(
    rf"(?<![\w./:-])(?!(?<=; ){_YEAR}:){_NAMED}(?P<volume>\d{{1,4}})\s?:\s?(?:(?P<issue>(?:sup(?:pl)?\.?\s?)?\d{{1,3}})[,:]\s?(?=[A-Z]?\d+-))?(?P<pages>{_PAGE})(?![\w:/])"
)
_OF_A_BOOK = re.compile(rf"(?<=; (?:19|20)\d\d:)(?P<pages>{_PAGE})(?![\w/])")
_PLAIN = re.compile(
    rf"(?:(?<=[^\W\d_.][ ,])|(?<=[^\W\d_][.)][ ,])|(?<=[^\W\d_][. ] )|(?<=\s[.,]\s)|(?<=\d\d\d\d[,;] )|(?<=[^\W\d_,)]\n)[ \t]{{0,60}})\s?(?<!no\.\s)(?<!No\.\s)(?<!nr\.\s)(?<!Nr\.\s)(?<!pp\.\s)(?<!\bp\.\s)(?!{_YEAR}\b)"
    rf"{_NAMED}(?P<volume>[A-Z]?\d{{1,4}})(?:\.(?P<issue>\d{{1,2}}))?(?:\s{{0,2}},\s{{1,9}}|\s,)"
    r"(?:pp?\.\s?)?(?P<pages>[A-Za-z]{0,2}\d{1,9}(?:\s?-\s?[A-Za-z]?\d{1,7})?)(?=[.,;)\s]|$)(?!,\d|,? ?\d{1,2}\b,)"
)
_SPACED = re.compile(
    rf"(?<=[^\W\d_.][ ,]|[.,]\s)(?!{_YEAR}\b)(?P<volume>\d{{1,4}})\s(?P<pages>[A-Z]?\d{{1,5}}\s?--?\s?[A-Z]?\d{{1,5}})(?=[.,;)\s]|$)"
)
_LONE = re.compile(
    r"(?<=[^\W\d_]\s)(?P<volume>\d{1,3})(?:\.(?P<issue>\d{1,2}))?(?=,?\s\((?:19|20)\d\d\)|,\s(?:pp?|S)\.\s?\d|,\s(?:19|20)\d\d\b)"
)
_BARE = re.compile(
    rf"(?<=[,).:]\s)(?<!ISSN:\s)(?!{_YEAR}-(?:\d\d|{_YEAR})\b)(?P<pages>[A-Za-z]?\d{{1,5}}\s?--?\s?[A-Za-z]?\d{{1,5}})(?=[.,;)\s]|$)(?!\s[^\W\d_])"
)
_NAMED_WORD = rf"(?:[{UPPER}][\w.'&-]*|&|of|and|the|on|in|for)"
_LAW = re.compile(
    rf"(?<=[,*_\"] )(?P<volume>\d{{1,3}})\s(?P<venue>[{UPPER}][\w.'&-]*(?:\s{_NAMED_WORD}){{0,7}})\s"
    rf"(?P<pages>\d{{1,4}})(?=\s\((?:[^\W\d_]{{3,9}}\.?\s)?{_YEAR}\))"
)
_SHORT_NUMBER = re.compile(rf"(?!{_YEAR}$)[A-Z]?\d{{1,4}}")
_YEARS = re.compile(rf"{_YEAR}")
_PARTS = {
    "volume": "volume",
    "issue": "issue",
    "late": "issue",
    "after": "issue",
    "pages": "pages",
    "venue": "venue",
}


def _parts(match: Match, source: Source) -> tuple[Mention, ...]:
    """A part for each number; the year in brackets stays a date's."""
    found = ((_PARTS[name], Span(*match.span(name))) for name in _PARTS if _has(match, name))
    return tuple(Mention(label, span, source.read(span), "numbers.parts") for label, span in found)


def _has(match: Match, name: str) -> bool:
    return name in match.re.groupindex and bool(match[name])


def _bounded(match: Match, source: Source) -> object:
    """Not a volume when its pages are a year or a day before one: `2015, 2017`, `May 3, 2019`."""
    pages = match["pages"]
    if _YEARS.match(pages) and len(pages) <= 4:
        return None
    return source.read(Span(*match.span()))


def _emphasized(scene: Scene) -> Iterator[Mention]:
    """`eLife *13*`, `J. Chem. **154** (2021)`: a number alone in italics or bold, unless a year."""
    for stretch in scene.source.emphasized(scene.entry.span):
        number = Passage(scene.source, stretch).strip()
        if number.fullmatch(_SHORT_NUMBER):
            part = Mention("volume", number.span, number.value, "numbers.parts")
            yield Mention("numbers", number.span, number.value, "numbers.emphasized", (part,))


_CITED = frozenset({"publications"})
RULES: tuple[Finder, ...] = (
    Rule("numbers.bracketed", "numbers", _BRACKETED, parts=_parts, kinds=_CITED, needs="("),
    Rule("numbers.law", "numbers", _LAW, parts=_parts, kinds=_CITED, needs="("),
    Rule("numbers.numbered", "numbers", _NUMBERED, parts=_parts, kinds=_CITED, needs=DIGITS),
    Rule("numbers.volume_issue", "numbers", _VOLUME_ISSUE, parts=_parts, kinds=_CITED, needs="("),
    Rule("numbers.worded", "numbers", _WORDED, parts=_parts, kinds=_CITED, needs=DIGITS),
    Rule("numbers.colon", "numbers", _COLON, parts=_parts, kinds=_CITED, needs=":"),
    Rule("numbers.of_a_book", "numbers", _OF_A_BOOK, parts=_parts, kinds=_CITED, needs=";"),
    Rule("numbers.plain", "numbers", _PLAIN, value=_bounded, parts=_parts, kinds=_CITED, needs=","),
    Rule("numbers.spaced", "numbers", _SPACED, parts=_parts, kinds=_CITED, needs="-"),
    Rule("numbers.bare", "numbers", _BARE, parts=_parts, kinds=_CITED, needs="-"),
    Reading("numbers.emphasized", _emphasized, kinds=_CITED),
    Rule("numbers.lone", "numbers", _LONE, parts=_parts, kinds=_CITED, needs=DIGITS),
)
