"""Which documents are meant: files, folders, globs, and lists of them, in an order that holds."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cvparse.batch.remote import below, remote
from cvparse.errors import CVParseError, ReadError
from cvparse.readers import READERS


@dataclass(frozen=True, slots=True)
class Document:
    """A file to parse. `name` is its path below the folder that all of a batch have in common,
    with `/` between the parts, and no two of a batch share it; `path` is how to open it.
    """

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A file, and the folder that it was looked for in."""

    path: str
    folder: str


def find(paths: Iterable[str], leave_out: Path | None = None) -> list[Document]:
    """The documents that paths stand for, each once, in the order given.

    A folder stands for the files in it, at any depth, that have a suffix of `READERS`, sorted;
    what begins with a dot is left alone, and so is the folder `leave_out`. A glob (`cvs/**/*.txt`)
    stands for what it matches, sorted; `@list.txt` for the paths in that file, one a line, and
    `-` for those on standard input. Raises ReadError for a path, a list or a glob that names
    nothing; a path in a list is taken on trust, and fails by itself later. A URL (`s3://bucket/cvs`)
    is a file, a folder or a glob in storage elsewhere.
    """
    banned = leave_out.absolute() if leave_out else None
    found: dict[str, _Found] = {}
    for path in paths:
        for one in _meant(path, banned):
            found.setdefault(_full(one.path), one)
    common = _common({_full(one.folder) for one in found.values()})
    return [Document(_name(full, common), one.path) for full, one in found.items()]


def _meant(path: str, banned: Path | None) -> Iterator[_Found]:
    if path == "-":
        for line in _lines(sys.stdin.buffer.read()):
            yield from _listed(line, banned)
    elif path.startswith("@"):
        for line in _lines(_list(Path(path[1:]))):
            yield from _listed(line, banned)
    elif remote(path) or Path(path).exists() or Path(path).is_symlink():
        yield from _listed(path, banned)
    else:
        for match in _matches(path):
            yield from _listed(match, banned)


def _matches(path: str) -> list[str]:
    """What a glob matches. Raises ReadError when that is nothing."""
    matches = glob.glob(path, recursive=True)  # noqa: PTH207 (absolute globs, too)
    if not matches:
        what = "matches nothing" if glob.has_magic(path) else "no such file or folder"
        raise ReadError(f"{path}: {what}", "check the name and the folder")
    return sorted(matches)


def _list(path: Path) -> bytes:
    """The bytes of a list of paths."""
    try:
        return path.read_bytes()
    except OSError as error:
        hint = f"a file called @{path} is given as ./@{path}"
        raise ReadError(f"{path}: this list cannot be read: {error.strerror}", hint) from error


def _lines(data: bytes) -> Iterator[str]:
    """Paths, one a line, or with NULs between them, as `find -print0` prints them."""
    for line in data.split(b"\0") if b"\0" in data else data.splitlines():
        if line.strip():
            yield os.fsdecode(line)


def _listed(path: str, banned: Path | None) -> Iterator[_Found]:
    """A folder's documents, or else the file itself."""
    if remote(path):
        yield from _far(path)
        return
    if not Path(path).is_dir():
        yield _Found(path, os.path.dirname(path) or ".")  # noqa: PTH120 (keeps `./`)
        return
    files = sorted(_below(path, banned), key=lambda file: Path(file).parts)
    for file in files:
        yield _Found(file, path)


def _far(url: str) -> Iterator[_Found]:
    """The documents at a URL. A file that is named, by itself or by a glob, may have any suffix."""
    files = below(url)
    named = files == [url] or glob.has_magic(url)
    folder = os.path.commonpath([file.rpartition("/")[0] for file in files]) if named else url
    for file in files:
        name = file.rpartition("/")[2]
        if files == [url] or (
            not name.startswith(".") and (named or Path(name).suffix.lower() in READERS)
        ):
            yield _Found(file, folder)


def _full(path: str) -> str:
    """As a key: a URL as it is, a path from the root on."""
    return path if remote(path) else os.path.abspath(path)  # noqa: PTH100


def _below(folder: str, banned: Path | None) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        raise ReadError(f"{error.filename}: {error.strerror}", "check its permissions") from error

    for at, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and Path(at, name).absolute() != banned
        ]
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in READERS:
                yield os.path.join(at, name)  # noqa: PTH118 (a hundred thousand strings)


def _common(folders: set[str]) -> str:
    """The folder that all have in common; nothing when they lie on different drives."""
    try:
        return os.path.commonpath(folders) if folders else ""
    except ValueError:
        return ""


def _name(full: str, common: str) -> str:
    """A printable name: bytes that are no UTF-8 are written as escapes."""
    name = os.path.relpath(full, common) if common else full
    return name.replace(os.sep, "/").encode("utf-8", "backslashreplace").decode()


def nothing_found() -> CVParseError:
    """What to raise when there is no document at all."""
    return CVParseError(
        "no documents found", f"folders are searched for {', '.join(READERS)}; name others singly"
    )
