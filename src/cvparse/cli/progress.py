"""How far a batch is: a bar on a terminal, elsewhere a line now and then."""

from __future__ import annotations

from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from cvparse.batch import Entry
from cvparse.cli import talk

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_SHOWN = 20
"""So many failures are told as they come; all of them are in `failures.jsonl`."""
_PAUSE = 5.0
"""Seconds between two lines."""


class Progress:
    """Counts documents as they end. `quiet` leaves the failures alone, too: the exit code says it."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self.total = total
        self.quiet = quiet
        self.seen = self.worked = self.failed = 0
        self.began = self.spoke = monotonic()
        self.bar = _bar(total) if talk.terminal() and not quiet else None

    def __enter__(self) -> Self:
        if self.bar:
            self.bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.bar:
            self.bar.stop()

    def saw(self, entry: Entry, *, now: bool) -> None:
        """A document has ended, `now` or in an earlier run."""
        self.seen += 1
        self.worked += now
        if entry.status == "failed":
            self.failed += 1
            self._tell_failure(entry)
        if self.bar:
            self.bar.update(self.bar.task_ids[0], completed=self.seen, told=self._rate())
        elif not self.quiet and monotonic() - self.spoke >= _PAUSE:
            self.spoke = monotonic()
            talk.say(f"{self.seen:,} of {self.total:,} documents, {self._rate()}{self._left()}")

    def _tell_failure(self, entry: Entry) -> None:
        if self.quiet or self.failed > _SHOWN + 1:
            return
        told = f"{entry.path}: {entry.stage}: {entry.cause}: {entry.message}"
        if self.failed > _SHOWN:
            told = "more failures are not told here, but in failures.jsonl"
        if self.bar:
            self.bar.console.print(told, markup=False, highlight=False, soft_wrap=True)
        else:
            talk.say(told)

    def _rate(self) -> str:
        rate = self.worked / max(monotonic() - self.began, 0.001)
        return f"{rate:.1f}/s, {self.failed:,} failed"

    def _left(self) -> str:
        """The time that is left, as far as one can tell."""
        if not self.worked:
            return ""
        seconds = (self.total - self.seen) * (monotonic() - self.began) / self.worked
        return f", {int(seconds) // 60}:{int(seconds) % 60:02} left"


def _bar(total: int) -> Bar:
    """The bar, with the time left and what `told` says."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    bar = Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
    bar.add_task("", total=total, told="")
    return bar
