"""The text is sacred: places in it are reckoned in the document's room, nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "cvparse"
# Where a text becomes a Source, and where tokens become places in it.
RECKONING = {"document", "readers", "tagger"}
SOURCES = [p for p in sorted(PACKAGE.rglob("*.py")) if p.parent.name not in RECKONING]


def sums(code: str) -> Iterator[str]:
    """Sums and differences of the ends of a span: `span.start + 1`, `a.end - b.start`."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
            sides = (node.left, node.right)
            if any(isinstance(x, ast.Attribute) and x.attr in ("start", "end") for x in sides):
                yield f"line {node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_only_the_document_reckons_places(path: Path) -> None:
    found = list(sums(path.read_text("utf-8")))
    assert not found, "use what a Passage offers: head, inner, around, before, after"


def test_sums_are_seen_and_lengths_are_none() -> None:
    assert list(sums("a = span.start + 1\nb = x.end - y.start"))
    assert not list(sums("a = span.length + 1\nb = span.start < x.end"))
