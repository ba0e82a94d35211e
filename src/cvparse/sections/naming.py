"""What a heading that nobody has listed means: by its nouns, where they stand, what joins them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache

from cvparse import lexicon
from cvparse.sections.known import (
    CJK,
    Hints,
    Known,
    any_number,
    doubtful,
    exact,
    head_nouns,
    known_headings,
    plain,
    vocabulary,
    words_of,
)
from cvparse.sections.page import Dress

_CJK_JOIN = re.compile(r"[・、/]|および|及び|[与和及]")
_LONGEST_CJK = 12
_ADJECTIVE = re.compile(
    r"(?:iques?|elles?|aux|ales|a?i[rv]es?|ic[ao]s|iche|ad[ao]s|id[ao]s|ées?|ali|ive|[ií]stic[ao]s|istiche)$"
)
_MIXABLE = frozenset(lexicon.table("sections")) - {"summary", "contact", "interests", "other"}


def names(words: Sequence[str], dress: Dress) -> bool:
    """Is a line in capitals a name? So when it says an organisation, or words nobody knows."""
    if dress.markdown or not dress.capitals:
        return False
    common = (w for w in words if w in lexicon.vocabulary() or any_number(w, vocabulary()))
    return next(common, None) is None or any(w in lexicon.words("organization") for w in words)


@lru_cache(maxsize=4096)
def sure(words: str) -> Known | None:
    """What a heading means of which every word is one that headings are made of."""
    if found := exact(words):
        return found
    return named(words) if " " in words and plain(words) else None


def named(words: str) -> Known | None:
    """What the nouns in a heading mean: `Recent journal papers`, `Prix et bourses de mobilité`."""
    if CJK.search(words):
        return _named_cjk(words)
    parts = [p for p in _join().split(words) if p]
    every, parts = parts, [p for p in parts[:-1] if not _qualifies(p)] + parts[-1:]
    found = [None if doubtful(part) else _part(part.split()) for part in parts]
    return _together([f for f in found if f], whole=all(found) and parts == every)


def listed(words: str) -> bool:
    """Do most of several things joined say what they head?"""
    parts = [p for p in _join().split(words) if p]
    sure = sum(p in known_headings() for p in parts)
    return len(parts) > 1 and sure > 1 and 2 * sure > len(parts)


def _qualifies(word: str) -> bool:
    """`Research and professional experience` names one thing."""
    return word in words_of("modifiers") and word not in head_nouns()


def _named_cjk(words: str) -> Known | None:
    """Written without spaces: the longest known heading that it ends in."""
    if len(words) > _LONGEST_CJK:
        return None
    parts = [p for p in _CJK_JOIN.split(words) if p]
    found = [
        next((k for i in range(len(p) - 1) if (k := known_headings().get(p[i:]))), None)
        for p in parts
    ]
    return _together([f for f in found if f], whole=all(found)) if found and found[-1] else None


def _together(found: Sequence[Known], whole: bool) -> Known | None:
    """Several things named at once. Of hints, those on which all agree; of kinds, all."""
    if not found:
        return None
    kinds = [*dict.fromkeys(f.kind for f in found)]
    if len(kinds) == 1:
        hints = _agreed(f.hints for f in found) if whole else ()
        return Known(kinds[0], max(f.level for f in found) if whole else 1, hints)
    mixable = [k for k in kinds if k in _MIXABLE]
    hints = (("mixed", " ".join(mixable)),) if len(mixable) > 1 else ()
    return Known((mixable or kinds)[0], 1, hints)


def _agreed(hints: Iterable[Hints]) -> Hints:
    every = [set(h) for h in hints]
    return tuple(sorted(set.intersection(*every))) if every else ()


@cache
def _join() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(words_of("and")))
    return re.compile(rf"\s*[,;/+|•·]\s*(?:(?:{words})\s+)?|\s+-+\s+|\s+(?:{words})\s+")


def _part(tokens: Sequence[str]) -> Known | None:
    """One thing named: its noun stands before a preposition, failing that behind one. What both
    say of the same kind holds: `Journal articles under review`.
    """
    if whole := exact(" ".join(tokens)):
        return whole
    at = next((i for i, t in enumerate(tokens) if i and t in words_of("prepositions")), len(tokens))
    first = _noun(tokens[:at])
    second = known_headings().get(" ".join(tokens[at:])) or _noun(tokens[at + 1 :])
    if first and first.kind in _WEAK and second and tokens[at - 1] in words_of("weak"):
        return second
    if first and second and first.kind == second.kind:
        return Known(first.kind, max(first.level, second.level), first.hints + second.hints)
    return first or (second if plain(" ".join(tokens[:at])) else None)


_WEAK = frozenset(["employment", "service"])


def _noun(tokens: Sequence[str]) -> Known | None:
    """The longest known heading at the end, or at the beginning, where Romance languages have
    the noun. A weak noun gives way to another: `Teaching activities`.
    """
    known, nouns = known_headings(), head_nouns()
    if len(tokens) > 1 and tokens[-1] in words_of("trailing") and tokens[-1] not in nouns:
        return known.get(" ".join(tokens[:-1])) or _noun(tokens[:-1])
    for i in range(1, len(tokens) - 1):
        if found := known.get(" ".join(tokens[i:])):
            return found
    last = tokens[-1] if tokens else ""
    if last in words_of("weak"):
        others = (n for t in tokens if t not in words_of("weak") and (n := nouns.get(t)))
        return next(others, nouns.get(last))
    if found := nouns.get(last):
        return found
    return nouns.get(tokens[0]) if tokens and _romance(tokens) else None


def _romance(tokens: Sequence[str]) -> bool:
    """Is the noun the first word? An adjective follows it, or `de`."""
    return any(_ADJECTIVE.search(t) or t in words_of("prepositions") for t in tokens[1:])


def by_looks(words: str) -> Known:
    """What an unknown heading may head: a slip of the pen in a known one, or a position."""
    like = [h for h in known_headings() if h[:1] == words[:1] and -2 < len(h) - len(words) < 2]
    close = get_close_matches(words, like, 1, 0.9) if len(words) > 6 else []
    if close:
        return known_headings()[close[0]]
    last = words.rpartition(" ")[2]
    return Known("employment" if last in lexicon.words("position") else "other", 1)
