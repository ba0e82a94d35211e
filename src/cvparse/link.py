"""Which records speak of the same thing, and which names are one person's."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from cvparse.cv import CrossLink, PersonEntry
from cvparse.values import Record

Records = Mapping[str, Sequence[Record]]

PERSONS = (
    "authors",
    "editors",
    "speakers",
    "contributors",
    "mentors",
    "advisors",
    "investigators",
    "name",
)
_TITLES = {"publications": "title", "talks": "title", "projects": "name"}
_LETTERS = re.compile(r"[^\W_]+")
_RELATIONS = (("talks", "presents", "publications"), ("projects", "published_as", "publications"))


def links(records: Records) -> tuple[CrossLink, ...]:
    """A talk presents the publication of the same title; a project was published as one."""
    found: list[CrossLink] = []
    by_title = {key: _by_title(key, records.get(key, ())) for key in _TITLES}
    for source, rel, target in _RELATIONS:
        for title, pointers in by_title[source].items():
            others = by_title[target].get(title, ())[:1]
            found += [
                CrossLink(rel=rel, source=pointer, target=other)
                for pointer in pointers
                for other in others
            ]
    return tuple(found)


def _by_title(key: str, records: Sequence[Record]) -> dict[str, list[str]]:
    titles: dict[str, list[str]] = defaultdict(list)
    for number, record in enumerate(records):
        if title := getattr(record, _TITLES[key]):
            titles[_plain(title)].append(f"/{key}/{number}")
    return titles


def _plain(text: str) -> str:
    letters = text.casefold()
    if not letters.isascii():
        bare = unicodedata.normalize("NFKD", letters)
        letters = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(_LETTERS.findall(letters))


class _Known(NamedTuple):
    """One person so far: given names as parted, and each printed form with its places."""

    given: list[tuple[str, ...]]
    printed: dict[str, list[str]]


def people(records: Records) -> tuple[PersonEntry, ...]:
    """Every person named in a record, under all the forms of the name that are printed.

    Two forms are one person's when the family name agrees and one given name, initial or
    bracketed nickname can stand for the other. Wrong for namesakes with the same initial.
    """
    named: dict[str, list[str]] = {}
    for name, pointer in _named(records):
        named.setdefault(name, []).append(pointer)
    by_family: dict[str, list[_Known]] = {}
    for name, pointers in named.items():
        family, given = _split(name)
        known = by_family.setdefault(family, [])
        same = [k for k in known if any(_agree(given, other) for other in k.given)]
        joined = _Known([given], {name: pointers})
        for one in same:  # `Mei Ling (May) Shaw` shows that two forms were one person's
            joined = _Known([*one.given, *joined.given], one.printed | joined.printed)
        by_family[family] = [k for k in known if k not in same] + [joined]
    groups = [k.printed for known in by_family.values() for k in known]
    order = {name: number for number, name in enumerate(named)}
    return tuple(_person(g) for g in sorted(groups, key=lambda g: min(order[n] for n in g)))


def _named(records: Records) -> Iterator[tuple[str, str]]:
    for key, rows in records.items():
        for number, record in enumerate(rows):
            for field in _fields(type(record), key in ("students", "references")):
                value = getattr(record, field) or ()
                if isinstance(value, str):
                    yield value, f"/{key}/{number}/{field}"
                else:
                    for i, name in enumerate(value):
                        yield name, f"/{key}/{number}/{field}/{i}"


@cache
def _fields(record: type[Record], named: bool) -> tuple[str, ...]:
    """The fields that name persons; `name` does so only for some (`named`)."""
    known = PERSONS if named else PERSONS[:-1]
    return tuple(field for field in known if field in record.model_fields)


@lru_cache(maxsize=4096)
def _split(name: str) -> tuple[str, tuple[str, ...]]:
    """Family name and given names, whichever way round they are printed."""
    if "," in name:
        family, given = name.split(",", 1)
    else:
        words = name.split()
        family, given = (words[-1], " ".join(words[:-1])) if words else ("", "")
        if re.fullmatch(r"[A-Z]{1,3}", family) and len(words) > 1:
            family, given = " ".join(words[:-1]), " ".join(family)
    return _plain(family), tuple(_plain(given).split())


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """`jonas k` and `jonas kay`; `n` and `amina`; `may` and `mei ling may`."""
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    short, long = sorted((one, other), key=len)
    first = short[0]
    return any(first == g or (1 in (len(first), len(g)) and first[0] == g[0]) for g in long)


def _person(group: dict[str, list[str]]) -> PersonEntry:
    counts = Counter({name: len(pointers) for name, pointers in group.items()})
    name = max(counts, key=lambda n: (counts[n], len(n), n))
    variants = tuple(sorted(n for n in group if n != name))
    return PersonEntry(
        name=name, variants=variants, occurrences=tuple(p for ps in group.values() for p in ps)
    )
