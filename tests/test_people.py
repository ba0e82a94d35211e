"""One person for each human: which spellings are joined, why, and which never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse.cv import PersonEntry
from cvparse.link import people
from cvparse.link.agreement import agreement
from cvparse.link.names import read
from cvparse.pipeline import parse_file
from cvparse.records.publications import Publication

SAME = [
    ("Zijie J. Wang", "Zijie Jay Wang", "initials agree"),
    ("Sheng-Yun Peng", "ShengYun Peng", "same letters"),
    ("Sheng-Yun Peng", "Peng, S.-Y.", "initials agree"),
    ("Duen Horng (Polo) Chau", "Polo Chau", "nickname in brackets"),
    ("Duen Horng (Polo) Chau", "Duen Horng Chau", "same letters"),
    ("JA Smith", "Smith, Jane A.", "initials agree"),
    ("Smith JA", "J. A. Smith", "same letters"),
    ("Brightwater AN", "Adaeze N. Brightwater", "initials agree"),
    ("José Muñoz", "Jose Munoz", "same letters"),
    ("Jürgen Müller", "Juergen Mueller", "same letters"),
    ("Floor van der Meer", "van der Meer, F.", "initials agree"),
    ("Floor van der Meer", "Meer, F. van der", "initials agree"),
    ("Ana Garcia Lopez", "Garcia Lopez, A.", "initials agree"),
    ("Santiago Ramón y Cajal", "Ramón y Cajal, S.", "initials agree"),
    ("Haekyu Park", "PARK Haekyu", "same letters"),
    ("Haekyu Park", "Park Haekyu", "family name printed first"),
    ("Jeonghyun KIM", "J. Kim", "initials agree"),
    ("John Roe Jr.", "John Roe, Jr.", "same letters"),
    ("Ada M. Roe", "Ada Roe", "middle name left out"),
    ("Robert Roe", "Bob Roe", "usual short form"),
    ("Yu. Petrov", "Yuri Petrov", "initials agree"),
    ("Patrick O'Hara", "P. O’Hara", "initials agree"),
    ("王小明", "王 小明", "same letters"),
    ("ADA ROE", "Ada Roe", "same letters"),
]
APART = [
    ("Yi Wang", "Yan Wang"),
    ("Zijie J. Wang", "Zijie K. Wang"),
    ("Mei Wang", "Mei-Ling Wang"),
    ("Mei Wang", "Mei Ling Wang"),
    ("John Roe Jr.", "John Roe Sr."),
    ("Li Chen", "Chen Li"),
    ("Ada Roe", "Ada Poe"),
    ("J. de Boer", "J. Boer"),
    ("Wei Zhang", "Zhang Wei"),
    ("Junghwan Kim", "Jun Kim"),
    ("Roe", "Ada Roe"),
]


def grouped(*lists: tuple[str, ...], owner: str | None = None) -> list[PersonEntry]:
    """The people of a CV whose publications have these authors."""
    return list(people({"publications": [Publication(authors=names) for names in lists]}, owner))


@pytest.mark.parametrize(("one", "other", "reason"), SAME)
def test_two_spellings_are_one_persons(one: str, other: str, reason: str) -> None:
    for first, second in ((one, other), (other, one)):
        (person,) = grouped((first,), (second,))
        assert {person.name, *person.variants} == {one, other}
        assert [e.reason for e in person.evidence] == [reason]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_names_are_two_persons(one: str, other: str) -> None:
    assert len(grouped((one,), (other,))) == 2
    assert len(grouped((other,), (one,))) == 2


def test_a_name_that_could_be_either_of_two_is_neither() -> None:
    found = grouped(("Y. Wang",), ("Yi Wang",), ("Yan Wang",), ("Yan M. Wang",))
    assert [{p.name, *p.variants} for p in found] == [
        {"Y. Wang"}, {"Yi Wang"}, {"Yan Wang", "Yan M. Wang"},
    ]  # fmt: skip


def test_a_middle_name_left_out_joins_neither_of_two() -> None:
    assert len(grouped(("Ada Roe",), ("Ada B. Roe",), ("Ada C. Roe",))) == 3


def test_two_names_of_one_list_are_two_persons() -> None:
    assert len(grouped(("Y. Wang", "Yi Wang"))) == 2


def test_a_nickname_of_two_persons_joins_neither() -> None:
    found = grouped(("Wei (Bill) Chen",), ("Wu (Bill) Chen",), ("Bill Chen",))
    assert len(found) == 3


def test_the_owner_is_known_with_every_place_in_the_lists() -> None:
    found = grouped(("B. Poe", "A. Roe"), ("Roe A", "C. Moe", "B. Poe"), owner="Ada Roe")
    owner = found[0]
    assert (owner.name, owner.is_owner) == ("Ada Roe", True)
    assert [(p.at, p.index, p.of) for p in owner.places] == [
        ("/publications/0/authors", 1, 2),
        ("/publications/1/authors", 0, 3),
    ]
    assert [p.is_owner for p in found[1:]] == [None, None]


NAMES = st.sampled_from([name for pair in (*SAME, *APART) for name in pair[:2]])


@given(st.lists(st.lists(NAMES, max_size=3, unique=True).map(tuple), max_size=8))
def test_no_one_has_two_names_that_exclude_each_other(lists: list[tuple[str, ...]]) -> None:
    """Unless a nickname in brackets stands between them."""
    for person in grouped(*lists):
        names = [person.name, *person.variants]
        if not any(read(name).nickname for name in names):
            parts = [read(name, frozenset({"garcialopez", "ramonycajal"})) for name in names]
            assert all(agreement(a, b) for a in parts for b in parts) or "ueller" in str(names)


def test_people_of_the_profile() -> None:
    cv = parse_file("raw/haekyu_park.txt")
    joined = {p.name: set(p.variants) for p in cv.people if p.variants}
    assert joined == {
        "Duen Horng Chau": {"Duen Horng (Polo) Chau", "Polo Chau"},
        "Zijie J. Wang": {"Zijie Jay Wang"},
        "Sheng-Yun Peng": {"ShengYun Peng"},
    }
    owner = cv.people[0]
    assert (owner.name, owner.is_owner) == ("Haekyu Park", True)
    first = [p for p in owner.places if p.at.startswith("/publications") and p.index == 0]
    assert len(first) == sum(p.authors[0] == "Haekyu Park" for p in cv.publications)
