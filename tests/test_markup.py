"""Markup is found, and asterisks that mean something are left alone."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvparse.readers import markup, text

PROFILE = Path(__file__).resolve().parents[1] / "raw" / "haekyu_park.txt"

# What stands there, and what it says.
CASES = [
    ("Ada Beispiel, <u>Max Muster</u>, Lea Roe", "Ada Beispiel, Max Muster, Lea Roe"),
    ('<span class="me">Ada</span> <B>Roe</B>', "Ada Roe"),
    ("if a < b and c > d", "if a < b and c > d"),
    ("<unknown>, <Verlag>", "<unknown>, <Verlag>"),
    ("H<sub>2</sub>O", "H2O"),
    (r"funded with \$150k from A\&B \#1 x\_y", "funded with $150k from A&B #1 x_y"),
    (r"C:\temp and \\server", r"C:\temp and \server"),
    ("about **how it works** and **what it learned**:", "about how it works and what it learned:"),
    ("- **Researcher**, Institute", "- Researcher, Institute"),
    ("Thesis: *Frost in alpine meadows*. 2019", "Thesis: Frost in alpine meadows. 2019"),
    ("***Both*** and **a *b* c**", "Both and a b c"),
    ("see _Journal of Examples_ 3", "see Journal of Examples 3"),
    ("__strong__", "strong"),
    ("## __About", "## About"),
    ("__Elmbridge, UK", "Elmbridge, UK"),
    ("__ | Oakline", "__ | Oakline"),
    ("run `cvparse` now", "run cvparse now"),
    (r"**Roe H**\*, Muster L\*, Lee F", "Roe H*, Muster L*, Lee F"),
    ("Max Muster*, <u>Ada Roe</u>*, Lea Lee", "Max Muster*, Ada Roe*, Lea Lee"),
    ("Muster, P.*, & Roe, A.*", "Muster, P.*, & Roe, A.*"),
    ("* Authors contributed equally.", "* Authors contributed equally."),
    ("(*equal contribution) Roe*, Lee*", "(*equal contribution) Roe*, Lee*"),
    ("*one\ntwo*", "*one two*"),
    ("**one\ntwo**", "one two"),
    ("**one\n\ntwo**", "**one two**"),
    ("2*3*4 and 2**3", "2*3*4 and 2**3"),
    ("snake_case_name and _x", "snake_case_name and _x"),
    ("Name: ________", "Name: ________"),
    ("* * *", "* * *"),
    ("``quoted'' and `so'", "``quoted'' and `so'"),
    ("重点**年度**報告", "重点年度報告"),
    ("R&amp;D", "R&amp;D"),
    ("page <https://example.org/a_b_c>", "page https://example.org/a_b_c"),
    ("Ada <ada@example.org>", "Ada ada@example.org"),
    ("[PDF](https://example.org/a.pdf) [12] [x](y z)", "PDF [12] [x](y z)"),
    ("Smith [in press](2021)", "Smith [in press](2021)"),
    ("![Logo](https://example.org/l.png)", "Logo"),
    ("[**Title**](https://example.org/_x_/(1))", "Title"),
    ("<!-- draft -->Ada", "Ada"),
]


@pytest.mark.parametrize(("raw", "said"), CASES)
def test_what_a_text_says(raw: str, said: str) -> None:
    assert text.source(raw).whole().value == said


@pytest.mark.parametrize("raw", ["* one\n* two", "* Das*, Roe*", "a < b", "[1] [2]", "x_y", "& co"])
def test_no_markup_at_all(raw: str) -> None:
    assert markup.find(raw) == ((), ())


@pytest.mark.parametrize(
    ("raw", "links"),
    [
        ("[PDF](https://example.org/a.pdf)", [("PDF", "https://example.org/a.pdf")]),
        ("[a](www.example.org 'no')", []),
        ('[a](https://example.org "Title")', [("a", "https://example.org")]),
        ('<a href="https://example.org">Page</a>', [("Page", "https://example.org")]),
        ("<a class=x href='https://example.org'>Page</a>", [("Page", "https://example.org")]),
        ("<a name=top>Page</a>", []),
        (
            "[![Logo](l.png)](https://example.org)",
            [("![Logo](l.png)", "https://example.org"), ("Logo", "l.png")],
        ),
    ],
)
def test_links(raw: str, links: list[tuple[str, str]]) -> None:
    _, anchors = markup.find(raw)
    assert [(raw[slice(*a.label)], raw[slice(*a.url)]) for a in anchors] == links


@given(st.text() | st.text("*_`[]()<>&\\!au/ \n\"'=:.", max_size=200))
def test_spans_are_sorted_and_disjoint(raw: str) -> None:
    spans, anchors = markup.find(raw)
    assert all(span.start < span.end <= len(raw) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= a.label.start <= a.label.end <= len(raw) for a in anchors)


@pytest.mark.parametrize("unit", ["*", "<", "[", "_", "`", "&", "\\", "<a ", "*a ", "](", "**a"])
def test_a_long_run_of_signs_is_read_to_its_end(unit: str) -> None:
    """Untimed: of a pattern that backtracks, nobody would see the end."""
    raw = unit * (1_000_000 // len(unit))
    spans, _ = markup.find(raw)
    assert all(0 <= span.start < span.end <= len(raw) for span in spans)


@pytest.mark.parametrize("sign", "*<[")
def test_five_million_signs(sign: str) -> None:
    start = time.process_time()
    markup.find(sign * 5_000_000)
    assert time.process_time() - start < 3  # 0.4 s on a quiet machine


@pytest.mark.skipif(not PROFILE.exists(), reason="the profile is not here")
def test_the_profile_the_project_began_with() -> None:
    raw = PROFILE.read_text("utf-8")
    spans, _ = markup.find(raw)
    assert {raw[slice(*span)] for span in spans} == {"<u>", "</u>", "**", "\\"}
