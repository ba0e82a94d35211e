"""Invented CVs by the thousand: `python benchmarks/documents.py FOLDER --count 5000`.

Names, the choice and order of sections, layout and noise differ from one to the next; no two are
equal, and the same seed gives the same bytes. The pages are those that the models of lines learn
from (`training/lists.py`), the noise is what files go through on their way: optical slips, lost
blank lines, tabs, line ends and encodings of other systems.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SLIPS = (("rn", "m"), ("l", "1"), ("O", "0"), ("cl", "d"), ("fi", "ﬁ"), ("I", "l"), ("ü", "ii"))
ENCODINGS = ("utf-8",) * 16 + ("utf-8-sig", "utf-16", "cp1252", "cp1252")

Noise = Callable[[str, Random], str]


class Document(NamedTuple):
    """A file to be: its name, and its bytes."""

    name: str
    data: bytes


def make(seed: int, count: int) -> Iterator[Document]:
    """`count` documents, no two alike in name or bytes."""
    return (_document(seed, number) for number in range(count))


def _document(seed: int, number: int) -> Document:
    lists, taste = _training("lists"), _training("taste")
    author, chance = taste.Taste(_chance(seed, number, "page")), _chance(seed, number, "noise")
    text = "\n".join(line for line, _ in lists.page(author))
    owner = _plain(author.owner)
    text = text.replace("name@example.org", f"{owner}.{number}@example.org")
    if f"{number}@" not in text:  # what no other document has
        text += f"\n{owner}.{number}@example.org\n"
    for noise in NOISES:
        if chance.random() < 0.25:
            text = noise(text, chance)
    suffix = ".md" if author.markup else ".txt"
    return Document(f"{number:06d}-{owner}{suffix}", _encoded(text, chance))


def _chance(seed: int, number: int, of: str) -> Random:
    return Random(f"{seed}/{number}/{of}")  # noqa: S311 (no secret: the same documents every time)


def _training(name: str) -> Any:
    """A module of `training/`, which is no package: run by path, like this."""
    folder = str(ROOT / "training")
    if folder not in sys.path:
        sys.path.insert(0, folder)  # before ours, which has a `dates` too
    return importlib.import_module(name)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z]+", letters)) or "nobody"


def _slips(text: str, chance: Random) -> str:
    """Characters that a scanner takes for others, one in some hundred; addresses are left alone."""
    often = chance.choice([0.002, 0.01, 0.03])

    def slipped(word: re.Match[str]) -> str:
        right, wrong = chance.choice(SLIPS)
        if "@" in word[0] or chance.random() > often * len(word[0]):
            return word[0]
        return word[0].replace(right, wrong, 1)

    return re.sub(r"\S+", slipped, text)


def _blanks_lost(text: str, chance: Random) -> str:
    often = chance.choice([0.1, 0.5, 1.0])
    lines = text.split("\n")
    return "\n".join(line for line in lines if line.strip() or chance.random() > often)


def _blanks_won(text: str, chance: Random) -> str:
    often = chance.choice([0.05, 0.3])
    return re.sub(r"\n", lambda _: "\n\n" if chance.random() < often else "\n", text)


def _spaces(text: str, chance: Random) -> str:
    """Tabs for runs of spaces, spaces that do not break, spaces at the end of lines."""
    old, new = chance.choice([("    ", "\t"), (", ", ",\u00a0"), ("\n", "  \n")])
    return text.replace(old, new)


def _dashes(text: str, chance: Random) -> str:
    return re.sub("[–—-]", lambda _: chance.choice("–—-‐−"), text)


def _line_ends(text: str, chance: Random) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r\n", "\r"]))


NOISES: tuple[Noise, ...] = (_slips, _blanks_lost, _blanks_won, _spaces, _dashes, _line_ends)


def _encoded(text: str, chance: Random) -> bytes:
    """In some encoding; in UTF-8 when that one has no sign for a letter."""
    try:
        return text.encode(chance.choice(ENCODINGS))
    except UnicodeEncodeError:
        return text.encode()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--count", type=int, default=5000)
    ask.add_argument("--seed", type=int, default=1)
    told = ask.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for document in make(told.seed, told.count):
        (told.folder / document.name).write_bytes(document.data)
        size += len(document.data)
    print(f"{told.count} documents, {size / 1e6:.1f} MB, in {told.folder}")


if __name__ == "__main__":
    main()
