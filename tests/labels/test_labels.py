"""Drafts of gold, and the page to correct them on: what a CV says never becomes markup."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse import labels, parse
from cvparse.cv import CV, KEYS
from cvparse.document import Span
from cvparse.errors import CVParseError
from cvparse.exporters.plain import plain
from cvparse.labels.marks import Mark, marks, pieces
from sample import PROFILE

HOSTILE = """<script>document.title = "hacked"</script>
</textarea><script>document.title = "hacked"</script>

Publications

</script><img src=x onerror="document.title = 'hacked'"> A Study of Signs \u202egnp.exe\u202c
Ada Beispiel, Max <b>Muster</b>
Journal of "Quoted" & Escaped Examples, 2020
{"__proto__": {"a": 1}} {{ 7 * 7 }} {title} \\u003c
"""


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text in each kind of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text[self.open[-1]] = self.text.get(self.open[-1], "") + data


def page(text: str) -> Page:
    cv = parse(text, "cv.txt")
    return Page(labels.page(cv, labels.written(labels.draft(cv)), "cv.gold.json"))


def drafted(text: str) -> Any:
    return json.loads(labels.written(labels.draft(parse(text))))


# --- the draft ----------------------------------------------------------------------------------


def test_a_draft_is_the_records_as_a_person_writes_them() -> None:
    gold = drafted(PROFILE)
    assert list(gold) == ["person", "education", "publications"]
    assert gold["person"] == {"name": "Ada Beispiel", "emails": ["ada@example.org"]}
    assert not re.search(r'"(provenance|note|span|source|tool)"', labels.written(gold))


def test_each_field_of_a_draft_has_its_line() -> None:
    text = labels.written(
        {"person": {"name": "Ä"}, "awards": [{"title": "A", "x": ["b", "c"]}, {}]}
    )
    assert text == (
        '{\n  "person": {\n    "name": "Ä"\n  },\n  "awards": [\n    {\n      "title": "A",\n'
        '      "x": ["b", "c"]\n    },\n    {}\n  ]\n}\n'
    )
    assert labels.written({}) == "{}\n"


RECORDS = st.dictionaries(st.text(max_size=3), st.text() | st.lists(st.text()), max_size=3)


@given(st.dictionaries(st.text(max_size=3), RECORDS | st.lists(RECORDS, max_size=3), max_size=3))
def test_what_is_written_loads_back(gold: dict[str, Any]) -> None:
    text = labels.written(gold)
    assert json.loads(text) == gold
    text.encode()


def test_signs_that_cannot_be_seen_are_escapes() -> None:
    text = labels.written({"person": {"name": "a\u202eb\u200bc\ufeff\ud800\u200d"}})
    assert '"a\\u202eb\\u200bc\\ufeff\\ud800\u200d"' in text, "a joiner is a letter's own"


# --- where the values stand ----------------------------------------------------------------------


def test_every_value_of_the_draft_has_its_mark() -> None:
    cv = parse(PROFILE)
    gold = labels.draft(cv)
    found = {mark.pointer: mark for mark in marks(cv)}
    title = found["/publications/0/title"]
    assert cv.source.text[slice(*title.span)] == title.value == gold["publications"][0]["title"]
    assert found["/publications/0/authors/1"].value == "Max Muster"
    assert {p.split("/")[1] for p in found if p} <= {"person", *KEYS}


@given(
    st.text("ab\n \u202e<", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), max_size=6),
)
def test_pieces_are_the_text_and_each_mark_lies_on_its_own(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [Span(min(a, len(text)), min(a + n, len(text))) for a, n in places]
    lines = pieces(text, [Mark("awards", "/awards/0/title", "", span) for span in spans])
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text
    for number, span in enumerate(spans):
        here = [p.text for line in lines for p in line if number in p.marks]
        assert "".join(here) == text[slice(*span)].replace("\n", "")


def test_words_in_no_field_are_shown_as_such() -> None:
    cv = parse(PROFILE + "zzz qqq unheard-of words\n")
    kinds = {mark.key for mark in marks(cv) if not mark.pointer}
    assert kinds <= {"remark", "unclaimed"}
    assert kinds


# --- the page -----------------------------------------------------------------------------------


def test_the_page_holds_the_text_with_its_lines_and_the_draft() -> None:
    made = page(PROFILE)
    lines = [
        a for tag, a in made.elements if tag == "div" and (a.get("class") or "").startswith("line")
    ]
    assert [a["id"] for a in lines] == [f"L{n}" for n in range(1, PROFILE.count("\n") + 2)]
    assert made.text["textarea"].lstrip("\n") == labels.written(labels.draft(parse(PROFILE)))
    kinds = [a.get("data-kind") for tag, a in made.elements if tag == "b"]
    assert [k for k in kinds if k] == ["header", "education", "publications"]


def test_nothing_comes_from_anywhere_else() -> None:
    for text in (PROFILE, HOSTILE):
        for tag, attributes in page(text).elements:
            assert not {"src", "href", "action"} & attributes.keys(), tag
            assert not [name for name in attributes if name.startswith("on")], tag
            assert "style" not in attributes, "the policy allows one style alone"


def test_what_a_cv_says_is_no_markup() -> None:
    made = page(HOSTILE)
    tags = [tag for tag, _ in made.elements]
    assert tags.count("script") == 2
    assert tags.count("textarea") == 1
    assert "img" not in tags
    assert '<img src=x onerror="document' in made.text["mark"] + made.text["span"]
    assert json.loads(made.text["textarea"]) == drafted(HOSTILE)


def test_a_record_of_nothing_but_words_not_understood_is_no_gold() -> None:
    assert "person" in plain(parse(HOSTILE))
    assert "person" not in drafted(HOSTILE)


def test_signs_that_turn_a_line_around_are_written_out() -> None:
    cv = parse(HOSTILE)
    text = labels.page(cv, labels.written(labels.draft(cv)), "cv.gold.json")
    assert "\u202e" not in text
    assert "<i>U+202E</i>gnp.exe<i>U+202C</i>" in text


def test_a_page_without_its_text_is_none() -> None:
    loaded = CV.model_validate_json(parse(PROFILE, "cv.txt").model_dump_json())
    with pytest.raises(CVParseError, match=r"cv\.txt: the page needs the text"):
        labels.page(loaded, "{}", "cv.gold.json")


CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(not CHROMIUM, reason="no Chromium to look with")
def test_a_browser_shows_it_and_runs_nothing_of_the_cv(tmp_path: Path) -> None:
    cv = parse(HOSTILE, "cv.txt")
    file = tmp_path / "cv.label.html"
    file.write_text(labels.page(cv, labels.written(labels.draft(cv)), "cv.gold.json"), "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    seen = subprocess.run(
        [str(CHROMIUM), *options, f"--user-data-dir={tmp_path / 'chromium'}", file.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    assert "<title>cv.txt: gold</title>" in seen, "no script of the CV ran"
    assert '<p id="state" role="status">valid JSON, unchanged</p>' in seen
    assert 'title="/publications/0/' in seen, "our own script ran, and knows the marks"
