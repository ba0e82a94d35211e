"""Whether two titles are one work's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cvparse import lexicon
from cvparse.link.names import plain

_WORDS = re.compile(r"[^\W_]+")
_SUBTITLE = re.compile(r"\s*(?::\s|\s[-–—]+\s|[?!]\s)")
_ENDING = re.compile(r"(?:ies|es|s)$")
_BRITISH = re.compile(r"(?<=[iy])s(?=e$|ing$|ed$|ation$|er$)|our(?=$|al$)")
_SPELLED = {"s": "z", "our": "or"}
_NAME = re.compile(r"[\w-]*(?:[a-z0-9][A-Z]|[A-Za-z]\d|[A-Z]{2}[a-z])[\w-]*")
SAME, SPELLING = "same title", "same title but for spelling"
_LONG = 4
"""A title of so many words is one work's; `Editorial` and `Introduction` are many works'."""
_VERY_LONG = 8
"""A title of so many words, small ones left out, is known even when one word more is in it."""


@lru_cache(maxsize=8192)
def letters(title: str) -> str:
    """The words alone: what two prints of one title have in common."""
    return " ".join(_WORDS.findall(plain(title)))


@lru_cache(maxsize=8192)
def main(title: str) -> str:
    """The words before the colon; empty when there is none."""
    found = _SUBTITLE.search(title)
    return letters(title[: found.start()]) if found else ""


@lru_cache(maxsize=8192)
def gist(title: str) -> str:
    """The words as they would be in any print: no articles, no plural, American spelling."""
    return " ".join(_stem(w) for w in letters(title).split() if w not in _small())


def _stem(word: str) -> str:
    if word.isdecimal() or len(word) < 5:
        return word
    return _BRITISH.sub(lambda found: _SPELLED[found[0]], _ENDING.sub("", word))


def distinctive(title: str) -> bool:
    """Enough to tell a work by: four words, or a made-up one (`SkeletonVis`)."""
    words = letters(title).split()
    return len(words) >= _LONG or any(len(w) > 3 and w not in _common() for w in words)


def long(title: str) -> bool:
    return len(letters(title).split()) >= _LONG


def sameness(one: str, other: str) -> str:
    """Why two titles are one work's; empty when nothing shows it.

    Wrong for a series whose parts have one title, as `Editorial`.
    """
    first, second = letters(one), letters(other)
    if first == second:
        return SAME if first else ""
    if first == main(other) or second == main(one):
        return "same title but for the subtitle" if distinctive(min(one, other, key=len)) else ""
    if long(one) and gist(one) == gist(other):
        return SPELLING
    if main(one) == main(other) and (_made_up(one) and _made_up(other)):
        return "same name before the colon"
    return "same title but for a word" if _one_word_more(gist(one), gist(other)) else ""


def _made_up(title: str) -> bool:
    """Is what stands before the colon the name of a thing, as in `SkeletonVis: …`, `GPT4: …`?"""
    name = title.partition(":")[0].strip()
    return _NAME.fullmatch(name) is not None


def _one_word_more(one: str, other: str) -> bool:
    """A long title that has one word more than another, the rest being equal."""
    short, long_one = sorted((one.split(), other.split()), key=len)
    if len(short) < _VERY_LONG or len(long_one) != len(short) + 1:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(short, long_one, strict=False)) if a != b), len(short)
    )
    return short[at:] == long_one[at + 1 :]


def keys(title: str) -> tuple[str, ...]:
    """What two titles share when `sameness` may hold: a shelf is looked through, not all titles."""
    found = [letters(title), main(title)]
    if long(title):
        words = gist(title).split()
        found += [gist(title), f"{' '.join(words[:3])} …", f"… {' '.join(words[-3:])}"]
    return tuple(dict.fromkeys(key for key in found if key))


@cache
def _small() -> frozenset[str]:
    return frozenset(lexicon.table("names")["small_words"])


@cache
def _common() -> frozenset[str]:
    """Words that many titles hold."""
    return lexicon.vocabulary() | frozenset(lexicon.table("names")["not_names"])
