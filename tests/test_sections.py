"""Headings and page furniture: a text, and what of it heads what. All texts are invented.

In a case file each line stands behind its label: `kind` of a heading (and `kind:value` for what it
says of its entries), `P` of furniture, nothing for other lines.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cvparse import readers, sections, tagger
from cvparse.sections import known, naming

CASES = sorted((Path(__file__).parent / "cases" / "sections").glob("*.txt"))


def labelled(text: str) -> list[str]:
    """What we see: one label a line."""
    source = readers.text.source(text)
    page = sections.furniture(source)
    labels = ["P" if x.span in page else "" for x in source.lines]
    for section in sections.split(source, tagger.headed_kinds):
        if section.heading:
            hints = [v for k, v in section.hints if k in ("type", "status", "kind", "mixed")]
            at = source.line_at(section.heading.start).number
            labels[at] = ":".join([section.kind, *hints])
    return labels


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    rows = [row.partition("|") for row in path.read_text("utf-8").splitlines()]
    text = "\n".join(line.removeprefix(" ").replace("␌", "\f") for _, _, line in rows)
    seen = labelled(text)
    wanted = [label.strip() for label, _, _ in rows]
    assert [f"{s} | {t}" for s, (_, _, t) in zip(seen, rows, strict=True)] == [
        f"{w} | {t}" for w, (_, _, t) in zip(wanted, rows, strict=True)
    ]


@pytest.mark.parametrize(
    ("words", "kind", "hints"),
    [
        ("recent journal articles", "publications", {"type": "article-journal"}),
        ("journal articles under review", "publications", {"type": "article-journal", "status": "submitted"}),
        ("invited and contributed talks", "talks", {}),
        ("research assistantships", "employment", {}),
        ("books and book chapters", "publications", {}),
        ("teaching and outreach activities", "teaching", {"mixed": "teaching service"}),
        ("research and professional experience", "employment", {}),
        ("volunteer and leadership experience", "service", {}),
        ("grants, fellowships and awards", "grants", {"mixed": "grants awards"}),
        ("research income", "grants", {}),
        ("esteem and external roles", "service", {}),
        ("selected solo exhibitions", "projects", {}),
        ("areas of research interest", "other", {}),
        ("expérience professionnelle et stages", "employment", {}),
        ("publications dans des revues", "publications", {}),
        ("主な研究業績", "publications", {}),
        ("受賞・奨学金", "awards", {}),
        ("institute of advanced technology", None, {}),
        ("languages english", None, {}),
    ],
)  # fmt: skip
def test_words(words: str, kind: str | None, hints: dict[str, Any]) -> None:
    row = known.exact(words) or naming.named(words)
    assert (row.kind if row else None) == kind
    assert {k: v for k, v in (row.hints if row else ()) if k != "section"} == hints
