"""A batch as a whole: what is kept of an earlier run, whose files are left alone, what is skipped."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import cvparse
from cvparse.batch import Failed, Outcome, Parsed, Summary, Task, Terms, Work, find, run
from cvparse.batch.failing import attempt
from cvparse.batch.manifest import Manifest
from cvparse.batch.parsing import parse
from cvparse.errors import CVParseError
from trouble import work


@dataclass
class Here:
    """An engine of no processes at all; remembers what it was given."""

    worked: list[str] = field(default_factory=list)

    def run(self, work: Work, tasks: Iterable[Task]) -> Generator[Outcome]:
        for task in tasks:
            self.worked.append(task.name)
            yield attempt(work, task)


@pytest.fixture
def cvs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "cvs"
    folder.mkdir()
    for name in ("one", "two", "three"):
        (folder / f"{name}.txt").write_text(f"{name}\n")
    return folder


@pytest.fixture
def go(cvs: Path) -> Callable[..., tuple[Summary, list[str]]]:
    """Run a batch of the folder; the summary, and what was worked on."""

    def go(work: Work = work, **terms: Any) -> tuple[Summary, list[str]]:
        engine = Here()
        summary = run(find([str(cvs)]), Path("out"), Terms(**terms), engine, work=work)
        return summary, engine.worked

    return go


Go = Callable[..., tuple[Summary, list[str]]]


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path("out", name).read_text().splitlines()]


def test_a_file_each(go: Go) -> None:
    summary, _ = go()
    assert (summary.given, summary.done) == (3, 3)
    assert Path("out/two.json").read_text() == "two\n"
    assert [line["name"] for line in lines("manifest.jsonl")] == ["one.txt", "three.txt", "two.txt"]
    assert lines("failures.jsonl") == []


def test_resume_does_what_is_left(cvs: Path, go: Go) -> None:
    (cvs / "two.txt").write_text("raise\n")
    assert go()[0].failed == 1
    Path("out/one.json").unlink()
    (cvs / "three.txt").write_text("other\n")
    (cvs / "two.txt").write_text("two\n")
    (cvs / "four.txt").write_text("four\n")
    summary, worked = go(resume=True)
    assert (summary.done, summary.failed, summary.earlier) == (4, 0, 0)
    assert worked == ["four.txt", "one.txt", "three.txt", "two.txt"]
    assert Path("out/three.json").read_text() == "other\n"
    assert go(resume=True)[1] == []
    assert go(resume=True)[0].earlier == 4


def test_another_version_parses_again(go: Go, monkeypatch: pytest.MonkeyPatch) -> None:
    go()
    monkeypatch.setattr(cvparse, "__version__", "99")
    assert len(go(resume=True)[1]) == 3


def test_a_result_that_no_longer_holds_is_taken_away(cvs: Path, go: Go) -> None:
    go()
    (cvs / "two.txt").write_text("raise\n")
    assert go(resume=True)[0].failed == 1
    assert not Path("out/two.json").exists()


def test_an_earlier_batch_is_not_replaced_unasked(go: Go) -> None:
    go()
    with pytest.raises(CVParseError, match="holds an earlier batch") as caught:
        go()
    assert "--resume" in caught.value.hint
    assert len(go(overwrite=True)[1]) == 3


def test_a_file_of_somebody_else_is_left_alone(go: Go) -> None:
    Path("out").mkdir()
    Path("out/two.json").write_text("mine")
    summary, _ = go()
    assert (summary.done, summary.failures) == (2, {"in the way": 1})
    assert Path("out/two.json").read_text() == "mine"
    assert go(overwrite=True)[0].done == 3
    assert Path("out/two.json").read_text() == "two\n"


def test_a_report_of_somebody_else_is_left_alone(go: Go) -> None:
    Path("out").mkdir()
    Path("out/summary.json").write_text("mine")
    with pytest.raises(CVParseError, match="no batch wrote it"):
        go()
    assert Path("out/summary.json").read_text() == "mine"


def test_one_run_at_a_time(go: Go) -> None:
    with Manifest(Path("out")), pytest.raises(CVParseError, match="cannot be used") as caught:
        go(resume=True)
    assert "another cvparse batch" in caught.value.hint


def test_a_broken_manifest_is_told(go: Go) -> None:
    go()
    Path("out/.cvparse/batch.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(CVParseError, match=r"batch\.sqlite"):
        go(resume=True)
    assert go(overwrite=True)[0].done == 3


def test_the_same_content_is_skipped_and_said(cvs: Path, go: Go) -> None:
    (cvs / "twin.txt").write_text("two\n")
    summary, _ = go()
    assert (summary.done, summary.skipped) == (3, 1)
    (skipped,) = [line for line in lines("manifest.jsonl") if line["status"] == "skipped"]
    assert (skipped["name"], skipped["same_as"]) == ("two.txt", "twin.txt")
    assert go(overwrite=True, keep_duplicates=True)[0].done == 4


def test_too_large_is_told_before_it_is_read(cvs: Path, go: Go) -> None:
    with (cvs / "two.txt").open("wb") as file:
        file.truncate(1 << 30)  # a hole: nothing is on the disk
    summary, worked = go()
    assert summary.failures == {"too large": 1}
    assert "two.txt" not in worked
    assert "1,024 MB, at most 100 MB" in lines("failures.jsonl")[0]["message"]


def test_fail_fast_stops(cvs: Path, go: Go) -> None:
    (cvs / "three.txt").write_text("raise\n")
    summary, worked = go(fail_fast=True)
    assert (summary.done, summary.failed) == (1, 1)
    assert worked == ["one.txt", "three.txt"]


def test_all_in_one_file(go: Go) -> None:
    assert go(to="jsonl")[0].done == 3
    first = Path("out/cvs.jsonl").read_bytes()
    assert not Path("out/two.json").exists()
    assert go(to="jsonl", resume=True)[1] == []
    assert Path("out/cvs.jsonl").read_bytes() == first
    with pytest.raises(CVParseError, match="nothing to write to"):
        go(to="paper")


def test_the_real_work_says_what_it_found(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("Ada Roe\n\nEducation\n\nPh.D., Example University, 2015\n")
    (task,) = _tasks(path)
    outcome = attempt(parse, task)
    assert isinstance(outcome, Parsed)
    assert outcome.records == {"education": 1}
    assert json.loads(outcome.data)["source"]["name"] == "cv.txt"


@pytest.mark.parametrize(
    ("text", "cause"), [("later\n", "changed"), (" \n\n", "empty"), (None, "unreadable")]
)
def test_what_cannot_be_read(tmp_path: Path, text: str | None, cause: str) -> None:
    path = tmp_path / "cv.txt"
    path.write_text(" \n\n" if cause == "empty" else "before\n")
    (task,) = _tasks(path)
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    outcome = attempt(parse, task)
    assert isinstance(outcome, Failed)
    assert (outcome.stage, outcome.cause) == ("read", cause)


def _tasks(path: Path) -> list[Task]:
    from cvparse.batch.fingerprint import fingerprint

    return [Task(0, path.name, str(path), fingerprint(str(path)))]
