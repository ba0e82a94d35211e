"""Work that goes wrong: what a document's first line says is done to the worker that reads it.

Workers import this; the product knows nothing of it.
"""

from __future__ import annotations

import os
from pathlib import Path

from cvparse.batch import Parsed, Task, parsing


def work(task: Task) -> Parsed:
    """The document's bytes as they are, unless its first line asks for trouble."""
    data = Path(task.path).read_bytes()
    provoke(data)
    return Parsed(task, data)


def provoke(data: bytes) -> None:
    """Do what is asked for."""
    match data.split(b"\n", 1)[0].split():
        case [b"raise", *_]:
            raise ValueError(data.decode())
        case [b"exit", code]:
            os._exit(int(code))
        case [b"hang"]:
            while True:
                pass
        case [b"allocate"]:
            bytearray(10 << 30)


def parse(task: Task) -> Parsed:
    """What the product does with a document that asks for no trouble."""
    provoke(Path(task.path).read_bytes())
    return parsing.parse(task)
