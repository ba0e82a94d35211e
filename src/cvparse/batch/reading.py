"""`cvparse.iter_parse`: many files as CVs, one after the other, in the order they are given."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from cvparse.batch.engines import Local
from cvparse.batch.failing import Fault
from cvparse.batch.fingerprint import examined
from cvparse.batch.parsing import parsed
from cvparse.batch.task import Failed, Outcome, Parsed, Task
from cvparse.errors import CVParseError

if TYPE_CHECKING:
    from cvparse.cv import CV

_AHEAD = 64
"""So many documents for each worker may be finished while an earlier one is not."""


class DocumentError(CVParseError):
    """What a document failed of. `stage` is `read` or `parse`; `cause` one of `unreadable`, `empty`,
    `too large`, `changed`, `raised`, `refused`, `crashed`, `timed out`, `out of memory`.
    """

    exit_code = 1

    def __init__(self, message: str, stage: str, cause: str) -> None:
        super().__init__(message)
        self.stage = stage
        self.cause = cause


@dataclass(frozen=True)
class Reading:
    """What became of one path: a `cv`, or an `error`. `seconds` is the time it took."""

    path: str
    cv: CV | None = None
    error: DocumentError | None = None
    seconds: float = 0.0

    def get(self) -> CV:
        """The CV. Raises DocumentError when there is none."""
        if self.cv is None:
            raise self.error or DocumentError("nothing was read", "read", "unreadable")
        return self.cv


def iter_parse(
    paths: Iterable[str | PathLike[str]],
    *,
    jobs: int | None = None,
    timeout: float = 60.0,
    memory: int = 2 << 30,
    most: int = 100 << 20,
) -> Iterator[Reading]:
    """Parse files in `jobs` processes (as many as there are processors), one `Reading` each, in order.

    Paths are taken from the iterable as they are needed, and few results wait for their turn, so
    that any number of them fits in memory. `timeout` is in seconds a document, `memory` in bytes a
    worker (Linux only), `most` in bytes a file. A document that raises, hangs, takes its worker
    down or cannot be read is a `Reading` with an `error`, and costs no other. When the iterator is
    dropped, its workers end.

    A script must call this below `if __name__ == "__main__":`, as workers import it. Raises
    ValueError for a number that makes no sense, CVParseError when no worker can be started.
    """
    jobs = (os.cpu_count() or 1) if jobs is None else jobs
    if jobs < 1 or timeout <= 0:
        raise ValueError(f"jobs={jobs}, timeout={timeout}: expected at least 1, and more than 0")
    engine = Local(jobs=jobs, timeout=timeout, memory=memory, window=_AHEAD * jobs)
    return _readings(paths, engine, most)


def _readings(paths: Iterable[str | PathLike[str]], engine: Local, most: int) -> Iterator[Reading]:
    """Outcomes come in any order; each waits here until it is next."""
    waiting: dict[int, Outcome] = {}
    following = 0
    tasks = _tasks(paths, most, waiting)
    with closing(engine.run(_pickled, tasks)) as outcomes:
        for outcome in outcomes:
            waiting[outcome.task.number] = outcome
            while following in waiting:
                yield _reading(waiting.pop(following))
                following += 1
    while following in waiting:  # the last ones, if their files could not be opened
        yield _reading(waiting.pop(following))
        following += 1


def _tasks(
    paths: Iterable[str | PathLike[str]], most: int, failed: dict[int, Outcome]
) -> Iterator[Task]:
    for number, given in enumerate(paths):
        path = fspath(given)
        task = Task(number, path, path, "")
        try:
            yield replace(task, sha256=examined(path, most))
        except Fault as fault:
            failed[number] = Failed(task, fault.stage, fault.cause, fault.message)


def _pickled(task: Task) -> Parsed:
    """A CV with the text it was read from, which its JSON leaves out."""
    return Parsed(task, pickle.dumps(parsed(task), pickle.HIGHEST_PROTOCOL))


def _reading(outcome: Outcome) -> Reading:
    path = outcome.task.path
    if isinstance(outcome, Parsed):
        cv = pickle.loads(outcome.data)  # noqa: S301 (from our own worker)
        return Reading(path, cv=cv, seconds=outcome.seconds)
    error = DocumentError(outcome.message, outcome.stage, outcome.cause)
    return Reading(path, error=error, seconds=outcome.seconds)
