"""What all entries of a list do alike, said once more where one line alone is not enough to tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cvparse.entries.columns import parted
from cvparse.lines import Glance

_PERIOD = 30
"""So many characters a line has at most that is nothing but a period."""
_SENTENCE = 4
"""So many spaces a sentence has at least."""
_SEVERAL = 3

_POSTS = frozenset({"education", "employment"})
"""What is listed with one period each."""
_TERMS = frozenset({"teaching"})
"""What is listed with as many dates as there were terms."""


def regular(kind: str, seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """The codes of the lines of a list of some kind, as the list's own habit has them."""
    codes = parted(seen, _described(seen, _dated(seen, codes)))
    if kind not in _TERMS:
        codes = _closed(seen, codes)
    return _parted(seen, codes) if kind in _POSTS else codes


def _dated(seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """Where every entry begins with a date at one indent, a line that begins so begins one too:
    `01/2016-03/2017 Elternzeit`, short as it is.
    """
    begun = [g for g, code in zip(seen, codes, strict=True) if code == "B"]
    indents = {g.line.indent for g in begun}
    if len(begun) < 2 or len(indents) > 1 or not all(g.look.dated_first for g in begun):
        return codes
    return [
        "B" if code in "IW" and g.look.dated_first and g.line.indent in indents else code
        for g, code in zip(seen, codes, strict=True)
    ]


def _closed(seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """Where the last entry ends with a line of nothing but its date, and nothing that belongs to
    an entry already begun ever follows such a line, each of them ends one. A right column read
    last is so:

        Acme Robotics, Engineer
        • Built the arm of a crane
        Larkmoor
        May 2019 – Aug 2020
    """
    ends = [i for i, g in enumerate(seen) if period(g)]
    if len(ends) < 2 or seen[0].look.dated_first or "S" in codes:
        return codes
    below = [seen[i + 1] for i in ends if i + 1 < len(seen)]
    if any(_belongs(g) for g in below) or not (len(below) < len(ends) or _headed(below[-1])):
        return codes
    told = list(codes)
    for end in ends:
        above = end - 1
        if told[above] == "B" and above - 1 not in ends and not _headed(seen[above - 1]):
            told[above] = "I"
        told[end] = "I"
        if end + 1 < len(told):
            told[end + 1] = "B"
    return ["B", *told[1:]]


def _parted(seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """Two lines that end with dates are those of two entries, one of which begins between them."""
    told = list(codes)
    ends = [i for i, g in enumerate(seen) if period(g) or _headed(g)]
    for one, other in pairwise(ends):
        if any(code in "SB" for code in told[one + 1 : other + 1]):
            continue
        if period(seen[one]) and ends[0] == 0:
            told[other] = "B"
        elif (begun := _begun(seen, told, one, other)) is not None:
            told[begun] = "B"
    return told


def _begun(seen: Sequence[Glance], codes: Sequence[str], one: int, other: int) -> int | None:
    """The first line that need not belong to what stands above it. Below a head with words of its
    own that is one behind sentences or bullets: `Engineer, 2018`, then `Acme` is where.
    """
    bound = [i for i in range(one + 1, other) if tied(seen, codes, i)]
    if _headed(seen[one]) and not bound:
        return None
    first = one + 1 if period(seen[one]) else bound[0]
    free = (i for i in range(first, other) if i not in bound)
    return next(free, other if _headed(seen[other]) else None)


def _described(seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """Where sentences stand below one short line each, and nothing else does, each short line
    begins an entry: `Moss Atlas` over `A map of all mosses.`
    """
    short = [not (_sentence(g) or code == "W") for g, code in zip(seen, codes, strict=True)]
    alone = [a and not b for a, b in pairwise([*short, True])]
    if sum(short) < _SEVERAL or alone != short or "S" in codes or any(g.look.dated for g in seen):
        return codes
    return ["B" if one else code.replace("B", "I") for one, code in zip(short, codes, strict=True)]


def tied(seen: Sequence[Glance], codes: Sequence[str], number: int) -> bool:
    """Does a line belong to an entry already begun?"""
    above = seen[number - 1].line.body.folded.rstrip()
    wrapped = codes[number] == "W" and not above.endswith(".")
    return wrapped or _belongs(seen[number])


def period(glance: Glance) -> bool:
    """Is a line nothing but a date or a period?"""
    line, look = glance.line, glance.look
    short = len(line.body.folded.strip()) <= _PERIOD
    return look.dated_first and look.dated_last and short and not line.bulleted


def _headed(glance: Glance) -> bool:
    """Does a line say more than the date at its end?"""
    look = glance.look
    return look.dated_last and not look.dated_first and not glance.line.bulleted


def _belongs(glance: Glance) -> bool:
    """Can no entry begin with it?"""
    body, look = glance.line.body.folded.strip(), glance.look
    small = body[:1].islower()
    return glance.line.bulleted or look.dated_first or look.attached or small or _sentence(glance)


def _sentence(glance: Glance) -> bool:
    body = glance.line.body.folded.strip()
    return glance.look.prose or (body.endswith(".") and body.count(" ") >= _SENTENCE)
