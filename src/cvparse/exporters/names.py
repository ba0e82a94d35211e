"""Names in parts, as other formats want them: `Laurens van der Roe` is `van der Roe, Laurens`.

A CV prints names whole; BibTeX, CSL, RIS and others ask which part is the family name. What can be
parted surely is parted; what signs as a body, or is one word, stays whole.

    Ada M. Roe            Roe, Ada M.             Roe, A. M.        Roe, A. M.
    Roe AM                Roe, AM                 ROE Ada           ROE, Ada
    José Ortega y Roe     Ortega y Roe, José      Ada Roe Jr.       Roe, Ada, Jr.
    김철수                 김, 철수                 the LEAF Consortium    (whole)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from cvparse import lexicon

_WORDS = lexicon.table("names")
_PARTICLES = frozenset(word for particle in _WORDS["particles"] for word in particle.split())
_SUFFIXES = frozenset(_WORDS["suffixes"])
_OTHERS = frozenset(word.casefold() for word in _WORDS["et_al"]) | {"others"}
_JOINTS = frozenset({"y", "e", "i", "und", "and"})
_BODY = re.compile(
    rf"(?i:the)\s|.*\b(?:{'|'.join(_WORDS['bodies'])}|Team|Network|Initiative|Association|University)\b"
)
_INITIALS = re.compile(r"[A-Z]{1,3}")
_GLUED = re.compile(r"\b(?:[^\W\d_a-z]\.-?)+(?=[^\W\d_a-z][^\W\d_A-Z])")  # `J.J.Roe`
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,4}")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_DOUBLE = frozenset({
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "東方", "皇甫", "尉迟", "令狐", "남궁", "황보", "제갈",
    "선우", "독고", "사공",
})  # fmt: skip
"""Family names of two characters; all others of China and Korea have one."""


class Name(NamedTuple):
    """The parts of a name. Of a body, or where no part is known for sure, only `literal`."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def inverted(self) -> str:
        """`van der Roe, Ada, Jr.`; a body's name as it is."""
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}".strip()
        return ", ".join(part for part in (family, self.given, self.suffix) if part)

    @property
    def initials(self) -> str:
        """`AM` of `Ada M.`, `J-P` of `Jean-Pierre`: the first letter of each given name."""
        words: list[str] = re.findall(
            r"[^\W\d_]+|-", re.sub(r"\(.*?\)|[\"“].*?[\"”]", " ", self.given)
        )
        if len(words) == 1 and _INITIALS.fullmatch(words[0]):
            return words[0]
        return "".join(word[0] for word in words).strip("-")


def is_others(printed: str) -> bool:
    """Is this `et al.`, which stands for more people and is nobody's name?"""
    return printed.strip().strip(",;").casefold() in _OTHERS


def names(printed: Iterable[str]) -> list[Name]:
    """The persons of a list, in parts; `et al.` is none of them."""
    return [parted(name) for name in printed if not is_others(name)]


@lru_cache(maxsize=4096)
def parted(printed: str) -> Name:
    """A printed name in parts, whichever way round it is printed."""
    whole = " ".join(_GLUED.sub(r"\g<0> ", printed).split())
    if _BODY.match(whole):
        return Name(literal=whole)
    if "," in whole:
        return _inverted(whole)
    if _EASTERN.search(whole):
        return _eastern(whole)
    return _spoken(whole.split())


def _inverted(whole: str) -> Name:
    """`Roe, Ada`, `van der Roe, Jr., Ada`, `Roe, Ada, Jr.`."""
    parts = [part.strip() for part in whole.split(",") if part.strip()]
    suffix = next((part for part in parts[1:] if part in _SUFFIXES), "")
    rest = [part for part in parts if part != suffix]
    if len(rest) != 2:
        return _spoken([*rest[0].split(), suffix]) if len(rest) == 1 else Name(literal=whole)
    words = rest[0].split()
    return _family(words, rest[1], suffix)


def _eastern(whole: str) -> Name:
    """`山田 太郎`, `王小明`, `김철수`: the family name is first. A Japanese name without a space may
    be cut at either place, so more than three characters stay whole.
    """
    words = whole.split()
    if len(words) == 2:
        return Name(family=words[0], given=words[1])
    double = whole[:2] in _DOUBLE and len(whole) > 2
    if _HANGUL.fullmatch(whole) or (_HAN.fullmatch(whole) and len(whole) < (5 if double else 4)):
        at = 2 if double else 1
        return Name(family=whole[:at], given=whole[at:])
    return Name(literal=whole)


def _spoken(words: list[str]) -> Name:
    """`Ada M. van der Roe Jr.`, `Roe AM`, `ROE Ada`."""
    words = [word for word in words if word]
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else ""
    if len(words) < 2:
        return Name(family=" ".join(words), suffix=suffix) if words else Name(literal=suffix)
    if _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0]):
        return _family(words[:-1], words[-1], suffix)
    if _shouted(words[0]) and not any(_shouted(word) for word in words[1:]):
        return Name(family=words[0], given=" ".join(words[1:]), suffix=suffix)
    at = len(words) - 1
    if at > 1 and words[at - 1] in _JOINTS:
        at -= 2
    while at > 1 and words[at - 1].islower() and words[at - 1] in _PARTICLES:
        at -= 1
    if at > 1 and words[at].islower() and words[at - 1].casefold() in ("van", "von", "de"):
        at -= 1  # `Guy Van den Roe`
    return _family(words[at:], " ".join(words[:at]), suffix)


def _family(words: list[str], given: str, suffix: str) -> Name:
    """The family's words, with the small ones before them set apart."""
    at = 0
    while at < len(words) - 1 and words[at].islower():
        at += 1
    return Name(" ".join(words[at:]), given, " ".join(words[:at]), suffix)


def _shouted(word: str) -> bool:
    return len(word) > 3 and word.isupper() and "." not in word
