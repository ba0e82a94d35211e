"""The page of an evaluation: what stands on it, and that a CV's text is never markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse import files
from cvparse.evaluate import score
from cvparse.evaluate.report import page
from cvparse.evaluate.report.elements import element, shown
from cvparse.evaluate.report.letters import Letters
from cvparse.evaluate.report.passages import passages
from cvparse.evaluate.report.places import Places, find
from planted import ROE, TEXTS, planted


class Elements(HTMLParser):
    """The elements of a page as a browser sees them, each with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def report() -> str:
    return page(planted(), TEXTS, "planted")


def test_the_page_needs_nothing_and_runs_nothing() -> None:
    told = report()
    assert told.startswith("<!doctype html>\n<html")
    assert "default-src 'none'" in told
    elements = Elements(told).found
    assert not {"script", "img", "link", "iframe", "object", "svg", "form"} & {
        e[0] for e in elements
    }
    attributes = [attribute for _, attributes in elements for attribute in attributes]
    assert not [name for name, _ in attributes if name.startswith("on") or name in ("src", "style")]
    assert all((value or "").startswith("#") for name, value in attributes if name == "href")


def test_the_same_score_gives_the_same_page() -> None:
    assert report() == report()


def test_the_worst_comes_first_and_is_open() -> None:
    told = report()
    assert [*re.findall(r"<strong>(\w+)", told)] == ["roe", "poe"]
    assert told.count('open="open"') == 1


def test_every_error_is_told_with_both_sides() -> None:
    articles = re.findall(r'<article class="error ([\w-]+)">.*?<code>(.*?)</code>', report())
    assert articles == [
        ("wrong", "/person/name"),
        ("wrong", "/awards/0/title"),
        ("lost-record", "/awards/1"),
        ("spurious-record", "/awards/1"),
        ("lost-record", "/grants/0"),
        ("spurious-record", "/projects/0"),
        ("lost-record", "/languages/1"),
        ("missing", "/awards/0/date"),
    ]


def test_a_page_without_texts_says_what_was_wrong_and_not_where() -> None:
    told = page(planted(), {}, "planted")
    assert told.count("<article") == report().count("<article")
    assert "<figure" not in told


def test_a_score_of_nothing_is_a_page_too() -> None:
    assert "Mean over 0 CVs" in page(score({}, {}), {}, "empty")


def test_our_page_may_be_written_again_and_others_not(tmp_path: Path) -> None:
    one, other = tmp_path / "ours.html", tmp_path / "theirs.html"
    one.write_text(report(), "utf-8")
    other.write_text("<!doctype html><title>cvparse</title>", "utf-8")
    assert files.ours(one)
    assert not files.ours(other)


@given(st.text())
def test_a_text_is_only_ever_text(text: str) -> None:
    told = tostring(element("p", text, title=text), encoding="unicode", method="html")
    seen = Elements(told)
    assert seen.found == [("p", [("title", shown(text))])]
    assert "".join(seen.texts) == shown(text)
    assert told.encode("utf-8")


def test_signs_that_turn_the_line_around_are_told_by_number() -> None:
    assert element("p", "a\u202eb\x0cc").text == "a‹U+202E›b‹U+000C›c"


# --- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("the **Kite** Journal", "Kite Journal", "Kite** Journal"),
        ("Archivo Castel-\nlano", "Archivo Castellano", "Archivo Castel-\nlano"),
        ("a grant of 58.000 €", "58000", "58.000"),
        ("ÉCOLE normale", "École Normale", "ÉCOLE normale"),
        ("picture, PI", "PI", "PI"),
        ("nothing here", "Kite", None),
        ("nothing here", "–", None),
    ],
)
def test_letters_are_found_whatever_stands_between(
    text: str, value: str, printed: str | None
) -> None:
    found = [text[start:end] for start, end in Letters(text).find(value)]
    assert found == ([] if printed is None else [printed])


def test_of_several_places_the_nearest() -> None:
    text = "Oakford 2010 " + "x " * 50 + "Oakford 2020"
    year = text.index("2020")
    assert Letters(text).nearest("Oakford", (year, year + 4)) == (year - 8, year - 1)


def test_what_was_lost_is_looked_for_and_what_was_read_is_known() -> None:
    errors = {(e.verdict(), e.gold_path): e for e in planted().cvs[0].errors()}
    letters = Letters(ROE)
    lost = find(errors["lost record", "/grants/0"], None, letters)
    assert [ROE[a:b] for a, b in sorted(lost.gold)] == ["Wind over Water", "2019", "Kite Council"]
    wrong = find(errors["wrong", "/awards/0/title"], None, letters)
    assert [ROE[a:b] for a, b in wrong.read] == ["Kite Prize"]


@given(st.text(alphabet="ab \n", max_size=80), st.data())
def test_passages_are_cut_from_the_text(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=4))
    places = Places(read=tuple(sorted((min(p), max(p)) for p in drawn)))
    shown = passages(text, places)
    assert shown
    for passage in shown:
        whole = "".join(piece.text for piece in passage.pieces)
        assert whole in text
        assert 1 <= passage.line <= text.count("\n") + 1
    marked = sum(len(piece.text) for passage in shown for piece in passage.pieces if piece.read)
    covered = {at for start, end in places.read for at in range(start, end)}
    assert marked <= len(covered)
    if len(text) < 40:
        assert marked == len(covered)
