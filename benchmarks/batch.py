"""What a batch gains, and what it costs, beside the loop that everybody would write.

    .venv/bin/python benchmarks/batch.py --documents 5000

Invented documents (`documents.py`), each arm in a process of its own, in one run: half of the loop,
the batch, the other half of the loop. Wall times are worth something on a quiet machine only;
what a batch costs by itself is seen where it has nothing to parse.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import documents

Told = dict[str, float]


def loop(paths: Sequence[str], out: Path) -> Told:
    """One process, one file after the other."""
    from cvparse import parse_file
    from cvparse.exporters import export

    for path in paths:
        data = export(parse_file(path)).data
        (out / (Path(path).name + ".json")).write_bytes(data)
    return {}


def batch(paths: Sequence[str], out: Path, engine: str = "local", work: Any = None) -> Told:
    """The batch with two workers; of its parent, the memory after a thousand documents and at the
    end, and the processor time for each document once the first is done.
    """
    from cvparse.batch import Document, Terms, run
    from cvparse.batch.engines import Local
    from cvparse.batch.engines.dask import Dask
    from cvparse.batch.parsing import parse

    memory: list[float] = []
    clock: list[float] = []

    def watch(*_: Any, **__: Any) -> None:
        memory.append(megabytes())
        clock.append(time.process_time())

    local = Local(jobs=2)
    found = [Document(Path(path).name, path) for path in paths]
    chosen = local if engine == "local" else Dask(local=local)
    terms = Terms(keep_duplicates=True)
    summary = run(found, out, terms, chosen, work=work or parse, watch=watch)
    if summary.done != len(paths):
        raise SystemExit(f"{len(paths) - summary.done} documents were not done")
    own = (clock[-1] - clock[0]) * 1000 / max(len(clock) - 1, 1)
    return {"early": memory[min(1000, len(memory)) - 1], "late": memory[-1], "own": own}


def idle(paths: Sequence[str], out: Path) -> Told:
    """The batch, with nothing to parse: what it costs by itself."""
    return batch(paths, out, work=unparsed)


def unparsed(task: Any) -> Any:
    """A result of the usual size."""
    from cvparse.batch import Parsed

    return Parsed(task, b'{"tool": {"name": "cvparse"}, "text": "%s"}' % (b"x" * 50_000))


def dask(paths: Sequence[str], out: Path) -> Told:
    return batch(paths, out, "dask")


def megabytes() -> float:
    """What this process has in memory now (Linux; elsewhere nothing is told)."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / 2**20


ARMS: dict[str, Callable[[Sequence[str], Path], Told]] = {
    "loop": loop,
    "batch": batch,
    "idle": idle,
    "dask": dask,
}


def arm(name: str, folder: Path, first: int, last: int) -> Told:
    """In a process of its own: seconds on the wall, processor milliseconds of all it started."""
    before = _milliseconds()
    with tempfile.TemporaryDirectory(dir=folder.parent) as out:
        command = [sys.executable, __file__, "--arm", name, str(folder), str(first), str(last), out]
        start = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        wall = time.perf_counter() - start
        with contextlib.suppress(ChildProcessError):
            while True:  # grandchildren: ours, as their parents are gone
                os.waitpid(-1, 0)
    told: Told = json.loads(done.stdout)
    return told | {"wall": wall, "cpu": _milliseconds() - before}


def _milliseconds() -> float:
    """Of processor time that all children took that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def adopt() -> None:
    """Be told of the end of grandchildren, too (Linux): workers outlive those who started them."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def sinks(folder: Path, paths: Sequence[str]) -> None:
    """The same results as one file of all, and as tables: size, and documents a second."""
    from cvparse import parse_file
    from cvparse.batch import Done, tables
    from cvparse.batch.sinks import SINKS
    from cvparse.exporters import export

    done = [
        Done(Path(path).name, f"{n:064x}", export(parse_file(path)).data)
        for n, path in enumerate(paths)
    ]
    print(f"\n{len(done)} of them as{'':<10}{'MB':>9}{'of files':>11}{'documents/s':>14}")
    files = sum(len(one.data) for one in done)
    print(f"{'files':<18}{files / 1e6:>9.2f}{1:>11.3f}")
    for name in (*SINKS, *(f"tables {form}" for form in tables.FORMS)):
        with tempfile.TemporaryDirectory(dir=folder.parent) as place:
            start = time.process_time()
            if name in SINKS:
                SINKS[name].write(done, Path(place) / "cvs")
            else:
                tables.write(done, Path(place), name.split()[1])
            rate = len(done) / (time.process_time() - start)
            size = sum(file.stat().st_size for file in Path(place).iterdir())
        print(f"{name:<18}{size / 1e6:>9.2f}{size / files:>11.3f}{rate:>14.0f}")


def compare(folder: Path, count: int, others: Sequence[str]) -> None:
    half = count // 2
    before = arm("loop", folder, 0, half)
    arms = {name: arm(name, folder, 0, count) for name in ("batch", "idle", *others)}
    after = arm("loop", folder, half, count)
    wall, cpu = before["wall"] + after["wall"], before["cpu"] + after["cpu"]
    print(f"{'':<46}{'loop':>10}" + "".join(f"{name:>10}" for name in arms) + "   target")

    def row(what: str, yardstick: float | str, cells: Sequence[float], target: str = "") -> None:
        shown = f"{yardstick:>10.1f}" if isinstance(yardstick, float) else f"{yardstick:>10}"
        print(f"{what:<46}{shown}" + "".join(f"{cell:>10.2f}" for cell in cells) + f"   {target}")

    each = arms.values()
    row("documents a second, by the wall", count / wall, [count / one["wall"] for one in each])
    row("  times the loop (two processes)", "", [wall / one["wall"] for one in each], ">= 1.7")
    row("processor ms a document, all processes", cpu / count, [o["cpu"] / count for o in each])
    row("  times the loop", "", [one["cpu"] / cpu for one in each])
    row("processor ms a document, the parent's own", "", [one["own"] for one in each], "<= 1")
    row("parent's MB after 1,000 documents", "", [one["early"] for one in each])
    row("parent's MB at the end", "", [one["late"] for one in each], "+- 20")


def main() -> None:
    if sys.argv[1:2] == ["--arm"]:
        name, place, first, last, out = sys.argv[2:]
        paths = sorted(str(path) for path in Path(place).iterdir())[int(first) : int(last)]
        print(json.dumps(ARMS[name](paths, Path(out))))
        return
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ask.add_argument("--documents", type=int, default=5000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--dask", action="store_true", help="a Dask cluster on this machine, too")
    ask.add_argument("--sinks", type=int, default=500, help="so many for the table of forms")
    told = ask.parse_args()
    adopt()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "documents"
        folder.mkdir()
        for document in documents.make(told.seed, told.documents):
            (folder / document.name).write_bytes(document.data)
        print(f"{told.documents} invented documents, load {os.getloadavg()[0]:.1f}\n", flush=True)
        compare(folder, told.documents, ["dask"] if told.dask else [])
        sinks(folder, sorted(str(path) for path in folder.iterdir())[: told.sinks])


if __name__ == "__main__":
    main()
