"""Numbers that cannot be right: DOI, ORCID, ISBN, ISSN (CV017 to CV019)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.check.rule import Finding, Page

_DOI = re.compile(r"(?i)\bdoi(?:\.org/|:\s?|\s)(?=\S)(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?(\S+)")
_GOOD_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S")
_ORCID = re.compile(
    r"(?i)\borcid(?:\.org/|\s*(?:id|number)?\s*[:=#]?\s*)(?:https?://orcid\.org/)?([\dX][\dX \-–]{10,24}[\dX])(?![\dX])"
)
_ISBN = re.compile(r"(?i)\bisbn(?:-?1[03])?\s*[:.#]?\s*([\dX][\dX \-–]{7,18}[\dX])(?![\dX-])")
_ISSN = re.compile(r"(?i)\be?-?issn\s*[:.#]?\s*(\d{4}[-–]?\d{3}[\dX])\b")


def dois(page: Page) -> Iterator[Finding]:
    """A DOI begins with `10.`, a number of four digits or more, and a slash."""
    for match in _DOI.finditer(page.source.folded) if page.source else ():
        said = match[1]
        if any(c.isdigit() for c in said) and not _GOOD_DOI.match(said):
            yield Finding(f"`{said[:60]}` is no DOI: these read `10.1234/…`", match.span(1))
    for pointer, record in page.rows("publications"):
        doi = getattr(record, "doi", None)
        if page.source is None and doi and not _GOOD_DOI.match(doi):
            span = record.provenance["doi"].span
            yield Finding(f"`{doi[:60]}` is no DOI: these read `10.1234/…`", span, f"{pointer}/doi")


def orcids(page: Page) -> Iterator[Finding]:
    """The last character of an ORCID follows from the others (ISO 7064 11-2)."""
    for match in _ORCID.finditer(page.source.folded) if page.source else ():
        if problem := _orcid(match[1]):
            yield Finding(f"`{match[1]}` is no ORCID: {problem}", match.span(1))
    said = page.cv.person.orcid
    if page.source is None and said and (problem := _orcid(said.rpartition("/")[2])):
        span = page.cv.person.provenance["orcid"].span
        yield Finding(f"`{said}` is no ORCID: {problem}", span, "/person/orcid")


def _orcid(said: str) -> str:
    digits = _digits(said)
    if len(digits) != 16:
        return f"it has {len(digits)} characters, not 16"
    total = 0
    for digit in digits[:15]:
        total = (total + int(digit)) * 2 if digit != "X" else 0
    right = "0123456789X"[(12 - total % 11) % 11]
    return "" if digits[15] == right else f"its check digit would be {right}"


def books(page: Page) -> Iterator[Finding]:
    """The last character of an ISBN or ISSN follows from the others (ISO 2108, ISO 3297)."""
    text = page.source.folded if page.source else ""
    for pattern, name, check in ((_ISBN, "ISBN", _isbn), (_ISSN, "ISSN", _issn)):
        for match in pattern.finditer(text) if name in text.upper() else ():
            if problem := check(_digits(match[1])):
                yield Finding(f"`{match[1]}` is no {name}: {problem}", match.span(1))


def _digits(said: str) -> str:
    return re.sub(r"[^\dX]", "", said.upper())


def _isbn(digits: str) -> str:
    if len(digits) == 13:
        total = sum(_value(d) * (3 if n % 2 else 1) for n, d in enumerate(digits[:12]))
        right = str(-total % 10)
    elif len(digits) == 10:
        right = _modulo_11(digits[:9])
    else:
        return f"it has {len(digits)} characters, not 10 or 13"
    return "" if digits[-1] == right else f"its check digit would be {right}"


def _issn(digits: str) -> str:
    right = _modulo_11(digits[:7])
    return "" if digits[-1] == right else f"its check digit would be {right}"


def _modulo_11(digits: str) -> str:
    total = sum(_value(d) * (len(digits) + 1 - n) for n, d in enumerate(digits))
    return "0123456789X"[-total % 11]


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)
