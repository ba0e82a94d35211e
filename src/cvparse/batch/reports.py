"""The files that tell of a whole batch: its manifest, its failures, its summary."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cvparse.batch.manifest import ROOM, Manifest
from cvparse.batch.summary import Summary

MANIFEST, FAILURES, SUMMARY = REPORTS = ("manifest.jsonl", "failures.jsonl", "summary.json")


def report(book: Manifest, summary: Summary) -> None:
    """Write what became of all documents, in their order, and what it comes to."""
    folder = book.folder
    _write_lines(folder, MANIFEST, (entry.line() for entry in book.entries()))
    failures = (entry.line() for entry in book.entries() if entry.status == "failed")
    _write_lines(folder, FAILURES, failures)
    with room(folder, SUMMARY) as path:
        path.write_text(json.dumps(summary.data(), ensure_ascii=False, indent=2) + "\n", "utf-8")


def _write_lines(folder: Path, name: str, lines: Iterable[object]) -> None:
    with (
        room(folder, name) as path,
        path.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


@contextmanager
def room(folder: Path, name: str) -> Iterator[Path]:
    """Where to write a report; it takes its place when it is whole."""
    path = folder / ROOM / name
    yield path
    path.replace(folder / name)
