"""Texts set as the PDFs that people make of them, by typst, in one column or more."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

PAGE = """
#set page(paper: "a4", margin: 2cm, columns: {columns}, footer: context align(center,
  text(8pt)[Curriculum Vitae – page #counter(page).display()]))
#set text(font: ("Libertinus Serif", "DejaVu Sans"), size: {size}pt, hyphenate: true)
#set par(leading: 0.55em, spacing: 0.55em)
"""
_GAP = re.compile(r"\s{3,}|\t+")


def pdf(text: str, columns: int = 1) -> bytes:
    """A text as a PDF: lines wrapped, empty lines as air, what stands behind a gap flushed right."""
    import typst

    lines = [_line(line) for line in text.split("\n")]
    page = PAGE.format(columns=columns, size=10 if columns == 1 else 9)
    made: Any = typst.compile((page + "\n".join(lines)).encode())
    return bytes(made)


def _line(line: str) -> str:
    if not line.strip():
        return "#v(0.9em, weak: true)"
    indent = 0.4 * (len(line) - len(line.lstrip()))
    return f"#par[#h({indent}em){'#h(1em)#h(1fr)'.join(map(_string, _GAP.split(line.strip())))}]"


def _string(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}";'


def save(path: Path, text: str, columns: int = 1) -> Path:
    path.write_bytes(pdf(text, columns))
    return path
