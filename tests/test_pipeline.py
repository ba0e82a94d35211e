"""The package's own door: `parse`, `parse_file`, and what the envelope of a record says."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cvparse import CV, parse, parse_file
from cvparse.errors import ReadError

RAW = Path(__file__).resolve().parents[1] / "raw"
PROFILE = RAW / "haekyu_park.txt"
FILES = sorted(path for path in RAW.glob("*.*") if path.is_file())

TEXT = """Zijie Jay Wang

Publications

Paper Lanterns: Seeing Where Light Leaks
Zijie J. Wang, Odile Varga
Journal of Quiet Rooms, 2022

A Second Study of Shutters
Odile Varga, Zijie J. Wang
Journal of Quiet Rooms, 2021

Projects

Paper Lanterns: Seeing Where Light Leaks

- Keywords: Light, Paper
- Zijie Jay Wang, Odile Varga

Talks

A Second Study of Shutters

- Zijie Jay Wang, Odile Varga
- Oct 2021, Invited Talk, Forum of Windows

How to Draw a Draught

- Odile Varga
- May 2020, Poster, Forum of Windows
"""


@pytest.fixture(scope="module")
def cv() -> CV:
    return parse(TEXT)


@pytest.fixture(scope="module")
def profile() -> CV:
    return parse_file(PROFILE)


def quoted(cv: CV, code: str) -> list[str]:
    """The words of the text that a diagnostic points at."""
    spans = [found.span for found in cv.diagnostics if found.code == code]
    return [cv.source.text[slice(*span)] for span in spans if span]


# --- the door -----------------------------------------------------------------------------------


def test_a_text_and_a_file_are_read_alike(profile: CV) -> None:
    again = parse(PROFILE.read_text("utf-8"), PROFILE.name)
    assert again == profile
    assert again.source.text == profile.source.text == PROFILE.read_text("utf-8")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        parse_file(tmp_path / "nobody.txt")


def test_an_empty_text_is_an_empty_cv() -> None:
    cv = parse("")
    assert cv.source.characters == cv.coverage.characters == 0
    assert not cv.person.values()
    assert not cv.publications


def test_the_import_is_cheap() -> None:
    heavy = ("spacy", "pydantic", "pydantic_core", "typer", "rich", "jsonschema", "dateparser")
    code = f"import sys, cvparse; print(sorted(set({heavy!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_threads_do_not_disturb_each_other() -> None:
    alone = [parse_file(path) for path in FILES]
    with ThreadPoolExecutor(max_workers=4) as pool:
        together = list(pool.map(parse_file, FILES * 2))
    assert together == alone * 2


# --- provenance and coverage --------------------------------------------------------------------


def test_evidence_quotes_the_text(profile: CV) -> None:
    where = profile.publications[0].provenance["title"]
    start, end = where.span
    assert profile.source.text[start:end] == where.text == profile.publications[0].title
    assert where.text.startswith("Concept Evolution in Deep Learning Training")
    assert where.how == "read"


def test_every_item_of_a_list_has_evidence_of_its_own(cv: CV) -> None:
    paper = cv.publications[0]
    assert paper.authors == ("Zijie J. Wang", "Odile Varga")
    for number, name in enumerate(paper.authors):
        start, end = paper.provenance[f"authors/{number}"].span
        assert cv.source.text[start:end] == name


def test_nothing_of_the_profile_is_unclaimed(profile: CV) -> None:
    coverage = profile.coverage
    assert coverage.unclaimed == ()
    assert coverage.share == 1.0
    assert coverage.characters == len(re.sub(r"\s", "", profile.source.text))
    assert not quoted(profile, "CV003")


# --- diagnostics ---------------------------------------------------------------------------------


def test_optical_slips_are_repaired_and_told(profile: CV) -> None:
    assert set(quoted(profile, "CV001")) == {"Al", "Co-Pls"}
    assert profile.employment[3].position == "AI Infrastructure Software Intern"
    assert profile.source.text.count("Al Infrastructure") == 1


def test_slips_of_the_author_are_kept_and_told(profile: CV) -> None:
    assert {"Konwledge", "transcations"} <= set(quoted(profile, "CV002"))
    assert "transcations" in profile.employment[1].highlights[0]


def test_a_clean_text_has_no_diagnostics(cv: CV) -> None:
    assert cv.diagnostics == ()


# --- links and people ----------------------------------------------------------------------------


def test_links_join_records_of_one_title(cv: CV) -> None:
    links = {(link.rel, link.source, link.target) for link in cv.links}
    assert links == {
        ("presents", "/talks/0", "/publications/1"),
        ("published_as", "/projects/0", "/publications/0"),
    }


def test_people_join_the_forms_of_a_name(cv: CV) -> None:
    (wang,) = [one for one in cv.people if "Wang" in one.name]
    assert {wang.name, *wang.variants} == {"Zijie J. Wang", "Zijie Jay Wang"}
    assert set(wang.occurrences) - {"/person/name"} == {
        "/publications/0/authors/0",
        "/publications/1/authors/1",
        "/projects/0/contributors/0",
        "/talks/0/speakers/0",
    }


def test_people_of_one_family_name_stay_apart(cv: CV) -> None:
    other = parse(TEXT.replace("Odile Varga\nJournal", "Odile Varga, Mei Wang\nJournal"))
    assert {one.name for one in cv.people} | {"Mei Wang"} == {one.name for one in other.people}


# --- pages that programs print -------------------------------------------------------------------


def test_a_project_has_a_period_a_name_below_its_date_and_the_addresses_of_links() -> None:
    (record,) = parse(
        "## Projects\n\n  * 2021 -\n---\n\n###### [leafmap](https://leaf.example.org/map)\n\n    * A map of leaves.\n"
    ).projects
    assert (record.name, record.start_date, record.is_current) == ("leafmap", "2021", True)
    assert record.date is None
    assert [link.url for link in record.links] == ["https://leaf.example.org/map"]


def test_what_a_page_of_templates_prints() -> None:
    cv = parse(
        "## Contact\n\n**Full Name** | Ada Roe  \n---|---  \n**Email** | ada@example.org\n\n## Work experience\n\n"
        "* Spring 2022 - present: Data Librarian\n  * Library of Northfield\n  * Duties included: sorting of leaves\n\n"
        '## Publications\n\n{% include base_path %}\n\n* Roe, A. (2022). "Leaves." *Journal of Leaves*, 7(2), 20-29.\n\n'
        "## Skills\n\n* Mapping: QGIS\n* Languages: Danish (fluent), Ottoman Turkish (reading)\n"
    )
    assert cv.person.name == "Ada Roe"
    (post,) = cv.employment
    assert (post.organization, post.position) == ("Library of Northfield", "Data Librarian")
    assert [p.title for p in cv.publications] == ["Leaves"]
    assert [x.language for x in cv.languages] == ["Danish", "Ottoman Turkish"]


def test_the_length_of_a_post_is_no_part_of_its_house() -> None:
    (post,) = parse(
        "Experience\n\nOakline Ltd\nSenior Engineer\nMay 2013 - July 2014 (1 year 3 months)\n"
    ).employment
    assert (post.organization, post.end_date) == ("Oakline Ltd", "2014-07")
