"""What became of a CV: records paired, fields held against each other, the days of a report."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse import parse
from cvparse.changes import Change, Changes, as_json, compare, since, told
from cvparse.cv import CV, Coverage, SourceInfo, ToolInfo
from cvparse.errors import CVParseError
from sample import PROFILE

WIND = {"title": "Wind over water", "authors": ["A. Roe", "B. Poe"], "date": "2024"}
KITES = {"title": "The strings of kites in still air", "date": "2023", "doi": "10.5555/kites.1"}
PRIZE = {"title": "Harbour Prize", "date": "2021"}


def made(**records: Any) -> CV:
    """A CV of these records."""
    envelope = {
        "source": SourceInfo(name="cv", sha256="0", media_type="text/plain", characters=0),
        "tool": ToolInfo(name="cvparse", version="0"),
        "coverage": Coverage(characters=0, fields=0, headings=0, share=1.0),
    }
    return CV.model_validate({**envelope, **records})


def changes(old: dict[str, Any], new: dict[str, Any]) -> Changes:
    return compare(made(**old), made(**new))


def shape(found: Changes) -> list[tuple[str, str, str]]:
    return [(c.what, c.key, c.title) for c in found.records]


# --- records ------------------------------------------------------------------------------------


def test_a_cv_is_itself() -> None:
    cv = parse(PROFILE)
    found = compare(cv, cv)
    assert found.records == ()
    assert found.unchanged == len(cv.education) + len(cv.publications)
    assert told(found) == f"no differences in {found.unchanged} records\n"


def test_added_and_removed() -> None:
    found = changes({"publications": [WIND]}, {"publications": [KITES], "awards": [PRIZE]})
    assert shape(found) == [
        ("added", "awards", "Harbour Prize"),
        ("added", "publications", "The strings of kites in still air"),
        ("removed", "publications", "Wind over water"),
    ]
    assert found.records[1].new_pointer == "/publications/0"
    assert found.records[1].old_pointer is None


def test_the_order_of_records_is_no_change() -> None:
    found = changes({"publications": [WIND, KITES]}, {"publications": [KITES, WIND]})
    assert found == Changes((), 2)


def test_a_doi_is_sure_whatever_the_title() -> None:
    renamed = {**KITES, "title": "Something else altogether"}
    found = changes({"publications": [WIND, KITES]}, {"publications": [renamed, WIND]})
    (change,) = found.records
    assert (change.what, change.old_pointer, change.new_pointer) == (
        "changed", "/publications/1", "/publications/0",
    )  # fmt: skip
    assert [d.name for d in change.differences] == ["title"]


def test_two_papers_of_the_same_authors_and_year_are_two() -> None:
    other = {**WIND, "title": "Tides under moonlight"}
    found = changes({"publications": [WIND]}, {"publications": [other]})
    assert [c.what for c in found.records] == ["added", "removed"]


def test_records_of_one_title_are_paired_one_to_one() -> None:
    later = {**PRIZE, "date": "2022"}
    found = changes({"awards": [PRIZE]}, {"awards": [later, PRIZE]})
    (change,) = found.records
    assert (change.what, change.after) == ("added", later)


def test_a_post_renamed_in_one_house_is_the_same_post() -> None:
    post = {"organization": "Fenwick Harbour Institute", "position": "Clerk", "start_date": "2019"}
    renamed = {**post, "position": "Keeper of Records"}
    (change,) = changes({"employment": [post]}, {"employment": [renamed]}).records
    assert (change.what, [d.name for d in change.differences]) == ("changed", ["position"])


def test_a_record_under_another_key_has_moved() -> None:
    grant = {"title": "Harbour Prize", "date": "2021", "role": "PI"}
    found = changes({"awards": [PRIZE]}, {"grants": [grant]})
    (change,) = found.records
    assert (change.what, change.old_key, change.key) == ("moved", "awards", "grants")
    assert [d.name for d in change.differences] == ["role"]
    assert "> Harbour Prize (2021) (was under awards)" in told(found)


def test_the_owner() -> None:
    old, new = {"name": "A. Roe", "emails": ["a@example.org"]}, {"name": "A. Roe-Poe"}
    (change,) = changes({"person": old}, {"person": new}).records
    assert [(d.name, d.before, d.after) for d in change.differences] == [
        ("name", "A. Roe", "A. Roe-Poe"),
        ("emails", ["a@example.org"], None),
    ]


# --- fields -------------------------------------------------------------------------------------


def test_lists_are_compared_item_by_item() -> None:
    new = {**WIND, "authors": ["A. Roe", "C. Lee", "C. Lee"]}
    found = changes({"publications": [WIND]}, {"publications": [new]})
    (difference,) = found.records[0].differences
    assert (difference.came, difference.went) == (("C. Lee", "C. Lee"), ("B. Poe",))
    assert "authors: - B. Poe, + C. Lee, + C. Lee\n" in told(found)


def test_another_order_of_authors_is_said_so() -> None:
    new = {**WIND, "authors": ["B. Poe", "A. Roe"]}
    assert "authors: in another order: B. Poe, A. Roe" in told(
        changes({"publications": [WIND]}, {"publications": [new]})
    )


def test_look_alikes_and_spaces_are_no_change() -> None:
    one, other = "A “kite’s” string – taut", 'A "kite\'s"  string - taut'
    found = changes({"awards": [{"title": one}]}, {"awards": [{"title": other}]})
    assert found == Changes((), 1)


def test_notes_are_compared_only_where_both_have_some() -> None:
    noted, other = {**PRIZE, "note": ["a cup"]}, {**PRIZE, "note": ["a bowl"]}
    assert changes({"awards": [noted]}, {"awards": [PRIZE]}).records == ()
    assert len(changes({"awards": [noted]}, {"awards": [other]}).records) == 1


def test_words_that_a_terminal_would_obey() -> None:
    assert "\x1b" not in told(changes({}, {"awards": [{"title": "Red \x1b[31m Prize"}]}))


# --- the annual report ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "group"),
    [
        ({"date": "2025-07"}, "new"),
        ({"date": "2025-06-30"}, "earlier"),
        ({"date": "2025"}, "new"),
        ({"date": "2024"}, "earlier"),
        ({"date": "2024/2026"}, "new"),
        ({"date": "2019/2024"}, "earlier"),
        ({"date": "2019/.."}, "new"),
        ({"date": "2025-21"}, "earlier"),
        ({"date": "2025-22"}, "new"),
        ({"date": "2025-34"}, "earlier"),
        ({"date": "2025-24"}, "new"),
        ({}, "undated"),
        ({"date": "soon"}, "undated"),
    ],
)
def test_what_is_new_since_july(record: dict[str, str], group: str) -> None:
    report = since(changes({}, {"awards": [{"title": "Harbour Prize", **record}]}), "2025-07")
    groups = {g: len(getattr(report, g)) for g in ("new", "changed", "undated", "earlier")}
    assert groups == {**dict.fromkeys(groups, 0), group: 1}


@pytest.mark.parametrize(
    ("period", "group"),
    [
        ({"start_date": "2018", "is_current": True}, "new"),
        ({"start_date": "2018", "end_date": "2025-08"}, "new"),
        ({"start_date": "2018", "end_date": "2025-06"}, "earlier"),
        ({"start_date": "2018"}, "earlier"),
    ],
)
def test_periods(period: dict[str, Any], group: str) -> None:
    post = {"organization": "Fenwick Harbour Institute", "position": "Clerk", **period}
    report = since(changes({}, {"employment": [post]}), "2025-07")
    assert len(getattr(report, group)) == 1


def test_what_was_known_and_appeared() -> None:
    waiting, out = {"title": "Wind over water", "status": "in press"}, {**WIND, "date": "2025-09"}
    report = since(changes({"publications": [waiting]}, {"publications": [out]}), "2025-07")
    assert [c.title for c in report.changed] == ["Wind over water"]
    assert (
        since(
            changes({"publications": [WIND]}, {"publications": [{**WIND, "venue": "Kites"}]}),
            "2024",
        ).changed
        == ()
    ), "a field that tells no time is no news"


@pytest.mark.parametrize("day", ["", "July 2025", "2025-13", "2025-02-30", "2025/2026"])
def test_what_is_no_date(day: str) -> None:
    with pytest.raises(CVParseError, match="is no date"):
        since(Changes(), day)


# --- of any two CVs -------------------------------------------------------------------------------

TITLES = st.sampled_from(["Wind over water", "Tides", "Kites", "Wind over waters", ""])
AWARDS = st.lists(
    st.fixed_dictionaries(
        {}, optional={"title": TITLES, "date": st.sampled_from(["2020", "2021"])}
    ),
    max_size=5,
)


@given(AWARDS, AWARDS)
def test_every_record_is_told_of_once(old: list[Any], new: list[Any]) -> None:
    found = changes({"awards": old}, {"awards": new})
    paired = found.unchanged + len(found.of("changed"))
    assert paired + len(found.of("removed")) == len(old)
    assert paired + len(found.of("added")) == len(new)
    assert json.loads(json.dumps(as_json(found))) == as_json(found)


def test_a_change_without_words_has_a_name() -> None:
    assert Change("added", "awards", after={"date": "2020"}).title == "(nothing that names it)"
