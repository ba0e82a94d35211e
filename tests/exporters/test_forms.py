"""The forms of American funders: NSF's table of co-authors, SciENcv's current and pending support."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from lxml import etree

from cvparse import exporters
from cvparse.cv import CV, PersonEntry
from cvparse.exporters.coa import COLUMNS
from cvparse.records.employment import Employment
from cvparse.records.grants import Grant
from cvparse.records.person import Person
from cvparse.values import Money
from filled import having, profile, works

# Counted by hand on the page: everybody who signs a paper of 2020 to 2023 with the owner.
COAUTHORS = """
Afroz, Sadia; Ahmed, Muhammed; Chau, Duen Horng; Das, Nilaksh; Dass, Megan; Duggal, Rahul;
El-Assady, Mennatallah; Endert, Alex; Epperson, Will; Firstman, Robert; Freitas, Scott; Guo, Grace;
Hoffman, Judy; Hohman, Fred; Hoover, Benjamin; Hull, Matthew; Kahng, Minsuk; Keim, Daniel;
Lee, Seongmin; Li, Kevin; Li, Siwei; Paul, Anindya S.; Peng, Sheng-Yun; Perumalla, Pruthvi;
Peshin, Ankit; Pinel, Stephane; Robinson, Caleb; Rogers, Emily; Routray, Susanta; Sehgal, Vibhor;
Shaikh, Omar; Sperrle, Fabian; Strobelt, Hendrik; Turko, Robert; Upadhayay, Anish;
Vellaichamy, Sivapriya; Wang, Zijie J.; Wright, Austin P.; Yang, Diyi; Yang, Haoyang; Zhou, Zhiyan
"""


def coauthors(cv: CV, day: date) -> list[list[str]]:
    head, *rows = csv.reader(io.StringIO(exporters.export(cv, "coa", day).data.decode()))
    assert tuple(head) == COLUMNS
    return rows


def test_coauthors_of_2020_to_2023() -> None:
    rows = coauthors(profile(), date(2023, 12, 31))
    assert [row[1] for row in rows] == " ".join(COAUTHORS.split()).split("; ")
    assert {row[0] for row in rows} == {"A:"}
    last = {row[1]: row[4] for row in rows}
    assert last["Robinson, Caleb"] == "2020"
    assert last["Hohman, Fred"] == "2021"
    assert last["Chau, Duen Horng"] == "2023"


@pytest.mark.parametrize(
    ("printed", "counts"),
    [
        ("2019", False), ("2019-12", False), ("2020", True), ("2020-01-01", True),
        ("2023-12", True), ("2024", False), ("2018/2021", True), ("2019-24", False),
    ],
)  # fmt: skip
def test_forty_eight_months(printed: str, counts: bool) -> None:
    one = works({"title": "Wind", "authors": ("Ada Roe", "Jo Poe"), "date": printed})
    people = (PersonEntry(name="Jo Poe", occurrences=("/publications/0/authors/1",)),)
    cv = one.model_copy(update={"people": people, "person": Person(name="Ada Roe")})
    assert bool(coauthors(cv, date(2023, 12, 31))) == counts


def test_the_owner_is_no_coauthor_and_collaborators_stand_apart() -> None:
    grant = Grant(title="Wind", investigators=("Jo Poe",), start_date="2022", end_date="2024")
    entries = (
        PersonEntry(
            name="Ada M. Roe",
            variants=("A. Roe",),
            is_owner=True,
            occurrences=("/publications/0/authors/0",),
        ),
        PersonEntry(name="Anna Roe", occurrences=("/publications/0/authors/1",)),
        PersonEntry(name="Jo Poe", occurrences=("/grants/0/investigators/0",)),
    )
    work = works({"title": "Wind", "authors": ("A. Roe", "Anna Roe"), "date": "2023"})
    cv = work.model_copy(
        update={"people": entries, "person": Person(name="Ada M. Roe"), "grants": (grant,)}
    )
    assert not any("may be in the table" in loss for loss in exporters.export(cv, "coa").losses)
    assert coauthors(cv, date(2023, 12, 31)) == [
        ["A:", "Roe, Anna", "", "", "2023"],
        ["C:", "Poe, Jo", "", "", "2024"],
    ]


# --- current and pending support ------------------------------------------------------------------

ORDER = [
    "projecttitle", "awardnumber", "supportsource", "location", "contributiontype", "awardamount",
    "inkinddescription", "overallobjectives", "potentialoverlap", "startdate", "enddate",
    "supporttype", "commitment",
]  # fmt: skip
DAY = date(2026, 6, 30)


def supports(*grants: dict[str, Any], **more: Any) -> tuple[Any, tuple[str, ...]]:
    cv = having(grants=tuple(Grant(**grant) for grant in grants), **more)
    made = exporters.export(cv, "cpos", DAY)
    return etree.fromstring(made.data), made.losses


def test_elements_stand_in_order() -> None:
    root, losses = supports(
        {
            "title": "Wind & water",
            "funder": "Kite Fund",
            "amount": Money(amount=150000.4, currency="USD"),
            "award_number": "K-1",
            "start_date": "2025-07",
            "end_date": "2027-06-30",
        },
        person=Person(name="Ada M. van der Roe", orcid="0000-0002-1825-0097"),
        employment=(
            Employment(organization="Roe Hall", location="Oslo, Norway", is_current=True),
            Employment(organization="Poe Hall", end_date="2019"),
        ),
    )
    assert root.tag == "profile"
    assert [child.tag for child in root] == ["identification", "employment", "funding"]
    assert [child.tag for child in root[0]] == ["id", "name"]
    assert [child.text for child in root[0][1]] == ["Ada", "M.", "van der Roe"]
    assert [house.text for house in root.iter("orgname")] == ["Roe Hall"]
    assert root.findtext(".//country") == "Norway"
    (support,) = root.iter("support")
    assert [child.tag for child in support] == ORDER
    told = {child.tag: child.text or "" for child in support}
    assert (told["projecttitle"], told["awardamount"]) == ("Wind & water", "150000")
    assert (told["startdate"], told["enddate"]) == ("2025-07-01", "2027-06-30")
    assert (told["contributiontype"], told["supporttype"]) == ("award", "current")
    years = [(month.get("year"), month.text) for month in support.iter("personmonth")]
    assert years == [("2025", None), ("2026", None), ("2027", None)]
    assert "`grants`: `amount.amount` is rounded to whole dollars." in losses


def test_in_kind_support_is_described() -> None:
    credit = Money(amount=5000, currency="USD", in_kind=True)
    root, _ = supports({"title": "Credits", "amount": credit, "is_current": True})
    assert root.findtext(".//contributiontype") == "inkind"
    assert root.findtext(".//inkinddescription") == "Credits"


@pytest.mark.parametrize(
    ("grant", "kind"),
    [
        ({"status": "Pending"}, "pending"),
        ({"status": "under review", "date": "2026"}, "pending"),
        ({"status": "active"}, "current"),
        ({"start_date": "2025", "is_current": True}, "current"),
        ({"start_date": "2025", "end_date": "2026"}, "current"),
        ({"start_date": "2025", "end_date": "2026-05"}, None),
        ({"start_date": "2025", "end_date": "2029", "status": "declined"}, None),
        ({"start_date": "2027", "end_date": "2029"}, None),
        ({"date": "2026"}, None),
        ({}, None),
    ],
)
def test_current_or_pending_on_the_day(grant: dict[str, Any], kind: str | None) -> None:
    root, losses = supports({"title": "Wind", **grant})
    assert root.findtext(".//supporttype") == kind
    assert any("neither current nor pending on 2026-06-30" in loss for loss in losses) == (not kind)


@pytest.mark.parametrize(
    "amount",
    [
        Money(amount=1, currency="EUR"),
        Money(amount=1, currency="USD", per="year"),
    ],
)
def test_no_amount_is_made_up(amount: Money) -> None:
    root, losses = supports({"title": "Wind", "amount": amount, "is_current": True})
    assert root.findtext(".//awardamount") == ""
    assert any("`amount.amount`" in loss for loss in losses)
