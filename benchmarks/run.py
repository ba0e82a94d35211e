"""What parsing costs, as ratios to yardsticks measured beside it in the same run.

    .venv/bin/python benchmarks/run.py

Milliseconds change from machine to machine and from hour to hour; ratios hold. All times are
processor time, all figures medians of interleaved rounds. See README.md beside this file.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORD = re.compile(r"\b[^\W\d_]{4,}\b")
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]

TOKENIZE = """
import spacy
nlp = spacy.blank("en")
nlp.tokenizer.max_cache_size = 1_000_000
def work(text):
    for line in text.splitlines():
        nlp.tokenizer(line)
"""
PARSE = """
import spacy
import cvparse.pipeline
nlp = spacy.blank("en")
work = cvparse.pipeline.parse
"""
CLOCK = """
import sys, time
text = open(sys.argv[1], encoding="utf-8").read()
start = time.process_time()
work(text)
print(time.process_time() - start)
"""


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, ours and the yardstick's figure, and the target."""

    what: str
    ours: float
    yardstick: float
    unit: str
    target: str

    def __str__(self) -> str:
        if not self.yardstick:
            return f"{self.what:<52}{self.ours:>9.1f}{'':>11} {self.unit:<3}{'':>8}   {self.target}"
        ratio = self.ours / self.yardstick
        figures = f"{self.ours:>9.1f}{self.yardstick:>11.1f} {self.unit:<3}{ratio:>7.2f}x"
        return f"{self.what:<52}{figures}   {self.target}"


@dataclass(frozen=True)
class Process:
    """What a finished child process used: milliseconds of processor time, and megabytes."""

    milliseconds: float
    megabytes: float


def variants(text: str, count: int) -> Iterator[str]:
    """Documents of the same shape, in each about a tenth of the words new ones, always the same.

    Only words in running lines are replaced, so that headings stay what they are.
    """
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 (no secret: the same documents every time)
        yield "\n".join(_varied(line, chance) for line in text.split("\n"))


def _varied(line: str, chance: random.Random) -> str:
    if len(line.split()) < 4:
        return line
    return WORD.sub(lambda m: _new_word(m[0], chance) if chance.random() < 0.1 else m[0], line)


def _new_word(old: str, chance: random.Random) -> str:
    new = "".join(chance.choices(SYLLABLES, k=max(2, len(old) // 2) + 2))
    return new.title() if old[0].isupper() else new


def processor_ms(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return (time.process_time() - start) * 1000


def line_tokenizer() -> Callable[[str], None]:
    """The yardstick: spaCy's tokenizer, line by line, with room for all words it meets."""
    import spacy

    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer  # typed as any callable; it is a Tokenizer
    tokenizer.max_cache_size = 1_000_000

    def tokenize(text: str) -> None:
        for line in text.splitlines():
            tokenizer(line)

    return tokenize


def warm(text: str, documents: int) -> Row:
    """Distinct documents in one process; the first ten only warm the caches."""
    from cvparse import parse

    tokenize = line_tokenizer()
    ours: list[float] = []
    theirs: list[float] = []
    for number, document in enumerate(variants(text, documents + 10)):
        arms: list[tuple[Callable[[str], object], list[float]]]
        arms = [(parse, ours), (tokenize, theirs)]
        for work, times in arms if number % 2 else reversed(arms):
            times.append(processor_ms(work, document))
    what = "a warm parse / tokenization line by line"
    return Row(what, median(ours[10:]), median(theirs[10:]), "ms", "<= 10")


def child(arguments: Sequence[str]) -> Process:
    """Run this Python with arguments, its output thrown away. Raises when it fails."""
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    megabytes = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Process((used.ru_utime + used.ru_stime) * 1000, megabytes)


def interleaved(rounds: int, ours: Sequence[str], yardstick: Sequence[str]) -> list[list[Process]]:
    """Both commands, turn by turn; the first turn is left out."""
    turns = [[child(ours), child(yardstick)] for _ in range(rounds + 1)]
    return [list(column) for column in zip(*turns[1:], strict=True)]


def first(path: Path, rounds: int) -> Row:
    """The first document of a process that has imported everything and made an English vocabulary."""
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_clocked(PARSE, path))
        theirs.append(_clocked(TOKENIZE, path))
    return Row(
        "b first document / its tokenization", median(ours), median(theirs), "ms", "<= 60 ms"
    )


def _clocked(preparation: str, path: Path) -> float:
    command = [sys.executable, "-c", preparation + CLOCK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout) * 1000


def processes(path: Path, rounds: int) -> Iterator[Row]:
    """Whole commands, from nothing to exit."""
    ours, theirs = interleaved(rounds, ["-m", "cvparse", "--help"], ["-c", "pass"])
    yield _times("c cvparse --help / python -c pass", ours, theirs, "<= 8")
    blank = ["-c", "import spacy; spacy.blank('en')"]
    ours, theirs = interleaved(rounds, ["-m", "cvparse", "parse", str(path)], blank)
    yield _times("d cvparse parse FILE / import spacy, blank('en')", ours, theirs, "<= 1.2")
    peak = median(p.megabytes for p in ours)
    yield Row("e peak memory of cvparse parse FILE", peak, 0, "MB", "<= 150 MB")


def _times(what: str, ours: list[Process], theirs: list[Process], target: str) -> Row:
    mine, other = (median(p.milliseconds for p in side) for side in (ours, theirs))
    return Row(what, mine, other, "ms", target)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("file", nargs="?", type=Path, default=ROOT / "raw/haekyu_park.txt")
    options.add_argument("--documents", type=int, default=60, help="for a (default: 60)")
    options.add_argument("--rounds", type=int, default=9, help="for b to e (default: 9)")
    chosen = options.parse_args()
    text = chosen.file.read_text("utf-8")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{chosen.file.name}: {len(text)} characters; Python {sys.version.split()[0]}{load}\n")
    print(f"{'':<52}{'ours':>9}{'yardstick':>11} {'':<3}{'ratio':>8}   target")
    print(warm(text, chosen.documents), flush=True)
    print(first(chosen.file, chosen.rounds), flush=True)
    for row in processes(chosen.file, chosen.rounds):
        print(row, flush=True)


if __name__ == "__main__":
    main()
