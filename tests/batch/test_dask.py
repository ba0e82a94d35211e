"""The Dask engine on a real cluster: a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from cvparse.batch import Failed, Outcome, Parsed, Task
from cvparse.batch.engines import Local
from cvparse.batch.engines.dask import Dask
from cvparse.errors import ClusterError, MissingExtraError
from trouble import work

LIMITS = Local(jobs=2, timeout=2, memory=512 << 20)
TROUBLE = {3: "raise", 9: "exit 7", 25: "hang", 30: "allocate"}


class Cluster:
    """What `dask scheduler` and `dask worker` start on the command line."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack
        at = folder / "scheduler.json"
        self.start("scheduler", "--scheduler-file", str(at), "--port", "0", "--no-dashboard")
        self.workers = [self.worker(at) for _ in range(2)]
        self.address = self.awaited(at)

    def worker(self, at: Path) -> subprocess.Popen[bytes]:
        options = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder))
        return self.start("worker", "--scheduler-file", str(at), *options)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        folders = [str(Path(__file__).resolve().parents[1]), *sys.path]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(folders)}
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *command, "--host", "127.0.0.1"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.stack.callback(self.stop, process)
        return process

    @staticmethod
    def stop(process: subprocess.Popen[bytes]) -> None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    @staticmethod
    def awaited(at: Path) -> str:
        for _ in range(300):
            if at.exists() and at.stat().st_size:
                return str(json.loads(at.read_text())["address"])
            time.sleep(0.1)
        raise TimeoutError("no scheduler")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(tmp_path_factory.mktemp("cluster"), stack)


def tasks(folder: Path) -> list[Task]:
    folder.mkdir(exist_ok=True)
    made = []
    for number in range(40):
        path = folder / f"{number}.txt"
        path.write_text(TROUBLE.get(number, f"text {number}"))
        made.append(Task(number, path.name, str(path), ""))
    return made


def told(outcomes: Iterator[Outcome]) -> list[Outcome]:
    """In order, and without the seconds, which nobody can repeat."""
    found = [replace(outcome, seconds=0.0) for outcome in outcomes]
    return sorted(found, key=lambda outcome: outcome.task.number)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    return told(LIMITS.run(work, tasks(tmp_path_factory.getbasetemp() / "documents")))


def test_outcomes_are_those_of_the_local_engine_though_a_worker_is_killed(
    cluster: Cluster, local: list[Outcome]
) -> None:
    given = [outcome.task for outcome in local]
    found = []
    killed = False
    for outcome in Dask(cluster.address, LIMITS, handful=4).run(work, given):
        found.append(outcome)
        if len(found) == 15:
            os.killpg(cluster.workers[0].pid, signal.SIGKILL)
            killed = True
    assert killed
    assert told(iter(found)) == local
    assert [o.task.number for o in local if isinstance(o, Failed)] == sorted(TROUBLE)


def test_tasks_are_pulled_as_there_is_room(cluster: Cluster, tmp_path: Path) -> None:
    pulled: list[int] = []

    def watched() -> Iterator[Task]:
        for task in tasks(tmp_path):
            if task.number not in TROUBLE:
                pulled.append(task.number)
                yield task

    for seen, outcome in enumerate(Dask(cluster.address, LIMITS, 4).run(work, watched()), 1):
        assert isinstance(outcome, Parsed)
        assert len(pulled) <= seen + 4 * 2 * 2
    assert len(pulled) == 40 - len(TROUBLE)


def test_without_an_address_there_is_a_cluster_of_our_own(tmp_path: Path) -> None:
    given = tasks(tmp_path)[:3]
    done = told(Dask(local=replace(LIMITS, jobs=1)).run(work, given))
    assert [o.data for o in done if isinstance(o, Parsed)] == [b"text 0", b"text 1", b"text 2"]


def test_a_scheduler_that_is_not_there() -> None:
    with pytest.raises(ClusterError, match="no scheduler answers"):
        next(Dask("tcp://127.0.0.1:1", patience=1).run(work, []))


def test_another_version_on_the_workers_is_refused(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cvparse.__version__", "0.0.0")
    with pytest.raises(ClusterError, match=r"a worker has cvparse .*, this is 0\.0\.0"):
        next(Dask(cluster.address, LIMITS).run(work, tasks(tmp_path)))


def test_without_dask_the_pip_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError) as caught:
        next(Dask().run(work, []))
    assert caught.value.hint == 'pip install "cvparse[dask]"'
