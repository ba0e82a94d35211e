"""One person for each human of the text, under all the names printed; and why they are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, product

from cvparse.cv import ListPlace, PersonEntry, SameName
from cvparse.link.agreement import agreement, turned
from cvparse.link.names import Name, read, written_out
from cvparse.values import Record

Records = Mapping[str, Sequence[Record]]
Named = Iterable[tuple[str, str]]

PERSONS = (
    "authors", "editors", "speakers", "contributors", "mentors", "advisors", "investigators", "name",
)  # fmt: skip
OWNER = "/person/name"
_MOST = 150
"""More spellings of one family name than any CV has: they are left apart."""


@dataclass
class _One:
    """Spellings that are certainly one name's: the forms printed, each read, and their lists."""

    forms: dict[str, Name] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)

    def take(self, other: _One) -> None:
        self.forms |= other.forms
        self.lists |= other.lists


def people(records: Records, owner: str | None = None) -> tuple[PersonEntry, ...]:
    """Every person named in a record, in the order they are met, the CV's owner first.

    Spellings with the same letters are one person's, and so are those that a nickname in brackets
    shows to be. Others (initials, middle names left out) are only when each of them can stand for
    each: a `Y. Wang` that could be `Yi Wang` and `Yan Wang` is neither, and two names of one list
    of authors are never one person's. Wrong for namesakes that nothing in the text keeps apart.
    """
    printed: dict[str, list[str]] = defaultdict(list)
    for name, pointer in _named(records, owner):
        printed[name].append(pointer)
    families: dict[str, list[_One]] = defaultdict(list)
    for name, parts in _read(printed).items():
        lists = {pointer.rpartition("/")[0] for pointer in printed[name]}
        families[parts.family].append(_One({name: parts}, lists))
    groups = [one.forms for ones in families.values() for one in _joined(ones)]
    order = {name: number for number, name in enumerate(printed)}
    groups.sort(key=lambda forms: min(order[name] for name in forms))
    sizes = Counter(p.rpartition("/")[0] for pointers in printed.values() for p in pointers)
    return tuple(_person(forms, printed, sizes) for forms in groups)


def _named(records: Records, owner: str | None) -> Iterator[tuple[str, str]]:
    if owner:
        yield owner, OWNER
    for key, rows in records.items():
        for number, record in enumerate(rows):
            for name in _fields(type(record), key in ("students", "references")):
                value = getattr(record, name) or ()
                if isinstance(value, str):
                    yield value, f"/{key}/{number}/{name}"
                else:
                    yield from ((v, f"/{key}/{number}/{name}/{i}") for i, v in enumerate(value))


@cache
def _fields(record: type[Record], named: bool) -> tuple[str, ...]:
    """The fields that name persons; `name` does so only for some (`named`)."""
    known = PERSONS if named else PERSONS[:-1]
    return tuple(name for name in known if name in record.model_fields)


def _read(printed: Iterable[str]) -> dict[str, Name]:
    """Each name in its parts, seen in the light of the others."""
    names = {form: read(form) for form in printed}
    several = {form for form in names if len(form.partition(",")[0].split()) > 1 or "-" in form}
    families = frozenset(names[form].family for form in several)
    known = {name.family for name in names.values()}
    for form, name in names.items():
        mueller = written_out(form)
        if mueller and (other := read(mueller)).family != name.family and other.family in known:
            names[form] = other
        elif "," not in form and len(form.split()) > 2:
            names[form] = read(form, families)
    return _turned(names)


def _turned(names: dict[str, Name]) -> dict[str, Name]:
    """`Park Haekyu` read as `Haekyu Park`, when that stands somewhere and only Park is a family."""
    usual = {name.letters for name in names.values()}
    return {
        form: t if (t := turned(name)).letters in usual else name for form, name in names.items()
    }


def _joined(ones: list[_One]) -> list[_One]:
    """The persons of one family name."""
    certain = _certain(ones)
    if len(certain) < 2 or len(certain) > _MOST:
        return certain
    near: dict[int, set[int]] = {number: set() for number in range(len(certain))}
    for a, b in combinations(range(len(certain)), 2):
        if _compatible(certain[a], certain[b]):
            near[a].add(b)
            near[b].add(a)
    torn = {
        a for a, others in near.items() if any(c not in near[b] for b, c in combinations(others, 2))
    }
    persons: dict[int, _One] = {}
    for number, one in enumerate(certain):
        friends = set() if number in torn else near[number] - torn
        persons.setdefault(min({number, *friends}), _One()).take(one)
    return list(persons.values())


def _certain(ones: Iterable[_One]) -> list[_One]:
    """Spellings with the same letters taken together, and those with a nickname in brackets."""
    by_letters: dict[str, _One] = {}
    nicknamed: dict[str, set[str]] = defaultdict(set)
    for one in ones:
        (name,) = one.forms.values()
        by_letters.setdefault(name.letters, _One()).take(one)
        if name.nickname:
            nicknamed[name._replace(given=name.nickname).letters].add(name.letters)
    for nick, owners in nicknamed.items():
        letters = min(owners)
        known = len(owners) == 1 and nick != letters and {nick, letters} <= by_letters.keys()
        if known and not by_letters[letters].lists & by_letters[nick].lists:
            by_letters[letters].take(by_letters.pop(nick))
    return list(by_letters.values())


def _compatible(one: _One, other: _One) -> bool:
    """Can one be the other's, and do they never stand in one list?"""
    if one.lists & other.lists:
        return False
    readings = ({n.letters: n for n in o.forms.values()}.values() for o in (one, other))
    return any(agreement(a, b) for a, b in product(*readings))


def _person(
    forms: dict[str, Name], printed: Mapping[str, list[str]], sizes: Counter[str]
) -> PersonEntry:
    """The form printed most often stands for all; of the owner the name above the CV."""
    pointers = tuple(p for form in forms for p in printed[form])
    owner = OWNER in pointers
    name = max(forms, key=lambda n: (OWNER in printed[n], len(printed[n]), len(n), n))
    others = sorted(form for form in forms if form != name)
    return PersonEntry(
        name=name,
        variants=tuple(others),
        evidence=tuple(e for other in others for e in _evidence(other, name, forms)),
        occurrences=pointers,
        is_owner=owner or None,
        places=tuple(_places(pointers, sizes)) if owner else (),
    )


def _evidence(form: str, name: str, forms: dict[str, Name]) -> Iterator[SameName]:
    """Which of the other forms it agrees with, the person's name first; and how."""
    for like in (name, *sorted(forms)):
        reason = agreement(read(form), read(like)) or agreement(forms[form], forms[like])
        if like != form and reason:
            yield SameName(name=form, like=like, reason=reason)
            return


def _places(pointers: Iterable[str], sizes: Counter[str]) -> Iterator[ListPlace]:
    for pointer in pointers:
        where, _, index = pointer.rpartition("/")
        if index.isdecimal():
            yield ListPlace(at=where, index=int(index), of=sizes[where])
