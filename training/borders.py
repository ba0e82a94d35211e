"""Weigh the signs that end a title: `python training/borders.py CITATIONS [--out FILE]`.

Learns from citations whose title is known: a folder of `*.jsonl`, one citation a row, `{"id": …,
"raw": "Roe J. On Kites. J Wind. 2011;3:4–9.", "gold": {"title": "On Kites", …}, "fields": ["title",
…]}`, where `fields` names what the set labels at all. Half of them, by the hash of their ids, are to
build with, the others to check with. Titles in quotes teach nothing, nor do those that end (or begin)
where no border is seen: figures are of the others. A citation behind whose authors stands a stop or a
comma is learned a second time, at half weight, as one without authors. The fit is a conditional logit:
among the borders of a citation, the chance of each goes with e to the sum of its clues' weights.
Agreement is printed of the table as written, the weights set by hand among them.
The same data give the same bytes; it takes some four minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha1
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np
import numpy.typing as npt

from cvparse import readers, rules, tagger
from cvparse.document import Entry, Item, Section, Source
from cvparse.rules import clues

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "cvparse" / "rules" / "weights.py"
LEFT_OUT = {"grobid_kisti"}  # today's weights were not fitted to it
MOST = {"giant_synthetic": 1800, "plos_jats": 300, "grobid_corpus_other": 150}
MOST_OTHERS, MOST_CHECKED = 1000, 250  # rows of a set: no set drowns the rest
RARE = 15  # borders; what is true of fewer gets no weight
RIDGE = 4.0  # how strongly weights are drawn to nothing
BY_HAND = {
    "none": -4.0,  # no title at all: common in lists of references, rare in CVs
    "title:aside": -3.0,  # an edition in brackets is by our contract no part of a title
}
Clues = list[list[str]]  # of each border of a citation, in order
Floats = npt.NDArray[np.float64]


class Sight(NamedTuple):
    """What the rules saw of one title: its text up to each border, and the borders' clues."""

    style: str
    titles: list[str]
    told: Clues
    unsigned: Clues  # the clues, had there been no authors


class Example(NamedTuple):
    """One citation: the clues of its borders, which of these are right, and how much it counts."""

    told: Clues
    right: list[int]
    counts: float = 1.0


def examples(path: Path) -> tuple[list[Example], list[Example]]:
    """Those of one set: to build with and to check with."""
    rows = [json.loads(row) for row in path.read_text("utf-8").splitlines() if row.strip()]
    build = (row for row in rows if not _checks(row))
    check = (row for row in rows if _checks(row))
    return (
        [x for r in islice(build, MOST.get(path.stem, MOST_OTHERS)) for x in _learned(r)],
        [x for r in islice(check, MOST_CHECKED) for x in islice(_learned(r), 1)],
    )


def _checks(row: Mapping[str, Any]) -> bool:
    return sha1(row["id"].encode(), usedforsecurity=False).digest()[0] % 2 == 1


def _learned(row: Mapping[str, Any]) -> Iterator[Example]:
    """A citation, and the same as one without authors; nothing if it teaches nothing."""
    title, venue = row["gold"].get("title"), row["gold"].get("venue")
    title = title[0] if isinstance(title, list) else title
    untitled = not title and venue and not row["gold"].get("title_or_venue")
    if "title" not in row["fields"] or not (title or untitled):
        return
    if sight := seen(readers.text.source(row["raw"], row["id"])):
        right = [n for n, words in enumerate(sight.titles) if folded(words) == folded(title or "")]
        if right:
            yield Example(sight.told, right)
            if title and sight.style in {"stop", "comma"}:
                yield Example(sight.unsigned, right, 0.5)


def folded(text: str) -> str:
    """Letters and digits alone, small and without accents: `Über-Kites.` and `uber kites` are one."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


def seen(source: Source) -> Sight | None:
    """What `borders.find` weighs when first asked about this citation; None if it never is."""
    whole = source.whole()
    section = Section(source, whole.span, kind="publications")
    items = (Item(source, whole.strip().span),)
    entry = Entry(source, whole.span, section=section, items=items)
    sights: list[Sight] = []
    ask = clues.of

    def note(scene: Any, near: Any, borders: Sequence[clues.Border], *rest: Any) -> list[str]:
        number, style, stoppers = rest
        if not sights:
            count = range(len(borders))
            titles = [near.part(near.span.start, border.end).text for border in borders]
            told = [ask(scene, near, borders, n, style, stoppers) for n in count]
            unsigned = [ask(scene, near, borders, n, "first", stoppers) for n in count]
            sights.append(Sight(style, titles, told, unsigned))
        return ask(scene, near, borders, number, style, stoppers)

    with mock.patch.object(clues, "of", note):
        rules.find(entry, frozenset(), tagger.find(entry))
    return sights[0] if sights else None


class Table(NamedTuple):
    """Examples as numbers: a row for each border, a column for each clue."""

    clues: Floats  # 1 where a clue is true of a border
    right: Floats  # 1 for borders where the title ends
    starts: npt.NDArray[np.intp]  # the first row of each example
    of: npt.NDArray[np.intp]  # the example of each row
    counts: Floats  # of each example


def table(data: Sequence[Example], names: Sequence[str]) -> Table:
    column = {name: n for n, name in enumerate(names)}
    sizes = [len(example.told) for example in data]
    found = np.zeros((sum(sizes), len(names)))
    right = np.zeros(sum(sizes))
    starts = np.cumsum([0, *sizes[:-1]])
    for start, example in zip(starts, data, strict=True):
        right[start + np.array(example.right)] = 1
        for n, told in enumerate(example.told):
            found[start + n, [column[name] for name in told if name in column]] = 1
    of = np.repeat(np.arange(len(data)), sizes)
    return Table(found, right, starts, of, np.array([x.counts for x in data]))


def fit(data: Sequence[Example]) -> dict[str, float]:
    """The weight of every clue that is not rare, by Newton's steps from nothing."""
    often = Counter(name for x in data for told in x.told for name in set(told))
    names = sorted(name for name, count in often.items() if count >= RARE)
    numbers = table(data, names)
    weights = np.zeros(len(names))
    loss, slope, bend = _loss(numbers, weights)
    for _ in range(100):
        step = np.linalg.solve(bend, slope)
        after = _loss(numbers, weights - step)
        while after[0] > loss and abs(step).max() > 1e-3:
            step /= 2
            after = _loss(numbers, weights - step)
        gain, weights = loss - after[0], weights - step
        loss, slope, bend = after
        if gain < 0.01:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def _loss(data: Table, weights: Floats) -> tuple[float, Floats, Floats]:
    """How badly these weights tell right from wrong; its slope; and how that bends, at most.

    (Where two borders give the same title the true bend is a little less; a step is then too short.)
    """
    score = data.clues @ weights
    score -= np.maximum.reduceat(score, data.starts)[data.of]
    all_, good = np.exp(score), np.exp(score) * data.right
    sums, goods = np.add.reduceat(all_, data.starts), np.add.reduceat(good, data.starts)
    loss = float(data.counts @ (np.log(sums) - np.log(goods)) + RIDGE / 2 * weights @ weights)
    counts = data.counts[data.of]
    chance = all_ / sums[data.of]
    slope = data.clues.T @ ((chance - good / goods[data.of]) * counts) + RIDGE * weights
    likely = data.clues * chance[:, None]
    mean = np.add.reduceat(likely, data.starts)
    bend = (likely * counts[:, None]).T @ data.clues - (mean * data.counts[:, None]).T @ mean
    return loss, slope, bend + RIDGE * np.eye(len(weights))


def agreement(data: Iterable[Example], weights: Mapping[str, float]) -> list[bool]:
    """Is the likeliest border of each citation a right one? Copies without authors do not count."""
    found = []
    for told, right, counts in data:
        if counts == 1:
            scores = [sum(weights.get(name, 0) for name in names) for names in told]
            found.append(scores.index(max(scores)) in right)
    return found


def written(weights: Mapping[str, float], old: str) -> str:
    """The text of `weights.py`: its head as it stands, and the table with these weights."""
    rows = ["   "]
    for name, weight in sorted(weights.items()):
        piece = f' "{name}": {weight},'
        if len(rows[-1] + piece) > 98:
            rows.append("   ")
        rows[-1] += piece
    head, opening, _ = old.partition("TITLE_ENDS: dict[str, float] = {\n")
    return head + opening + "\n".join(rows) + "\n}  # fmt: skip\n"


def _told(name: str, *halves: list[bool]) -> str:
    shares = [f"{sum(hits) / len(hits):.3f} of {len(hits):5}" if hits else "" for hits in halves]
    return f"{name:24} build {shares[0]:16} check {shares[1]:16}"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("citations", type=Path, metavar="CITATIONS")
    ask.add_argument("--out", type=Path, default=WEIGHTS)
    args = ask.parse_args()
    paths = [path for path in sorted(args.citations.glob("*.jsonl")) if path.stem not in LEFT_OUT]
    if not paths:
        ask.error(f"no *.jsonl in {args.citations}")
    sets = {path.stem: examples(path) for path in paths}
    measured = fit([x for build, _ in sets.values() for x in build])
    weights = {k: round(v, 1) for k, v in measured.items() if abs(v) >= 0.1} | BY_HAND
    totals: tuple[list[bool], list[bool]] = [], []
    for name, (build, check) in sets.items():
        halves = agreement(build, weights), agreement(check, weights)
        totals[0].extend(halves[0])
        totals[1].extend(halves[1])
        print(_told(name, *halves))
    print(_told("all", *totals))
    args.out.write_text(written(weights, WEIGHTS.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
