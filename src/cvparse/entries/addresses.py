"""Papers whose last line is their address, the venue in brackets behind it.

    How Owls Fold Maps in Wind and              Jan 2020
    Rain
    A. Dal, R. Poe
    10.1000/182 (Journal of Maps, 12(3), 45-67)

Relies on the address ending every paper that has one, and on the authors standing right above it.
Wrong for a paper of two lines without authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Passage
from cvparse.entries.habits import period
from cvparse.lines import Glance

ADDRESS = re.compile(
    r"(?:https?://|www\.|(?:doi:\s?)?10\.\d{4,9}/|(?:[\w-]+\.)+[a-z]{2,}/)\S*\s+\((?=\S)", re.I
)
_SEVERAL = 3
_LEAST = 2
_WORDS = 5
_NAMES = re.compile(
    rf"(?:\s*(?:and |& )?(?:[^\W\d_]{{1,3}} )?[{UPPER}][^\s\d:?!]*(?: [^\s\d:?!]+){{0,4}}\s*(?:,|;|$))+"
)


def addressed(seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """The codes of a list's lines, each address being the end of an entry."""
    ends = list(_ends(seen))
    if len(ends) < _SEVERAL:
        return codes
    told = list(codes)
    start = 0
    for address, end in ends:
        while start < address - _LEAST and (seen[start].look.heads or period(seen[start])):
            start += 1
        if sum(g.look.dated_last for g in seen[start:address]) <= 1:
            _tell(told, seen, range(start, address), range(address, end))
        start = end
    return told


def _ends(seen: Sequence[Glance]) -> Iterator[tuple[int, int]]:
    """Where an address begins and, its bracket closed, ends."""
    for number, glance in enumerate(seen):
        text = glance.line.body.folded.strip()
        if glance.line.bulleted or not ADDRESS.match(text):
            continue
        if text.endswith(")") and text.count("(") <= text.count(")"):
            yield number, number + 1
        elif number + 1 < len(seen) and seen[number + 1].line.folded.rstrip().endswith(")"):
            yield number, number + 2


def _tell(told: list[str], seen: Sequence[Glance], paper: range, address: range) -> None:
    """Title, date, authors and address of one paper, each with the rests of its lines."""
    dates = [i for i in paper[1:] if period(seen[i])]
    authors = _authors(seen, paper, dates)
    for i in paper:
        told[i] = "I" if i in dates or i == authors else "W"
    if paper:
        told[paper[0]] = "B"
    for i in address:
        told[i] = "I" if i == address[0] else "W"


def _authors(seen: Sequence[Glance], paper: range, dates: Sequence[int]) -> int | None:
    """Where the authors begin: behind a line of the date; else as far up as names go."""
    if len(paper) < 2 or paper[-1] in dates:
        return None
    if dates:
        return dates[-1] + 1
    first = paper[-1]
    while first - 1 > paper[0] and _names(seen[first - 1].line.body) and not _ended(seen, first):
        first -= 1
    return first


def _names(body: Passage) -> bool:
    return body.folded.count(",") > 1 and _NAMES.fullmatch(body.folded.strip()) is not None


def _ended(seen: Sequence[Glance], number: int) -> bool:
    """Is the line above a short one, which nothing goes on behind?"""
    return not seen[number].wraps and len(seen[number - 1].line.folded.split()) < _WORDS
