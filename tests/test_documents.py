"""The maker of invented CVs for benchmarks: no two alike, the same each time, all of them readable."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cvparse import readers

ROOT = Path(__file__).resolve().parents[1]


def made(folder: Path, seed: int) -> dict[str, bytes]:
    maker = [sys.executable, str(ROOT / "benchmarks" / "documents.py"), str(folder)]
    subprocess.run([*maker, "--count", "150", "--seed", str(seed)], check=True, timeout=60)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_documents(tmp_path: Path) -> None:
    first, again, other = (made(tmp_path / str(n), seed) for n, seed in enumerate((1, 1, 2)))
    assert first == again
    assert len({*first.values(), *other.values()}) == 300
    texts = [readers.read(tmp_path / "0" / name).text for name in first]
    assert len({text.split("\n", 1)[0] for text in texts}) > 75
    assert all("@example.org" in text for text in texts)
