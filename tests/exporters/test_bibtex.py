"""BibTeX, as bibtexparser reads it back."""

from __future__ import annotations

from typing import Any

import pytest
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string

from cvparse import exporters
from cvparse.cv import CV
from cvparse.exporters.keys import keys
from filled import profile, works


def read(cv: CV) -> list[Any]:
    """The entries, names taken apart by bibtexparser. All of the file must be entries."""
    text = exporters.export(cv, "bibtex").data.decode()
    layers = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = parse_string(text, append_middleware=layers)
    assert not library.failed_blocks
    assert len(library.blocks) == len(cv.publications)
    return list(library.entries)


def spoken(parts: Any) -> str:
    """A name as bibtexparser took it apart, put together as it is spoken."""
    return " ".join([*parts.first, *parts.von, *parts.last, *parts.jr])


def test_profile() -> None:
    entries = read(profile())
    assert len(entries) == 21
    for entry, work in zip(entries, profile().publications, strict=True):
        assert tuple(spoken(name) for name in entry["author"]) == work.authors
        assert entry["year"] == work.date
        assert entry["title"].replace("{", "").replace("}", "") == work.title


def test_keys_are_unique_and_stay() -> None:
    names = keys(profile().publications)
    assert len(set(names)) == 21
    assert names[13:15] == ["das2020massif", "wang2020cnnb"]
    assert keys(profile().publications[5:6]) == [names[5]]


def test_equal_contribution() -> None:
    massif = next(e for e in read(profile()) if e.key == "das2020massif")
    assert massif["author+an"] == "1=equal; 2=equal"


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("NeuroMapper: In-browser Views", "{NeuroMapper}: In-browser Views"),
        ("The Role of mRNA in CO2 Uptake", "The Role of {mRNA} in {CO2} Uptake"),
        ("Wind over the Rhine near Basel", "Wind over the Rhine near Basel"),
        ("Strong winds along the Rhine: An atlas", "Strong winds along the {Rhine}: An atlas"),
        ("A STUDY IN CAPITALS", "A STUDY IN CAPITALS"),
        ("Kites & {Strings}: 100% of_it", r"Kites \& \textbraceleft{}Strings\textbraceright{}: 100\% of\_it"),
    ],
)  # fmt: skip
def test_capitals_that_mean_something(title: str, written: str) -> None:
    data = exporters.export(works({"title": title}), "bibtex").data.decode()
    assert f"  title = {{{written}}},\n" in data


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Laurens van der Roe", "van der Roe, Laurens"),
        ("Ada Roe Jr.", "Roe, Jr., Ada"),
        ("the LEAF Collaboration", "{the LEAF Collaboration}"),
        ("Søren Ægir", "Ægir, Søren"),
        ("et al.", "others"),
    ],
)
def test_names(printed: str, written: str) -> None:
    cv = works({"title": "Wind", "authors": ("Jo Poe", printed)})
    assert f"author = {{Poe, Jo and {written}}}" in exporters.export(cv, "bibtex").data.decode()


def test_dates_keep_what_bibtex_knows() -> None:
    made = exporters.export(
        works({"title": "A", "date": "2018-08-15"}, {"title": "B", "date": "2019-21"}), "bibtex"
    )
    assert b"year = {2018},\n  month = aug" in made.data
    assert "`publications`: `date` keeps no day in BibTeX (1 of 2 records)." in made.losses
    assert "`publications`: `date` keeps no season in BibTeX (1 of 2 records)." in made.losses


@pytest.mark.parametrize(
    ("kind", "entry", "venue"),
    [
        ("article-journal", "@article{", "journal"),
        ("paper-conference", "@inproceedings{", "booktitle"),
        ("chapter", "@incollection{", "booktitle"),
        ("book", "@book{", "publisher"),
        ("thesis", "@phdthesis{", "school"),
        ("report", "@techreport{", "institution"),
        ("article", "@misc{", "howpublished"),
        (None, "@misc{", "howpublished"),
    ],
)
def test_types(kind: str | None, entry: str, venue: str) -> None:
    cv = works({"title": "Wind", "type": kind, "venue": "Roe Hall"})
    data = exporters.export(cv, "bibtex").data.decode()
    assert data.startswith(entry)
    assert f"{venue} = {{Roe Hall}}" in data


def test_pages_and_addresses() -> None:
    link = {"label": "PDF", "url": "https://example.org/a_{b}%20c"}
    cv = works({"title": "W", "pages": "3–9", "doi": "10.5555/a_b", "links": (link,)})
    (entry,) = read(cv)
    assert entry["pages"] == "3--9"
    assert entry["doi"] == "10.5555/a_b"
    assert entry["url"] == "https://example.org/a_%7Bb%7D%20c"


def test_no_key_is_empty() -> None:
    cv = works({"title": "風"}, {"title": "風"}, {"title": "雨", "authors": ("王小明",)}, {})
    names = keys(cv.publications)
    assert len(set(names)) == 4
    assert all(name.isascii() and name.isalnum() for name in names)
