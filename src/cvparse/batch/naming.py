"""What the results of documents are called in the folder of a batch."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

SUFFIX = ".json"


def outputs(
    names: Sequence[str], *, keep_dirs: bool, reserved: Iterable[str] = ()
) -> Iterator[str]:
    """A name for the result of each document, no two alike, whatever the file system thinks of
    capitals: `cv.json` for `smith/cv.txt`, or `smith/cv.json` with `keep_dirs`.

    Documents that would share one get a mark made of their own name: `cv-5f0c3a1b9d2e.json`.
    """
    wished = Counter(_wished(name, keep_dirs).casefold() for name in names)
    wished.update(name.casefold() for name in reserved)
    for name in names:
        plain = _wished(name, keep_dirs)
        yield plain if wished[plain.casefold()] == 1 else _marked(plain, name)


def _wished(name: str, keep_dirs: bool) -> str:
    path = PurePosixPath(name)
    path = path.with_name(path.stem + SUFFIX)
    return str(path) if keep_dirs else path.name


def _marked(plain: str, name: str) -> str:
    mark = hashlib.sha256(name.encode()).hexdigest()[:12]
    return f"{plain.removesuffix(SUFFIX)}-{mark}{SUFFIX}"
