"""Volume, issue and pages: `12(3), 45-67`, `vol. 12, no. 3, pp. 45-67`, `21:101-9`, `e1004`."""

from __future__ import annotations

import re

from cvparse.document import Mention, Source, Span
from cvparse.rules.rule import Finder, Match, Rule

_PAGE = r"[A-Za-z]{0,3}\d+[a-z]?(?:\.\d+)?(?:\s?--?\s?[A-Za-z]{0,3}\d+[a-z]?)?"
_VOLUME_ISSUE = re.compile(
    rf"(?<![\w./-])(?P<volume>[A-Z]?\d{{1,4}})\s?\((?P<issue>\d{{1,4}}(?:\s?[-/]\s?\d{{1,4}})?|[Ss]uppl[^)]{{0,12}})\)"
    rf"(?:\s?[:,]\s?(?:(?:pp?|S|Seiten|Article|Art|art|ID)\b\.?\s?)*(?P<pages>{_PAGE})(?![\w/]))?"
)
_WORDED = re.compile(
    r"(?<!\w)(?:(?:vol(?:ume)?|Bd|Jg|Band|tome)\b\.?\s?(?P<volume>[A-Z]?\d{1,4}|[IVXL]+\b)"
    r"|(?:no|issue|num|nr|Heft|n°|nº)\b\.?\s?(?P<issue>\d{1,4}(?:\s?[-/]\s?\d{1,4})?)"
    rf"|(?:(?<!\d)(?<!\d\s)pp?|pages?|pgs|S|Seiten|art(?:icle)?(?:\sno)?|paper)\b\.?\s?(?P<pages>{_PAGE}))(?![\w/])",
    re.I,
)
_COLON = re.compile(
    rf"(?<![\w./:-])(?P<volume>\d{{1,4}})\s?:\s?(?P<pages>{_PAGE})(?![\w:/])"
)
_PLAIN = re.compile(
    r"(?<=[^\W\d_][ ,])\s?(?P<volume>[A-Z]?\d{1,4}),\s(?P<pages>[A-Za-z]?\d{1,7}(?:\s?-\s?[A-Za-z]?\d{1,7})?)(?=[.,;\s]|$)(?!,? ?\d{1,2}\b,)"
)


def _parts(match: Match, source: Source) -> tuple[Mention, ...]:
    return tuple(
        Mention(label, Span(*match.span(label)), source.read(Span(*match.span(label))), "numbers.parts")
        for label in match.groupdict()
        if match[label]
    )


def _bounded(match: Match, source: Source) -> object:
    """Not a volume when it is a year and its pages a year, as in `2015, 2017`."""
    volume, pages = match["volume"], match["pages"]
    years = re.compile(r"(?:19|20)\d\d")
    if years.fullmatch(volume) and years.match(pages) and len(pages) <= 4:
        return None
    return source.read(Span(*match.span()))


_CITED = frozenset({"publications"})
RULES: tuple[Finder, ...] = (
    Rule("numbers.volume_issue", "numbers", _VOLUME_ISSUE, parts=_parts, kinds=_CITED, needs="("),
    Rule("numbers.worded", "numbers", _WORDED, parts=_parts, kinds=_CITED, needs="0123456789"),
    Rule("numbers.colon", "numbers", _COLON, parts=_parts, kinds=_CITED, needs=":"),
    Rule("numbers.plain", "numbers", _PLAIN, value=_bounded, parts=_parts, kinds=_CITED, needs=","),
)
