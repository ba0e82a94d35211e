"""Buckets of clouds as a file system of fsspec's, by obstore. Imported only where one is meant.

obstore has such a file system itself, but an asynchronous one, whose threads may call into Python
when it is ending, and then the process is aborted (obstore 0.12, one exit in four). This one waits for each
answer. It knows what a batch needs: to list, to look, to read, to put.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import fsspec
import obstore

SCHEMES = ("s3", "s3a", "gs", "az", "abfs")


class Buckets(fsspec.AbstractFileSystem):  # type: ignore[misc]
    """`bucket/key`; what stands before a `/` in keys is a folder."""

    def ls(self, path: str, detail: bool = True, **_: Any) -> list[Any]:
        """Raises FileNotFoundError when there is nothing."""
        bucket, key = self._parted(path)
        told = obstore.list_with_delimiter(self._store(bucket), f"{key}/" if key else None)
        found = [
            {"name": f"{bucket}/{p}", "size": 0, "type": "directory"}
            for p in told["common_prefixes"]
        ]
        found += [_file(bucket, dict(one)) for one in told["objects"]]
        found = found or [self._head(bucket, key)]
        return found if detail else [one["name"] for one in found]

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        """Of one file, without listing its folder. Raises FileNotFoundError."""
        bucket, key = self._parted(path)
        try:
            return self._head(bucket, key)
        except FileNotFoundError:
            if self.ls(path):
                return {"name": f"{bucket}/{key}", "size": 0, "type": "directory"}
            raise

    def put_file(self, lpath: str, rpath: str, **_: Any) -> None:
        bucket, key = self._parted(rpath)
        obstore.put(self._store(bucket), key, Path(lpath))

    def _open(self, path: str, **_: Any) -> io.BytesIO:
        bucket, key = self._parted(path)
        return io.BytesIO(bytes(obstore.get(self._store(bucket), key).bytes()))

    def _parted(self, path: str) -> tuple[str, str]:
        """The bucket, and the key in it."""
        bucket, _, key = self._strip_protocol(path).strip("/").partition("/")
        return bucket, key

    def _head(self, bucket: str, key: str) -> dict[str, Any]:
        if not key:
            raise FileNotFoundError(bucket)
        return _file(bucket, dict(obstore.head(self._store(bucket), key)))

    def _store(self, bucket: str) -> Any:
        """Keys and address are in the environment."""
        return obstore.store.from_url(f"{self.protocol}://{bucket}")


def _file(bucket: str, told: dict[str, Any]) -> dict[str, Any]:
    return {"name": f"{bucket}/{told['path']}", "size": told["size"], "type": "file"}


def register(scheme: str) -> None:
    """Let fsspec know who reads URLs of this scheme."""
    kind = type(f"Buckets_{scheme}", (Buckets,), {"protocol": scheme})
    fsspec.register_implementation(scheme, kind, clobber=True)
