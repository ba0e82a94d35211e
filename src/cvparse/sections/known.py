"""What the words of a heading mean, from the lexicon: the whole heading, or the nouns in it."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from cvparse import lexicon
from cvparse.document import Passage
from cvparse.sections import spacing

Hints = tuple[tuple[str, str], ...]
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_YEARS = re.compile(
    r"(?<![,;])(?:\s+-)?\s+(?:(?:since|from|seit|depuis) )?(?:19|20)\d\d(?: ?- ?(?:(?:19|20)\d\d)?)?$"
)
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Known(NamedTuple):
    """What a heading heads, how deep it stands, and what it says of its entries."""

    kind: str
    level: int
    hints: Hints = ()


def key(words: Passage) -> str:
    """The words as the lexicon writes them: lower case, `and` for `&`, letter-spacing closed."""
    text = _YEARS.sub("", _ASIDE.sub("", words.folded).strip())
    if spacing.apart(text):
        text = spacing.closed(text, _every_word())
    text = text.lower().replace("&", " and ").replace("/", " / ").replace("ad hoc", "ad-hoc")
    text = " ".join(text.split()).rstrip(" :")
    return text.replace(" ", "") if CJK.search(text) and not text.isascii() else text


@cache
def _every_word() -> frozenset[str]:
    return vocabulary() | lexicon.vocabulary()


@cache
def known_headings() -> dict[str, Known]:
    """Heading → what it heads. Sub-headings stand one level lower."""
    known: dict[str, Known] = {}
    for kind, row in _kinds():
        record = row["record"]
        hint = () if record == kind else (("section", kind),)
        known |= {h: Known(_section_kind(kind, record), 1, hint) for h in row.get("headings", ())}
        for sub in row.get("sub", ()):
            hints = tuple((k, v) for k, v in sub.items() if k != "headings")
            known |= {h: Known(record, 2, hints) for h in sub["headings"] if h not in known}
    for heading, kinds in lexicon.table("sections")["mixed"].items():
        known[heading] = Known(kinds[0], 1, (("mixed", " ".join(kinds)),))
    spaceless = {h.replace(" ", ""): row for h, row in known.items() if CJK.search(h)}
    return known | spaceless


@cache
def head_nouns() -> dict[str, Known]:
    """Nouns that give a heading away wherever they stand in it."""
    exact = known_headings()
    return {
        noun: exact.get(noun) or Known(_section_kind(kind, row["record"]), 1)
        for kind, row in _kinds()
        for noun in row.get("head_nouns", ())
    }


@cache
def shared(kind: str) -> frozenset[str]:
    """Words that under a heading of this kind name no other: `Conferences` among the talks."""
    return frozenset(lexicon.table("sections").get(kind, {}).get("under", ()))


@cache
def _kinds() -> list[tuple[str, dict[str, Any]]]:
    table = lexicon.table("sections")
    return [(kind, row) for kind, row in table.items() if kind not in ("mixed", "words")]


def _section_kind(kind: str, record: str) -> str:
    return kind if record == "person" else record


@cache
def words_of(name: str) -> frozenset[str]:
    return frozenset(lexicon.table("sections")["words"][name])


@cache
def _vocabulary_in_any_number() -> frozenset[str]:
    words = vocabulary()
    return words | {w + "s" for w in words} | {w.removesuffix("s") for w in words}


@cache
def vocabulary() -> frozenset[str]:
    """All words that headings are made of."""
    lists = (
        words_of("modifiers"),
        words_of("prepositions"),
        words_of("and"),
        words_of("trailing"),
        head_nouns(),
    )
    return frozenset(chain(*lists, *(h.split() for h in known_headings())))


def plain(words: str) -> bool:
    """Is every word one of those that headings are made of?"""
    known = _vocabulary_in_any_number()
    return all(bare in known for w in words.split() if (bare := w.strip(",'/-")))


def any_number(word: str, words: Container[str]) -> str | None:
    """The word, or its plural or singular, as it is among others: `visit` among `visits`."""
    forms = (word, word + "s", word.removesuffix("s"))
    return next((w for w in forms if w in words), None)


def exact(words: str) -> Known | None:
    """What a whole heading means, a leading `Selected` or `Other` set aside."""
    known = known_headings()
    if found := known.get(words):
        return found
    first, _, rest = words.partition(" ")
    return known.get(rest) if first in words_of("leading") else None


def doubtful(words: str) -> bool:
    """A heading that is as often the title of an entry: `Reviewer`."""
    return words in words_of("doubtful")
