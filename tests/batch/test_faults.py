"""The fault drill: among 300 documents are seven bad ones of all sorts, and 293 are done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cvparse.cli import batching
from trouble import parse

PAGE = """Ada Beispiel
ada{number}@example.org

Education

Ph.D., Computer Science, Example University, 2015 - 2019
"""
BAD = {
    "017": (b"raise Ada Beispiel", "parse", "raised"),
    "044": (b"exit 9", "parse", "crashed"),
    "101": (b"hang", "parse", "timed out"),
    "150": (b"allocate", "parse", "out of memory"),
    "222": (None, "read", "unreadable"),
    "250": (bytes(range(256)) * 40, "read", "unreadable"),
    "299": (b"", "read", "empty"),
}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "cvs"
    folder.mkdir()
    for number in range(300):
        path = folder / f"{number:03}.txt"
        data, *_ = BAD.get(path.stem, (PAGE.format(number=number).encode(), "", ""))
        if data is None:
            path.symlink_to("nowhere.txt")
        else:
            path.write_bytes(data)
    return folder


def test_the_fault_drill(
    documents: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    wish = batching.Wish(output=str(out), jobs=2, timeout=3, memory=1024)
    assert batching.run([str(documents)], wish, work=parse) == 1

    entries = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
    assert [entry["name"] for entry in entries] == [f"{n:03}.txt" for n in range(300)]
    done = {entry["output"] for entry in entries if entry["status"] == "done"}
    reports = {"manifest.jsonl", "failures.jsonl", "summary.json", ".cvparse"}
    assert {path.name for path in out.iterdir()} == done | reports
    assert len(done) == 293
    failures = [json.loads(line) for line in (out / "failures.jsonl").read_text().splitlines()]
    assert failures == [entry for entry in entries if entry["status"] == "failed"]
    told = {Path(f["path"]).stem: (f["stage"], f["cause"]) for f in failures}
    assert told == {name: (stage, cause) for name, (_, stage, cause) in BAD.items()}

    said = capfd.readouterr().err
    assert "293 done, 7 failed, 0 skipped" in said
    logs = said + (out / "failures.jsonl").read_text() + (out / "manifest.jsonl").read_text()
    assert "Beispiel" not in logs, "no word of a document in a log"
    summary = json.loads((out / "summary.json").read_text())
    assert summary["failures"]["unreadable"] == 2
    assert summary["records"] == {"education": 293}
