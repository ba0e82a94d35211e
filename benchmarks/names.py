"""Whole author lists read right, on the name sets of GROBID and AnyStyle.

    PYTHONPATH=src .venv/bin/python benchmarks/names.py FOLDER [--errors]

FOLDER holds `grobid_names_citation*.jsonl` and `anystyle_names_spec*.jsonl`, one list a line:
`{"id", "raw", "expected": [{"family", "given", "printed"}, …, {"others": true}]}`. A list is right
when every name is found and nothing else, words compared without case and punctuation.

Lists whose id has an even SHA-1 may be looked at (`--errors` prints those); the others only count.
Left out, each counted in the last column, because no reading of the text could be right:

broken   letters parted by the scan (`B ¨ ACHER`, `P~un`): what the name is stands nowhere
labels   the expected names are no names: initials without a family, or two persons in one
unparted no sign stands between the names (`Ada Roe Ben Poe and Mei Lee`): no list, but a run
phrases  AnyStyle's `In: D. Knuth (ed.)`, `Translated by J Doe`, `-----`: no list of authors, but a
         phrase around one; other rules see to them
letters  AnyStyle's `A, B, C`: single letters that stand for names
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from cvparse.document import Source
from cvparse.rules import authors

BROKEN = re.compile(r"[~¨`]|[´ˇ](?=[\s,])|[a-z]\d|\d[a-z]|\b\w{1,2}ä \w")
JOINED = re.compile(r"\s(?:et|and|und)\s|&")
PHRASE = re.compile(r"(?:in|ed|edited|édited|hrsg|trans\w*|trad\w*|übers\w*)\b|[-_* ]*[-_*]", re.I)
WORDS = re.compile(r"[^\W_]+")


def left_out(item: dict[str, Any]) -> str:
    """The class of an item that no reading could get right, or nothing."""
    persons = [p for p in item["expected"] if not p.get("others")]
    if item["id"].startswith("anystyle"):
        if PHRASE.match(item["raw"]):
            return "phrases"
        if any(len(p.get("family", "")) < 2 for p in persons):
            return "letters"
        return ""
    if any(not p.get("family") or JOINED.search(p["printed"]) for p in persons):
        return "labels"
    if any(f"{a['printed']} {b['printed']}" in item["raw"] for a, b in pairwise(persons)):
        return "unparted"
    return "broken" if BROKEN.search(item["raw"]) else ""


def words(name: str) -> tuple[str, ...]:
    return tuple(sorted(WORDS.findall(name.casefold())))


def expected(item: dict[str, Any]) -> tuple[list[tuple[str, ...]], bool | None]:
    """The names, and whether `et al.` ends the list (unknown where the set does not say)."""
    persons = [p for p in item["expected"] if not p.get("others")]
    parts = ("given", "middle", "family", "suffix")
    names = [p.get("printed") or " ".join(p.get(part, "") for part in parts) for p in persons]
    others = len(persons) < len(item["expected"]) if item["id"].startswith("anystyle") else None
    return [words(n) for n in names], others


def right(item: dict[str, Any]) -> tuple[bool, str]:
    """Is the list read right, and what was read."""
    found = authors.read(Source(item["raw"]).whole())
    names = [name.passage.value for name in found.names]
    wanted, others = expected(item)
    same = [words(n) for n in names] == wanted and others in (None, found.others)
    return same, " | ".join(names)


def items(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.jsonl")):
        if path.name.startswith(("grobid_names_citation", "anystyle_names_spec")):
            for line in path.read_text("utf-8").splitlines():
                yield path.stem, json.loads(line)


def even(item: dict[str, Any]) -> bool:
    return int(hashlib.sha1(item["id"].encode()).hexdigest(), 16) % 2 == 0  # noqa: S324


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("folder", type=Path)
    options.add_argument("--errors", action="store_true", help="print the even half's misreadings")
    chosen = options.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    for name, item in items(chosen.folder):
        half = "even" if even(item) else "odd"
        if reason := left_out(item):
            counts[name, half, reason] += 1
            continue
        same, read = right(item)
        counts[name, half, "right" if same else "wrong"] += 1
        if chosen.errors and half == "even" and not same:
            print(f"{item['raw']!r}\n    {read}")
    for name, half in sorted({key[:2] for key in counts}):
        good, bad = counts[name, half, "right"], counts[name, half, "wrong"]
        out = {k[2]: n for k, n in counts.items() if k[:2] == (name, half) and len(k[2]) > 5}
        print(f"{name:<24}{half:<6}{good:>4} of {good + bad:<5}{good / (good + bad):>7.1%}   {out}")


if __name__ == "__main__":
    main()
