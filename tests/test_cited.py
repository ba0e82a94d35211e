"""Citations standing alone, as `parse_citation` and `parse_citations` read them."""

from __future__ import annotations

import threading
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy

import cvparse.tagger.component  # noqa: F401 (registers the factories, as spaCy's entry points do)
from cvparse import parse_citation, parse_citations
from cvparse.document import Source
from cvparse.rules.signed import persons
from cvparse.tagger.cutting import cut

CASES = tomllib.loads((Path(__file__).parent / "cases" / "cited.toml").read_text("utf-8"))["case"]
PLAIN = CASES[0]["text"]
NAMES = {
    "Roe, J. A., Poe, B. & Dal, M.": ["Roe, J. A.", "Poe, B.", "Dal, M."],
    "Roe JA, Ma N, Dal MK": ["Roe JA", "Ma N", "Dal MK"],
    "J. A. Roe, B. Poe and M. Dal": ["J. A. Roe", "B. Poe", "M. Dal"],
    "Hollis, Anna, and Gregor Dunn": ["Hollis, Anna", "Gregor Dunn"],
    "Roe, Ada; Poe, Ben": ["Roe, Ada", "Poe, Ben"],
    "ROE (J.), POE (B.)": ["ROE (J.)", "POE (B.)"],
    "Roe, Poe and Dal": ["Roe", "Poe", "Dal"],
    "van der Roe, Anna M.": ["van der Roe, Anna M."],
    "Roe, J. R., Jr., and A. Poe": ["Roe, J. R., Jr.", "A. Poe"],
    "Roe, Jr., J., Poe, K.": ["Roe, Jr., J.", "Poe, K."],
    "Roe J./Poe K./Dal M.": ["Roe J.", "Poe K.", "Dal M."],
    "Dr. Ada Roe*, Ben Poe et al.": ["Ada Roe", "Ben Poe"],
    "Department of Health, Education and Welfare": ["Department of Health, Education and Welfare"],
    "[et al.]": [],
}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_a_citation_alone(case: dict[str, Any]) -> None:
    said = parse_citation(case["text"]).model_dump(mode="json")
    wanted = {key: value for key, value in case.items() if key != "text"}
    assert {key: said.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("text", NAMES)
def test_persons_of_a_list(text: str) -> None:
    assert [m.value for m in persons(Source(text).whole())] == NAMES[text]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "42", "((((", "«»", "\x00", "Roe", "a" * 9000, "A. " * 4000]
)
def test_whatever_is_written_nothing_is_raised_or_invented(text: str) -> None:
    found = parse_citation(text)
    for evidence in found.provenance.values():
        start, end = evidence.span
        assert evidence.text == text[start:end]
        assert evidence.text.strip()


def test_every_value_stands_in_the_citation() -> None:
    for case in CASES:
        for evidence in parse_citation(case["text"]).provenance.values():
            assert case["text"][slice(*evidence.span)] == evidence.text


def test_a_list_is_read_in_order_and_keeps_its_habit() -> None:
    texts = [case["text"] for case in CASES]
    assert len(parse_citations(texts)) == len(texts)
    assert parse_citations([PLAIN] * 6) == [parse_citation(PLAIN)] * 6
    assert parse_citations([]) == []


def test_threads_have_a_model_each() -> None:
    found: list[Any] = []
    threads = [
        threading.Thread(target=lambda: found.append(parse_citation(PLAIN))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [parse_citation(PLAIN)] * 4


def test_words_and_the_gaps_between_them() -> None:
    text = 'Roe, J.A. (2019b). "Wind:" 12(3), e4-9\nhttps://example.org/a.'
    words = cut(text, 0, len(text), lines=True)
    assert words.texts == [
        "Roe",
        "J",
        "A",
        "2019b",
        "Wind",
        "12",
        "3",
        "e",
        "4",
        "9",
        "https://example.org/a",
    ]
    assert words.gaps == ["_", ",s", ".", ".(", ')."', ':"s', "(", "),s", "_", "-", "/", "."]
    assert all(text[a:b] == word for (a, b), word in zip(words.spans, words.texts, strict=True))


def test_as_a_component_of_spacy() -> None:
    nlp: Any = spacy.blank("en")
    nlp.add_pipe("cvparse_citations")
    doc = nlp(PLAIN)
    found = {(span.label_, span.text) for span in doc.spans["cvparse_citations"]}
    assert ("title", "Wind gardens of the northern coast") in found
    assert ("volume", "12") in found or ("volume", "12(3") in found
