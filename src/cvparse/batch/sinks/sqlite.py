"""SQLite: all documents by name, and a table of records for each key of the contract.

    documents      cv_id, sha256, json: the whole record, for SQLite's JSON functions too
    publications   cv_id, row, title, authors, …: the columns of `cvparse.exporters.tables`

Lists are JSON arrays (`json_each` takes them apart), truth is 0 or 1. A look-up by `cv_id`, or of a
document by `sha256`, goes through an index.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from cvparse.batch.sinks.jsonl import in_a_line
from cvparse.batch.tables import bare
from cvparse.batch.task import Done
from cvparse.cv import KEYS
from cvparse.exporters.tables import Cell, Sort, columns, tables
from cvparse.files import draft

SUFFIX = ".sqlite"

_TYPES: dict[Sort, str] = {
    "text": "TEXT",
    "number": "NUMERIC",
    "count": "INTEGER",
    "truth": "INTEGER",
    "texts": "TEXT",
    "numbers": "TEXT",
}
_TABLES = ("person", *KEYS)


def write(documents: Iterable[Done], path: Path) -> None:
    """One file, made in one go: it needs no journal, as nobody sees it before it is whole.

    Raises OSError when the disk is full.
    """
    with draft(path) as other:
        other.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(other, isolation_level=None)) as base:
                _fill(base, documents)
        except sqlite3.OperationalError as error:
            raise OSError(None, f"SQLite says: {error}", str(path)) from error


def _fill(base: sqlite3.Connection, documents: Iterable[Done]) -> None:
    base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN")
    for statement in _made():
        base.execute(statement)
    inserts = {key: _insert(key) for key in _TABLES}
    for done in documents:
        text = in_a_line(done.data).decode()
        base.execute("INSERT INTO documents VALUES (?, ?, ?)", (done.name, done.sha256, text))
        for table in tables(bare(done.data)):
            rows = ((done.name, *map(_stored, row)) for row in table.rows)
            base.executemany(inserts[table.key], rows)
    for statement in _indexed():
        base.execute(statement)
    base.execute("COMMIT")


def _made() -> Iterator[str]:
    yield "CREATE TABLE documents (cv_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, json TEXT NOT NULL)"
    for key in _TABLES:
        told = "".join(f', "{name}" {_TYPES[sort]}' for name, sort in columns(key).items())
        yield f'CREATE TABLE "{key}" (cv_id TEXT NOT NULL{told})'


def _insert(key: str) -> str:
    places = ", ?" * len(columns(key))
    return f'INSERT INTO "{key}" VALUES (?{places})'  # noqa: S608 (names of our own models)


def _indexed() -> Iterator[str]:
    """At the end: faster than keeping them up to date row by row."""
    yield "CREATE INDEX documents_sha256 ON documents (sha256)"
    for key in _TABLES:
        yield f'CREATE INDEX "{key}_cv_id" ON "{key}" (cv_id)'


def _stored(cell: Cell) -> str | float | None:
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False)
    return cell
