"""Nothing is lost: what no field takes stays with its record, and furniture is what it is called."""

from __future__ import annotations

import pytest

from cvparse.cv import CV
from cvparse.pipeline import parse

HEAD = "Ada Roe\nada.roe@example.org\n\n"


def furniture(cv: CV) -> dict[str, int]:
    return {f.reason: f.characters for f in cv.coverage.furniture}


@pytest.mark.parametrize(
    ("section", "key", "kept"),
    [
        (
            "Education\n\nPh.D. in Physics, University of Nowhere, 2011 - 2015 (240 credit points)\n",
            "education",
            "(240 credit points)",
        ),
        (
            "Talks\n\n“Leaves”, Symposium on Botany, Lyon, France, May 2019 [prize of the audience]\n",
            "talks",
            "[prize of the audience]",
        ),
    ],
)
def test_what_no_field_takes_is_a_remark_of_its_record(section: str, key: str, kept: str) -> None:
    cv = parse(HEAD + section)
    (record,) = getattr(cv, key)
    assert kept in record.note
    assert cv.coverage.unclaimed == ()
    assert cv.coverage.remarks == sum(len("".join(note.split())) for note in record.note)


def test_a_remark_stays_with_the_record_that_it_stands_behind() -> None:
    cv = parse(
        HEAD
        + "Talks\n\n- “Leaves”, Symposium on Botany, Lyon, France, May 2019 [prize of the audience]\n"
        "- “Roots”, Symposium on Botany, Lyon, France, May 2021\n"
    )
    first, second = cv.talks
    assert (first.note, second.note) == (("[prize of the audience]",), ())


def test_an_entry_of_no_record_is_kept_whole_under_its_heading() -> None:
    text = (
        HEAD
        + "Students\n\nI enjoy working with students of every level, and write to each weekly.\n"
    )
    cv = parse(text)
    assert not cv.students
    (other,) = cv.other
    assert other.heading == "Students"
    assert other.text == "I enjoy working with students of every level, and write to each weekly."
    assert cv.coverage.unclaimed == ()


def test_a_line_about_the_owner_that_is_no_field_is_a_remark() -> None:
    cv = parse(
        "Ada Roe\nada.roe@example.org\nCitizenship: New Zealand\n\nEducation\n\nPh.D., 2011\n"
    )
    assert "New Zealand" in " ".join(cv.person.note)
    assert cv.coverage.unclaimed == ()


def test_a_sum_said_twice_is_said_before_and_another_sum_is_a_remark() -> None:
    told = "Grants\n\nNowhere Research Funding, $150k, 2022\n- Co-wrote the proposal resulting in {}.\n"
    again, other = (parse(HEAD + told.format(amount)) for amount in ("$150k", "$90k"))
    assert furniture(again)["said before"] == len("$150k")
    assert "$90k" in " ".join(other.grants[0].note)
    assert again.coverage.unclaimed == other.coverage.unclaimed == ()


def test_names_of_fields_and_columns_are_no_remarks() -> None:
    cv = parse(HEAD + "Students\n\nDates      Trainee        Role\n2019       Ben Poe        PhD\n")
    assert not any("Trainee" in note for s in cv.students for note in s.note)
    assert cv.coverage.unclaimed == ()
