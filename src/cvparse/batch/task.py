"""What goes into an engine, what comes out of it, and what a sink is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Stage = Literal["read", "parse", "write"]


@dataclass(frozen=True)
class Task:
    """One document to parse: its place in the order, its name in the batch, where it lies.

    `sha256` is that of the file's bytes as they were when the task was made; a document that
    differs when it is read has changed meanwhile.
    """

    number: int
    name: str
    path: str
    sha256: str


@dataclass(frozen=True)
class Parsed:
    """A document that was parsed: `data` is our JSON in UTF-8, the rest is what a summary counts.

    `unclaimed` is in characters, `seconds` is the time the document took.
    """

    task: Task
    data: bytes
    records: Mapping[str, int] = field(default_factory=dict)
    unclaimed: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Failed:
    """A document that could not be parsed: at which stage, for what sort of cause, and the story.

    `cause` is a few plain words out of a small vocabulary (`timed out`, `crashed`); the message
    never quotes the document, which holds personal data.
    """

    task: Task
    stage: Stage
    cause: str
    message: str
    seconds: float = 0.0


Outcome = Parsed | Failed

Work = Callable[[Task], Parsed]
"""One document to our JSON. It may raise, hang, or take its process down; a function at a module's
top level, or a `functools.partial` of one, so that it can be sent to other processes."""


@dataclass(frozen=True)
class Done:
    """A document that was parsed, as sinks see it: `data` is our JSON in UTF-8."""

    name: str
    sha256: str
    data: bytes
