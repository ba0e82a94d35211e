"""Files in, `Source`s out. One file per input format; `READERS` says which suffix is whose.

A format's library is imported by its reader when the first such file comes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from os import PathLike, fspath
from pathlib import Path

from cvparse.document import Source
from cvparse.errors import ReadError
from cvparse.readers import opening, pdf, signs, text

STDIN = "<stdin>"

READERS: Mapping[str, Callable[[Path], Source]] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".markdown": text.read,
    ".pdf": pdf.read,
}


def read(path: str | PathLike[str]) -> Source:
    """The text in a file; `-` is standard input. A suffix nobody knows is read as text.

    Raises ReadError when there is no such file, when it is of another sort than its suffix says,
    or there is no text in it; MissingExtraError when the library of its format is not installed.
    """
    if fspath(path) == "-":
        return text.source(contents("-"), STDIN)
    path = Path(path)
    reader = READERS.get(path.suffix.lower(), text.read)
    if reader is not text.read:
        signs.hold(opening.contents(path), path)
    return reader(path)


def contents(path: str | PathLike[str]) -> str:
    """The characters of a file or of standard input, decoded and otherwise as they are.

    Raises ReadError as `read` does.
    """
    if fspath(path) != "-":
        return text.decode(opening.contents(Path(path)), fspath(path))
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ReadError(f"{STDIN}: nothing to read from", "name a file instead of `-`")
    return text.decode(stream.read(), STDIN)
