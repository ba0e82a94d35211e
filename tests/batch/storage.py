"""An S3 server, small and real: buckets over HTTP, each object a file. It believes every key.

It speaks what reading and writing a batch takes: ListObjectsV2, GET with ranges, HEAD, PUT. (moto
would do more, but its botocore holds dateutil below 3.)
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

DATE = "2026-01-02T03:04:05.000Z"


class Server(ThreadingHTTPServer):
    """Objects by `bucket/key`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.objects: dict[str, bytes] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        query = parse_qs(urlsplit(self.path).query, keep_blank_values=True)
        if "list-type" in query:
            self.answer(200, self.listing(query).encode(), {"Content-Type": "application/xml"})
            return
        data = self.server.objects.get(self.key())
        if data is None:
            self.answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
            return
        begin, end = 0, len(data)
        if wanted := self.headers.get("Range", "").removeprefix("bytes="):
            first, _, last = wanted.partition("-")
            begin, end = int(first), min(int(last) + 1, len(data)) if last else len(data)
            about = {"Content-Range": f"bytes {begin}-{end - 1}/{len(data)}"}
            self.answer(206, data[begin:end], about | self.about(data))
            return
        self.answer(200, data, self.about(data))

    do_HEAD = do_GET  # noqa: N815 (as the library names it)

    def do_PUT(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.objects[self.key()] = data
        self.answer(200, b"", self.about(data))

    def key(self) -> str:
        return unquote(urlsplit(self.path).path).strip("/")

    @staticmethod
    def about(data: bytes) -> dict[str, str]:
        tag = hashlib.md5(data, usedforsecurity=False).hexdigest()
        return {"ETag": f'"{tag}"', "Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT"}

    def listing(self, query: dict[str, list[str]]) -> str:
        prefix, delimiter = (query.get(name, [""])[0] for name in ("prefix", "delimiter"))
        bucket = self.key()
        rows, folders = [], set()
        for name, data in sorted(self.server.objects.items()):
            key = name.removeprefix(f"{bucket}/")
            if key == name or not key.startswith(prefix):
                continue
            if delimiter and delimiter in (rest := key[len(prefix) :]):
                folders.add(prefix + rest.partition(delimiter)[0] + delimiter)
                continue
            rows.append(
                f"<Contents><Key>{escape(key)}</Key><LastModified>{DATE}</LastModified>"
                f'<ETag>"x"</ETag><Size>{len(data)}</Size></Contents>'
            )
        rows += [
            f"<CommonPrefixes><Prefix>{escape(folder)}</Prefix></CommonPrefixes>"
            for folder in sorted(folders)
        ]
        return (
            f"<ListBucketResult><Name>{bucket}</Name><Prefix>{escape(prefix)}</Prefix><KeyCount>"
            f"{len(rows)}</KeyCount><IsTruncated>false</IsTruncated>{''.join(rows)}</ListBucketResult>"
        )

    def answer(self, status: int, data: bytes, about: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (about or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def serving() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
