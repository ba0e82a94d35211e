"""The doors for spaCy's users, on a blank pipeline."""

from __future__ import annotations

from typing import Any

import pytest
import spacy

import cvparse.component  # noqa: F401 (registers the factories, as spaCy's entry points do)
from sample import PROFILE


def spans(name: str, text: str) -> list[tuple[str, str]]:
    nlp: Any = spacy.blank("en")
    nlp.add_pipe(name)
    doc = nlp(text)
    return [(span.label_, span.text) for span in doc.spans[name]]


def test_a_whole_cv() -> None:
    assert ("education.degree", "Ph.D.") in spans("cvparse", PROFILE)


def test_entries_are_marked_by_kind() -> None:
    assert spans("cvparse_entries", PROFILE)[1:] == [
        ("education", "Ph.D., Physics, Example University, 2015 - 2019"),
        ("publications", PROFILE.partition("Publications\n\n")[2].strip()),
    ]


@pytest.mark.parametrize("name", ["cvparse", "cvparse_entries"])
def test_a_text_that_the_reader_changes_has_no_spans(name: str) -> None:
    assert spans(name, PROFILE.replace("\n", "\r\n")) == []
