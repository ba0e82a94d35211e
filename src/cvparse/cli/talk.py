"""What is said to the person at the terminal. Data goes to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys

from cvparse.errors import CVParseError


def out(data: bytes) -> None:
    """Write data to stdout, at once: a pipe that broke is noticed here, not at exit.

    Raises BrokenPipeError when no one listens, CVParseError when the disk is full.
    """
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = "free some space, or write somewhere else"
        raise CVParseError(f"<stdout>: cannot be written: {error.strerror}", hint) from error


def is_watched() -> bool:
    """Does a person look at stdout?"""
    return sys.stdout.isatty()


def hush() -> None:
    """Let what Python flushes at its end go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    sys.stderr.write(text + "\n")


def report(error: CVParseError) -> None:
    """The message, and what to do about it on a line of its own."""
    say(_painted(error.message, "31"))
    if error.hint:
        say(f"  hint: {error.hint}")


def terminal() -> bool:
    """Does a person look at stderr?"""
    return sys.stderr.isatty()


def _painted(text: str, colour: str) -> str:
    """Coloured on a terminal, unless NO_COLOR says otherwise (https://no-color.org)."""
    if not terminal() or os.environ.get("NO_COLOR"):
        return text
    return f"\x1b[{colour}m{text}\x1b[0m"


class Progress:
    """A line on the terminal that says how far we are; nothing when no one looks."""

    def __init__(self, total: int, *, shown: bool) -> None:
        self.total = total
        self.shown = shown and terminal()

    def show(self, done: int, name: str) -> None:
        if self.shown:
            bar = "#" * (20 * done // self.total)
            sys.stderr.write(f"\r\x1b[K[{bar:<20}] {done}/{self.total} {name[-40:]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Make room for something else to say."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def place(name: str, text: str, position: int) -> str:
    """`file:line:column` of a character, counted from one."""
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    return f"{name}:{line}:{column}"
