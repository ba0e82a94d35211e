"""Whether two printed names can be one person's."""

from __future__ import annotations

from functools import cache

from cvparse import lexicon
from cvparse.link.names import Name


def agreement(one: Name, other: Name) -> str:
    """Why two names can be one person's; empty when they cannot.

    Wrong for namesakes: that is why `people` asks for more than this.
    """
    if one.letters == other.letters:
        return "same letters"
    if not one.given or not other.given or _father_and_son(one, other):
        return ""
    if one.family != other.family:
        swapped = turned(one).letters == other.letters or one.letters == turned(other).letters
        return "family name printed first" if swapped else ""
    if one.given == other.nickname or other.given == one.nickname:
        return "nickname in brackets"
    return _aligned(one, other)


def _father_and_son(one: Name, other: Name) -> bool:
    return bool(one.suffix and other.suffix) and one.suffix != other.suffix


def turned(name: Name) -> Name:
    """`Park Haekyu`, its family name taken to be printed first; others as they are.

    Only when the first word is known as such a family name, and the last is not.
    """
    first, known = "".join(name.given).replace("-", ""), _family_first()
    if len(name.given) == 1 and first in known and name.family not in known:
        return name._replace(family=first, given=(name.family,))
    return name


def _aligned(one: Name, other: Name) -> str:
    """Given names side by side: each equal to, or an initial of, the one beside it."""
    short, long = sorted((one.given, other.given), key=len)
    pairs = [(a.strip("-"), b.strip("-")) for a, b in zip(short, long, strict=False)]
    if _whole(short) == _whole(long) and _whole(short):
        return "middle name left out" if _initials(short, long) else ""
    first, *rest = pairs
    if not all(_stands(a, b) for a, b in rest) or _torn(one, short, long):
        return ""
    if not _stands(*first):
        return "usual short form" if frozenset(first) in _short_forms() else ""
    return "initials agree" if any(len(a) != len(b) for a, b in pairs) else "middle name left out"


def _whole(given: tuple[str, ...]) -> str:
    return "".join(g.strip("-") for g in given if len(g.strip("-.")) > 1)


def _initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Do the initials beside the same whole names agree, or does one of them leave them out?"""
    first, second = (
        "".join(g.strip("-") for g in t if len(g.strip("-")) == 1) for t in (one, other)
    )
    return first.startswith(second) or second.startswith(first)


def _torn(name: Name, short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """`Mei Wang` is not `Mei-Ling Wang`, nor surely `Mei Ling Wang`; `M. Wang` can be."""
    if len(short) == len(long) or len(short[-1].strip("-.")) == 1:
        return False
    left_out = long[len(short)]
    east = name.family in _family_first() and len(short[0]) < 5 and len(left_out) > 1
    return left_out.startswith("-") or (east and len(short) == 1)


def _stands(one: str, other: str) -> bool:
    """`n` for `nilaksh`, `yu.` for `yuri`."""
    if one == other:
        return True
    short, long = sorted((one, other), key=lambda word: (not word.endswith("."), len(word)))
    return (len(short) == 1 or short.endswith(".")) and long.startswith(short.rstrip("."))


@cache
def _family_first() -> frozenset[str]:
    return frozenset(lexicon.table("people")["family_first"])


@cache
def _short_forms() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in lexicon.table("people")["short_forms"])
