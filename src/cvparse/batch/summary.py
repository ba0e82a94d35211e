"""The closing summary of a batch: how many of what, what failed and why, what took longest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import cvparse
from cvparse.batch.manifest import Manifest

_OURS = "FROM documents WHERE place IS NOT NULL"
_SLOWEST = 5


@dataclass(frozen=True, kw_only=True)
class Summary:
    """`given` documents are `done`, `failed` or `skipped`, unless the run was stopped early;
    `earlier` counts those of them that an earlier run had done. `unclaimed` is in characters,
    `seconds` is the run's own time, `slowest` maps documents to their seconds.
    """

    given: int
    done: int
    failed: int
    skipped: int
    earlier: int
    records: Mapping[str, int]
    failures: Mapping[str, int]
    unclaimed: int
    slowest: Mapping[str, float]
    seconds: float

    def data(self) -> dict[str, Any]:
        """As it stands in `summary.json`."""
        return {"tool": {"name": "cvparse", "version": cvparse.__version__}, **asdict(self)}

    def lines(self) -> Iterator[str]:
        """As it is told to people."""
        yield (
            f"{self.given:,} documents in {_clock(self.seconds)}: {self.done:,} done, "
            f"{self.failed:,} failed, {self.skipped:,} skipped"
        )
        if self.earlier:
            yield f"  done by an earlier run: {self.earlier:,}"
        if self.records:
            yield f"  records: {_counted(self.records)}"
        if self.failures:
            yield f"  failures: {_counted(self.failures)}"
        if self.done:
            yield f"  unclaimed text: {self.unclaimed:,} characters"
        if self.slowest:
            slow = (f"{name} {seconds:.2f} s" for name, seconds in self.slowest.items())
            yield f"  slowest: {', '.join(slow)}"


def summed(manifest: Manifest, *, given: int, earlier: int, seconds: float) -> Summary:
    """What the manifest says of this run's documents."""
    ask = manifest.asked
    by_status = dict(ask(f"SELECT status, COUNT(*) {_OURS} GROUP BY status"))
    by_cause = ask(f"SELECT cause, COUNT(*) {_OURS} AND status = 'failed' GROUP BY cause")
    ((unclaimed,),) = ask(f"SELECT TOTAL(unclaimed) {_OURS}")
    slowest = ask(f"SELECT name, seconds {_OURS} ORDER BY seconds DESC, name LIMIT {_SLOWEST}")
    return Summary(
        given=given,
        done=by_status.get("done", 0),
        failed=by_status.get("failed", 0),
        skipped=by_status.get("skipped", 0),
        earlier=earlier,
        records=_records(manifest),
        failures=dict(sorted(by_cause, key=lambda row: (-row[1], row[0]))),
        unclaimed=int(unclaimed),
        slowest={name: round(took, 3) for name, took in slowest if took},
        seconds=round(seconds, 3),
    )


def _records(manifest: Manifest) -> dict[str, int]:
    """How many records of each kind, in the order of the contract."""
    from cvparse.cv import KEYS

    found = dict(
        manifest.asked(
            "SELECT key, SUM(value) FROM documents, json_each(documents.records) "
            "WHERE place IS NOT NULL GROUP BY key"
        )
    )
    return {key: found[key] for key in KEYS if key in found}


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in counts.items())


def _clock(seconds: float) -> str:
    """`12.3 s`, `4:05`, `2:03:04`."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
