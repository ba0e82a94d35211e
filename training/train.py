"""Train the line model: `python training/train.py [--more TEXTS LABELS] [--out FILE]`.

Learns from CVs made by rule (`lists.make`), from the labelled CVs of `raw/` and `cvs/` (`labels/`),
and, when a folder of further texts and one of their labels are named, from those. `--folds 4` measures
instead: each fold of the further CVs is labelled by a model that has not seen it. The same data
and seed give the same bytes; with 1,000 sheets it takes two or three minutes on one core.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import lists
import pycrfsuite

from cvparse import readers, sections
from cvparse.document import Section, Source, Span
from cvparse.entries.description import describe, glances
from cvparse.entries.habits import opinions

HERE = Path(__file__).resolve().parent
MODEL = HERE.parent / "src" / "cvparse" / "tagger" / "lines.crf"
WHOLE = {"header", "summary", "contact", "other"}  # sections of one entry: nothing to learn
SETTINGS = {
    "c1": 1.0,
    "c2": 1.0,
    "max_iterations": 100,
    "feature.possible_transitions": True,
    "feature.minfreq": 2,
}
Codes = dict[int, tuple[str, str]]  # line number, from 0 → code and, of a heading, kind


class Example(NamedTuple):
    """One list: the features of its lines, and what each is."""

    rows: list[list[str]]
    codes: list[str]


def examples(source: Source, codes: Mapping[int, tuple[str, str]]) -> Iterator[Example]:
    """The lists of a labelled text, cut into sections by its labels."""
    page = sections.furniture(source)
    for kind, numbers in _sections(codes):
        lines = [source.lines[n] for n in numbers]
        if kind in WHOLE or not lines:
            continue
        span = Span(lines[0].span.start, lines[-1].span.end)
        section = Section(source, span, kind=kind)
        seen = [g for g in glances(section, page) if g.line.number in codes]
        if seen:
            rows = describe(kind, seen, opinions(section, page))
            yield Example(rows, [codes[g.line.number][0].replace("HB", "B") for g in seen])


def _sections(codes: Mapping[int, tuple[str, str]]) -> list[tuple[str, list[int]]]:
    found: list[tuple[str, list[int]]] = [("header", [])]
    for number in sorted(codes):
        code, kind = codes[number]
        if code in {"H", "HB"}:
            found.append((kind, []))
        if code != "H":
            found[-1][1].append(number)
    return found


def labels(path: Path) -> Codes:
    """Rows of `12-14 I`, `15 H education`: line numbers from 1, a code, perhaps a kind."""
    found: Codes = {}
    for row in path.read_text("utf-8").splitlines():
        where, code, *kind = row.partition("#")[0].split() or ["", ""]
        first, _, last = where.partition("-")
        for number in range(int(first or 1), int(last or first or 0) + 1):
            found[number - 1] = (code, kind[0] if kind else "")
    return found


def labelled(texts: Path, folder: Path) -> dict[str, list[Example]]:
    """The examples of every labelled text of a folder, by its name."""
    found = {}
    for path in sorted(texts.glob("*.*")):
        told = folder / f"{path.stem}.txt"
        if path.suffix in {".txt", ".md"} and told.exists():
            source = readers.read(path)
            codes = {n: c for n, c in labels(told).items() if not source.lines[n].blank}
            found[path.stem] = list(examples(source, codes))
    return found


def invented(seed: int, count: int) -> Iterator[Example]:
    """The examples of invented CVs; a third of their lists are cut down to an entry or two."""
    rng = Random(seed)
    for sheet in lists.make(seed, count):
        lines = list(zip(sheet.text.split("\n"), sheet.codes, strict=False))
        lines = _shortened(lines, rng)
        source = readers.text.source("\n".join(text for text, _ in lines))
        codes = {n: (*c.split(), "")[:2] for n, (text, c) in enumerate(lines) if c and text.strip()}
        if len(source.lines) == len(lines):
            yield from examples(source, codes)  # type: ignore[arg-type]


def _shortened(lines: list[tuple[str, str]], rng: Random) -> list[tuple[str, str]]:
    kept, entries, most = [], 0, 99
    for text, code in lines:
        if code.startswith("H"):
            entries, most = 0, rng.choice((1, 2)) if rng.random() < 0.3 else 99
        entries += code == "B"
        if entries <= most:
            kept.append((text, code))
    return kept


def train(data: Iterable[Example], path: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for rows, codes in data:
        trainer.append(rows, codes)
    trainer.set_params(SETTINGS)
    trainer.train(str(path))


def measured(path: Path, data: Iterable[Example]) -> list[tuple[list[str], list[str]]]:
    """What is so, and what a model says, of each list."""
    tagger: Any = pycrfsuite.Tagger()
    tagger.open(str(path))
    return [(codes, tagger.tag(rows)) for rows, codes in data]


def told(name: str, pairs: list[tuple[list[str], list[str]]]) -> str:
    """Lines right, F1 of the lines that begin an entry, and lists whose entries are all right."""
    lines = [pair for gold, ours in pairs for pair in zip(gold, ours, strict=True)]
    right = sum(a == b for a, b in lines) / len(lines)
    hits = sum(a == b == "B" for a, b in lines)
    begun = 2 * hits / max(sum((a == "B") + (b == "B") for a, b in lines), 1)
    whole = sum([x == "B" for x in a] == [x == "B" for x in b] for a, b in pairs) / len(pairs)
    return f"{name:24} lines {right:.3f}  starts F1 {begun:.3f}  whole lists {whole:.3f}"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--more", nargs=2, type=Path, metavar=("TEXTS", "LABELS"))
    ask.add_argument("--sheets", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=21)
    ask.add_argument("--folds", type=int, default=0)
    ask.add_argument("--out", type=Path, default=MODEL)
    args = ask.parse_args()
    base = list(invented(args.seed, args.sheets))
    raw = labelled(HERE.parent / "raw", HERE / "labels")
    base += 6 * [x for one in raw.values() for x in one]
    written = labelled(HERE / "cvs", HERE / "labels")
    base += 3 * [x for one in written.values() for x in one]
    more = labelled(*args.more) if args.more else {}
    if args.folds:
        _folds(base, more, args.folds)
        return
    train(base + 3 * [x for one in more.values() for x in one], args.out)
    print(told("raw (trained on)", measured(args.out, [x for one in raw.values() for x in one])))


def _folds(base: list[Example], more: dict[str, list[Example]], count: int) -> None:
    names = sorted(more)
    Random(1).shuffle(names)
    pairs = []
    for number in range(count):
        kept = [x for name in names if name not in names[number::count] for x in more[name]]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "fold.crf"
            train(base + 3 * kept, path)
            for name in names[number::count]:
                pairs += (seen := measured(path, more[name]))
                print(told(name, seen) if seen else name)
    habits = [(codes, [_opinion(row) for row in rows]) for x in more.values() for rows, codes in x]
    print(told("the habits alone", habits))
    print(told("the model, not trained on", pairs))


def _opinion(row: list[str]) -> str:
    return next(x.removeprefix("habit=") for x in row if x.startswith("habit="))


if __name__ == "__main__":
    main()
