"""Degrees by their abbreviations: `Ph.D.`, `PhD`, `B.Sc. (Hons)`, `Dr. rer. nat.`, `MBA`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvparse import lexicon
from cvparse.document import Mention, Source, Span
from cvparse.rules.rule import Finder, Match, Reading, Rule, Scene


@cache
def _levels() -> dict[str, str]:
    """Abbreviation, dots and spaces left out → level."""
    rows = lexicon.table("degrees").get("abbreviation", ())
    return {_plain(row["written"]): row["value"] for row in rows}


def _plain(written: str) -> str:
    return re.sub(r"[^\w]", "", written)


@cache
def _pattern() -> re.Pattern[str]:
    """Each abbreviation with its dots and inner spaces made optional."""
    rows = sorted((r["written"] for r in lexicon.table("degrees").get("abbreviation", ())), key=len)
    forms = "|".join(_form(written) for written in reversed(rows))
    return re.compile(
        rf"(?<![\w.-])(?:{forms})(?:\s?\((?:Hons|Honours|Honors)[^()]{{0,20}}\))?(?![\w-])"
    )


def _form(written: str) -> str:
    """A pattern for one of them. `B. Sc.` may be printed apart, `B. A.` not: that is a person."""
    stop = r"\.?\s?" if any(len(part) > 1 for part in written.split(".")) else r"\.?"
    signs = {".": stop, " ": r"\s?", ",": r",\s?"}
    return "".join(signs.get(c, re.escape(c)) for c in written.removesuffix(".")) + r"\.?"


def _level(match: Match, source: Source) -> object:
    return source.read(Span(*match.span()))


def _degrees(scene: Scene) -> Iterator[Mention]:
    """The pattern is built on first use: the list is long, and most entries hold no degree."""
    yield from Rule("degrees.abbreviation", "degree", _pattern(), value=_level).find(scene)


_KINDS = frozenset({"education", "header", "students", "teaching", "employment", "other"})
RULES: tuple[Finder, ...] = (Reading("degrees.abbreviation", _degrees, kinds=_KINDS),)
