"""Files in, `Source`s out. One file per input format; `READERS` says which suffix is whose.

A format's library is imported by its reader when the first such file comes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike, fspath
from pathlib import Path

from cvparse.document import Source
from cvparse.readers import opening, pdf, signs, text
from cvparse.readers.opening import STDIN, File

__all__ = ["READERS", "STDIN", "File", "contents", "opened", "read", "signs", "source", "text"]

READERS: Mapping[str, Callable[[File], Source]] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".markdown": text.read,
    ".pdf": pdf.read,
}


def read(path: str | PathLike[str]) -> Source:
    """The text in a file; `-` is standard input. Raises ReadError as `opened` and `source` do."""
    return source(opened(path))


def opened(path: str | PathLike[str]) -> File:
    """The bytes of a file; `-` is standard input. Raises ReadError when there is no such file."""
    return opening.stdin() if fspath(path) == "-" else opening.file(Path(path))


def source(file: File) -> Source:
    """The text of a file that is open. A suffix nobody knows is read as text; what came from
    standard input has none, so its bytes say what it is.

    Raises ReadError when the file is of another sort than its suffix says, or there is no text in
    it; MissingExtraError when the library of its format is not installed.
    """
    suffix = signs.suffix_of(file.data) if file.path == STDIN else file.suffix
    reader = READERS.get(suffix, text.read)
    if reader is not text.read:
        signs.hold(file)
    return reader(file)


def contents(path: str | PathLike[str]) -> str:
    """The characters of a file or of standard input, decoded and otherwise as they are.

    Raises ReadError as `opened` does, and when they are no text.
    """
    file = opened(path)
    return text.decode(file.data, file.path)
