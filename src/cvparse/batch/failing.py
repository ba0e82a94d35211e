"""What becomes of a document that fails, told without a word of what it says."""

from __future__ import annotations

import traceback
from pathlib import Path
from time import perf_counter

from cvparse.batch.task import Failed, Outcome, Stage, Task, Work
from cvparse.errors import CVParseError

_PACKAGE = Path(__file__).resolve().parents[1]


class Fault(Exception):  # noqa: N818 (no error of the program: something about a document)
    """Raised by a piece of work that knows what is wrong with its document."""

    def __init__(self, stage: Stage, cause: str, message: str) -> None:
        super().__init__(stage, cause, message)
        self.stage: Stage = stage
        self.cause = cause
        self.message = message


def attempt(work: Work, task: Task) -> Outcome:
    """Do the work; whatever it raises is an outcome. What engines run in their workers."""
    start = perf_counter()
    try:
        return work(task)
    except Fault as fault:
        stage, cause, message = fault.stage, fault.cause, fault.message
    except MemoryError:
        stage, cause = "parse", "out of memory"
        message = "it needs more memory than a worker may have (--memory)"
    except CVParseError as error:
        stage, cause = "parse", "refused"
        message = told(error)
    except Exception as error:  # noqa: BLE001 (a bad document breaks anywhere)
        stage, cause, message = "parse", "raised", told(error)
    return Failed(task, stage, cause, message, perf_counter() - start)


def told(error: Exception) -> str:
    """An error in a line. Only our own are quoted: others may hold words of the document."""
    if isinstance(error, CVParseError):
        return f"{error.message} ({error.hint})" if error.hint else error.message
    return f"a bug in cvparse: {type(error).__name__} at {_place(error)}; please report it"


def _place(error: Exception) -> str:
    """The innermost line of ours on the error's way: `rules/dates.py:120`."""
    frames = traceback.extract_tb(error.__traceback__)
    for frame in reversed(frames):
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE) and path.name != Path(__file__).name:
            return f"{path.relative_to(_PACKAGE).as_posix()}:{frame.lineno}"
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
