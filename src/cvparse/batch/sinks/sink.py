"""What a sink is: a file made of all documents, in order, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from cvparse.batch.task import Done


class Sink(Protocol):
    """A file of this folder. The same documents give the same bytes, each time."""

    SUFFIX: str

    def write(self, documents: Iterable[Done], path: Path) -> None:
        """Reads the documents once, front to back, never all into memory.

        Raises MissingExtraError when its library is not installed, OSError as files do.
        """
        ...
