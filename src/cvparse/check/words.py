"""Words that look misspelt: by the author's hand (CV002, CV006) or by a scanner's (CV015)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from cvparse import lexicon
from cvparse.check.rule import Finding, Page, Reading

_WORD = re.compile(r"[^\W\d_]{7,}")
_TOKEN = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b(?=\w*\d\w*\d)(?=\w*[OolI])(?:[1lI]9|2[0Oo])[\dOolI]{2}\b")
_SAID = "is kept as printed; did the author mean"
_HEAD, _TAIL = 2, 3
_OFTEN = 3
_LONGEST = 30
"""Letters of the longest words that are looked at twice."""
# What scanners take for one another; a word is mended only when that makes a known one of it.
_MISREAD = (
    ("m", "rn"), ("rn", "m"), ("d", "cl"), ("cl", "d"), ("vv", "w"), ("0", "o"), ("1", "l"), ("5", "s"),
)  # fmt: skip


def swapped(reading: Reading) -> Iterator[Finding]:
    """Two neighbouring letters swapped, in a word that is known the right way round."""
    text = reading.source.text
    counts = Counter(word.lower() for word in _WORD.findall(text))
    known = lexicon.vocabulary()
    often = {_letters(word) for word, count in counts.items() if count > 1}
    meant: dict[str, str] = {}
    for word, count in counts.items():
        if count > 1 or word in known:
            continue
        letters = _letters(word)
        if letters in often or letters in _known_letters():
            for right in _swaps(word):
                if right in known or counts.get(right, 0) > 1:
                    meant[word] = right
                    break
    yield from _told(text, meant) if meant else ()


def _told(text: str, meant: Mapping[str, str]) -> Iterator[Finding]:
    for match in _WORD.finditer(text):
        if right := meant.get(match.group().lower(), ""):
            yield Finding(f"`{match.group()}` {_SAID} `{right}`?", match.span())


def _letters(word: str) -> str:
    """A word's letters in order: two words that differ by a swap have the same."""
    return "".join(sorted(word))


@cache
def _known_letters() -> frozenset[str]:
    return frozenset(map(_letters, lexicon.vocabulary()))


def _swaps(word: str) -> Iterator[str]:
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def misspelt(page: Page) -> Iterator[Finding]:
    """A letter too many, too few or wrong inside a word, where another is the document's own.

    The word stands once, in small letters; the other stands often, or (a letter too many or too
    few) is a common academic word. The first two letters and the last three must agree: those
    change from language to language, and from singular to plural. English texts only: in another
    language, `posdoctoral` is right.
    """
    if page.source is None or not _english(page.source.text):
        return
    words = [match[0] for match in _WORD.finditer(page.source.text)]
    counts = Counter(word.lower() for word in words)
    small = {word for word in words if word.islower()}
    usual = {word for word, count in counts.items() if count >= _OFTEN and word in small}
    own, told = _by_ends(frozenset(usual)), _swapped_before(page)
    meant = {}
    for word in small - told:
        if counts[word] == 1 and word not in lexicon.vocabulary():
            known = [w for w in _common()[_ends(word)] if len(w) != len(word)]
            found = {w for w in (*known, *own[_ends(word)]) if _slip(word, w)}
            meant.update({word: found.pop()} if len(found) == 1 else {})
    for match in _WORD.finditer(page.source.text):
        if right := meant.get(match[0], ""):
            yield Finding(f"`{match[0]}` {_SAID} `{right}`?", match.span())


def _english(text: str) -> bool:
    """Do the small words of English stand in it as often as in English lists of titles?"""
    words = [word.lower() for word in _TOKEN.findall(text)]
    return 100 * sum(word in ("the", "of", "and", "in", "for") for word in words) >= 3 * len(words)


def _swapped_before(page: Page) -> set[str]:
    """The words that CV002 has told."""
    spans = [d.span for d in page.cv.diagnostics if d.code == "CV002" and d.span]
    return {page.source.text[start:end] for start, end in spans} if page.source else set()


@cache
def _common() -> defaultdict[str, list[str]]:
    return _by_ends(lexicon.vocabulary())


def _by_ends(words: frozenset[str]) -> defaultdict[str, list[str]]:
    ends: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= _HEAD + _TAIL + 2:
            ends[_ends(word)].append(word)
    return ends


def _ends(word: str) -> str:
    return word[:_HEAD] + word[-_TAIL:]


def _slip(one: str, other: str) -> bool:
    """One letter dropped, added or replaced; a British spelling is no slip."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next(i for i, (a, b) in enumerate(zip(one + " ", other + " ", strict=False)) if a != b)
    rest, others = one[at:], other[at:]
    kinds = [(rest[1:], others[1:]), (rest[1:], others), (rest, others[1:])]
    changed = {rest[:1], others[:1]}
    spelled = changed <= set("szcyiaeou") or (len(one) != len(other) and _spelling(one, other))
    return any(a == b for a, b in kinds) and not spelled


def _spelling(one: str, other: str) -> bool:
    """`modelling`, `colour`, `paediatric`: two spellings, both right."""
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return (
        long[at] == "u" or long[at - 1 : at + 1] in ("ll", "ae", "oe", "pp", "tt")
        or long[at : at + 2] in ("ll", "ae", "oe", "ss")
    )  # fmt: skip


def misread(page: Page) -> Iterator[Finding]:
    """`goverrnent`, `2O19`: what a scanner takes for something else, and the reader did not mend."""
    if page.source is None:
        return
    mended = {start for (start, _), _ in page.source.repairs}
    for match in _YEAR.finditer(page.source.text):
        year = match[0].translate(str.maketrans("OolI", "0011"))
        if match.start() not in mended:
            yield Finding(f"`{match[0]}` looks like the year {year}, misread", match.span())
    counts = Counter(word.lower() for word in _TOKEN.findall(page.source.text))
    meant = {word: right for word in counts if (right := _reread(word, counts))}
    for match in _TOKEN.finditer(page.source.text) if meant else ():
        if (right := meant.get(match[0].lower(), "")) and match.start() not in mended:
            yield Finding(f"`{match[0]}` looks like `{right}`, misread", match.span())


def _reread(word: str, counts: Mapping[str, int]) -> str:
    """What a scanner may have seen; empty when the word is known, or nothing else is."""
    if not 6 <= len(word) <= _LONGEST or word in lexicon.vocabulary() or counts[word] > 1:
        return ""
    for seen, right in _MISREAD:
        at = word.find(seen)
        while at >= 0:
            other = word[:at] + right + word[at + len(seen) :]
            if other in lexicon.vocabulary():
                return other
            at = word.find(seen, at + 1)
    return ""
