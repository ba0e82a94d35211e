"""What exporting costs: one CV to every format, beside the parse that made it.

    .venv/bin/python benchmarks/exports.py

Medians of processor time in a process that has written every format before; see README.md.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from cvparse import exporters, parse

ROOT = Path(__file__).resolve().parents[1]


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median of some rounds, the first left out."""
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return median(times[1:])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("file", nargs="?", type=Path, default=ROOT / "raw/haekyu_park.txt")
    options.add_argument("--rounds", type=int, default=15, help="of each format (default: 15)")
    chosen = options.parse_args()
    text = chosen.file.read_text("utf-8")
    cv = parse(text)
    parsing = milliseconds(lambda: parse(text), chosen.rounds)
    print(f"{'parse':<12}{parsing:>8.1f} ms\n")
    total = 0.0
    for name in exporters.EXPORTERS:
        cost = milliseconds(lambda name=name: exporters.export(cv, name), chosen.rounds)  # type: ignore[misc]
        total += cost
        print(f"{name:<12}{cost:>8.1f} ms{cost / parsing:>8.2f}x")
    print(f"{'all of them':<12}{total:>8.1f} ms{total / parsing:>8.2f}x   <= 150 ms")


if __name__ == "__main__":
    main()
