"""Headings of a margin so narrow that they are broken over lines."""

from __future__ import annotations

from cvparse import parse

_PAGE = """Mara Lindqvist
mara@example.org
EduCation Larkmoor University, Kesterby Fall 2018 - Spring 2021
M.Sc. in: Applied Mathematics
WoRk
ExpeRience
− Research Assistant at Larkmoor University. Feb 2021 - Present
− Data Scientist Intern at Norvale, Inc. May - Dec 2022
JouRnal
Publication
− Lindqvist, M., Okafor, P. Tides and the Memory of Salt Marshes. Journal of Coastal Research. Nov 2023
AwaRd
and
honoR
− Won travel grant award of the Kesterby Society. Fall 2019
− Doctoral scholarship, Larkmoor University. Fall 2018
SeRvice − Reviewer for Marine Ecology Letters. April 2023 - Present
− Reviewer for Journal of Salt Marshes. Jan 2022 - Present
"""


def test_pieces_of_a_heading_one_below_the_other_are_one_heading() -> None:
    cv = parse(_PAGE)
    assert [p.position for p in cv.employment] == ["Research Assistant", "Data Scientist Intern"]
    assert [p.title for p in cv.publications] == ["Tides and the Memory of Salt Marshes"]
    assert len(cv.awards) == 2


def test_headings_beside_their_first_entry_are_found_where_others_are_broken() -> None:
    cv = parse(_PAGE)
    assert [e.institution for e in cv.education] == ["Larkmoor University"]
    assert [s.role for s in cv.service] == ["Reviewer", "Reviewer"]


def test_two_headings_one_below_the_other_are_two() -> None:
    cv = parse("Mara Lindqvist\n\nService\nAwards\nKesterby Medal, 2019\nLarkmoor Prize, 2020\n")
    assert [a.title for a in cv.awards] == ["Kesterby Medal", "Larkmoor Prize"]
