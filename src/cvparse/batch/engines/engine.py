"""What an engine is: something that runs a piece of work on many documents."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Protocol

from cvparse.batch.task import Outcome, Task, Work


class Engine(Protocol):
    """Exactly one outcome for each task, in whatever order they come.

    Tasks are pulled as there is room for them, never all at once. Whatever a document does,
    it costs only itself: its outcome is then a `Failed`. Closing the generator early stops all
    work and leaves no process behind.
    """

    def run(self, work: Work, tasks: Iterable[Task]) -> Generator[Outcome]: ...
