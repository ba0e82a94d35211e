"""The README does what it says: its commands and its Python are run, in a copy of the samples."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SHELL = [code for language, code in BLOCKS if language in ("sh", "bash", "console")]
PYTHON = [code for language, code in BLOCKS if language == "python"]
SETUP = "scripts/setup && .venv/bin/"


def two_commands() -> tuple[str, str]:
    """The README's first block: the main job, and the tests."""
    main_job, tests = (line.partition("  #")[0].rstrip() for line in SHELL[0].splitlines())
    return main_job, tests


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples, and a `cvparse` on the path that is the one under test."""
    shutil.copytree(ROOT / "raw", tmp_path / "raw", ignore=shutil.ignore_patterns("private"))
    program = tmp_path / "bin" / "cvparse"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m cvparse "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(commands: str) -> str:
    """What a shell prints for them. A command that fails, fails the test, with its own words."""
    done = subprocess.run(
        ["sh", "-eu", "-c", commands], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_readme_opens_with_two_commands() -> None:
    assert BLOCKS[0] == ("sh", SHELL[0])
    assert all(command.startswith(SETUP) for command in two_commands())


def test_ci_and_contributors_run_the_same_tests() -> None:
    _, tests = two_commands()
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert [line for line in ci.splitlines() if line.startswith(f"{tests} |")]
    assert tests in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_the_main_job_writes_the_file_that_is_kept(copy: Path) -> None:
    main_job, _ = two_commands()
    run(main_job.removeprefix(SETUP))
    written = (copy / "output" / "haekyu_park.json").read_bytes()
    kept = (ROOT / "output" / "haekyu_park.json").read_bytes()
    assert written == kept, f"stale; run: {main_job}"


@pytest.mark.parametrize("code", SHELL[1:])
@pytest.mark.usefixtures("copy")
def test_shell_blocks_run(code: str) -> None:
    """A `console` block shows commands behind `$`, and below each what it prints."""
    if "$ " not in code:
        run(code)
        return
    for session in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, shown = session.partition("\n")
        assert_shown(run(command), shown)


def assert_shown(printed: str, shown: str) -> None:
    """What is shown is what is printed; a line `…` stands for any lines left out."""
    at = 0
    for piece in re.split(r"^\s*…\s*$", shown, flags=re.MULTILINE):
        found = printed.find(piece.strip("\n"), at)
        assert found >= 0, f"not printed:\n{piece}"
        at = found + len(piece.strip("\n"))


@pytest.mark.usefixtures("copy")
def test_python_blocks_run_one_after_the_other() -> None:
    seen: dict[str, object] = {"__name__": "readme"}
    for number, code in enumerate(PYTHON, 1):
        exec(compile(code, f"README.md, Python block {number}", "exec"), seen)  # noqa: S102
    assert PYTHON
