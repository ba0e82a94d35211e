"""Many machines: a Dask cluster, each of whose workers runs the local engine.

A task of Dask's is a handful of documents. On the worker the local engine takes them, in processes
of its own: so the time limit, the memory limit and the isolation of each document are the same
as on one machine, and so are the outcomes. A worker that is lost with its machine costs nothing:
Dask gives its documents to another.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import cvparse
from cvparse.batch.engines.local import Local
from cvparse.batch.task import Failed, Outcome, Task, Work
from cvparse.errors import ClusterError, MissingExtraError

_AHEAD = 2
"""Handfuls that lie ready for each thread of the cluster, the one at work included."""


@dataclass(frozen=True)
class Dask:
    """A cluster behind the scheduler at an address (`tcp://10.0.0.1:8786`); without one, a cluster
    on this machine with `local.jobs` documents at a time. `local` also says what a document may use.

    Each thread of a worker (`dask worker --nthreads`) does one document at a time. `handful` is in
    documents a task: with one alone, Dask's own work costs some 7 ms of processor time a document.
    """

    scheduler: str | None = None
    local: Local = field(default_factory=Local)
    handful: int = 16
    patience: float = 30.0

    def run(self, work: Work, tasks: Iterable[Task]) -> Generator[Outcome]:
        """As every engine. Raises ClusterError when the cluster does not answer or cannot do the
        work, MissingExtraError when Dask is not installed.
        """
        with _connected(self) as client:
            yield from _Round(self, work, client).outcomes(iter(tasks))


class _Round:
    """The handfuls of one run, and which of them are at work."""

    def __init__(self, terms: Dask, work: Work, client: Any) -> None:
        self.terms = terms
        self.work = work
        self.client = client
        self.at_work: dict[str, Sequence[Task]] = {}
        self.finished = _distributed().as_completed(loop=client.loop)
        self.begun = 0

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        while True:
            while self.room() and (handful := list(islice(tasks, self.size()))):
                self.begin(handful)
            if not self.at_work:
                return
            yield from self.next_outcomes()

    def room(self) -> bool:
        """May another handful begin? With a window, only what cannot run ahead of it."""
        threads = sum(self.client.nthreads().values())
        if len(self.at_work) >= _AHEAD * max(threads, 1):
            return False
        if self.terms.local.window is None or not self.at_work:
            return True
        waiting = [task.number for handful in self.at_work.values() for task in handful]
        return max(waiting) + self.size() - min(waiting) < self.terms.local.window

    def size(self) -> int:
        """Documents of a handful: few at first, so that the first are soon there."""
        most = self.terms.handful
        if self.terms.local.window:
            most = min(most, max(self.terms.local.window // 4, 1))
        return 1 if self.begun < 4 else most

    def begin(self, handful: Sequence[Task]) -> None:
        """`pure=False`: the same documents again, after a worker died, are another task."""
        self.begun += 1
        terms = replace(self.terms.local, jobs=1, window=None)
        future = self.client.submit(
            _done_there, cvparse.__version__, terms, self.work, handful, pure=False
        )
        self.at_work[future.key] = handful
        self.finished.add(future)

    def next_outcomes(self) -> Iterator[Outcome]:
        future = next(self.finished)
        handful = self.at_work.pop(future.key)
        try:
            yield from future.result()
        except _distributed().KilledWorker:
            if len(handful) > 1:  # one of them may have done it; the others shall not pay
                for task in handful:
                    self.begin([task])
                return
            message = "the worker machine died with it, several times"
            yield Failed(handful[0], "parse", "crashed", message)
        except ClusterError:
            raise
        except Exception as error:
            raise ClusterError(
                f"the workers cannot do the work: {type(error).__name__}: {error}",
                f'on each of them: pip install "cvparse[dask]=={cvparse.__version__}"',
            ) from error


def _done_there(version: str, local: Local, work: Work, handful: Sequence[Task]) -> list[Outcome]:
    """On a worker: documents through the local engine, in processes of its own.

    Raises ClusterError when another version is installed here: its output would not be the same.
    """
    if cvparse.__version__ != version:
        raise ClusterError(
            f"a worker has cvparse {cvparse.__version__}, this is {version}",
            f'on each of them: pip install "cvparse[dask]=={version}"',
        )
    # Dask's nanny marks workers as daemons, which may have no children. Ours die with the pool.
    multiprocessing.current_process().daemon = False
    return list(local.run(work, handful))


def _distributed() -> Any:
    """The library. Raises MissingExtraError when it is not installed."""
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError(
            "dask: distributed is not installed", 'pip install "cvparse[dask]"'
        ) from error
    return distributed


@contextmanager
def _connected(terms: Dask) -> Iterator[Any]:
    """A client of the cluster; a cluster of our own is gone afterwards."""
    dask = _distributed()
    with ExitStack() as stack:
        address = terms.scheduler
        if address is None:
            address = stack.enter_context(
                dask.LocalCluster(
                    n_workers=1,
                    threads_per_worker=terms.local.jobs,
                    memory_limit=0,  # documents are in processes with a limit of their own
                    dashboard_address="127.0.0.1:0",
                )
            )
        try:
            client = dask.Client(address, set_as_default=False, timeout=terms.patience)
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"{address}: no scheduler answers there", "start one: dask scheduler"
            ) from error
        yield stack.enter_context(client)
