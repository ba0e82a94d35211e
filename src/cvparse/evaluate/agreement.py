"""How far a value that was read says what gold says, at three levels.

soft      Strings alike enough (`NEAR`, `LOOSE`), a body's name inside a longer one. What a reader
          would let pass.
folded    Equal but for case, accents, punctuation and spacing.
strict    Letter for letter; lists in order.

Dates and money are the same or not, at every level: amount and currency, `per` and `in_kind` in
`strict` only; of intervals in one field (`2015/2019`) the beginning, in `strict` the end too. Persons in lists are compared by family name and first initial, in `strict` as printed. A list
earns the F1 of its items, so that each item is needed once and twice is once too many.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from cvparse.evaluate.folding import common, fold, folded_name, ratio
from cvparse.evaluate.kinds import HOLDS, LOOSE, NAMES, NEAR

Level = Literal["soft", "folded", "strict"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Credit(NamedTuple):
    """What a value earns at each level, 0 to 1."""

    soft: float = 0.0
    folded: float = 0.0
    strict: float = 0.0

    def at(self, level: Level) -> float:
        return float(getattr(self, level))


RIGHT = Credit(1.0, 1.0, 1.0)
NOTHING = Credit()


def given(value: object) -> bool:
    """Is there a value? `false` is how JSON says that nothing was said; 0 is a number."""
    return bool(value) or (isinstance(value, (int, float)) and not isinstance(value, bool))


def credit(name: str, gold: Any, read: Any) -> Credit:
    """What a value of the field `name` earns; both are given."""
    if isinstance(gold, (list, tuple)) or name in NAMES:
        return _listed(name, as_list(gold), as_list(read))
    if isinstance(gold, Mapping):
        return _money(gold, read)
    if isinstance(gold, bool):
        return RIGHT if read else NOTHING
    return _string(name, as_text(gold), as_text(read))


def as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def as_text(value: Any) -> str:
    """A value in words; of an object, its values."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return " ".join(as_text(value[name]) for name in sorted(value))
    if isinstance(value, (list, tuple)):
        return " ".join(map(as_text, value))
    return str(value)


def comparable(name: str, value: Any) -> Hashable:
    """An item of a list in the form in which `folded` compares it."""
    return folded_name(as_text(value)) if name in NAMES else fold(as_text(value))


def _string(name: str, gold: str, read: str) -> Credit:
    strict = float(_spaced(gold) == _spaced(read))
    if name.endswith("date"):
        begins = float(beginning(gold) == beginning(read))
        return Credit(begins, begins, strict)
    if name == "pages":
        same = float(re.findall(r"\w+", gold) == re.findall(r"\w+", read))
        return Credit(same, same, strict)
    one, other = fold(gold), fold(read)
    if one == other:
        return Credit(1.0, 1.0, strict)
    soft = (name in HOLDS and _holds(one, other)) or near(one, other, LOOSE.get(name, NEAR))
    return Credit(float(soft), 0.0, 0.0)


def beginning(date: str) -> str:
    """A date; of an interval, where it begins."""
    return date.partition("/")[0].strip()


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _holds(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 4 and f" {short} " in f" {long} "


def near(one: str, other: str, enough: float = NEAR) -> bool:
    """Are two folded strings at least so alike? Lengths too different need no closer look."""
    most = 2 * min(len(one), len(other))
    return most >= enough * (len(one) + len(other)) and ratio(one, other) >= enough


def _money(gold: Mapping[str, Any], read: Any) -> Credit:
    """What gold leaves out is not asked for."""
    if not isinstance(read, Mapping):
        return NOTHING
    asked = [name for name in ("amount", "currency") if given(gold.get(name))]
    same = float(all(_plain(gold[name]) == _plain(read.get(name)) for name in asked))
    return Credit(same, same, float(dict(gold) == dict(read)))


def _plain(value: Any) -> Any:
    """A number as a number, however written."""
    try:
        return round(float(value), 2)
    except (TypeError, ValueError):
        return value


def _listed(name: str, gold: list[Any], read: list[Any]) -> Credit:
    both = len(gold) + len(read)
    verbatim = common([_spaced(as_text(x)) for x in gold], [_spaced(as_text(x)) for x in read])
    ones, others = ([comparable(name, x) for x in items] for items in (gold, read))
    shared = Counter(ones) & Counter(others)
    folded = shared.total()
    soft = folded if name in NAMES else folded + _nearly(ones, others, shared)
    return Credit(2 * soft / both, 2 * folded / both, 2 * verbatim / both)


def _nearly(ones: Sequence[Hashable], others: Sequence[Hashable], shared: Counter[Hashable]) -> int:
    """How many more items have one that is nearly the same, each used once."""
    left = sorted((Counter(others) - shared).elements(), key=str)
    found = 0
    for one in sorted((Counter(ones) - shared).elements(), key=str):
        match = next((other for other in left if near(str(one), str(other))), None)
        if match is not None:
            left.remove(match)
            found += 1
    return found
