"""Whatever a CV says, every format writes it, and its readers read one record back."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from zipfile import ZipFile

import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cvparse import exporters
from cvparse.cv import CV, PersonEntry
from cvparse.records.grants import Grant
from cvparse.records.other import Other
from cvparse.records.person import Person
from cvparse.records.publications import Publication
from filled import having

TEXTS = st.text(max_size=30) | st.text("{}\\$%&#_~^@,=\"'<>|*- \n\r\x0c\u2028ERTYab", max_size=30)


def saying(text: str) -> CV:
    """A CV that says the same in many places."""
    work = Publication(
        title=text, authors=(text, f"Ada {text}"), venue=text, date=text, pages=text, doi=text,
        note=(text,),
    )  # fmt: skip
    grant = Grant(title=text, funder=text, is_current=True, start_date=text)
    return having(
        person=Person(name=text, location=text, emails=(text,), phones=(text,), urls=(text,)),
        publications=(work,),
        grants=(grant,),
        other=(Other(heading=text, text=text),),
        people=(PersonEntry(name=f"Ada {text}", occurrences=("/publications/0/authors/1",)),),
    )


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    cv = saying(text)
    made = {
        name: exporters.export(cv, name, date(2026, 1, 1)).data
        for name in exporters.EXPORTERS
        if name not in ("lines", "xlsx", "parquet")
    }
    library = parse_string(made["bibtex"].decode())
    assert (len(library.entries), library.failed_blocks) == (1, [])
    assert len(rispy.loads(made["ris"].decode())) == 1
    assert made["nbib"].count(b"\n\n") == 1
    assert len(json.loads(made["csl"])) == 1
    for name in ("jsonresume", "jsonld", "orcid"):
        assert json.loads(made[name])
    assert len(yaml.safe_load(made["rendercv"])["cv"]["sections"]["Publications"]) == 1
    assert len(list(etree.fromstring(made["cpos"]).iter("support"))) == 1
    with ZipFile(io.BytesIO(made["csv"])) as archive:
        file = io.StringIO(archive.read("publications.csv").decode(), newline="")
        assert len(list(csv.reader(file))) == 2


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_any_text_in_a_workbook(text: str) -> None:
    assert exporters.export(saying(text), "xlsx").data.startswith(b"PK")
    assert exporters.export(saying(text), "parquet").data.startswith(b"PK")
