"""Numbers that name a thing: ORCID iDs, DOIs, arXiv, ISBN, ISSN and PubMed numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cvparse.document import Mention, Source, Span
from cvparse.rules.rule import DIGITS, Finder, Match, Reading, Rule, Scene

_ADDRESS = r"(?:https?://)?(?:www\.)?"
_ORCID_CUE = re.compile(r"-\d{4}-\d{4}-\d")
_ORCID = re.compile(
    rf"(?:(?:{_ADDRESS})orcid\.org/)?(?<![\w-])\d{{4}}-\d{{4}}-\d{{4}}-\d{{3}}[\dXx](?![\w-])"
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)?/(?=\S)")
_DOI_TAIL = re.compile(r"""(?:(?!\]\(|\)\(|"|\)\*)[^\s|])+""")
_DOI_BEFORE = re.compile(
    r"(?:(?:https?:\s{0,2}//)?(?:dx\.|www\.)?doi\.org/\s?|https:\s(?=//)|\bdoi\s?[:.]?\s?)+$", re.I
)
_ARXIV_CUE = re.compile(
    r"arXiv|arxiv|ARXIV|ArXiv|Arxiv|abs/\d| \[(?=[a-z-]+(?:\.[A-Za-z-]{2,})?\])"
)
_ARXIV = re.compile(
    r"""(?:(?:https?://)?(?:www\.|export\.)?[Aa]r[Xx]iv\.org/(?:abs|pdf|html)/|[Aa][Rr][Xx][Ii][Vv]
         [ ]?(?:preprint|e-?print)?[ ]?[:.]?\s?(?:abs/)?|\babs/)
        (?P<id>\d{4}[ ]?\.[ ]?\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?!\d)
         (?:v\d{1,2})?(?:\.pdf)?
        |(?<![\w./])(?P<bare>\d{4}\.\d{4,5})(?:v\d{1,2})?(?=\s?\[[a-z-]+(?:\.[A-Za-z-]{2,})?\])""",
    re.X,
)
_ISBN = re.compile(
    r"\bISBN(?:[- ]?1[03])?\s?[:.]?\s?(?P<id>(?:\d[- ]?){9,12}[\dXx])(?!\d)"
    r"|(?<![\w-])(?P<bare>97[89]-(?:\d-?){9}\d)(?![\w-])"
)
_ISSN = re.compile(r"\b[ep]?-?ISSN\s?[:.]?\s?(?P<id>\d{4}-\d{3}[\dXx])(?!\w)", re.I)
_PMID = re.compile(
    r"(?:\b(?:PMID|PubMed(?: ID)?)\s?[:#]?\s?|(?:https?://)?pubmed\.ncbi\.nlm\.nih\.gov/)"
    r"(?P<id>\d{5,8})(?!\d)/?"
)


def address_end(text: str, start: int, end: int) -> int:
    """Where an address printed at [start, end) ends: without closing punctuation.

    A bracket or quote that was not opened inside belongs to the sentence.
    """
    while end > start:
        last = text[end - 1]
        pair = {")": "(", "]": "[", "}": "{", ">": "<"}.get(last)
        inside = text[start:end]
        if not (last in ".,;:!?'\"*" or (pair and inside.count(last) > inside.count(pair))):
            break
        end -= 1
    return end


def _orcid(match: Match, source: Source) -> str | None:
    """The iD when its last character is the check digit (ISO 7064 mod 11-2)."""
    number = match[0][-19:].upper()
    total = 0
    for digit in number.replace("-", "")[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return number if number[-1] == ("X" if check == 10 else str(check)) else None


def _isbn(match: Match, source: Source) -> str | None:
    """The number without hyphens, when its check digit is right (ISO 2108)."""
    number = re.sub(r"[- ]", "", match["id"] or match["bare"]).upper()
    digits = [10 if c == "X" else int(c) for c in number]
    if len(digits) == 10:
        good = sum(d * w for d, w in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0
    else:
        good = len(digits) == 13 and sum(d * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0
    return number if good else None


def _issn(match: Match, source: Source) -> str | None:
    """The number, when its check digit is right (ISO 3297: weights 8 to 1, mod 11)."""
    number = match["id"].upper()
    digits = [10 if c == "X" else int(c) for c in number.replace("-", "")]
    good = sum(d * w for d, w in zip(digits, range(8, 0, -1), strict=True)) % 11 == 0
    return number if good else None


def _arxiv(match: Match, source: Source) -> str | None:
    """The number without its version. Its first four digits are a year and a month."""
    number = (match["id"] or match["bare"]).replace(" ", "")
    if "/" not in number and not 1 <= int(number[2:4]) <= 12:
        return None
    return number


def _pmid(match: Match, source: Source) -> str:
    return match["id"]


def _dois(scene: Scene) -> Iterator[Mention]:
    """`doi:10.1000/182`, `https://doi.org/10.1000/182`, `10.1002/(SICI)1097-0258<1661::AID>3.0`."""
    entry = scene.entry
    if "10." not in entry.folded:
        return
    text, reached, last = entry.source.folded, *entry.span
    for match in entry.search(_DOI):
        if match.start() < reached:  # inside the one before: read again and again, a line of them
            continue
        tail = _DOI_TAIL.match(text, match.end(), last)
        end = address_end(text, match.start(), tail.end() if tail else match.end())
        if end <= match.end():
            continue
        before = _DOI_BEFORE.search(text, max(match.start() - 40, entry.span.start), match.start())
        start = before.start() if before else match.start()
        value, reached = entry.source.read(Span(match.start(), end)), end
        yield Mention("doi", Span(start, end), value, "identifiers.doi")


@dataclass(frozen=True)
class Cued:
    """A rule tried only where a cheap cue stands, from `back` characters before it."""

    rule: Rule
    cue: re.Pattern[str]
    back: int
    kinds: frozenset[str] = frozenset()
    needs: str = DIGITS

    @property
    def name(self) -> str:
        return self.rule.name

    def find(self, scene: Scene) -> Iterator[Mention]:
        entry, rule, done = scene.entry, self.rule, scene.entry.span.start
        text = entry.source.folded
        for cue in entry.search(self.cue):
            start = max(cue.start() - self.back, done)
            match = rule.pattern.search(text, start, min(cue.end() + 60, entry.span.end))
            value = rule.value(match, entry.source) if match else None
            if match and value is not None:
                done = match.end()
                yield Mention(rule.label, Span(*match.span()), value, rule.name)


RULES: tuple[Finder, ...] = (
    Cued(Rule("identifiers.orcid", "orcid", _ORCID, _orcid), _ORCID_CUE, 28),
    Reading("identifiers.doi", _dois, needs=DIGITS),
    Cued(Rule("identifiers.arxiv", "arxiv", _ARXIV, _arxiv), _ARXIV_CUE, 20),
    Cued(Rule("identifiers.isbn", "isbn", _ISBN, _isbn), re.compile("ISBN|97[89]-"), 0),
    Cued(Rule("identifiers.issn", "issn", _ISSN, _issn), re.compile("ISSN"), 2),
    Cued(Rule("identifiers.pmid", "pmid", _PMID, _pmid), re.compile("PMID|PubMed|pubmed"), 8),
)
