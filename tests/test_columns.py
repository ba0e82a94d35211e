"""A right column of places and dates, for the sake of which the lines beside it are broken."""

from __future__ import annotations

import pytest

import cvparse

CV = """Jane Roe
jane@example.org

Employment
Assistant Professor of Marine Information Systems and the Ecology                 Kesterby, Georgia
of Tides                                                                      June 2023 – June 2024
Larkmoor University
    ◦ Taught the tides of the northern seas to all who came.
Research Engineer                                                                 Kesterby, Georgia
Acme Robotics                                                                  Jan 2021 – May 2023
Lecturer                                                                          Berlin, Germany
Southmere Institute of Technology, Department of Computer Science and          Oct 2018 – Sep 2019
Engineering

Education
PhD in Marine Biology with a Specialization in the Information Systems          Kesterby, Georgia
of Tides                                                                       Sep 2013 – May 2018
Larkmoor University
BSc in Biology                                                                  Lund, Sweden
Northfield University                                                          Sep 2009 – May 2013
MSc in Biology                                                                  Lund, Sweden
Northfield University                                                          Sep 2013 – May 2014

Service
Committee Member, Retention, Progression, and Graduation (RPG)             Kesterby, Georgia
Committee for Owls                                                     Aug 2022 – May 2023
Larkmoor University — Department of Owls
Chair, Fall 2021 Library Committee                                         Kesterby, Georgia
Larkmoor University                                                    Aug 2021 – Nov 2021
Session Chair, 29th Example Conference on Flight (AM\u00ad                    Lund, Sweden
CIS)                                                                           Aug 2020
Larkmoor University
President-Elect, Interest Group on Sails and                           Aug 2019 – present
Privacy
Society of Example Systems
Organizer, Workshop on Nests                                               Lund, Sweden
Society of Example Systems                                             May 2018 – Dec 2018

Projects
Atlas of the Tides of the Northern Seas and of the Seas of the Moon and       Jan 2020 – Dec 2022
of Other Bodies
    ◦ All of the tides in one atlas.
Owl Maps                                                                      Jan 2019 – Dec 2021
    ◦ Where the owls are.

Supervision
Ada Kite                                                              Larkmoor University
Ph.D. - Dissertation committee member                                 Apr 2015 – May 2016
    ◦ Dissertation: The Fold, seen by Roe Deer
Ben Sail                                                              Larkmoor University
Masters - Research supervisor                                         Mar 2013 – Oct 2013
    ◦ 2013 Symposium on Nests poster
"""


@pytest.fixture(scope="module")
def cv() -> cvparse.CV:
    return cvparse.parse(CV)


def test_posts_and_studies_go_on_below_the_column(cv: cvparse.CV) -> None:
    assert [(p.position, p.organization, p.location) for p in cv.employment] == [
        (
            "Assistant Professor of Marine Information Systems and the Ecology of Tides",
            "Larkmoor University",
            "Kesterby, Georgia",
        ),
        ("Research Engineer", "Acme Robotics", "Kesterby, Georgia"),
        (
            "Lecturer",
            "Southmere Institute of Technology, Department of Computer Science and Engineering",
            "Berlin, Germany",
        ),
    ]
    assert [(s.degree, s.field, s.institution, s.start_date) for s in cv.education][:2] == [
        (
            "PhD",
            "Marine Biology with a Specialization in the Information Systems of Tides",
            "Larkmoor University",
            "2013-09",
        ),
        ("BSc", "Biology", "Northfield University", "2009-09"),
    ]


def test_offices_are_whole_beside_it(cv: cvparse.CV) -> None:
    assert [(s.role, s.organization, s.start_date) for s in cv.service] == [
        (
            "Committee Member, Retention, Progression, and Graduation (RPG) Committee for Owls",
            "Larkmoor University — Department of Owls",
            "2022-08",
        ),
        ("Chair, Fall 2021 Library Committee", "Larkmoor University", "2021-08"),
        (
            "Session Chair, 29th Example Conference on Flight (AMCIS)",
            "Larkmoor University",
            "2020-08",
        ),
        (
            "President-Elect, Interest Group on Sails and Privacy",
            "Society of Example Systems",
            "2019-08",
        ),
        ("Organizer, Workshop on Nests", "Society of Example Systems", "2018-05"),
    ]


def test_a_name_goes_on_below_its_date(cv: cvparse.CV) -> None:
    assert [(p.name, p.date) for p in cv.projects] == [
        (
            "Atlas of the Tides of the Northern Seas and of the Seas of the Moon and of Other Bodies",
            "2020-01/2022-12",
        ),
        ("Owl Maps", "2019-01/2021-12"),
    ]


def test_the_line_under_a_student_says_the_role(cv: cvparse.CV) -> None:
    assert [(s.name, s.role, s.start_date, s.end_date) for s in cv.students] == [
        ("Ada Kite", "Ph.D. - Dissertation committee member", "2015-04", "2016-05"),
        ("Ben Sail", "Masters - Research supervisor", "2013-03", "2013-10"),
    ]


def test_what_stands_beside_is_accounted_for(cv: cvparse.CV) -> None:
    assert cv.coverage.unclaimed == ()
