"""The words we know, as data. One TOML file a subject; each group of words has a label.

A group reads: `label` (what a match is called), `value` (what it means, when that is not the
words themselves), `exact` (true: capitals must agree), `words`, and, for the checks, `examples`
(lines in which one of the words must be found) and `not` (lines in which none may be).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from cvparse.errors import LexiconError

FILES = (
    "awards", "degrees", "details", "funders", "organizations", "places",
    "positions", "talks", "venues", "links",
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """Words of one label: `value` is what they all mean, or empty for the words themselves."""

    file: str
    label: str
    value: str
    exact: bool
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def table(name: str) -> dict[str, Any]:
    """One lexicon file as it stands. Raises LexiconError when it is no TOML."""
    text = resources.files(__package__).joinpath(f"{name}.toml").read_text("utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon/{name}.toml: {error}", "mend the file") from error


@cache
def groups() -> tuple[Group, ...]:
    """All groups of all gazetteer files, in the order of `FILES`."""
    return tuple(_group(name, row) for name in FILES for row in table(name).get("group", ()))


def _group(name: str, row: dict[str, Any]) -> Group:
    unknown = row.keys() - {"label", "value", "exact", "words", "examples", "not", "source"}
    if unknown or not row.get("label") or not row.get("words"):
        raise LexiconError(
            f"lexicon/{name}.toml: a group needs label and words; unknown: {sorted(unknown)}",
            "see the docstring of cvparse.lexicon",
        )
    return Group(
        file=name,
        label=row["label"],
        value=row.get("value", ""),
        exact=row.get("exact", False),
        words=tuple(row["words"]),
        examples=tuple(row.get("examples", ())),
        counterexamples=tuple(row.get("not", ())),
    )


@cache
def words(label: str, value: str | None = None) -> frozenset[str]:
    """The words of a label that may be written in any case, in lower case."""
    return frozenset(
        word.lower()
        for group in groups()
        if group.label == label and value in (None, group.value) and not group.exact
        for word in group.words
    )


@cache
def vocabulary() -> frozenset[str]:
    """Common academic words, lower case: to tell an author's slip of the pen from a rare word."""
    text = resources.files(__package__).joinpath("vocabulary.txt").read_text("utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
