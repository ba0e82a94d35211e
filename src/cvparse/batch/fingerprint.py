"""What a file is known by: the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from cvparse.batch.failing import Fault
from cvparse.batch.remote import opened, remote, size


def fingerprint(path: str) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits. Raises OSError as files do."""
    digest = hashlib.sha256()
    with opened(path) if remote(path) else Path(path).open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def examined(path: str, most: int) -> str:
    """The fingerprint of a file that is worth reading: one of 1 to `most` bytes.

    Raises Fault when it is not, before a byte of it is read.
    """
    try:
        bytes_there = size(path) if remote(path) else _size(path)
        if bytes_there > most:
            told = f"{bytes_there / 2**20:,.0f} MB, at most {most / 2**20:,.0f} MB are read"
            raise Fault("read", "too large", f"{path}: {told} (--max-size)")
        if not bytes_there:
            raise Fault("read", "empty", f"{path}: no text in it")
        return fingerprint(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise Fault("read", "unreadable", f"{path}: {reason}") from error


def _size(path: str) -> int:
    found = Path(path).stat()
    if not stat.S_ISREG(found.st_mode):
        raise Fault("read", "unreadable", f"{path}: no regular file")
    return found.st_size
