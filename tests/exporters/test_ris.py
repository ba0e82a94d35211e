"""RIS, as rispy reads it back; MEDLINE, as the library nbib does."""

from __future__ import annotations

import nbib
import pytest
import rispy

from cvparse import exporters
from cvparse.exporters.names import names
from filled import profile, works


def test_profile_in_ris() -> None:
    entries = rispy.loads(exporters.export(profile(), "ris").data.decode())
    assert len(entries) == 21
    for entry, work in zip(entries, profile().publications, strict=True):
        assert entry["title"] == work.title
        assert entry["authors"] == [name.inverted for name in names(work.authors)]
        assert entry["year"] == work.date
        assert entry["secondary_title"] == work.venue


def test_a_whole_reference_in_ris() -> None:
    work = {
        "title": "Wind",
        "authors": ("Laurens van der Roe", "Ada Roe Jr.", "the LEAF Collaboration"),
        "editors": ("Jo Poe",),
        "venue": "J. Kites",
        "volume": "12",
        "issue": "3",
        "pages": "45–67",
        "date": "2018-08-15",
        "doi": "10.5555/w",
        "type": "article-journal",
        "links": ({"url": "https://example.org/w"},),
        "note": ("Read\nit",),
    }
    made = exporters.export(works(work), "ris")
    (entry,) = rispy.loads(made.data.decode())
    assert entry == {
        "type_of_reference": "JOUR",
        "id": "roe2018wind",
        "title": "Wind",
        "authors": ["van der Roe, Laurens", "Roe, Ada, Jr.", "the LEAF Collaboration"],
        "secondary_authors": ["Poe, Jo"],
        "year": "2018",
        "date": "2018/08/15/",
        "secondary_title": "J. Kites",
        "volume": "12",
        "number": "3",
        "start_page": "45",
        "end_page": "67",
        "doi": "10.5555/w",
        "urls": ["https://example.org/w"],
        "notes": ["Read it"],
    }
    assert made.losses == ()


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2018", b"PY  - 2018\r\n"),
        ("2018-08", b"DA  - 2018/08//\r\n"),
        ("2019-23", b"DA  - 2019///Autumn\r\n"),
    ],
)
def test_dates_in_ris(date: str, line: bytes) -> None:
    assert line in exporters.export(works({"title": "Wind", "date": date}), "ris").data


def test_profile_in_medline() -> None:
    """`nbib` wants a number at PMID, which no CV gives; everything else it reads."""
    text = exporters.export(profile(), "nbib").data.decode()
    assert text.count("PMID- \n") == 21
    entries = nbib.read(text.replace("PMID- \n", ""))
    assert len(entries) == 21
    for entry, work in zip(entries, profile().publications, strict=True):
        assert entry["title"] == work.title
        assert entry["journal"] == work.venue
        assert entry["publication_date"] == work.date
        people = [(a["last_name"], a["first_name"]) for a in entry["authors"]]
        assert people == [(name.family, name.given) for name in names(work.authors)]


@pytest.mark.parametrize(
    ("printed", "lines"),
    [
        ("Ada M. Roe", "FAU - Roe, Ada M.\nAU  - Roe AM\n"),
        ("Ada Roe Jr.", "FAU - Roe, Ada Jr.\nAU  - Roe A Jr.\n"),
        ("Laurens van der Roe", "FAU - van der Roe, Laurens\nAU  - van der Roe L\n"),
        ("the LEAF Collaboration", "CN  - the LEAF Collaboration\n"),
    ],
)
def test_names_in_medline(printed: str, lines: str) -> None:
    cv = works({"title": "Wind", "authors": (printed,)})
    assert lines in exporters.export(cv, "nbib").data.decode()


@pytest.mark.parametrize(
    ("date", "written"),
    [("2018-08-15", "2018 Aug 15"), ("2018-08", "2018 Aug"), ("2019-21", "2019 Spring")],
)
def test_dates_in_medline(date: str, written: str) -> None:
    cv = works({"title": "Wind", "date": date})
    assert f"DP  - {written}\n" in exporters.export(cv, "nbib").data.decode()
