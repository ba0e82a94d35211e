"""A stretch of text cut into the tokens of dates (their kinds stand in `calendar`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cvparse.document import Source, Span
from cvparse.rules.calendar import century, foreign_month, term, vocabulary
from cvparse.rules.seeds import COMPACT, GLUED_DAY, YEAR


class Token(NamedTuple):
    """A word, number or sign: its kind, its place, and what it stands for."""

    kind: str
    start: int
    end: int
    value: int = 0

    @property
    def length(self) -> int:
        return Span(self.start, self.end).length


class Tokens(NamedTuple):
    """A stretch of a source, cut: the tokens, their kinds as one string, and the text itself.

    `given`: the text is known to be a date, so any year from 1000 on is one, and the loosest
    forms are read.
    """

    source: Source
    all: list[Token]
    kinds: str
    given: bool = False

    def between(self, first: int, last: int) -> str:
        """The text of the tokens [first, last) and what stands between them."""
        return self.source.folded[self.all[first].start : self.all[last - 1].end]

    def tight(self, first: int, last: int) -> bool:
        """No space between any of the tokens [first, last)."""
        return all(self.all[i].end == self.all[i + 1].start for i in range(first, last - 1))


# A year that a bad scan tore apart: 1 9 9 7, 20 10, 1 995.
_TORN = re.compile(r"(?<!\w)(?!\d{4})(?:1 ?[5-9] ?\d ?\d|2 ?0 ?\d ?\d)(?! ?\d)")


def cut(source: Source, span: Span, given: bool = False) -> Tokens:
    """The tokens of a stretch of a source."""
    text = source.folded
    found: list[Token] = []
    counted, reached = False, span.start
    for match in vocabulary().token.finditer(text, *span):
        start, end = match.span()
        if start < reached:
            continue
        if given and (torn := _TORN.match(text, start)):
            token = Token("Y", start, torn.end(), int(torn[0].replace(" ", "")))
            reached = torn.end()
        elif match.lastindex == 5:
            token = _word(text, match[5], start, end)
            counted = token.kind == "#" or (counted and token.kind in ".-:")
        elif counted:
            token = Token("N", start, end)
        else:
            token = _number(text, match, found, given)
        found.append(token)
    kinds = "".join([token.kind for token in found])
    if "q" in kinds:
        found = [_asked(text, t, i, found) if t.kind == "q" else t for i, t in enumerate(found)]
        kinds = "".join([token.kind for token in found])
    return Tokens(source, found, kinds, given)


def _asked(text: str, token: Token, i: int, found: list[Token]) -> Token:
    """A word that may be a month of another language, where a number stands beside it."""
    beside = {t.kind for t in found[max(i - 2, 0) : i + 3]} & set("doYH")
    word = text[token.start : token.end].lower()
    month = foreign_month(word, vocabulary().languages(word)) if beside else 0
    return token._replace(kind="M" if month else "w", value=month)


def _word(text: str, word: str, start: int, end: int) -> Token:
    kind, value = _meaning(word)
    if kind == "#." and text[end : end + 1] != ".":
        kind = "w"
    elif kind in ("M?", "S?"):
        small = _SMALL_WORD.search(text[max(start - 16, 0) : start])
        kind = "w" if small or (word[0].isupper() and _TITLED.match(text, end)) else kind[0]
    elif kind == "term":
        value = 24 if word == "WS" and _WINTER.match(text, end) else term(word, text)
        kind = "S" if value else "w"
    if kind == "S" and _OF_NAME.match(text, end):
        return Token("w", start, end)
    return Token(kind[0], start, end, value)


@lru_cache(maxsize=16384)
def _meaning(word: str) -> tuple[str, int]:
    """The kind of a word or sign, and its value. `?`: a month unless a small word stands before it;
    `#.`: counts something when a dot follows; `term`: a season in some texts.
    """
    known, lower = vocabulary(), word.lower()
    if lower in known.numbered or lower + "." in known.numbered:
        return ("#" if lower in known.numbered else "#."), 0
    if word in known.terms:
        return "term", 0
    if lower in known.words:
        kind, value = known.words[lower]
        wary = lower in known.wary and (lower == word or lower in known.foreign)
        return (kind + "?" if wary else kind), value
    if not word[0].isalnum():
        return (word if word in ".,/():;" else "x"), 0
    return ("q" if known.languages(lower) else "w"), 0


# The season of a name, not of a date: 2019 Summer School on Leaves.
_OF_NAME = re.compile(
    r" (?:(?:research|international|student|undergraduate) )?"
    r"(?:schools?|institute|camp|academy|undergraduate|internship|intern|fellowship|fellow|scholar(?:ship)?"
    r"|program(?:me)?|university|olympics|olympiad)\b",
    re.I,
)
_WINTER = re.compile(r" ?(?:20)?\d\d/(?:20)?\d\d(?!\d)")  # WS 2018/19
_TITLED = re.compile(r" [^\W\d_a-z][a-z]{2}")  # Set Theory
# A word in small letters, other than those that stand before dates.
_SMALL_WORD = re.compile(
    r"(?<!\w)(?!(?:in|of|the|de|en|im|du|since|until|from|to|le|del) )[^\W\d_A-Z]{2,} $"
)


def _number(text: str, match: re.Match[str], found: list[Token], given: bool) -> Token:
    start, end = match.span()
    if not match[3]:
        return _marked(match)
    digit_end = match.end(3)
    value, length, kind = int(match[3][:9]), len(match[3]), "N"
    if length <= 2 and not _glued(text, start, digit_end, found):
        kind = "d" if 1 <= value <= 31 else "z"
    elif length == 4 and _year(text, start, digit_end):
        kind = "Y" if given or 1900 <= value <= 2049 else "H"
    elif length == 8 and COMPACT.match(text, start):
        kind = "C"
    return Token(kind, start, end, value)


def _marked(match: re.Match[str]) -> Token:
    """A number that a sign tells: 3rd, 10:30, '19."""
    if match[2]:
        return Token("c", *match.span())
    if match[4]:
        return Token("y", *match.span(), century(int(match[4][1:])))
    digits = re.match(r"\d+", match[1])
    value = int(digits[0]) if digits else 0
    return Token("o" if 1 <= value <= 31 else "N", *match.span(), value)


def _year(text: str, start: int, end: int) -> bool:
    """Four digits that are a year: by their look, a sign behind them, or being no ASCII digits."""
    signed = text[end : end + 1] in ("年", "년") or not text[start].isascii()
    return signed or YEAR.match(text, start) is not None


def _glued(text: str, start: int, end: int, found: list[Token]) -> bool:
    """Letters at either side, so that the number is part of a name. Not 2019-05-31T10:00, SS19."""
    hour = text[end : end + 1] == "T" and text[end + 1 : end + 2].isdigit()
    behind = _letter(text[end : end + 1]) and not hour and not GLUED_DAY.match(text, start)
    termed = bool(found) and found[-1].kind == "S" and found[-1].end == start
    return behind or (_letter(text[start - 1 : start]) and not termed)


def _letter(character: str) -> bool:
    """A letter (or underscore) that makes an identifier of the number beside it."""
    return (character.isalpha() and character < "⺀") or character == "_"
