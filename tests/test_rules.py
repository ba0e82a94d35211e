"""Rules against their cases: text to mentions, and text to nothing. Known failures are strict."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from cvparse import rules, tagger
from cvparse.document import Entry, Mention, Section, Source, Span
from cvparse.entries import items
from cvparse.rules.dates import written
from cvparse.rules.rule import Scene
from cvparse.rules.settle import settle
from cvparse.values import Money, When

CASES = Path(__file__).parent / "cases" / "rules"
FILES = ("dates", "money", "contacts", "identifiers")
LAYOUTS = (
    "offices", "societies", "occasions", "courses", "trainees", "tongues", "rows", "papers",
    "fields", "funding", "mentors", "places", "people", "links", "phrases", "degrees", "profile", "numbers",
    "posts", "studies", "theses",
    "grants", "prizes", "ventures",
)  # fmt: skip


def cases(files: tuple[str, ...] = FILES) -> list[Any]:
    found = []
    for name in files:
        table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
        for case in table["case"]:
            marks = [pytest.mark.xfail(strict=True)] if case.get("fails") else []
            found.append(pytest.param(name, case, id=f"{name}: {case['text']}", marks=marks))
    return found


def find(name: str, text: str) -> tuple[Mention, ...]:
    source = Source(text)
    scene = Scene(Entry(source, source.whole().span))
    table = importlib.import_module(f"cvparse.rules.{name}").RULES
    return settle(mention for rule in table for mention in rule.find(scene))


def told(value: object) -> object:
    """A value as the cases write it."""
    if isinstance(value, When):
        return written(value)
    if isinstance(value, Money):
        return value.model_dump(exclude_none=True)
    return value


@pytest.mark.parametrize(("name", "case"), cases())
def test_case(name: str, case: dict[str, Any]) -> None:
    found = find(name, case["text"])
    seen = [
        {"label": m.label, "text": case["text"][slice(*m.span)], "value": told(m.value)}
        for m in found
    ]
    assert seen == case["finds"]


def entry(case: dict[str, Any]) -> Entry:
    """The case's text as one entry of a section of its kind, however a splitter would cut it."""
    heading, above = case.get("heading", ""), case.get("above", "")
    source = Source("\n".join([heading, *([above] if above else []), case["text"]]))
    named = Span(0, len(heading)) if heading else None
    section = Section(source, source.whole().span, kind=case["kind"], heading=named)
    lines = items.itemize(section, frozenset())
    context, lines = (lines[:1], lines[1:]) if above else ((), lines)
    return Entry(source, Span.cover(i.span for i in lines), section, lines, context)


def flat(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [m for mention in mentions for m in (mention, *flat(mention.parts))]


@pytest.mark.parametrize(("name", "case"), cases(LAYOUTS))
def test_layout(name: str, case: dict[str, Any]) -> None:
    here = entry(case)
    seen = flat(rules.find(here, frozenset(), tagger.find(here)))
    mine = [m for m in seen if m.rule.split(".")[0] in (name, "tables", "tagger", "heads")]
    for label, texts in case["finds"].items():
        assert [here.source.read(m.span) for m in mine if m.label == label] == texts, label


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2019", ["point 2019 = 2019"]),
        ("2011-15", ["start 2011 = 2011", "end 15 = 2015, inferred"]),
        ("3.-5. Mai 2019", ["start 3 = 2019-05-03, inferred", "end 5. Mai 2019 = 2019-05-05"]),
        ("Jun - Aug 2021", ["start Jun = 2021-06, inferred", "end Aug 2021 = 2021-08"]),
        ("since 2018", ["current since = True", "start 2018 = 2018"]),
        ("2018 - present", ["start 2018 = 2018", "current present = True"]),
        ("expected May 2026", ["end May 2026 = 2026-05"]),
        ("2018-", ["start 2018 = 2018", "current - = True"]),
        ("2015, 2017, 2019", ["start 2015 = 2015", "end 2019 = 2019"]),
    ],
)
def test_parts_of_a_date(text: str, parts: list[str]) -> None:
    (date,) = find("dates", text)
    assert [
        f"{p.label} {text[slice(*p.span)]} = {p.value}" + ", inferred" * (p.how == "inferred")
        for p in date.parts
    ] == parts


def test_an_english_cv_never_imports_dateparser() -> None:
    raw = Path(__file__).parent.parent / "raw"
    code = (
        "import sys, pathlib\n"
        "from cvparse.rules.dates import RULES\n"
        "from cvparse.rules.rule import Scene\n"
        "from cvparse.document import Entry, Source\n"
        f"for path in sorted(pathlib.Path({str(raw)!r}).iterdir()):\n"
        "    source = Source(path.read_text('utf-8'))\n"
        "    scene = Scene(Entry(source, source.whole().span))\n"
        "    assert list(RULES[0].find(scene)), path\n"
        "assert 'dateparser' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=120)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("heading", "kind", "text", "expected"),
    [
        ("Grants and Awards", "grants", "Leaf Society Small Grant, 2019", "grants"),
        ("Grants and Awards", "grants", "Roe Fellowship, Leaf Society, $5,000, 2019", "awards"),
        ("Grants and Awards", "grants", "Travel Grant, Leaf Society, 2019", "awards"),
        ("Awards - Grants", "awards", "Leaves of the north (PI), Leaf Society, 2019", "grants"),
        ("Awards", "awards", "Travel Grant, Leaf Society, 2019", "awards"),
        ("Awards", "awards", "Research assistant, University of Elmbridge, 2019", "employment"),
        ("Awards", "awards", "Research Assistant Award, University of Elmbridge, 2019", "awards"),
        ("Grants", "grants", "Roe Fellowship, Leaf Society, 2019", "grants"),
        ("Projects", "projects", "Leaves of the north, Leaf Foundation, PI, 2019", "grants"),
        ("Projects", "projects", "Leaf Atlas, a map of leaves, 2019", "projects"),
        ("Service", "service", "Student member, Geological Society of Elmbridge", "memberships"),
        ("Service", "service", "Member, Prize Committee, Geological Society", "service"),
        ("Service", "service", "Member of the Faculty of Leaves", "service"),
        (
            "Experience",
            "employment",
            "Fall of leaves in northern forests\nInstitute for Leaf Things, Dr. Roe",
            "projects",
        ),
        (
            "Experience",
            "employment",
            "Research assistant in leaf studies\nInstitute for Leaf Things",
            "employment",
        ),
    ],
)
def test_an_entry_goes_where_it_plainly_belongs(
    heading: str, kind: str, text: str, expected: str
) -> None:
    here = entry({"heading": heading, "kind": kind, "text": text})
    assert rules.placed(here, tuple(tagger.find(here))).kind == expected
