"""What all entries of a list do alike."""

from __future__ import annotations

from cvparse import parse


def test_places_and_dates_in_turns_at_the_right_margin_part_a_list() -> None:
    cv = parse("""Mara Lindqvist

Professional Service

Co-chair, Search Committee, Assistant Professor of Marine Information        Kesterby, Georgia
Systems and Tides                                                        June 2023 – June 2024
Larkmoor University, School of Business
Vice Chair, Library Advisory Committee                                       Kesterby, Georgia
Larkmoor University                                                        Jan 2022 – May 2023
Committee Member, Evening Curriculum Review Committee                        Kesterby, Georgia
Larkmoor University, School of Business                                    Oct 2021 – May 2022
Committee Member, Awards Committee                                           Kesterby, Georgia
Larkmoor University, School of Business                                   June 2020 – Nov 2021
""")
    assert [s.start_date for s in cv.service] == ["2023-06", "2022-01", "2021-10", "2020-06"]
    assert [(s.role, s.organization) for s in cv.service[2:]] == [
        (
            "Committee Member, Evening Curriculum Review Committee",
            "Larkmoor University, School of Business",
        ),
        ("Committee Member, Awards Committee", "Larkmoor University, School of Business"),
    ]
