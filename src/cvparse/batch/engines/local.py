"""The machine we are on: a pool of processes (Pebble) in which a document can hurt only itself.

A document that runs out of time, or takes its worker down, is one failed outcome; the worker is
replaced. Workers are forked off a server process that has loaded everything once, and are
replaced after some hundred documents, as spaCy's vocabulary grows with every document.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from pebble import ProcessExpired, ProcessPool

from cvparse.batch.failing import attempt
from cvparse.batch.task import Failed, Outcome, Task, Work
from cvparse.errors import CVParseError

_OUT_OF_MEMORY = 75
"""The exit code of a worker whose document needed too much: it is not fit for another."""
_GRACE = 5.0
"""Seconds beyond its time after which the kernel ends a document, should no one else be left."""
_TRIES = 2
"""A crash is believed the second time: the kernel, short of memory, may have shot the wrong one."""
_STARTS = 3
"""A pool that breaks so often with nothing done in between will not work at all."""


@dataclass(frozen=True)
class Local:
    """Processes on this machine. `timeout` is in seconds a document, `memory` in bytes a worker
    on top of what it has when it starts (Linux only), `recycle` in documents a worker.

    With a `window`, no document is begun so many places ahead of one that is not finished.
    """

    jobs: int = os.cpu_count() or 1
    timeout: float = 60.0
    memory: int = 2 << 30
    recycle: int = 1000
    window: int | None = None

    def run(self, work: Work, tasks: Iterable[Task]) -> Generator[Outcome]:
        """As every engine. Raises CVParseError when no worker can be started."""
        crew = _Crew(self, work)
        try:
            yield from crew.outcomes(tasks)
        finally:
            crew.dismiss()


@dataclass(frozen=True)
class _Try:
    """A document at work, for the which-th time."""

    task: Task
    number: int = 1


class _Crew:
    """The workers of one run, and what they are at."""

    def __init__(self, terms: Local, work: Work) -> None:
        self.terms = terms
        self.work = work
        self.at_work: dict[Future[Outcome], _Try] = {}
        self.finished: SimpleQueue[Future[Outcome]] = SimpleQueue()
        self.breaks = 0
        self.pool = self.hired()

    def hired(self) -> ProcessPool:
        """A new pool; its workers start with the first task."""
        return ProcessPool(
            max_workers=self.terms.jobs,
            max_tasks=self.terms.recycle,
            initializer=_prepare,
            initargs=(self.terms.memory,),
            context=_context(),
        )

    def dismiss(self) -> None:
        """End all workers, whatever they are at."""
        self.pool.stop()  # type: ignore[no-untyped-call]
        self.pool.join()

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        for task in tasks:
            while self.busy(task):
                yield from self.next_outcome()
            self.begin(_Try(task))
        while self.at_work:
            yield from self.next_outcome()

    def busy(self, task: Task) -> bool:
        """Must the task wait? A few lie ready for each worker, so that none is ever idle."""
        if len(self.at_work) >= 3 * self.terms.jobs:
            return True
        if self.terms.window is None or not self.at_work:
            return False
        return task.number - min(t.task.number for t in self.at_work.values()) >= self.terms.window

    def begin(self, one: _Try) -> None:
        job = (self.work, one.task, self.terms.timeout + _GRACE)
        future = self.pool.schedule(_guarded, args=job, timeout=self.terms.timeout)
        self.at_work[future] = one
        future.add_done_callback(self.finished.put)

    def next_outcome(self) -> Iterator[Outcome]:
        """The outcome of what is finished next, unless that is to be tried again."""
        future = self.finished.get()
        one = self.at_work.pop(future, None)
        if one is None:  # of a pool that broke
            return
        try:
            outcome = future.result()
        except (BrokenProcessPool, CancelledError):
            self.begin_anew(one)
            return
        except ProcessExpired as death:
            if one.number < _TRIES and death.exitcode != -signal.SIGALRM:
                self.begin(_Try(one.task, one.number + 1))
                return
            outcome = _dead(one.task, death.exitcode, self.terms)
        except TimeoutError:
            outcome = _late(one.task, self.terms)
        except Exception as error:  # noqa: BLE001 (an outcome that could not be sent)
            outcome = Failed(one.task, "parse", "raised", f"{type(error).__name__} in a worker")
        self.breaks = 0
        yield outcome

    def begin_anew(self, one: _Try) -> None:
        """The pool broke: a new one for all that was at work. Raises CVParseError in the end."""
        self.breaks += 1
        waiting = [one, *self.at_work.values()]
        self.at_work.clear()
        self.dismiss()
        if self.breaks == _STARTS:
            raise CVParseError(
                "no worker process can be started",
                "a script must call this below `if __name__ == '__main__':`; else see `cvparse doctor`",
            )
        self.pool = self.hired()
        for each in sorted(waiting, key=lambda t: t.task.number):
            self.begin(each)


def _context() -> Any:
    """How processes start: off a server that has loaded everything, where there is such a thing.

    Never a fork of this process: it has threads.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "cvparse.batch.engines.warm"])
    with _uninterrupted():
        forkserver.ensure_running()  # now, so that it loads while the first files are looked at
    return context


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """What is started here does not hear Ctrl-C, which is for the parent to answer."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _prepare(memory: int) -> None:
    """A worker begins: everything loaded, its memory limited, ended at once when told to end."""
    from cvparse.batch.engines import warm  # noqa: F401 (to load everything, if that is not done)

    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _guarded(work: Work, task: Task, seconds: float) -> Outcome:
    """The work on one document, in a worker. Should the parent die, the kernel sets an end."""
    timed = hasattr(signal, "setitimer")
    if timed:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
    outcome = attempt(work, task)
    if timed:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if isinstance(outcome, Failed) and outcome.cause == "out of memory":
        os._exit(_OUT_OF_MEMORY)
    return outcome


def _late(task: Task, terms: Local) -> Failed:
    message = f"not done after {terms.timeout:g} s (--timeout)"
    return Failed(task, "parse", "timed out", message, terms.timeout)


def _dead(task: Task, code: int, terms: Local) -> Failed:
    """What an exit code says: negative is the signal that ended the worker."""
    if code == _OUT_OF_MEMORY:
        message = f"it needs more than {terms.memory >> 20} MB of memory (--memory)"
        return Failed(task, "parse", "out of memory", message)
    if code == -getattr(signal, "SIGALRM", 0):
        return _late(task, terms)
    how = f"exit code {code}" if code >= 0 else signal.Signals(-code).name
    return Failed(task, "parse", "crashed", f"its worker died ({how})")
