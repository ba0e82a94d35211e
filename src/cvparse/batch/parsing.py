"""One document, from its file to our JSON: what is done in a worker.

The parser is imported when the first document comes: whoever only hands out documents needs none.
"""

from __future__ import annotations

from contextlib import nullcontext
from time import perf_counter
from typing import TYPE_CHECKING

from cvparse.batch.failing import Fault, told
from cvparse.batch.fingerprint import fingerprint
from cvparse.batch.remote import fetched, remote
from cvparse.batch.task import Parsed, Task
from cvparse.document import Source
from cvparse.errors import CVParseError

if TYPE_CHECKING:
    from cvparse.cv import CV


def parse(task: Task) -> Parsed:
    """The document of a task as JSON. Raises Fault when it cannot be read, or has changed."""
    from cvparse.exporters import export

    start = perf_counter()
    cv = parsed(task)
    data = export(cv).data
    return Parsed(task, data, _records(cv), _unclaimed(cv), perf_counter() - start)


def parsed(task: Task) -> CV:
    """The document of a task. Raises Fault when it cannot be read, or has changed."""
    from cvparse import pipeline

    return pipeline.parse_source(_read(task))


def _read(task: Task) -> Source:
    """The text of a document, which is that of the task's fingerprint."""
    from cvparse import readers

    try:
        with fetched(task.path) if remote(task.path) else nullcontext(task.path) as path:
            source = readers.read(path)  # a copy has another folder, but the same name
            changed = fingerprint(str(path)) != task.sha256
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
    from cvparse.cv import KEYS

    return {key: len(getattr(cv, key)) for key in KEYS if getattr(cv, key)}


def _unclaimed(cv: CV) -> int:
    return sum(end - start for start, end in cv.coverage.unclaimed)
