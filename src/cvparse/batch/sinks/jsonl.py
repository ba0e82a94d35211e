"""JSON Lines: one document a line, for `jq`, DuckDB, or a loop that reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cvparse.batch.task import Done
from cvparse.files import draft

SUFFIX = ".jsonl"


def write(documents: Iterable[Done], path: Path) -> None:
    """Each line is the whole record of one document, the same JSON as in a file of its own."""
    with draft(path) as other, other.open("wb", buffering=1 << 20) as file:
        for done in documents:
            file.write(in_a_line(done.data) + b"\n")


def in_a_line(data: bytes) -> bytes:
    """Our JSON without line ends and what indents them; inside strings there are none."""
    return b"".join(map(bytes.lstrip, data.split(b"\n")))
