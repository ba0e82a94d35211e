"""Files written whole or not at all, and whose they are."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_GENERATOR = b'<meta name="generator" content="cvparse'


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """Another name in the file's folder to write to; on success it becomes the file's.

    Should the body raise, or the process die, the file is what it was before.
    """
    other = path.with_name(f".{path.name[:200]}.{os.getpid()}.tmp")
    try:
        yield other
        other.replace(path)
    except BaseException:
        other.unlink(missing_ok=True)
        raise


def replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    if path.exists() and not path.is_file():  # /dev/null, a named pipe: nothing to rename over
        path.write_bytes(data)
        return
    with draft(path) as other:
        other.write_bytes(data)


def ours(path: Path) -> bool:
    """Did cvparse write this file? Its JSON says so, or the head of its page."""
    try:
        data = path.read_bytes()
        if data[:9].lower() == b"<!doctype":
            return _GENERATOR in data[:2000]
        document = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return False
    tool = document.get("tool") if isinstance(document, dict) else None
    return isinstance(tool, dict) and tool.get("name") == "cvparse"
