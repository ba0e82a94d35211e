"""Storage that is no folder of this machine: `s3://bucket/cvs`, `gs://…`, `az://…`, whatever fsspec reads.

For `s3`, `gs` and `az` the extra `dask` brings obstore; if a file system of fsspec's own is installed
(s3fs, gcsfs, adlfs), that one is used. Keys and addresses are taken from the environment
(`AWS_ACCESS_KEY_ID`, `AWS_ENDPOINT_URL`, …), here and on every worker.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from cvparse.errors import CVParseError, MissingExtraError, ReadError

_CHUNK = 1 << 20


def remote(path: str) -> bool:
    """Is this a URL rather than a path?"""
    scheme, mark, _ = path.partition("://")
    return bool(mark) and scheme.isalnum()


def below(url: str) -> list[str]:
    """The files in a folder at any depth, those a glob matches, or the file itself; sorted.

    Raises ReadError when there are none, or the storage does not answer.
    """
    try:
        system, path = _opened(url)
        found = system.glob(path) if any(sign in path for sign in "*?[") else system.find(path)
        urls = sorted(system.unstrip_protocol(one) for one in found)
    except (MissingExtraError, ReadError):
        raise
    except Exception as error:
        raise _unreachable(url, error) from error
    if not urls:
        raise ReadError(f"{url}: no such file or folder, or nothing in it", "check the name")
    return urls


def size(url: str) -> int:
    """In bytes. Raises OSError as files do."""
    with _as_files_do():
        system, path = _opened(url)
        return int(system.size(path))


def opened(url: str) -> BinaryIO:
    """Open to read bytes. Raises OSError as files do."""
    with _as_files_do():
        system, path = _opened(url)
        file: BinaryIO = system.open(path, "rb")
        return file


@contextmanager
def _as_files_do() -> Iterator[None]:
    """Storage has errors of many sorts."""
    try:
        yield
    except (OSError, CVParseError):
        raise
    except Exception as error:
        raise OSError(None, _line(error)) from error


@contextmanager
def fetched(url: str) -> Iterator[Path]:
    """A copy on this machine, of the same name, as long as it is needed. Raises ReadError."""
    with tempfile.TemporaryDirectory(prefix="cvparse-") as folder:
        copy = Path(folder) / url.rpartition("/")[2]
        try:
            with _as_files_do(), opened(url) as file, copy.open("wb") as here:
                shutil.copyfileobj(file, here, _CHUNK)
        except OSError as error:
            raise ReadError(f"{url}: {error.strerror or _line(error)}", "try again") from error
        yield copy


def taken(url: str, name: str) -> bool:
    """Is there a file of this name in that folder?"""
    try:
        system, path = _opened(url.rstrip("/") + "/" + name)
        return bool(system.exists(path))
    except MissingExtraError:
        raise
    except Exception as error:
        raise _unreachable(url, error) from error


def send(folder: Path, url: str, last: str) -> None:
    """All files of a folder, hidden ones excepted; `last` at the end, as a sign that all is there.

    Raises CVParseError when the storage does not take them.
    """
    inside = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    files = sorted(path for path in inside if not path.parts[0].startswith("."))
    files.sort(key=lambda path: path.as_posix() == last)
    try:
        system, root = _opened(url)
        for file in files:
            target = f"{root.rstrip('/')}/{file.as_posix()}"
            system.makedirs(target.rpartition("/")[0], exist_ok=True)
            system.put_file(str(folder / file), target)
    except MissingExtraError:
        raise
    except Exception as error:
        kept = f"the results are in {folder}; mend it, then go on with --resume"
        raise CVParseError(f"{url}: cannot be written: {_line(error)}", kept) from error


def staging(url: str) -> Path:
    """The folder on this machine in which a batch is made that goes to a URL."""
    cache_home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    mark = hashlib.sha256(url.rstrip("/").encode()).hexdigest()[:16]
    return Path(cache_home) / "cvparse" / "batches" / mark


def _opened(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it."""
    scheme = url.partition("://")[0]
    core = _fsspec(scheme)
    system, path = core.url_to_fs(url)
    return system, path


@cache
def _fsspec(scheme: str) -> Any:
    """fsspec, knowing this scheme. Raises MissingExtraError when it cannot."""
    try:
        from fsspec import core, get_filesystem_class
    except ImportError as error:
        message = f"{scheme}://: fsspec is not installed"
        raise MissingExtraError(message, 'pip install "cvparse[dask]"') from error
    try:
        get_filesystem_class(scheme)
    except ImportError as error:
        _register(scheme, error)
    except ValueError as error:
        raise ReadError(f"{scheme}://: no storage that fsspec knows", "check the name") from error
    return core


def _register(scheme: str, missing: ImportError) -> None:
    """Raises MissingExtraError when we have nothing for this scheme either."""
    try:
        from cvparse.batch import buckets
    except ImportError as error:
        message = f"{scheme}://: obstore is not installed"
        raise MissingExtraError(message, 'pip install "cvparse[dask]"') from error
    if scheme not in buckets.SCHEMES:
        raise MissingExtraError(f"{scheme}://: {missing}", "install it") from missing
    buckets.register(scheme)


def _unreachable(url: str, error: Exception) -> ReadError:
    hint = "check the name, the keys and the address of the storage"
    return ReadError(f"{url}: cannot be looked at: {_line(error)}", hint)


def _line(error: Exception) -> str:
    """The first line of what a storage says: some send pages."""
    return f"{type(error).__name__}: {str(error).strip().partition(chr(10))[0][:200]}"
