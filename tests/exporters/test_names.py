"""Printed names in parts."""

from __future__ import annotations

import pytest

from cvparse.exporters.names import Name, names, parted

CASES = {
    "Ada Roe": Name("Roe", "Ada"),
    "Ada M. Roe": Name("Roe", "Ada M."),
    "A.M. Roe": Name("Roe", "A.M."),
    "A.M.Roe": Name("Roe", "A.M."),
    "J.-P.Roe": Name("Roe", "J.-P."),
    "Roe, A. M.": Name("Roe", "A. M."),
    "Roe AM": Name("Roe", "AM"),
    "U Roe": Name("Roe", "U"),
    "ROEMER Ada": Name("ROEMER", "Ada"),
    "Ada ROEMER": Name("ROEMER", "Ada"),
    "Laurens van der Roe": Name("Roe", "Laurens", "van der"),
    "van der Roe, Laurens": Name("Roe", "Laurens", "van der"),
    "Guy Van den Roe": Name("Van den Roe", "Guy"),
    "María del Carmen Roe": Name("Roe", "María del Carmen"),
    "José Ortega y Roe": Name("Ortega y Roe", "José"),
    "Mei Ling (May) Shaw": Name("Shaw", "Mei Ling (May)"),
    "Ada Roe Jr.": Name("Roe", "Ada", suffix="Jr."),
    "Roe, Jr., Ada": Name("Roe", "Ada", suffix="Jr."),
    "Roe, Ada, III": Name("Roe", "Ada", suffix="III"),
    "Ada Roe, Jr.": Name("Roe", "Ada", suffix="Jr."),
    "Samira El-Hadid": Name("El-Hadid", "Samira"),
    "Sukarno": Name("Sukarno"),
    "王小明": Name("王", "小明"),
    "欧阳小明": Name("欧阳", "小明"),
    "山田 太郎": Name("山田", "太郎"),
    "山田太郎": Name(literal="山田太郎"),
    "김철수": Name("김", "철수"),
    "Amina Öztürk": Name("Öztürk", "Amina"),
    "the LEAF Collaboration": Name(literal="the LEAF Collaboration"),
    "Poplar Study Group": Name(literal="Poplar Study Group"),
    "": Name(),
}


@pytest.mark.parametrize("printed", CASES)
def test_parts(printed: str) -> None:
    assert parted(printed) == CASES[printed]


def test_et_al_is_nobody() -> None:
    assert names(["Ada Roe", "et al."]) == [Name("Roe", "Ada")]


@pytest.mark.parametrize(
    ("printed", "initials"),
    [
        ("Ada M. Roe", "AM"),
        ("Jean-Pierre Roe", "J-P"),
        ("Roe AM", "AM"),
        ("Mei Ling (May) Shaw", "ML"),
        ("Sukarno", ""),
    ],
)
def test_initials(printed: str, initials: str) -> None:
    assert parted(printed).initials == initials
