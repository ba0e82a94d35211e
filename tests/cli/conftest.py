"""A folder to work in, and a way to run the program in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cvparse.cli import app
from sample import PROFILE

SOURCE = str(Path(__file__).resolve().parents[2] / "src")


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test works in an empty folder that holds one CV, `cv.txt`; this is its text."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("CVPARSE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PYTHONPATH", SOURCE)
    Path("cv.txt").write_text(PROFILE, "utf-8")
    return PROFILE


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run a verb in this process."""

    def run(*args: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, args, input=stdin, prog_name="cvparse")

    return run


@pytest.fixture
def program() -> Callable[..., subprocess.Popen[str]]:
    """Start the program as a user does."""

    def start(*args: str, stdin: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *args],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


@pytest.fixture
def names() -> Callable[..., list[str]]:
    """What stands in a folder, hidden files included."""
    return lambda folder=".": sorted(path.name for path in Path(folder).iterdir())
