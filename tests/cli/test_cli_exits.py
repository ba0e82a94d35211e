"""Every exit code, and what is said with it."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from cvparse import pipeline
from cvparse.cli import parsing
from cvparse.cv import CV
from cvparse.errors import LexiconError

Run = Callable[..., Result]
Names = Callable[..., list[str]]
Program = Callable[..., subprocess.Popen[str]]

LONGER_THAN_A_PIPE = "Publications\n" * 100_000


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "Usage"),
        (("parse",), "Missing argument"),
        (("cv.txt", "--nonsense"), "No such option"),
        (("cv.txt", "-f", "docx"), "'docx' is no format"),
        (("cv.txt", "-f", ","), "no format"),
        (("cv.txt", "cv.txt"), "several files cannot go to stdout"),
        (("cv.txt", "-f", "json,plain"), "several formats cannot go to stdout"),
        (("cv.txt", "x", "-o", "cv.txt"), "need a folder"),
        (("explain", "cv.txt", "--at", "/nowhere/3"), "/nowhere: nothing is here"),
    ],
)
def test_wrong_usage_is_2(run: Run, names: Names, args: tuple[str, ...], said: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert names() == ["cv.txt"]


def test_a_gate_that_is_not_met_is_3(run: Run, profile: str) -> None:
    Path("odd.txt").write_text(profile + "\nEducation\n\n%%%% 77 zzz qqq\n", "utf-8")
    done = run("cv.txt", "--strict")
    assert (done.exit_code, done.stderr) == (0, "")
    gaps = json.loads(run("odd.txt").stdout)["coverage"]["unclaimed"]
    assert run("odd.txt", "--strict").exit_code == (3 if gaps else 0)


def test_strict_says_where_the_gaps_are(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(name: str) -> CV:
        cv = pipeline.parse_file(name)
        gaps = tuple((n, n + 3) for n in range(0, 60, 10))
        return cv.model_copy(
            update={"coverage": cv.coverage.model_copy(update={"unclaimed": gaps})}
        )

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    done = run("cv.txt", "--strict")
    assert done.exit_code == 3
    assert done.stderr.splitlines()[0] == "cv.txt:1:1: unclaimed text: Ada"
    assert done.stderr.splitlines()[-1] == "cv.txt: 1 more unclaimed stretches (-v shows them)"
    assert json.loads(done.stdout), "the record is written all the same"
    assert run("cv.txt").exit_code == 0


@pytest.mark.parametrize("verb", ["parse", "explain", "validate"])
def test_input_that_cannot_be_read_is_4(run: Run, verb: str) -> None:
    done = run(verb, "nobody.txt")
    assert (done.exit_code, done.stdout) == (4, "")
    assert done.stderr.startswith("nobody.txt: no such file\n  hint: ")


def test_a_broken_installation_is_5(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(_: str) -> CV:
        raise LexiconError("lexicon/degrees.toml: broken", "mend the file")

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    assert run("cv.txt", "cv.txt", "-o", "out").exit_code == 5


def test_interrupted_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_file(_: str) -> CV:
        raise KeyboardInterrupt

    monkeypatch.setattr(parsing, "parse_file", parse_file)
    done = run("cv.txt", "cv.txt", "-o", "out")
    assert (done.exit_code, done.stderr) == (130, "interrupted\n")


def test_a_signal_interrupts(program: Program) -> None:
    process = program("-m", "cvparse", "-", stdin=subprocess.PIPE)
    assert process.stdin
    process.stdin.write(LONGER_THAN_A_PIPE)  # returns once the program has begun to read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "interrupted\n")


def test_a_broken_pipe_is_quiet(program: Program) -> None:
    process = program("-m", "cvparse", "cv.txt")
    assert process.stdout
    assert process.stderr
    process.stdout.close()  # as `head` does when it has seen enough
    with process.stderr as stderr:
        said = stderr.read()
    assert (process.wait(timeout=60), said) == (0, "")
