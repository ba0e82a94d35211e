"""One document, from its file to our JSON: what is done in a worker."""

from __future__ import annotations

import hashlib
from pathlib import Path
from time import perf_counter

from cvparse import pipeline, readers
from cvparse.batch.failing import Fault, told
from cvparse.batch.task import Parsed, Task
from cvparse.cv import CV, KEYS
from cvparse.document import Source
from cvparse.errors import CVParseError
from cvparse.exporters import export


def parse(task: Task) -> Parsed:
    """The document of a task, parsed. Raises Fault when it cannot be read, or has changed."""
    start = perf_counter()
    cv = pipeline.parse_source(_read(task))
    data = export(cv).data
    seconds = perf_counter() - start
    return Parsed(task, data, _records(cv), _unclaimed(cv), seconds)


def fingerprint(path: str) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits. Raises OSError as files do."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(task: Task) -> Source:
    """The text of a document, which is that of the task's fingerprint."""
    try:
        source = readers.read(task.path)
        changed = fingerprint(task.path) != task.sha256
    except CVParseError as error:
        raise Fault("read", "unreadable", told(error)) from error
    except MemoryError:
        raise
    except Exception as error:
        raise Fault("read", "raised", told(error)) from error
    if changed:
        raise Fault("read", "changed", f"{task.path}: changed while it was read; run it again")
    if not source.text.strip():
        raise Fault("read", "empty", f"{task.path}: no text in it")
    return source


def _records(cv: CV) -> dict[str, int]:
    """How many records of each kind; kinds without any are left out."""
    return {key: len(getattr(cv, key)) for key in KEYS if getattr(cv, key)}


def _unclaimed(cv: CV) -> int:
    return sum(end - start for start, end in cv.coverage.unclaimed)
