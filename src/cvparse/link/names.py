"""The parts of a printed name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cvparse import lexicon

_LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_BRACKET = re.compile(r"\s*[(\[（\"“„]([^()\[\]（）\"“”]{1,40})[)\]）\"”]\s*")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,4}|(?:[^\W\d_]\.-?){1,4}")
_GLUED = re.compile(r"[A-Z]{2,3}")
_HYPHEN = re.compile(r"[-‐‑–]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HAN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々]+(?:\s[\u3040-\u9fff\uac00-\ud7af]+)?"
)
_BARE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_MARKED = re.compile(r"[äöüøå]")
_WRITTEN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


class Name(NamedTuple):
    """`Duen Horng (Polo) Chau`: family `chau`, given `duen`, `horng`, nickname `polo`.

    All in small letters without marks. A given name of one letter is an initial, one that ends
    in a dot an abbreviation (`yu.`); one that begins with a hyphen belongs to the one before it.
    """

    family: str
    given: tuple[str, ...] = ()
    nickname: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def letters(self) -> str:
        """The same for all spellings of one name: `Sheng-Yun Peng` and `ShengYun Peng`."""
        given = "".join(g + "." if len(g.strip("-.")) == 1 else g for g in self.given)
        return f"{self.family},{given.replace('-', '')},{self.suffix}"


def plain(text: str) -> str:
    """In small letters, without the marks that some languages put on them."""
    letters = text.casefold()
    if not letters.isascii():
        bare = unicodedata.normalize("NFKD", letters.translate(_BARE))
        letters = "".join(c for c in bare if not unicodedata.combining(c))
    return letters


def written_out(text: str) -> str:
    """`Mueller` for `Müller`; empty when there is nothing to write out."""
    small = unicodedata.normalize("NFC", text)
    if not _MARKED.search(small.lower()):
        return ""
    titled = {ord(chr(k).upper()): v.title() for k, v in _WRITTEN.items()}
    return small.translate(_WRITTEN | titled)


@lru_cache(maxsize=8192)
def read(printed: str, families: frozenset[str] = frozenset()) -> Name:
    """The parts, whichever way round they are printed.

    `families` are family names of several words (`garcialopez`) that this text prints elsewhere
    in a form that shows them to be one: `Garcia Lopez, A.`
    """
    words, nickname = _without_brackets(printed)
    words, suffix = _without_suffix(words)
    if _HAN.fullmatch(words):
        return Name("".join(words.split()))
    family, given = _parted(words, families)
    if given and words.isupper() and "," not in words and not _ends_in_initials(words.split()):
        given = given.title()  # `ADA ROE`: no initials
    return Name("".join(_tokens(family, whole=True)), _given(given), nickname, suffix)


def _without_brackets(printed: str) -> tuple[str, tuple[str, ...]]:
    """The name, and what stands in brackets inside of it: a name's end brackets hold no name."""
    found = _BRACKET.search(printed)
    if not found:
        return printed.strip(), ()
    inside = found.start() > 0 and found.end() < len(printed) and found[1][:1].isupper()
    words = f"{printed[: found.start()]} {_BRACKET.sub(' ', printed[found.end() :])}".strip()
    return words, _given(found[1]) if inside else ()


def _without_suffix(words: str) -> tuple[str, str]:
    """`Smith, J., Jr.`, `John Smith III`."""
    head, _, last = words.replace(",", " , ").strip().rpartition(" ")
    head = head.rstrip(" ,")
    if last in _words("suffixes") and len(head.split()) > 1:
        return re.sub(r"\s+,", ",", head), plain(last).strip(".")
    return words, ""


def _parted(words: str, families: frozenset[str]) -> tuple[str, str]:
    """Family name and given names."""
    if "," in words:
        family, given = words.split(",", 1)
        words_given = given.split()
        while len(words_given) > 1 and words_given[-1] in _words("particles"):
            family = f"{words_given.pop()} {family}"  # `Berg, J. van den`
        return family, " ".join(words_given)
    parts = words.split()
    if len(parts) == 1:
        parts = _HUMP.sub(" ", words).split() if words.count("-") == 0 else parts
    if len(parts) < 2:
        return words, ""
    if _ends_in_initials(parts):
        return " ".join(parts[:-1]), parts[-1]
    if _family_in_capitals(parts):
        return parts[0], " ".join(parts[1:])
    at = _family_starts(parts, families)
    return " ".join(parts[at:]), " ".join(parts[:at])


def _ends_in_initials(parts: list[str]) -> bool:
    """`Smith JA`, but not `ADA ROE`, and not `Jeonghyun KIM`."""
    last, before = parts[-1], parts[-2]
    if not _INITIALS.fullmatch(last) or _INITIALS.fullmatch(before):
        return False
    shouted = before.isupper() and "." not in last and len(last) > 2
    return not shouted and not _family(last)


def _family_in_capitals(parts: list[str]) -> bool:
    """`PARK Haekyu`, `KIM Ji-woo`, but not `JA Smith`."""
    first, rest = parts[0], "".join(parts[1:])
    known = len(first) > 3 or _family(first)
    return first.isupper() and first.isalpha() and known and not rest.isupper()


def _family(word: str) -> bool:
    """`KIM`; two capitals are initials more often than `LI` or `AN`."""
    return len(word) > 2 and plain(word) in _words("family_first")


def _family_starts(parts: list[str], families: frozenset[str]) -> int:
    """Where the family name begins: a particle belongs to it, `Van` between two names too."""
    at = len(parts) - 1
    if at > 1 and "".join(_tokens(" ".join(parts[at - 1 :]), whole=True)) in families:
        at -= 1
    if at > 2 and parts[at - 1] in _words("linking"):
        return at - 2
    while at > 1 and _particle(parts[at - 1]):
        at -= 1
    return at


def _particle(word: str) -> bool:
    kind = "particles" if word.islower() else "particles_with_capitals"
    return len(word) > 1 and word.lower() in _words(kind)


def _given(text: str) -> tuple[str, ...]:
    """`Sheng-Yun` is `sheng`, `-yun`, as are `ShengYun` and, without hyphen, `SY` and `S. Y.`"""
    return tuple(_tokens(text))


def _tokens(text: str, whole: bool = False) -> Iterator[str]:
    """The words in plain letters; of given names, those glued together apart."""
    for word in text.split():
        for number, piece in enumerate(_HYPHEN.split(word)):
            bound = "-" if number else ""
            for found in _LETTERS.finditer(piece):
                dotted = piece[found.end() : found.end() + 1] == "."
                for token in (_joined(found[0]),) if whole else _pieces(found[0], dotted):
                    yield token if whole or token[0] == "-" else bound + token
                bound = ""


def _pieces(word: str, dotted: bool) -> Iterator[str]:
    if _GLUED.fullmatch(word) and not _family(word):
        yield from plain(word)
        return
    first, *more = (_joined(part) for part in _HUMP.split(word))
    yield first + "." if dotted and 1 < len(first) < 5 and not more else first
    yield from (f"-{part}" for part in more)


def _joined(word: str) -> str:
    return re.sub(r"['’ʼ]", "", plain(word)) or word


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((lexicon.table("names") | lexicon.table("people"))[name])
