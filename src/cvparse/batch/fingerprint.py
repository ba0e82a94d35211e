"""What a file is known by: the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from cvparse.batch.failing import Fault


def fingerprint(path: str) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits. Raises OSError as files do."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def examined(path: str, most: int) -> str:
    """The fingerprint of a file that is worth reading: one of 1 to `most` bytes.

    Raises Fault when it is not, before a byte of it is read.
    """
    try:
        found = Path(path).stat()
        if not stat.S_ISREG(found.st_mode):
            raise Fault("read", "unreadable", f"{path}: no regular file")
        if found.st_size > most:
            size = f"{found.st_size / 2**20:,.0f} MB, at most {most / 2**20:,.0f} MB are read"
            raise Fault("read", "too large", f"{path}: {size} (--max-size)")
        if not found.st_size:
            raise Fault("read", "empty", f"{path}: no text in it")
        return fingerprint(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise Fault("read", "unreadable", f"{path}: {reason}") from error
