"""Where results go. Nobody's file is overwritten unasked, and no file is ever half-written."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from cvparse.cli import talk
from cvparse.errors import CVParseError
from cvparse.files import ours, replace


@dataclass
class Destination:
    """stdout when neither `folder` nor `file` is given. Remembers who wrote what in this run."""

    folder: Path | None = None
    file: Path | None = None
    overwrite: bool = False
    written: dict[Path, str] = field(default_factory=dict)

    def path(self, name: str, suffix: str) -> Path | None:
        """Where the result of an input goes; None is stdout."""
        if self.folder is None:
            return self.file
        stem = "stdin" if name == "-" else Path(name).stem
        return self.folder / (stem + suffix)

    def check(self, path: Path | None, name: str) -> None:
        """Raises CVParseError when this input may not write there."""
        if path is None or not path.exists():
            earlier = None
        elif path.is_dir():
            raise CVParseError(f"{path}: a folder stands here, expected a file", "name another -o")
        elif name != "-" and Path(name).exists() and path.samefile(name):
            raise CVParseError(f"{path}: this would overwrite the input", "name another -o")
        earlier = self.written.get(path.resolve()) if path else None
        if earlier:
            hint = "give files of one name to different folders"
            raise CVParseError(f"{path}: already written from {earlier}, not from {name}", hint)
        if path and path.is_file() and not self.overwrite and not ours(path):
            raise CVParseError(
                f"{path}: exists, and cvparse did not write it",
                "use --overwrite to replace it, or name another -o",
            )

    def write(self, data: bytes, path: Path | None, name: str) -> None:
        """Raises CVParseError when the file cannot be written."""
        if path is None:
            if talk.is_watched() and b"\0" in data[:100]:
                hint = "name a file for it: -o FILE"
                raise CVParseError(f"{name}: this format is no text for a terminal", hint)
            talk.out(data)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace(path.resolve(), data)
        except OSError as error:
            reason = error.strerror or str(error)
            hint = "check the folder and its permissions"
            raise CVParseError(f"{path}: cannot be written: {reason}", hint) from error
        self.written[path.resolve()] = name


def destination(
    files: list[str], output: str | None, formats: int, *, overwrite: bool
) -> Destination:
    """What `-o` means: a folder for several results, for a folder's name, else a file.

    Raises CVParseError when several results have no folder to go to.
    """
    several = len(files) > 1 or formats > 1
    what = "several files" if len(files) > 1 else "several formats"
    if output in (None, "", "-"):
        if several:
            raise CVParseError(f"{what} cannot go to stdout", "name a folder: -o DIR")
        return Destination()
    path = Path(str(output))
    if several and path.exists() and not path.is_dir():
        raise CVParseError(f"{path}: a file, and {what} need a folder", "name a folder: -o DIR")
    if several or path.is_dir() or str(output).endswith(("/", os.sep)):
        return Destination(folder=path, overwrite=overwrite)
    return Destination(file=path, overwrite=overwrite)
