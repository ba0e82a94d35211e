"""`cvparse batch`: the documents of folders into a folder, with progress, and a summary at the end."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from cvparse.batch import Summary, Terms, Work, find
from cvparse.batch import run as run_batch
from cvparse.batch.engines import Engine, Local
from cvparse.batch.engines.dask import Dask
from cvparse.batch.finding import nothing_found
from cvparse.batch.parsing import parse
from cvparse.batch.remote import remote, send, staging, taken
from cvparse.batch.reports import MANIFEST
from cvparse.cli import talk
from cvparse.cli.progress import Progress
from cvparse.errors import CVParseError
from cvparse.files import replace


@dataclass(frozen=True, kw_only=True)
class Wish:
    """The options of `batch`. `memory` and `max_size` are in megabytes."""

    output: str
    to: str = "files"
    tables: str | None = None
    provenance: bool = False
    jobs: int | None = None
    engine: str = "local"
    scheduler: str | None = None
    keep_dirs: bool = False
    keep_duplicates: bool = False
    resume: bool = False
    overwrite: bool = False
    fail_fast: bool = False
    timeout: float = 60.0
    memory: int = 2048
    max_size: int = 100
    summary: str | None = None
    quiet: bool = False

    def terms(self) -> Terms:
        return Terms(
            to=self.to,
            tables=self.tables,
            provenance=self.provenance,
            keep_dirs=self.keep_dirs,
            keep_duplicates=self.keep_duplicates,
            resume=self.resume,
            overwrite=self.overwrite,
            fail_fast=self.fail_fast,
            most=self.max_size << 20,
        )

    def machines(self) -> Engine:
        """Where documents are parsed. Raises CVParseError when there is no such engine."""
        local = Local(
            jobs=self.jobs or os.cpu_count() or 1, timeout=self.timeout, memory=self.memory << 20
        )
        if self.engine == "dask":
            return Dask(self.scheduler, local)
        if self.engine != "local":
            raise CVParseError(f"{self.engine!r} is no engine", "known: local, dask")
        if self.scheduler is not None:
            raise CVParseError("--scheduler is for --engine dask", "add it, or leave this out")
        return local


def run(paths: list[str], wish: Wish, work: Work = parse) -> int:
    """The exit code. Raises CVParseError for what concerns all documents."""
    folder = _folder(wish)
    if wish.resume and wish.overwrite:
        raise CVParseError("--resume goes on, --overwrite begins anew", "choose one of them")
    if wish.provenance and wish.tables is None:
        raise CVParseError("--provenance is for --tables", "add --tables csv or --tables parquet")
    engine = wish.machines()
    documents = find(paths, leave_out=folder)
    if not documents:
        raise nothing_found()
    progress = Progress(len(documents), quiet=wish.quiet)
    try:
        with _ended_by_signals(), progress:
            summary = run_batch(
                documents, folder, wish.terms(), engine, work=work, watch=progress.saw
            )
    except KeyboardInterrupt:
        talk.say(f"interrupted after {progress.seen:,} of {len(documents):,} documents")
        talk.say(f"  hint: go on with: {_again()}")
        return 130
    if remote(wish.output):
        send(folder, wish.output, MANIFEST)
        if summary.done + summary.skipped == summary.given:  # nothing to come back for
            shutil.rmtree(folder)
    _tell(summary, wish)
    return 1 if summary.failed else 0


def _folder(wish: Wish) -> Path:
    """Where the batch is made: in the folder it is to be in, or, for a URL, in one of this machine
    until it is complete. Raises CVParseError when an earlier batch lies at the URL.
    """
    if not remote(wish.output):
        return Path(wish.output)
    if not (wish.resume or wish.overwrite) and taken(wish.output, MANIFEST):
        hint = "--resume goes on with it, --overwrite begins anew"
        raise CVParseError(f"{wish.output}: holds an earlier batch", hint)
    return staging(wish.output)


def _tell(summary: Summary, wish: Wish) -> None:
    if not wish.quiet:
        for line in summary.lines():
            talk.say(line)
        if summary.failed:
            talk.say(f"  what failed, and why: {wish.output.rstrip('/')}/failures.jsonl")
        if summary.done + summary.failed + summary.skipped < summary.given:
            talk.say(f"  hint: stopped early; go on with: {_again()}")
    if wish.summary is None:
        return
    path = Path(wish.summary)
    try:
        replace(path, (json.dumps(summary.data(), ensure_ascii=False, indent=2) + "\n").encode())
    except OSError as error:
        hint = "name another --summary"
        raise CVParseError(f"{path}: cannot be written: {error.strerror}", hint) from error


def _again() -> str:
    """The command that goes on where this one stops."""
    words = [word for word in sys.argv[1:] if word not in ("--resume", "--overwrite")]
    return shlex.join(["cvparse", *words, "--resume"])


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """To be told to end (by `kill`, by a cluster) is to be interrupted."""

    def interrupt(*_: Any) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
