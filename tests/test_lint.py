"""Lint: each rule's page does what it says, the profile's faults are found, clean CVs are clean."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cvparse import pipeline, readers
from cvparse.check import AFTERWARDS, CODES, explain, lint
from cvparse.cv import CV, Diagnostic
from cvparse.exporters import json as json_exporter

DAY = date(2026, 5, 31)
RAW = Path(__file__).resolve().parents[1] / "raw"
BLOCK = re.compile(r"^(Found|Not found):\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CLEAN = ("apa_psychology.txt", "ieee_engineer.txt", "latex_physics.txt")
WITHOUT_EXAMPLE = {"CV003", "CV005", "CV013"}


def found(text: str, as_of: date = DAY) -> tuple[Diagnostic, ...]:
    source = readers.text.source(text)
    return lint(pipeline.parse_source(source), source, as_of)


def codes(text: str) -> set[str]:
    return {one.code for one in found(text)}


def linted(name: str) -> tuple[CV, tuple[Diagnostic, ...]]:
    source = readers.read(RAW / name)
    cv = pipeline.parse_source(source)
    return cv, lint(cv, source, DAY)


# --- the pages ----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_what_the_rule_does_and_is_right(code: str) -> None:
    rule, page = CODES[code], explain(code)
    assert page.startswith(f"# {code} {rule.name}\n\n")
    assert f"Severity: {rule.severity}." in page
    assert ("silent on JSON" in page) == rule.of_text
    examples = dict(BLOCK.findall(page))
    assert set(examples) == (set() if code in WITHOUT_EXAMPLE else {"Found", "Not found"})
    if examples:
        assert code in codes(examples["Found"])
        assert not codes(examples["Not found"]), "the good example is wholly good"


def test_each_page_has_a_rule_and_codes_are_in_order() -> None:
    import cvparse.check

    pages = {path.stem for path in (Path(cvparse.check.__file__).parent / "pages").glob("*")}
    assert pages == set(CODES)
    assert list(CODES) == sorted(CODES)
    assert len({rule.name for rule in CODES.values()}) == len(CODES)


# --- whole CVs ----------------------------------------------------------------------------------


def test_the_faults_of_the_profile() -> None:
    cv, told = linted("haekyu_park.txt")
    shown = {(d.code, cv.source.text[slice(*d.span)] if d.span else "") for d in told}
    assert shown - {("CV001", "Al"), ("CV001", "Co-Pls")} == {
        ("CV002", "transcations"),
        ("CV002", "Konwledge"),
        ("CV010", "Fred Hohman"),
        ("CV011", "2019"),
        ("CV013", "Accelerated Data Science in the Classroom: Teaching Analytics and Machine Learning with RAPIDS"),
        ("CV024", "ShengYun Peng"),
    }  # fmt: skip
    (differ,) = [d for d in told if d.code == "CV010"]
    assert "MLsploit" in differ.message
    assert "they are those of `Summit" in differ.message
    (years,) = [d for d in told if d.code == "CV011"]
    assert years.message.startswith("2019 here, 2020 where")


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_cv_is_clean(name: str) -> None:
    assert linted(name)[1] == ()


def test_what_json_can_show_is_shown() -> None:
    cv, told = linted("haekyu_park.txt")
    loaded = CV.model_validate_json(json_exporter.export(cv).data)
    of_text = {rule.code for rule in AFTERWARDS if rule.of_text}
    assert lint(loaded, None, DAY) == tuple(d for d in told if d.code not in of_text)


def test_findings_stand_in_order_and_are_the_same_twice() -> None:
    text = (RAW / "haekyu_park.txt").read_text("utf-8")
    first = found(text)
    assert [d.span for d in first] == sorted(d.span or (0, 0) for d in first)
    assert found(text) == first


def test_parsing_knows_no_day() -> None:
    """What depends on the day is said by lint alone."""
    text = "Publications\n\nWind over water\nAda Roe, Ben Poe\nJournal of Kites, 2031.\n"
    assert not pipeline.parse(text).diagnostics
    assert "CV021" in {d.code for d in found(text, date(2030, 1, 1))}
    assert "CV021" not in {d.code for d in found(text, date(2031, 1, 1))}


# --- single rules -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Born: 3 May 1980", "DOB 03/05/1980", "- Geburtsdatum: 3.5.1980", "| Marital status | married |",
        "Nationality: Norwegian", "Home address: 12 Kite Street, Oslo", "SSN: 000-12-3456", "État civil : mariée",
        "生年月日：1980年5月3日", "Gender: female", "ada@example.org | Age: 44", "**Date of birth:** 1980-05-03",
    ],
)  # fmt: skip
def test_personal_data_is_told(line: str) -> None:
    assert "CV022" in codes(f"Ada Roe\n{line}\n\nEducation\n\nPhD, Oakford University, 2015\n")


@pytest.mark.parametrize(
    "line",
    [
        "Age and Ageing in Kites, 2019", "Race, Gender and Kites. Journal of Kites, 2019", "Home page: example.org",
        "Health: a kite's view. 2019", "Children of the wind, 2011", "Sex differences in kites, 2014", "Religion and wind, 2012",
        "PI: Ada Roe", "Photo editor, Kite Weekly, 2018", "Born in the wind: a history of kites", "Weight of tails, 2013",
    ],
)  # fmt: skip
def test_words_of_titles_are_no_personal_data(line: str) -> None:
    assert "CV022" not in codes(f"Ada Roe\n\nPublications\n\n{line}\n")


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("ORCID: 0000-0002-1694-233X", True), ("https://orcid.org/0000-0002-1825-0097", True),
        ("ORCID iD 0000-0002-1694-2330", False), ("ORCID: 000000021825009", False),
        ("ISBN 0-306-40615-2", True), ("ISBN-13: 9780306406157", True), ("ISBN 0-306-40615-3", False),
        ("ISBN 978-0-306-4061-7", False), ("ISSN 2049-3630", True), ("ISSN: 2049-3631", False), ("ISSN 2434-561X", True),
        ("doi:10.1000/182", True), ("https://doi.org/10.1038/s41586-020-2649-2", True), ("doi: 11.1000/182", False),
        ("https://doi.org/10.12", False), ("DOI: https://doi.org/10.1000/182", True), ("doi:10.5555/ünï", True),
    ],
)  # fmt: skip
def test_check_digits(number: str, good: bool) -> None:
    said = codes(f"Ada Roe\n\n{number}\n")
    assert bool(said & {"CV017", "CV018", "CV019"}) != good


def test_a_legend_anywhere_explains_a_mark() -> None:
    work = "Wind over water\nAda Roe†, Ben Poe\nJournal of Kites, 2019.\n"
    assert "CV009" in codes(f"Publications\n\n{work}")
    assert "CV009" not in codes(f"Publications († student under my guidance)\n\n{work}")


def test_a_list_that_breaks_off_differs_from_none() -> None:
    text = "Publications\n\nAda Roe, Ben Poe, et al. KiteVis: Seeing the wind. Journal of Kites, 2019.\n\nProjects\n\nKiteVis: Seeing the wind\n- Ada Roe, Dan Moe\n"
    assert "CV010" not in codes(text)
