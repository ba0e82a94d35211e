"""Invented CVs for the line model: texts whose every line says what it is (`python training/lists.py --show 3`)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import furniture
from dress import Coded
from sections import section
from taste import Taste

KINDS = {
    "education": 9, "employment": 10, "awards": 8, "publications": 10, "talks": 6, "teaching": 7, "service": 7, "grants": 4, "projects": 4,
    "students": 4, "skills": 4, "languages": 3, "memberships": 3, "certificates": 1.5, "references": 1.5, "summary": 2, "other": 2, "contact": 1,
}  # fmt: skip


class Sheet(NamedTuple):
    """One invented CV."""

    text: str
    codes: list[str]  # one for each line of the text; "" for a blank line


def page(taste: Taste) -> list[Coded]:
    rng, frame = taste.rng, taste.frame
    kinds = sorted(KINDS, key=lambda kind: rng.random() ** (1 / KINDS[kind]), reverse=True)[
        : rng.randint(3, 8)
    ]
    lines = furniture.front_matter(rng) if taste.markup and rng.random() < 0.08 else []
    lines += furniture.top(rng, frame)
    for kind in kinds:
        lines += [("", "")] * frame.before + section(taste, kind)
    lines = paged(taste, lines)
    if taste.ligatures:
        lines = [(text.replace("fi", "ﬁ").replace("fl", "ﬂ"), code) for text, code in lines]
    return lines


def paged(taste: Taste, lines: list[Coded]) -> list[Coded]:
    """Cut into pages of about fifty lines, with what stands at their ends."""
    rng = taste.rng
    size, feed = rng.randint(38, 60), rng.random() < 0.3
    printed: list[Coded] = []
    for i, (text, code) in enumerate(lines):
        turn = bool(i) and i % size == 0 and bool(taste.frame.furniture)
        if turn:
            printed += furniture.turn(rng, taste.frame, i // size)
        printed.append(("\f" + text if turn and feed and code else text, code))
    if taste.frame.furniture and rng.random() < 0.6:
        printed += furniture.turn(rng, taste.frame, len(lines) // size + 1)
    return printed


def make(seed: int, count: int) -> Iterator[Sheet]:
    """`count` pages, the same for the same seed."""
    for number in range(count):
        lines = page(Taste(Random(f"{seed}/{number}")))
        yield Sheet(
            "\n".join(text for text, _ in lines),
            [code if text.strip() else "" for text, code in lines],
        )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--show", type=int, default=3)
    ask.add_argument("--seed", type=int, default=0)
    told = ask.parse_args()
    for sheet in make(told.seed, told.show):
        print("=" * 100)
        for line, code in zip(sheet.text.split("\n"), sheet.codes, strict=True):
            print(f"{code:15}|{line}")


if __name__ == "__main__":
    main()
