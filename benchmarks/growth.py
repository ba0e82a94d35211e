"""What size and hostile texts cost, as ratios: growth should be linear, and nothing may be dear.

    .venv/bin/python benchmarks/growth.py

A document ten and a hundred times the size (its entries again and again, words changed) against
the document; then texts that nobody writes, made to please slow patterns, under the heading of
each kind of section, against running text of that size under it. Processor time, once each.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import pairwise

from cvparse import parse
from run import ROOT, Row, processor_ms, variants

HEADINGS = (
    "Ada Roe", "Publications", "Employment", "Education", "Awards", "Grants", "Invited talks",
    "Teaching", "Students", "Professional service", "Skills", "Languages", "References", "Hobbies",
)  # fmt: skip
UNITS = (
    "[", "(", ")", "()", ", ", ",", "7", "12 ", "-", "- ", "'", '"a" ', "A", "AB ", "Roe ", "A. B. ",
    "Roe, A., ", "Ada Roe, ", "Ada Roe and ", "2010-", "2010, ", "May 2010, ", "• ", "*", "_", "and ",
    "of the ", "http://", "www.a.", "a@", ".", ": ", "Abc: ", "; ", "| ", "/", "\t", " ", "$1,000 ",
    "1:", "12(3)", "#", "<", "[a](", "University of ", "Professor of ", "Ph.D. in ", "et al. ",
    "10.1234/", "(555) ", "a-", "研究", "CS 101: ", "(2010", "1. ", "The ", "PI: ",
)  # fmt: skip
CHARACTERS = 100_000


def hostile() -> Iterator[tuple[str, str]]:
    """Each unit over and over: one endless line, lines of 70 characters, a line each."""
    for unit in UNITS:
        yield f"{unit!r} in one line", unit * (CHARACTERS // len(unit))
        line = unit * max(70 // len(unit), 1) + "\n"
        yield f"{unit!r} in lines", line * (CHARACTERS // len(line))
        yield f"{unit!r} a line", (unit + "\n") * min(CHARACTERS // (len(unit) + 1), 3_000)


def grown(text: str, times: int) -> str:
    """Each section so many times as long: the lines under its heading again, with changed words."""
    spans = [section.span for section in parse(text).sections]
    lines = [text[:start].count("\n") for start, _ in spans] + [text.count("\n") + 1]
    copies = [copy.split("\n") for copy in variants(text, times)]
    kept: list[str] = []
    for first, last in pairwise(lines):
        kept += copies[0][first:last]
        for copy in copies[1:]:
            kept += copy[first + 1 : last]
    return "\n".join(kept)


def growth(text: str) -> Iterator[Row]:
    processor_ms(parse, text)
    for times, target in ((1, ""), (10, "<= 12"), (100, "<= 120")):
        cost = processor_ms(parse, grown(text, times))
        if times == 1:
            once = cost
        else:
            yield Row(f"{times} times the document / the document", cost, once, "ms", target)


def worst(text: str, shown: int) -> Iterator[Row]:
    """The dearest hostile texts, each against a CV of the same length."""
    plain = grown(text, CHARACTERS // len(text) + 1)[:CHARACTERS]
    usual = processor_ms(parse, plain)
    costs = {
        f"{heading}: {name}": processor_ms(parse, f"{heading}\n\n{body}")
        for heading in HEADINGS
        for name, body in hostile()
    }
    for name in sorted(costs, key=costs.__getitem__, reverse=True)[:shown]:
        yield Row(name, costs[name], usual, "ms", "<= 15")


def main() -> None:
    options = argparse.ArgumentParser(description="What size and hostile texts cost")
    options.add_argument("--hostile", type=int, default=0, metavar="N", help="show the N dearest")
    shown = options.parse_args().hostile
    text = (ROOT / "raw/haekyu_park.txt").read_text("utf-8")
    for row in worst(text, shown) if shown else growth(text):
        print(row, flush=True)


if __name__ == "__main__":
    main()
