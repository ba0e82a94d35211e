"""What an engine is: something that runs a piece of work on many documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from cvparse.batch.task import Outcome, Parsed, Task

Work = Callable[[Task], Parsed]
"""One document to our JSON. It may raise, hang, or take its process down; a function at a module's
top level, or a `functools.partial` of one, so that it can be sent to other processes."""


class Engine(Protocol):
    """Exactly one outcome for each task, in whatever order they come.

    Tasks are pulled as there is room for them, never all at once. Whatever a document does,
    it costs only itself: its outcome is then a `Failed`. Closing the iterator early stops all
    work and leaves no process behind.
    """

    def run(self, work: Work, tasks: Iterable[Task]) -> Iterator[Outcome]: ...
