"""The bytes of a file, if it is one that can be read: no folder, no pipe, none too large."""

from __future__ import annotations

import stat
from pathlib import Path

from cvparse.errors import ReadError

MOST = 50_000_000
"""Files of so many bytes are refused, in any format: the longest CVs have a hundredth of it."""

_PIPED = "send what it says to standard input: … | cvparse -"
_SPECIAL = (  # what is no regular file, and what to do
    (stat.S_ISFIFO, "a named pipe", _PIPED),
    (stat.S_ISSOCK, "a socket", _PIPED),
    (stat.S_ISCHR, "a device", _PIPED),
    (stat.S_ISBLK, "a device", "name a file on it"),
)


def contents(path: Path) -> bytes:
    """The bytes of a file. Raises ReadError, saying what is in the way.

    A pipe is told by its kind and never opened: that would wait for ever for who writes to it.
    """
    try:
        found = path.stat()
        for is_it, what, hint in _SPECIAL:
            if is_it(found.st_mode):
                raise ReadError(f"{path}: {what}, expected a file", hint)
        if found.st_size >= MOST:
            size = f"{found.st_size / 1e6:,.0f} MB"
            hint = f"files of less than {MOST / 1e6:.0f} MB are read; cut out the part that is a CV"
            raise ReadError(f"{path}: {size}, too large for a CV", hint)
        return path.read_bytes()
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
