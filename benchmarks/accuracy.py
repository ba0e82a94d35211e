"""What an evaluation costs, as ratios to the parsing it judges.

    .venv/bin/python benchmarks/accuracy.py

Fifty CVs (the invented ones, again and again) compared and tabled, against parsing them; a gold of
600 publications, shuffled and every fifth title wrong, against parsing one CV; 600 talks of one
title, where every pairing is as good as every other. Processor time, once each.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from cvparse import parse
from cvparse.evaluate import cases, score, tables
from run import ROOT, SYLLABLES, Row, processor_ms


def fifty() -> tuple[float, float]:
    """Milliseconds to parse fifty CVs, and to compare and table them."""
    found = cases.cases(ROOT / "tests" / "gold", ROOT / "raw")
    read: dict[str, Any] = {}

    def parse_all(_: str) -> None:
        for case in found:
            read[case.cv] = cases.read(case.read or case.gold)

    def judge(_: str) -> None:
        gold = {case.cv: cases.load(case.gold) for case in found}
        many = [(f"{cv} {i}", cv) for i in range(50) for cv in gold][:50]
        scored = score({n: gold[cv] for n, cv in many}, {n: read[cv] for n, cv in many})
        tables.text(scored, "folded")

    return processor_ms(parse_all, "") * 50 / len(found), processor_ms(judge, "")


def publications(count: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """A long list, and the same with faults, in another order."""
    chance = random.Random(7)  # noqa: S311 (no secret: the same list every time)

    def words(least: int, most: int) -> str:
        lengths = [chance.randint(2, 4) for _ in range(chance.randint(least, most))]
        return " ".join("".join(chance.choices(SYLLABLES, k=n)) for n in lengths)

    names = [words(2, 2).title() for _ in range(300)]
    gold = [
        {
            "title": words(6, 14),
            "authors": ["Ada Roe", *chance.sample(names, 4)],
            "venue": words(3, 5),
            "date": str(chance.randint(1990, 2024)),
        }
        for _ in range(count)
    ]
    read = [dict(one, title=one["title"][4:]) if i % 5 == 0 else one for i, one in enumerate(gold)]
    chance.shuffle(read)
    return {"publications": gold}, {"publications": read}


def judged(gold: dict[str, Any], read: dict[str, Any]) -> float:
    return processor_ms(lambda _: score({"a": gold}, {"a": read}), "")


def main() -> None:
    text = Path(ROOT / "raw/haekyu_park.txt").read_text("utf-8")
    parse(text)
    parsing, judging = fifty()
    one = processor_ms(parse, text)
    talks = {"talks": [{"title": "Clocks", "date": str(1990 + i % 30)} for i in range(600)]}
    print(f"{'':<52}{'ours':>9}{'yardstick':>11} {'':<3}{'ratio':>8}   target")
    print(Row("50 CVs judged / parsed", judging, parsing, "ms", "<= 2000 ms"))
    print(
        Row(
            "600 publications judged / one CV parsed",
            judged(*publications(600)),
            one,
            "ms",
            "<= 1000 ms",
        )
    )
    print(Row("600 talks of one title / one CV parsed", judged(talks, talks), one, "ms", ""))


if __name__ == "__main__":
    main()
