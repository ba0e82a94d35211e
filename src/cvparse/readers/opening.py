"""The bytes of a file, if it is one that can be read: no folder, no pipe, none too large."""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from cvparse.errors import ReadError

STDIN = "<stdin>"
MOST = 50_000_000
"""Files of so many bytes are refused, in any format: the longest CVs have a hundredth of it."""

_PIPED = "send what it says to standard input: … | cvparse -"
_SPECIAL = (  # what is no regular file, and what to do
    (stat.S_ISFIFO, "a named pipe", _PIPED),
    (stat.S_ISSOCK, "a socket", _PIPED),
    (stat.S_ISCHR, "a device", _PIPED),
    (stat.S_ISBLK, "a device", "name a file on it"),
)


@dataclass(frozen=True)
class File:
    """What a reader reads: the bytes of a file, and its path as it was given.

    The bytes may come from anywhere; what has no name goes by `<stdin>`.
    """

    path: str
    data: bytes

    @property
    def name(self) -> str:
        return Path(self.path).name

    @property
    def suffix(self) -> str:
        """In small letters, with its dot."""
        return Path(self.path).suffix.lower()

    def named(self, ending: str = "") -> str:
        """The file in a command that a hint proposes; with an ending, another one made of it."""
        path = self.path if self.name and self.path != STDIN else "FILE"
        return quote(str(Path(path).with_suffix(ending)) if ending else path)


def stdin() -> File:
    """The bytes of standard input, to its end. Raises ReadError."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ReadError(f"{STDIN}: nothing to read from", "name a file instead of `-`")
    data = stream.read(MOST)
    if len(data) == MOST:
        raise _too_large(STDIN, MOST)
    return File(STDIN, data)


def file(path: Path) -> File:
    """The bytes of a file. Raises ReadError, saying what is in the way.

    A pipe is told by its kind and never opened: that would wait for ever for who writes to it.
    """
    try:
        found = path.stat()
        for is_it, what, hint in _SPECIAL:
            if is_it(found.st_mode):
                raise ReadError(f"{path}: {what}, expected a file", hint)
        if found.st_size >= MOST:
            raise _too_large(str(path), found.st_size)
        return File(str(path), path.read_bytes())
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file", "check the name and the folder") from error
    except IsADirectoryError as error:
        raise ReadError(f"{path}: a folder, expected a file", f"try {path}/*.txt") from error
    except PermissionError as error:
        hint = f"you may not read it: try chmod u+r {path}"
        raise ReadError(f"{path}: permission denied", hint) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"{path}: cannot be opened: {reason}", "check the name") from error


def _too_large(name: str, size: int) -> ReadError:
    hint = f"files of less than {MOST / 1e6:.0f} MB are read; cut out the part that is a CV"
    return ReadError(f"{name}: {size / 1e6:,.0f} MB, too large for a CV", hint)
