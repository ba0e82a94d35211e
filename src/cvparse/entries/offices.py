"""Offices listed in two lines each: who one was, and of what.

    Session Chair                          Coastal Genetics Letters
    Workshop on Marine Robotics, 2014      Reviewer, 2016

Relies on the office standing alone on its line, always above the body or always below it. Wrong where
one office of several bodies stands above a single one each time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from cvparse import lexicon
from cvparse.entries.habits import period, tied
from cvparse.lines import Glance

_COLUMN = re.compile(r"[^\S\n]{3,}")
_LONG = 5
_SEVERAL = 3


def paired(seen: Sequence[Glance], codes: Sequence[str]) -> Sequence[str]:
    """The codes of a list's lines, an office and its body being one entry."""
    alone = [i for i, g in enumerate(seen) if _office(g)]
    if len(alone) < _SEVERAL or any(seen[i].line.bulleted for i in alone):
        return codes
    stretches = [range(a, b) for a, b in pairwise([*alone, len(seen)])]
    if any(_begins(seen, codes, stretch) > 1 for stretch in stretches):
        return codes
    first = [*alone] if alone[0] == 0 else [0, *(_next(seen, codes, s) for s in stretches)]
    return ["B" if i in first else "I" if code in "BS" else code for i, code in enumerate(codes)]


def _begins(seen: Sequence[Glance], codes: Sequence[str], stretch: range) -> int:
    """How many lines below an office would begin an entry of their own."""
    return sum(codes[i] in "BS" for i in stretch[1:])


def _next(seen: Sequence[Glance], codes: Sequence[str], stretch: range) -> int:
    """Where the next entry begins, below an office that ends one."""
    free = (i for i in stretch[1:] if not (period(seen[i]) or tied(seen, codes, i)))
    return next(free, -1)


def _office(glance: Glance) -> bool:
    """Is a line, or its first column, nothing but an office: `Program Committee Member`?"""
    words = _COLUMN.split(glance.line.body.folded.strip())[0].strip(" :").lower().split()
    if not 0 < len(words) <= _LONG or not all(w.replace("-", "").isalpha() for w in words):
        return False
    return words[-1].removesuffix("s") in _roles() or words[-1] in _roles()


@cache
def _roles() -> frozenset[str]:
    return frozenset(r.lower() for r in lexicon.table("offices")["roles"])
