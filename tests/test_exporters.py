"""CVs out: the whole record, the plain contract, and labelled lines."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse import exporters, parse
from cvparse.cv import CV, KEYS, Coverage, SectionMap, SourceInfo, ToolInfo
from cvparse.errors import CVParseError
from cvparse.exporters import lines
from cvparse.records.education import Education
from cvparse.records.person import Person
from cvparse.values import Evidence

TEXT = "Ada Beispiel\n\nEducation\nPh.D., Müller University | Roe Hall, 2015\n  thesis\n"


def made(text: str = TEXT, institution: str = "Müller University") -> CV:
    """A small CV, put together by hand."""
    where = Evidence(span=(31, 48), text="Müller University", rule="phrases.university")
    entry = Education(institution=institution, provenance={"institution": where})
    head = SectionMap(kind="header", span=(0, 13), entries=((0, 12),))
    body = SectionMap(
        kind="education", heading="Education", span=(13, len(text)), entries=((24, len(text)),)
    )
    return CV(
        source=SourceInfo.holding(text, name="cv.txt", sha256="0", media_type="text/plain"),
        tool=ToolInfo(name="cvparse", version="0"),
        person=Person(name="Ada Beispiel"),
        education=(entry,),
        sections=(head, body),
        coverage=Coverage(characters=10, fields=8, headings=1, share=0.9),
    )


def test_json_is_the_whole_record_and_always_the_same() -> None:
    first, again = (exporters.export(made()).data for _ in range(2))
    assert first == again
    assert first.endswith(b"}\n")
    assert "Müller".encode() in first
    assert first.startswith(b'{\n  "schema_version"')
    assert CV.model_validate_json(first) == made()


def test_half_a_surrogate_pair_is_written_as_an_escape() -> None:
    data = exporters.export(made(institution="M\udc80ller")).data
    assert b"M\\udc80ller" in data
    assert json.loads(data)["education"][0]["institution"] == "M\udc80ller"


def test_plain_is_what_a_person_writes_as_gold() -> None:
    assert json.loads(exporters.export(made(), "plain").data) == {
        "person": {"name": "Ada Beispiel"},
        "education": [{"institution": "Müller University"}],
    }


def test_lines_show_sections_and_entries() -> None:
    assert exporters.export(made(), "lines").data.decode() == (
        "        header - | Ada Beispiel\n"
        "                 |\n"
        "       education | Education\n"
        "               - | Ph.D., Müller University | Roe Hall, 2015\n"
        "                 |   thesis\n"
        "                 |\n"
    )


@given(st.text() | st.text("| -\n\f\x1c\u2028a"))
def test_lines_strip_back_to_the_source(text: str) -> None:
    assert lines.stripped(lines.labelled(made(), text)) == text


def test_lines_need_the_text() -> None:
    loaded = CV.model_validate_json(exporters.export(made()).data)
    with pytest.raises(CVParseError, match=r"cv\.txt: labelled lines need the text"):
        exporters.export(loaded, "lines")


@pytest.mark.parametrize("name", exporters.EXPORTERS)
def test_every_format_writes_every_parsed_text(name: str) -> None:
    cv = parse(TEXT + "\nother \udc80 stuff\x00\n")
    assert exporters.export(cv, name) == exporters.export(cv, name)


def test_plain_and_whole_agree_on_a_parsed_text() -> None:
    cv = parse(TEXT)
    whole = json.loads(exporters.export(cv).data)
    plain = json.loads(exporters.export(cv, "plain").data)
    assert plain.keys() <= {"person", *KEYS}
    for key in plain.keys() - {"person"}:
        bare = [{k: v for k, v in row.items() if k != "provenance"} for row in whole[key]]
        assert plain[key] == bare


def test_a_format_nobody_knows() -> None:
    with pytest.raises(CVParseError, match="'docx' is no format") as caught:
        exporters.named("docx")
    assert "json, plain, lines" in caught.value.hint
