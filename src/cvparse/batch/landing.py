"""Where results land: a folder of files, each whole or not there, nobody else's replaced."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from cvparse.batch.failing import Fault
from cvparse.batch.manifest import ROOM, Entry
from cvparse.errors import CVParseError
from cvparse.files import ours

_HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
"""What no other document would fare better with."""


@dataclass(frozen=True)
class Shelf:
    """The folder that results go to."""

    folder: Path
    overwrite: bool = False

    def put(self, output: str, data: bytes, before: Entry | None = None) -> None:
        """Write a result, in place of that of an earlier run, if there was one.

        Raises Fault when this one cannot be written, CVParseError when none can.
        """
        path = self.folder / output
        draft = self.folder / ROOM / "draft"  # only one run, and one document at a time, uses it
        try:
            if path.exists() and not (self.overwrite or self.wrote(path, output, before)):
                message = f"{path}: exists, and cvparse did not write it (--overwrite replaces it)"
                raise Fault("write", "in the way", message)
            draft.write_bytes(data)
            if "/" in output:
                path.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(path)
        except OSError as error:
            if error.errno in _HOPELESS:
                raise full(self.folder, error) from error
            message = f"{path}: cannot be written: {error.strerror}"
            raise Fault("write", "unwritable", message) from error

    def wrote(self, path: Path, output: str, before: Entry | None) -> bool:
        """Is what lies there the result of an earlier run, or otherwise ours?"""
        return (before is not None and self.has(before, output)) or ours(path)

    def has(self, entry: Entry, output: str) -> bool:
        """Does the result of an earlier run lie where this run would put it?"""
        path = self.folder / output
        return entry.output == output and path.is_file() and path.stat().st_size == entry.size

    def drop(self, entry: Entry) -> None:
        """Take away the result of an earlier run that no longer holds."""
        if entry.output and self.has(entry, entry.output):
            (self.folder / entry.output).unlink()


def full(folder: Path, error: OSError) -> CVParseError:
    """What to raise when nothing more can be written."""
    return CVParseError(
        f"{folder}: cannot be written: {error.strerror}", "make room, then go on with --resume"
    )
