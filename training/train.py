"""Train the line model and the heading model: `python training/train.py [--more TEXTS LABELS] [--out FOLDER]`.

Both learn from CVs made by rule (`lists.make`), from the labelled CVs of `raw/` and `cvs/` (`labels/`), and,
when a folder of further texts and one of their labels are named, from those. `--seed` makes another member of each
model; `--test TEXTS LABELS` measures on CVs that were not learned from. The same data and seed give the same weights on the same
machine; it takes about a quarter of an hour on one core.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import lists
import network
from network import Example

from cvparse import entries, readers, sections
from cvparse.document import Section, Source, Span
from cvparse.lines import glances

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "cvparse" / "tagger"
WHOLE = {"header", "summary", "contact", "other"}  # sections of one entry: nothing to learn
WORD_IN = 4
"""A word is a feature of headings when so many written CVs have it: no names."""

Codes = Mapping[int, tuple[str, str]]  # line number, from 0 → code and, of a heading, kind


class Page(NamedTuple):
    """A labelled text."""

    source: Source
    codes: Codes


def made(seed: int, count: int) -> Iterator[Page]:
    """Invented CVs; a third of their lists are cut down to an entry or two."""
    rng = Random(seed)
    for sheet in lists.make(seed, count):
        lines = _shortened(list(zip(sheet.text.split("\n"), sheet.codes, strict=False)), rng)
        source = readers.text.source("\n".join(text for text, _ in lines))
        told = {n: (*c.split(), "")[:2] for n, (text, c) in enumerate(lines) if c and text.strip()}
        if len(source.lines) == len(lines):
            yield Page(source, told)  # type: ignore[arg-type]


def _shortened(lines: list[tuple[str, str]], rng: Random) -> list[tuple[str, str]]:
    kept, begun, most = [], 0, 99
    for text, code in lines:
        if code.startswith("H"):
            begun, most = 0, rng.choice((1, 2)) if rng.random() < 0.3 else 99
        begun += code == "B"
        if begun <= most:
            kept.append((text, code))
    return kept


def labelled(texts: Path, folder: Path) -> dict[str, Page]:
    """The labelled texts of a folder, by name."""
    found = {}
    for path in sorted(texts.glob("*.*")):
        told = folder / f"{path.stem}.txt"
        if path.suffix in {".txt", ".md"} and told.exists():
            source = readers.read(path)
            codes = {n: c for n, c in labels(told).items() if not source.lines[n].blank}
            found[path.stem] = Page(source, codes)
    return found


def labels(path: Path) -> dict[int, tuple[str, str]]:
    """Rows of `12-14 I`, `15 H education`: line numbers from 1, a code, perhaps a kind."""
    found: dict[int, tuple[str, str]] = {}
    for row in path.read_text("utf-8").splitlines():
        where, code, *kind = row.partition("#")[0].split() or ["", ""]
        first, _, last = where.partition("-")
        for number in range(int(first or 1), int(last or first or 0) + 1):
            found[number - 1] = (code, kind[0] if kind else "")
    return found


def lists_of(page: Page) -> Iterator[Example]:
    """For the line model: each list of a page, cut out by its labels."""
    source, codes = page
    skip = sections.furniture(source)
    for kind, numbers in _lists(codes):
        if kind in WHOLE or not numbers:
            continue
        lines = [source.lines[n] for n in numbers]
        section = Section(source, Span(lines[0].span.start, lines[-1].span.end), kind=kind)
        seen = [g for g in glances(source, section.body.lines, skip) if g.line.number in codes]
        if seen:
            told = [codes[g.line.number][0].replace("HB", "B") for g in seen]
            yield Example(entries.described(section, seen), told)


def _lists(codes: Codes) -> list[tuple[str, list[int]]]:
    found: list[tuple[str, list[int]]] = [("header", [])]
    for number in sorted(codes):
        code, kind = codes[number]
        if code in {"H", "HB"}:
            found.append((kind, []))
        if code != "H":
            found[-1][1].append(number)
    return found


def whole(page: Page) -> Iterator[Example]:
    """For the heading model: the page as one list, of each heading its kind too."""
    source, codes = page
    seen = sections.seen(source)
    rows = sections.described(source, seen)
    kept = [
        (row, codes[g.line.number])
        for g, row in zip(seen, rows, strict=True)
        if g.line.number in codes
    ]
    if kept:
        told = [f"H:{kind}" if code == "H" else code for _, (code, kind) in kept]
        yield Example([row for row, _ in kept], told)


def _common(pages: Mapping[str, Page]) -> frozenset[str]:
    """The words that several written CVs have, of several printings of one CV only one."""
    by_name: dict[str, set[str]] = {}
    for name, page in pages.items():
        words = by_name.setdefault(name.partition(".")[0], set())
        words |= {f for one in whole(page) for row in one.rows for f in row if f[0] == "#"}
    counts = Counter(word for words in by_name.values() for word in words)
    return frozenset(word for word, n in counts.items() if n >= WORD_IN)


def told(name: str, pairs: Sequence[tuple[list[str], list[str]]], mark: str) -> str:
    """Lines right, precision and recall of those with a mark, and lists where all of these are."""
    lines = [pair for gold, ours in pairs for pair in zip(gold, ours, strict=True)]
    right = sum(a == b for a, b in lines) / len(lines)
    hits = sum(a[0] == b[0] == mark and a[:2] != "HB" for a, b in lines)
    kinds = sum(a[0] == mark and a == b for a, b in lines)
    ours, gold = (sum(x[i][0] == mark and x[i] != "HB" for x in lines) for i in (1, 0))
    every = sum([x[0] == mark for x in a] == [x[0] == mark for x in b] for a, b in pairs)
    return (
        f"{name:20} lines {right:.3f}  {mark}: P {hits / max(ours, 1):.3f} R {hits / max(gold, 1):.3f}"
        f" F1 {2 * hits / max(ours + gold, 1):.3f} kind {kinds / max(hits, 1):.3f}  whole {every / len(pairs):.3f}"
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument(
        "--more", nargs=2, type=Path, action="append", default=[], metavar=("TEXTS", "LABELS")
    )
    ask.add_argument(
        "--test", nargs=2, type=Path, action="append", default=[], metavar=("TEXTS", "LABELS")
    )
    ask.add_argument("--sheets", type=int, default=400)
    ask.add_argument("--seed", type=int, default=21)
    ask.add_argument("--model", choices=("lines", "headings"))
    ask.add_argument("--out", type=Path, default=OUT)
    args = ask.parse_args()
    written = labelled(HERE.parent / "raw", HERE / "labels") | labelled(
        HERE / "cvs", HERE / "labels"
    )
    more = [page for folders in args.more for page in labelled(*folders).values()]
    pages = [*made(args.seed, args.sheets), *2 * [*written.values(), *more]]
    words = _common(written)
    for model, read, mark in (("lines", lists_of, "B"), ("headings", whole, "H")):
        if args.model in (None, model):
            data = [_known(one, words) for page in pages for one in read(page)]
            trained = network.train(data, args.seed)
            network.write(trained, args.out / f"{model}-{args.seed}.npz")
            for texts, folder in args.test:
                tests = [one for page in labelled(texts, folder).values() for one in read(page)]
                pairs = [(one.codes, trained.tag(one.rows)) for one in tests]
                print(told(f"{model} {texts.name}", pairs, mark), flush=True)


def _known(one: Example, words: frozenset[str]) -> Example:
    """Without the words that are no features."""
    return Example([[f for f in row if f[0] != "#" or f in words] for row in one.rows], one.codes)


if __name__ == "__main__":
    main()
