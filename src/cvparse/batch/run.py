"""A batch from beginning to end: every document ends in exactly one of done, failed, skipped."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Protocol

import cvparse
from cvparse.batch import manifest
from cvparse.batch.engines import Engine
from cvparse.batch.failing import Fault
from cvparse.batch.finding import Document
from cvparse.batch.fingerprint import examined
from cvparse.batch.gathering import gather
from cvparse.batch.landing import Shelf, full
from cvparse.batch.manifest import Entry, Manifest, Status
from cvparse.batch.naming import outputs
from cvparse.batch.parsing import parse
from cvparse.batch.reports import report
from cvparse.batch.summary import Summary, summed
from cvparse.batch.task import Failed, Outcome, Parsed, Task, Work
from cvparse.batch.terms import Terms
from cvparse.errors import CVParseError


class Watch(Protocol):
    """Is told of each document as it ends, `now` or, as it turns out, in an earlier run."""

    def __call__(self, entry: Entry, *, now: bool) -> None: ...


def unwatched(entry: Entry, *, now: bool) -> None:
    """Nobody looks."""


def run(
    documents: Sequence[Document],
    folder: Path,
    terms: Terms,
    engine: Engine,
    *,
    work: Work = parse,
    watch: Watch = unwatched,
) -> Summary:
    """Parse documents into a folder. What was done stays done, however the run ends.

    Raises CVParseError for wrong usage, and for what concerns all documents: a folder that
    cannot be written, workers that do not start.
    """
    start = monotonic()
    _allowed(folder, terms)
    if terms.overwrite and not terms.resume:
        manifest.forget(folder)
    with Manifest(folder) as book:
        one = _Run(documents, Shelf(folder, terms.overwrite), terms, book, watch)
        try:
            one.go(engine, work)
        except sqlite3.OperationalError as error:
            hint = "make room, then go on with --resume"
            raise CVParseError(f"{book.path}: cannot be written: {error}", hint) from error
        summary = summed(
            book, given=len(documents), earlier=one.earlier, seconds=monotonic() - start
        )
        try:
            report(book, summary)
            if not one.stopped:
                gather(book, terms)
        except OSError as error:
            raise full(folder, error) from error
    return summary


def _allowed(folder: Path, terms: Terms) -> None:
    """Raises CVParseError when results of an earlier run, or of others, are in the way."""
    terms.ready()
    reports = terms.reports()
    if folder.exists() and not folder.is_dir():
        raise CVParseError(f"{folder}: a file, expected a folder", "name another -o")
    if manifest.place(folder).exists():
        if not (terms.resume or terms.overwrite):
            hint = "--resume goes on with it, --overwrite begins anew"
            raise CVParseError(f"{folder}: holds an earlier batch", hint)
        return
    for name in reports:
        if (folder / name).exists() and not terms.overwrite:
            hint = "use --overwrite to replace it, or name another -o"
            raise CVParseError(f"{folder / name}: exists, and no batch wrote it", hint)


class _Run:
    """One run of a batch."""

    def __init__(
        self,
        documents: Sequence[Document],
        shelf: Shelf,
        terms: Terms,
        book: Manifest,
        watch: Watch,
    ) -> None:
        self.documents = documents
        names = [document.name for document in documents]
        self.outputs = list(outputs(names, keep_dirs=terms.keep_dirs, reserved=terms.reports()))
        self.shelf = shelf
        self.terms = terms
        self.book = book
        self.watch = watch
        self.earlier = 0
        self.stopped = False
        self.seen: dict[str, str] = {}

    def go(self, engine: Engine, work: Work) -> None:
        """All documents, or those up to the first failure."""
        with closing(engine.run(work, self.tasks())) as outcomes:
            for outcome in outcomes:
                self.settle(outcome)
                if self.stopped:
                    return

    def tasks(self) -> Iterator[Task]:
        """The documents that are to be parsed; the others are settled here, on the way."""
        for number, document in enumerate(self.documents):
            if self.stopped:
                return
            task = Task(number, document.name, document.path, "")
            try:
                task = replace(task, sha256=examined(document.path, self.terms.most))
            except Fault as fault:
                self.settle(Failed(task, fault.stage, fault.cause, fault.message))
                continue
            if not (self.same(task) or self.done_before(task)):
                yield task

    def same(self, task: Task) -> bool:
        """Is this the content of an earlier document? Then it is skipped, unless wanted."""
        first = self.seen.setdefault(task.sha256, task.name)
        if first == task.name or self.terms.keep_duplicates:
            return False
        self.enter(task, replace(_entry(task, "skipped"), same_as=first))
        return True

    def done_before(self, task: Task) -> bool:
        """Did an earlier run parse this content, with this version, and is the result there?"""
        known = self.book.known(task.name)
        if known is None or (known.status, known.sha256) != ("done", task.sha256):
            return False
        if known.version != cvparse.__version__:
            return False
        output = self.outputs[task.number]
        kept = self.terms.to != "files" and self.book.holds(task.name)
        if not kept and not (self.terms.to == "files" and self.shelf.has(known, output)):
            return False
        self.book.keep(task.number, task.name)
        self.earlier += 1
        self.watch(known, now=False)
        return True

    def settle(self, outcome: Outcome) -> None:
        """What a document ends in, written down."""
        if isinstance(outcome, Parsed):
            outcome = self.landed(outcome) or outcome
        if isinstance(outcome, Failed):
            self.enter(outcome.task, _failed(outcome))
            self.stopped = self.terms.fail_fast
            return
        filed = self.terms.to == "files"
        entry = replace(
            _entry(outcome.task, "done"),
            output=self.outputs[outcome.task.number] if filed else "",
            size=len(outcome.data),
            records=outcome.records,
            unclaimed=outcome.unclaimed,
            seconds=outcome.seconds,
        )
        self.enter(outcome.task, entry, None if filed else outcome.data)

    def landed(self, outcome: Parsed) -> Failed | None:
        """Put a result where it belongs; a failure when that cannot be done."""
        if self.terms.to == "files":
            try:
                self.shelf.put(
                    self.outputs[outcome.task.number], outcome.data, self.before(outcome.task)
                )
            except Fault as fault:
                return Failed(
                    outcome.task, fault.stage, fault.cause, fault.message, outcome.seconds
                )
        return None

    def before(self, task: Task) -> Entry | None:
        """What an earlier run made of a document."""
        return self.book.known(task.name) if self.terms.resume else None

    def enter(self, task: Task, entry: Entry, data: bytes | None = None) -> None:
        known = self.before(task)
        if known and known.output != entry.output:
            self.shelf.drop(known)
        self.book.enter(task.number, entry, data)
        self.watch(entry, now=True)


def _entry(task: Task, status: Status) -> Entry:
    path = task.path.encode("utf-8", "backslashreplace").decode()
    return Entry(name=task.name, path=path, sha256=task.sha256, status=status)


def _failed(outcome: Failed) -> Entry:
    return replace(
        _entry(outcome.task, "failed"),
        stage=outcome.stage,
        cause=outcome.cause,
        message=outcome.message.encode("utf-8", "backslashreplace").decode(),
        seconds=outcome.seconds,
    )
