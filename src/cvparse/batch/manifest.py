"""What became of every document, kept so that a run that was killed can be finished.

An SQLite file in the batch's own folder, `DIR/.cvparse/`. Each document is one transaction: after
a kill, it is in there whole or not at all. Only one run at a time can have it open.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Self

import cvparse
from cvparse.batch.task import Done
from cvparse.errors import CVParseError

ROOM = ".cvparse"
_FILE = "batch.sqlite"
_SHAPE = 1
"""Goes up when the table below changes."""
_TABLE = """
CREATE TABLE documents (
    name TEXT PRIMARY KEY, place INTEGER, path TEXT, sha256 TEXT, version TEXT, status TEXT,
    output TEXT, size INTEGER, same_as TEXT, stage TEXT, cause TEXT, message TEXT,
    records TEXT, unclaimed INTEGER, seconds REAL, data BLOB
)
"""
_BUSY = "another cvparse batch is at work there: wait for it, or name another folder"

Status = Literal["done", "failed", "skipped"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What became of one document. `output` is the name of its file in the batch's folder, `size`
    that of its JSON in bytes; `same_as` names the document with the same content.
    """

    name: str
    path: str
    status: Status
    sha256: str = ""
    version: str = cvparse.__version__
    output: str = ""
    size: int = 0
    same_as: str = ""
    stage: str = ""
    cause: str = ""
    message: str = ""
    records: Mapping[str, int] = field(default_factory=dict)
    unclaimed: int = 0
    seconds: float = 0.0

    def line(self) -> dict[str, Any]:
        """As it stands in `manifest.jsonl`: nothing that differs from run to run."""
        left_out = ("size", "seconds", "unclaimed")
        told = {key: value for key, value in vars(self).items() if value and key not in left_out}
        return told | ({"unclaimed": self.unclaimed} if self.status == "done" else {})


_FIELDS = tuple(Entry.__dataclass_fields__)


class Manifest:
    """The documents of a folder. Closing it, or `with`, lets the next run in."""

    def __init__(self, folder: Path) -> None:
        """Opened, or made. Raises CVParseError when another run has it, or it is none of ours."""
        self.folder = folder
        self.path = place(folder)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.database = sqlite3.connect(self.path, timeout=0.5)
            self._open()
        except sqlite3.OperationalError as error:
            raise CVParseError(f"{self.path}: cannot be used: {error}", _BUSY) from error
        except sqlite3.DatabaseError as error:
            raise CVParseError(f"{self.path}: {error}", "begin anew with --overwrite") from error
        except OSError as error:
            hint = "check the folder and its permissions"
            raise CVParseError(f"{folder}: cannot be made: {error.strerror}", hint) from error

    def _open(self) -> None:
        run = self.database.execute
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run("BEGIN IMMEDIATE")
        (shape,) = run("PRAGMA user_version").fetchone()
        if shape not in (0, _SHAPE):
            message = f"{self.path}: written by another version of cvparse"
            raise CVParseError(message, "begin anew with --overwrite")
        if not shape:
            run(_TABLE)
            run(f"PRAGMA user_version = {_SHAPE}")
        run("UPDATE documents SET place = NULL")
        self.database.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.database.close()

    def enter(self, number: int, entry: Entry, data: bytes | None = None) -> None:
        """Write down what became of a document, for good; `data` is its JSON, if it is kept here."""
        values = vars(entry) | {"records": json.dumps(dict(entry.records))}
        marks = ", ".join("?" * (len(_FIELDS) + 2))
        self.database.execute(
            f"INSERT OR REPLACE INTO documents ({', '.join(_FIELDS)}, place, data) "  # noqa: S608 (names of ours)
            f"VALUES ({marks})",
            (*(values[name] for name in _FIELDS), number, data),
        )
        self.database.commit()

    def keep(self, number: int, name: str) -> None:
        """A document of an earlier run stays what it is. Written with what comes next."""
        self.database.execute("UPDATE documents SET place = ? WHERE name = ?", (number, name))

    def known(self, name: str) -> Entry | None:
        """What is known of a document from an earlier run."""
        return next(self._entries("WHERE name = ?", name), None)

    def holds(self, name: str) -> bool:
        """Is the JSON of this document kept here?"""
        row = self.database.execute(
            "SELECT data IS NOT NULL FROM documents WHERE name = ?", (name,)
        ).fetchone()
        return bool(row and row[0])

    def entries(self) -> Iterator[Entry]:
        """The documents of this run, in order."""
        return self._entries("WHERE place IS NOT NULL ORDER BY place")

    def documents(self) -> Iterator[Done]:
        """Those that are done, in order, one at a time, with their JSON."""
        rows = self.database.execute(
            "SELECT name, sha256, output, data FROM documents "
            "WHERE place IS NOT NULL AND status = 'done' ORDER BY place"
        )
        for name, sha256, output, data in rows:
            yield Done(name, sha256, (self.folder / output).read_bytes() if data is None else data)

    def asked(self, question: str) -> list[tuple[Any, ...]]:
        """The rows that answer some SQL about `documents`."""
        self.database.commit()
        with closing(self.database.execute(question)) as rows:
            return rows.fetchall()

    def _entries(self, condition: str, *values: object) -> Iterator[Entry]:
        question = f"SELECT {', '.join(_FIELDS)} FROM documents {condition}"  # noqa: S608 (ours)
        for row in self.database.execute(question, values):
            told = dict(zip(_FIELDS, row, strict=True))
            yield Entry(**told | {"records": json.loads(told["records"])})


def place(folder: Path) -> Path:
    """Where the manifest of a folder lies, if there is one."""
    return folder / ROOM / _FILE


def forget(folder: Path) -> None:
    """Begin anew: what earlier runs did in this folder is no longer known."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path = place(folder)
        path.with_name(path.name + suffix).unlink(missing_ok=True)
