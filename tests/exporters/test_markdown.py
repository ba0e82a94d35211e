"""Markdown, as a reader of CommonMark reads it."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from cvparse import exporters
from cvparse.cv import CV
from cvparse.exporters.markdown import escaped
from cvparse.records.employment import Employment
from filled import filled, having, profile


def shown(text: str) -> str:
    """What a page shows of Markdown: all of its plain text, no mark-up."""
    tokens = MarkdownIt().parse(text)
    return "\n".join(
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    )


@pytest.mark.parametrize("cv", [profile(), filled()], ids=["profile", "filled"])
def test_nothing_is_lost(cv: CV) -> None:
    made = exporters.export(cv, "markdown")
    text = shown(made.data.decode())
    for work in cv.publications:
        assert ", ".join(work.authors) in text
        assert work.title is not None
        assert work.title in text


def test_profile() -> None:
    text = exporters.export(profile(), "markdown").data.decode()
    assert re.findall(r"^## (.*)", text, re.MULTILINE) == [
        "Education", "Employment", "Awards", "Grants", "Publications", "Projects", "Talks",
    ]  # fmt: skip
    assert "- **Machine Learning Engineer**, Stripe, Remote, Nov 2023 – present\n" in text
    assert "  - equal contribution: 1, 2\n" in text


@pytest.mark.parametrize(
    "text",
    [
        "*a*",
        "_a_ `b`",
        "[a](b)",
        "<b>",
        "# a",
        "1. a",
        "- a",
        "2018) a",
        "a\\*b",
        "&amp;",
        "a | b",
        "C#",
    ],
)
def test_signs_stay_signs(text: str) -> None:
    assert shown(escaped(text)) == text


def test_dates() -> None:
    post = Employment(position="Reader", start_date="2019-21", end_date="soon")
    made = exporters.export(having(employment=(post,)), "markdown")
    assert "- **Reader**, Spring 2019\n" in made.data.decode()
    assert made.losses == ("`employment`: `end_date` soon is left out, no date to Markdown.",)
