"""RenderCV's YAML, typeset by RenderCV itself where it is installed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from cvparse import exporters
from cvparse.cv import CV
from cvparse.exporters.names import names
from cvparse.records.education import Education
from cvparse.records.employment import Employment
from cvparse.records.other import Other
from cvparse.records.person import Person
from cvparse.records.publications import Publication
from cvparse.records.skills import Skill
from cvparse.records.talks import Talk
from cvparse.records.teaching import Teaching
from filled import filled, having, profile

# RenderCV draws its icons with a package that Typst fetches from the network; boxes do here.
ICONS = "#let fa-icon(name, ..rest) = box(width: 1em, height: 1em)"


def document(cv: CV) -> dict[str, Any]:
    return yaml.safe_load(exporters.export(cv, "rendercv").data)["cv"]  # type: ignore[no-any-return]


SIGNS = '*a* _b_ #c $d$ <e> @f [g](h) \\ ~ "q" % `i` // j = k ** l: - m /* n */ {o} ü 風'
ODD = having(
    person=Person(name="Ada Roe", summary=SIGNS),
    education=(Education(institution=SIGNS, field=SIGNS, degree=SIGNS, advisors=(SIGNS,)),),
    employment=(Employment(organization=SIGNS, position=SIGNS, highlights=(SIGNS,)),),
    publications=(Publication(title=SIGNS, authors=(SIGNS,), venue=SIGNS),),
    skills=(Skill(category=SIGNS, items=(SIGNS,)),),
    talks=(Talk(title=SIGNS, event=SIGNS, note=(SIGNS,)),),
    other=(Other(heading=SIGNS, text=SIGNS),),
)


@pytest.mark.parametrize(
    "cv",
    [profile(), filled(), having(), ODD],
    ids=["profile", "filled", "empty", "odd"],
)
def test_rendercv_typesets_it_without_a_warning(cv: CV, tmp_path: Path) -> None:
    how = 'RenderCV is not installed: pip install "rendercv[full]==2.3"'
    data = pytest.importorskip("rendercv.data", reason=how)
    renderer = pytest.importorskip("rendercv.renderer.renderer", reason=how)
    typst = pytest.importorskip("typst", reason=how)
    fonts = pytest.importorskip("rendercv_fonts", reason=how)

    read = yaml.safe_load(exporters.export(cv, "rendercv").data)
    model = data.validate_input_dictionary_and_return_the_data_model(read)
    page = renderer.create_contents_of_a_typst_file(model)
    source = tmp_path / "cv.typ"
    source.write_text(re.sub(r'#import "@preview/fontawesome.*', ICONS, page), "utf-8")
    compiler = typst.Compiler(str(source), font_paths=fonts.paths_to_font_folders)
    pdf, warnings = compiler.compile_with_warnings(format="pdf")
    assert pdf.startswith(b"%PDF")
    assert [warning.message for warning in warnings] == []


def test_profile() -> None:
    sections = document(profile())["sections"]
    assert list(sections) == [
        "Profile", "Education", "Employment", "Awards", "Grants", "Publications", "Projects", "Talks",
    ]  # fmt: skip
    assert sections["Employment"][0]["end_date"] == "present"
    assert sections["Education"][0]["end_date"] == "2023-12-15"
    works = sections["Publications"]
    assert [tuple(work["authors"]) for work in works] == [w.authors for w in profile().publications]
    assert [work["title"] for work in works] == [w.title for w in profile().publications]
    assert [str(work["date"]) for work in works] == [w.date for w in profile().publications]


def test_a_section_is_of_one_kind() -> None:
    whole = Education(institution="Roe Hall", field="Wind", degree="B.A.")
    bare = Education(institution="Poe Hall", thesis="On * kites")
    (first, second) = document(having(education=(whole, bare)))["sections"]["Education"]
    assert first == {"name": "Roe Hall", "summary": "B.A., Wind"}
    assert second == {"name": "Poe Hall", "highlights": [r"Thesis: On \* kites"]}


def test_words_under_a_heading_do_not_mix_with_records() -> None:
    words = Other(heading="Teaching", text="I teach.\n\nGladly.")
    sections = document(having(teaching=(Teaching(course="Kites"),), other=(words, words)))[
        "sections"
    ]
    assert sections["Teaching"] == [{"name": "Kites"}]
    assert sections["Teaching (other)"] == ["I teach.", "Gladly."] * 2


@pytest.mark.parametrize(
    ("phone", "kept"),
    [("+1 404 555 0142", True), ("+1 555 0100", False), ("+49 30 23125 417", True), ("555", False)],
)
def test_phones(phone: str, kept: bool) -> None:
    contact = document(having(person=Person(phones=(phone,))))
    assert contact.get("phone") == (phone if kept else None)


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (("2018", "2019-05", None), {"start_date": 2018, "end_date": "2019-05"}),
        (("2018", None, True), {"start_date": 2018, "end_date": "present"}),
        (("2018", None, None), {"date": "2018"}),
        (("2018", "2018", None), {"date": 2018}),
        (("2019-21", "2019-23", None), {"date": "Spring 2019 – Autumn 2019"}),
        (("2019", "2018", None), {"date": "2019 – 2018"}),
        (("soon", None, None), {}),
    ],
)
def test_dates(period: tuple[str | None, str | None, bool | None], shown: dict[str, Any]) -> None:
    start, end, current = period
    post = Employment(
        organization="Roe Hall",
        position="Reader",
        start_date=start,
        end_date=end,
        is_current=current,
    )
    (entry,) = document(having(employment=(post,)))["sections"]["Employment"]
    assert entry == {"company": "Roe Hall", "position": "Reader", **shown}


def test_what_rendercv_would_refuse_is_named() -> None:
    person = Person(
        name="Ada Roe",
        emails=("ada at example.org", "ada@example.org"),
        phones=("404 555 0142",),
        urls=("https://github.com/ada-roe", "https://example.org", "linkedin.com/in/roe/"),
        orcid="0000-0002-1825-0097",
    )
    made = exporters.export(having(person=person), "rendercv")
    contact = yaml.safe_load(made.data)["cv"]
    assert contact["email"] == "ada@example.org"
    assert contact["website"] == "https://example.org"
    assert contact["social_networks"] == [
        {"network": "GitHub", "username": "ada-roe"},
        {"network": "LinkedIn", "username": "roe"},
        {"network": "ORCID", "username": "0000-0002-1825-0097"},
    ]
    assert made.losses == (
        "`person`: `emails` keeps 1 of 2 in RenderCV.",
        "`person`: `phones` keeps 0 of 1 in RenderCV.",
    )


@pytest.mark.parametrize(
    "text", ["a: b", "'", '"', "- x", "\\", "#", "\x00\x85\u2028", "\udc80", "ü"]
)
def test_any_text_is_yaml(text: str) -> None:
    read = document(having(person=Person(name=f"Ada {text} Roe")))["name"]
    assert read.startswith("Ada ")
    assert read.endswith(" Roe")
    assert names([read])
