"""The kill drill: killed ten times, at moments that nobody chose, and nothing shows in the end."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
PAGE = """Ada Beispiel
ada{number}@example.org

Education

Ph.D., Computer Science, Example University, 2015 - 2019

Publications

{papers}
"""
PAPER = (
    "A. Beispiel and J. Roe. An Invented Study, Part {n}. Journal of Examples, {n}(3), 2020.\n\n"
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eighty documents of different sizes; one is empty, one is no text, one is there twice."""
    folder = tmp_path_factory.mktemp("cvs")
    for number in range(80):
        papers = "".join(PAPER.format(n=n + 1) for n in range(number % 7))
        (folder / f"{number:03}.txt").write_text(PAGE.format(number=number, papers=papers))
    (folder / "020.txt").write_bytes(b"")
    (folder / "040.txt").write_bytes(bytes(range(256)))
    (folder / "060.txt").write_bytes((folder / "059.txt").read_bytes())
    return folder


def start(*args: object, code: str = "") -> subprocess.Popen[str]:
    """`cvparse batch`, or some Python, in a process that answers for itself."""
    command = ["-c", code] if code else ["-m", "cvparse", "batch"]
    path = os.pathsep.join((str(TESTS.parent / "src"), str(TESTS)))
    return subprocess.Popen(
        [sys.executable, *command, *map(str, args)],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )


def finished(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code and words. Returns when the last process that could say something is gone."""
    _, said = process.communicate(timeout=120)
    return process.returncode, said


def content(folder: Path) -> dict[str, bytes]:
    """All that a user sees in a folder, but for the time it took."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cvparse" not in path.parts and path.name != "summary.json"
    }


def landed(folder: Path) -> int:
    return len(list(folder.glob("0*.json")))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_the_kill_drill(documents: Path, tmp_path: Path) -> None:
    undisturbed, out = tmp_path / "undisturbed", tmp_path / "out"
    assert finished(start(documents, "-o", undisturbed, "-j2"))[0] == 1

    chance = random.Random(6)  # noqa: S311 (the same drill every time)
    for _ in range(10):
        enough = landed(out) + chance.randrange(8)
        process = start(documents, "-o", out, "-j2", "--resume")
        while landed(out) < enough and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.random() / 20)
        process.kill()
        assert finished(process)[0] == -signal.SIGKILL
    assert 0 < landed(out) < 77
    assert finished(start(documents, "-o", out, "-j2", "--resume"))[0] == 1

    assert content(out) == content(undisturbed)
    assert len(content(out)) == 77 + 2
    summary = json.loads((out / "summary.json").read_text())
    assert (summary["done"], summary["failed"], summary["skipped"]) == (77, 2, 1)
    assert summary["earlier"] > 0


@pytest.mark.parametrize("sign", ["SIGINT", "SIGTERM"])
def test_an_interrupted_batch_says_how_to_go_on(documents: Path, tmp_path: Path, sign: str) -> None:
    hanging = documents.parent / "hanging"
    hanging.mkdir(exist_ok=True)
    (hanging / "one.txt").write_text("text")
    (hanging / "two.txt").write_text("hang")
    code = (
        "import sys, trouble; from cvparse.cli import batching\n"
        f"wish = batching.Wish(output={str(tmp_path / 'out')!r}, jobs=2)\n"
        f"sys.exit(batching.run([{str(hanging)!r}], wish, work=trouble.work))"
    )
    process = start("the", "arguments", code=code)
    while not (tmp_path / "out" / "one.json").exists():
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(getattr(signal, sign))
    status, said = finished(process)
    assert status == 130
    assert said.splitlines()[-2:] == [
        "interrupted after 1 of 2 documents",
        "  hint: go on with: cvparse the arguments --resume",
    ]
