"""Which record of the one CV is which of the other, and what became of it.

Within a key: by DOI, arXiv number or award number; then those that are the same in every field; then
by likeness, as `evaluate` pairs what was read with gold, if what names them is alike as well. What is
left over under one key and found again under another has moved.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from cvparse.changes.differences import (
    BODIES,
    TITLES,
    Change,
    Changes,
    Record,
    comparable,
    differences,
)
from cvparse.cv import CV, KEYS
from cvparse.evaluate import pair
from cvparse.evaluate.folding import fold, ratio
from cvparse.exporters.plain import plain

_NUMBERS = ("doi", "arxiv", "award_number")
_ALIKE = 0.6
"""So alike must be what names two records: half of all letters are shared by any two titles."""

Rows = dict[int, Record]


def compare(old: CV, new: CV) -> Changes:
    """What was added, changed, removed or moved to another key from the old CV to the new one.

    Where one of the two has no `note` at all, as gold has none, notes are not compared.
    """
    before, after = (json.loads(json.dumps(plain(cv))) for cv in (old, new))
    if not (_noted(before) and _noted(after)):
        before, after = _bare(before), _bare(after)
    changes: list[Change] = []
    left: dict[str, tuple[Rows, Rows]] = {}
    for key in KEYS:
        olds, news = (dict(enumerate(side.get(key, ()))) for side in (before, after))
        for i, j in _pairs(key, olds, news):
            changes.append(_changed(key, (i, olds.pop(i)), (j, news.pop(j))))
        left[key] = olds, news
    changes += [*_moved(left), *_rest(left)]
    changed = [change for change in changes if change.what != "changed" or change.differences]
    unchanged = len(changes) - len(changed)
    return Changes((*_person(before, after), *sorted(changed, key=_place)), unchanged)


def _noted(side: Mapping[str, Any]) -> bool:
    rows = [row for key in KEYS for row in side.get(key, ())]
    return any("note" in row for row in [side.get("person", {}), *rows])


def _bare(value: Any) -> Any:
    """Without notes, at any depth."""
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if name != "note"}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def _person(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    one, other = before.get("person", {}), after.get("person", {})
    if found := differences(one, other):
        yield Change("changed", "person", "/person", "/person", one, other, differences=found)


def _pairs(key: str, old: Rows, new: Rows) -> list[tuple[int, int]]:
    """One to one, from what is certain to what is likely."""
    steps: tuple[Callable[[Rows, Rows], Mapping[int, int]], ...] = (
        *(lambda a, b, name=name: _by(_value(name), a, b) for name in _NUMBERS),
        lambda a, b: _by(comparable, a, b),
        lambda a, b: _alike(key, a, b),
    )
    olds, news, found = dict(old), dict(new), []
    for step in steps:
        for i, j in step(olds, news).items():
            found.append((i, j))
            del olds[i], news[j]
    return found


def _value(name: str) -> Callable[[Record], str]:
    return lambda record: str(record.get(name, "")).casefold()


def _by(told: Callable[[Record], str], old: Rows, new: Rows) -> dict[int, int]:
    """Those of whom the same is told, in their order; of whom nothing is told, none."""
    places: dict[str, list[int]] = {}
    for j, record in new.items():
        places.setdefault(told(record), []).append(j)
    known = {i: told(record) for i, record in old.items()}
    return {i: places[name].pop(0) for i, name in known.items() if name and places.get(name)}


def _alike(key: str, old: Rows, new: Rows) -> dict[int, int]:
    olds, news = list(old), list(new)
    pairs = pair(key, [old[i] for i in olds], [new[j] for j in news])
    found = {olds[i]: news[j] for i, j in pairs.items()}
    return {i: j for i, j in found.items() if _named_alike(old[i], new[j])}


def _named_alike(one: Record, other: Record) -> bool:
    """Is what names them alike? Their title or role, or, where one has none, their body."""
    for names in (TITLES, BODIES):
        words = [next((str(r[n]) for n in names if r.get(n)), "") for r in (one, other)]
        if all(words):
            return ratio(*map(fold, words)) >= _ALIKE or (names is TITLES and _one_body(one, other))
    return not any(r.get(n) for r in (one, other) for n in (*TITLES, *BODIES))


def _one_body(one: Record, other: Record) -> bool:
    """A post that got another name: the same house, since the same day."""
    same = ("organization", "institution", "funder", "start_date")
    known = [name for name in same if one.get(name) and other.get(name)]
    return len(known) > 1 and all(comparable(one[n]) == comparable(other[n]) for n in known)


def _changed(key: str, old: tuple[int, Record], new: tuple[int, Record]) -> Change:
    (i, before), (j, after) = old, new
    found = differences(before, after)
    return Change("changed", key, f"/{key}/{i}", f"/{key}/{j}", before, after, differences=found)


def _moved(left: Mapping[str, tuple[Rows, Rows]]) -> Iterator[Change]:
    """Left over under one key, and found again under another by its number or its title."""
    for old_key in KEYS:
        for i, before in list(left[old_key][0].items()):
            for key in KEYS:
                news = left[key][1]
                j = next((j for j, after in news.items() if _same(before, after)), None)
                if j is not None and key != old_key:
                    after = news.pop(j)
                    del left[old_key][0][i]
                    yield Change(
                        "moved",
                        key,
                        f"/{old_key}/{i}",
                        f"/{key}/{j}",
                        before,
                        after,
                        old_key,
                        differences(before, after),
                    )
                    break


def _same(one: Record, other: Record) -> bool:
    """Of one number, or of one title of some length."""
    if any(one.get(n) and _value(n)(one) == _value(n)(other) for n in _NUMBERS):
        return True
    titles = [next((fold(str(r[n])) for n in TITLES if r.get(n)), "") for r in (one, other)]
    return titles[0] == titles[1] and len(titles[0]) > 5


def _rest(left: Mapping[str, tuple[Rows, Rows]]) -> Iterator[Change]:
    for key, (olds, news) in left.items():
        for i, before in olds.items():
            yield Change("removed", key, old_pointer=f"/{key}/{i}", before=before)
        for j, after in news.items():
            yield Change("added", key, new_pointer=f"/{key}/{j}", after=after)


_ORDER: Sequence[str] = ("added", "moved", "changed", "removed")


def _place(change: Change) -> tuple[int, int, int]:
    """By key, then by what it is, then as they stand in the CV."""
    number = (change.new_pointer or change.old_pointer or "/0").rpartition("/")[2]
    return KEYS.index(change.key), _ORDER.index(change.what), int(number)
