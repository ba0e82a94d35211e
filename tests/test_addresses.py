"""Papers that end with their address and, in brackets, their venue; authors with families first."""

from __future__ import annotations

import pytest

import cvparse

PAPERS = """Jane Roe
jane@example.org

Publications
How Owls Fold Maps in Wind and in a Large,
Mixed-Age Forest: An Atlas
2025
Jane Roe, B. West, D. Suolang
www.doi.org/10.1000/0282423X24 (Journal of Official Cartography. 41 (1), 329-364)
Counting Leaves
June 2023
J. Roe, L. G. Johnsen, T. Grigoran, A. Papoyon, S. Grigoran, K. R. Oakley, S.
LaRocque, Y. Li
www.doi.org/10.1000/bimj.22 (Botanical Journal, 00, 2200136)
Workbooks 2021
J. Roe
10.1000/99608 (Big Data and Maps, 2nd Edition. Chapter and
Hall Press. 333-339)
To fold or not to fold? Extending
the Theory of Maps
Feb 2020
Roe, Jane, Olivero, Dan, Woszczyn, Amy B.
kites.example.org/fold2020/1 (Example Conference on Folding (ECOF))
"""


@pytest.fixture(scope="module")
def cv() -> cvparse.CV:
    return cvparse.parse(PAPERS)


def test_an_address_ends_a_paper(cv: cvparse.CV) -> None:
    assert [(p.title, p.date) for p in cv.publications] == [
        (
            "How Owls Fold Maps in Wind and in a Large, Mixed-Age Forest: An Atlas",
            "2025",
        ),
        ("Counting Leaves", "2023-06"),
        ("Workbooks", "2021"),
        ("To fold or not to fold? Extending the Theory of Maps", "2020-02"),
    ]


def test_the_venue_stands_in_the_bracket(cv: cvparse.CV) -> None:
    assert [(p.venue, p.volume, p.issue, p.pages) for p in cv.publications] == [
        ("Journal of Official Cartography", "41", "1", "329-364"),
        ("Botanical Journal", "00", None, "2200136"),
        ("Big Data and Maps", None, None, "333-339"),
        ("Example Conference on Folding", None, None, None),
    ]


def test_authors_go_on_below_and_may_be_one(cv: cvparse.CV) -> None:
    first, second, third, _ = (p.authors for p in cv.publications)
    assert first == ("Jane Roe", "B. West", "D. Suolang")
    assert (second[-2:], len(second), third) == (("S. LaRocque", "Y. Li"), 8, ("J. Roe",))


def test_families_and_givens_in_turns(cv: cvparse.CV) -> None:
    assert cv.publications[3].authors == ("Roe, Jane", "Olivero, Dan", "Woszczyn, Amy B.")


def test_a_list_with_few_addresses_keeps_its_habit() -> None:
    cv = cvparse.parse(
        "Jane Roe\n\nPublications\n"
        "Roe, J. (2020). Maps in wind. Journal of Maps, 12(3), 45-67.\n"
        "https://doi.org/10.1000/1 (accessed in May)\n"
        "Roe, J. (2019). Maps in rain. Journal of Maps, 11(3), 45-67.\n"
    )
    assert [p.title for p in cv.publications] == ["Maps in wind", "Maps in rain"]
