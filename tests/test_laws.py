"""What is true of any text at all: random text, every file in `raw/`, and mutated copies."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cvparse import pipeline, rules, sections, tagger
from cvparse.cv import CV
from cvparse.document import Source
from cvparse.exporters import json as json_exporter
from cvparse.exporters import lines as lines_exporter
from cvparse.exporters import schema
from cvparse.pipeline import parse
from cvparse.readers import text as text_reader
from laws import keep_the_laws

RAW = sorted((Path(__file__).parent.parent / "raw").glob("*.*"))

FRAGMENTS = st.sampled_from(
    [
        "Education", "# Talks", "PUBLICATIONS", "Awards:", "- ", "* ", "[1] ", "\n", "\n\n", "    ",
        "Ada Roe, Ben Poe and Cy Lee", "Roe, A., & Poe, B. (2019). ", "Ph.D., Physics", "2011 - 2015",
        "May 2020 Aug 2021", "since 2018", "$150k", "Mentor: Dr. Ada Roe", "University of Nowhere, ",
        "Springfield, IL, USA", "<u>Ada Roe</u>*", "Paper ▶ Demo", "* Authors contributed equally.",
        "Journal of Things, 12(3), 45-67.", "(CIKM)", "\f", "|a|b|", "---|---", "doi:10.5555/x.1",
        "\u00ad\n", "-\n", "«Titre»", "令和3年", "I'm a Baker at Acme.", "https://example.org/a",
    ]
)  # fmt: skip
ANY = st.text(max_size=60) | FRAGMENTS
TEXTS = st.lists(ANY, max_size=30).map("".join)
MANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@MANY
@given(TEXTS)
def test_any_text_keeps_the_laws(text: str) -> None:
    cv = keep_the_laws(text)
    assert cv.source.characters == len(cv.source.text)


@pytest.mark.parametrize("path", RAW, ids=lambda p: p.name)
def test_every_file_keeps_the_laws(path: Path) -> None:
    cv = keep_the_laws(path.read_text("utf-8"))
    assert cv.coverage.share > 0.5


def dropped(text: str, rng: random.Random) -> str:
    return "\n".join(line for line in text.split("\n") if rng.random() > 0.2)


def doubled(text: str, rng: random.Random) -> str:
    return "\n".join(line for line in text.split("\n") for _ in range(1 + (rng.random() < 0.2)))


def shuffled(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    rng.shuffle(lines)
    return "\n".join(lines)


def truncated(text: str, rng: random.Random) -> str:
    return text[: rng.randrange(len(text))]


def sprinkled(text: str, rng: random.Random) -> str:
    """NUL, byte-order marks, astral characters and lone surrogates anywhere."""
    odd = "\x00\ufeff\U0001f9ec\ud800\u202e\u0301"
    return "".join(c + rng.choice(odd) if rng.random() < 0.02 else c for c in text)


def carriage_returned(text: str, rng: random.Random) -> str:
    return text.replace("\n", "\r\n")


MUTATIONS = (dropped, doubled, shuffled, truncated, sprinkled, carriage_returned)


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("path", RAW, ids=lambda p: p.name)
def test_mutated_copies_keep_the_laws(path: Path, mutate: object) -> None:
    assert callable(mutate)
    rng = random.Random(path.name)  # noqa: S311
    cv = keep_the_laws(mutate(path.read_text("utf-8"), rng))
    assert cv.source.text == text_reader.source(cv.source.text).text


HUGE = {
    "5 MB of one letter": "a" * 5_000_000,
    "5 MB of stars": "*" * 5_000_000,
    "1 MB of brackets": "(" * 1_000_000,
    "100,000 blank lines": "\n" * 100_000,
    "one long line": "Ada Roe, " * 20_000,
    "50 kB of digits in a list": "Publications\n\n" + "7" * 50_000,
    "3,000 lines of one name": "Students\n\n" + "Roe\n" * 3_000,
    "a name of a thousand hyphens": "Publications\n\n" + "Roe-" * 1_000,
    "6,000 beginnings of an address": "Employment\n\n" + "10.1234/" * 6_000,
    "10,000 short lines": "Education\n\nPhD, 2011\n\n" * 2_500,
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_texts_keep_the_laws(name: str) -> None:
    cv = keep_the_laws(HUGE[name])
    assert cv.source.characters == len(HUGE[name])


@MANY
@given(TEXTS)
def test_folding_keeps_length(text: str) -> None:
    source = text_reader.source(text)
    assert len(source.folded) == len(source.repaired) == len(source.text)


@MANY
@given(TEXTS)
def test_sections_tile_the_source(text: str) -> None:
    source = Source(text)
    assert "".join(s.text for s in sections.split(source, tagger.headed_kinds)) == text


@pytest.mark.parametrize("path", RAW, ids=lambda p: p.name)
def test_the_order_of_the_rule_table_means_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pipeline.parse_file(path)
    for name in ("WORDS", "GROUPS", "LAYOUTS"):
        table = list(getattr(rules, name))
        random.Random(name).shuffle(table)  # noqa: S311
        monkeypatch.setattr(rules, name, tuple(table))
    rules.asked.cache_clear()
    assert pipeline.parse_file(path) == before


@pytest.mark.parametrize("path", RAW, ids=lambda p: p.name)
def test_twice_gives_the_same_bytes_and_they_load_back(path: Path) -> None:
    first, second = (json_exporter.export(pipeline.parse_file(path)).data for _ in range(2))
    assert first == second
    assert CV.model_validate_json(first) == pipeline.parse_file(path)
    assert schema.validate(json.loads(first)) == []


@MANY
@given(TEXTS)
def test_any_json_loads_back_and_validates(text: str) -> None:
    cv = parse(text)
    data = json_exporter.export(cv).data
    assert schema.validate(json.loads(data)) == []
    assert json_exporter.export(CV.model_validate_json(data)).data == data


@MANY
@given(TEXTS)
def test_labelled_lines_strip_back_to_the_source(text: str) -> None:
    cv = parse(text)
    assert (
        lines_exporter.stripped(lines_exporter.export(cv).data.decode("utf-8", "surrogatepass"))
        == cv.source.text
    )
