"""The pieces of dates: words and numbers told apart, in any language of the lexicon.

A year is what nearly all dates have, so the text is only looked at around years. There it is cut
into tokens, and every token is one letter of a string of kinds: `12 May 2019 - present` reads
`dMY-w`. The grammar in `moments` and `dates` is written over that string, and knows no language;
the words of each language are in `lexicon/calendar.toml`.

    Y year   H year before 1900 or after 2049   y '19   d 1..31   z other two digits   o 3rd, 1er
    N other number   M month   S season   k weekday   e of, de   A since   U until   B between
    T to   & and   X expected   f words behind it   # pp., Room   u students, km   E era
    j g n the signs of year, month, day   w word   x sign   - dashes   . , / ( ) : ; themselves
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from cvparse.document import Passage, Span
from cvparse.lexicon import table

# A year, and what makes four digits none: letters or a currency at either side (2019GL086, $2019),
# longer numbers (2,019; 2019.12345; 2015-67013), identifiers (INFRA-2021-EOSC), decades (1990s).
_YEAR = r"""
    (?:1\d\d\d|20\d\d|2100)(?!\d)
    (?<![A-Za-zÀ-ɏ\d_$€£¥₹\#=@%+]\d{4}) (?<![A-Za-z]-\d{4}(?=-\w)) (?<![A-Za-z]\.\d{4}(?=\.\w))
    (?![A-Zs_]|[a-zß-ɏ]\w|\.[a-z]|[.,/-]\d{3}(?!\d)|[.-]\d{5}|\.\d{4}|-(?!1[0-9]|20)\d{4})
    (?!\ ?[€£¥$%](?!\ ?\d))
"""
YEAR = re.compile(_YEAR, re.X)
SEED = re.compile(_YEAR + r"|'\d\d(?!\w)|年|/\d\d?/\d\d(?![\w/-])|\.[01]\d\.\d\d(?![\w.-])", re.X)
_LEFT, _RIGHT = 52, 24
_CHUNK = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ORDINALS = ("st", "nd", "rd", "th", "er", "ère")


class Token(NamedTuple):
    """A word, number or sign: its kind (see above), its place, and what it stands for."""

    kind: str
    start: int
    end: int
    value: int = 0


class Vocabulary:
    """The words of `lexicon/calendar.toml`, each with its kind and value."""

    _KINDS = (
        ("weekday", "k"), ("of", "e"), ("and", "&"), ("to", "T"), ("until", "U"), ("since", "A"),
        ("between", "B"), ("expected", "X"), ("filler", "f"), ("units", "u"),
    )  # fmt: skip

    def __init__(self) -> None:
        data = table("calendar")
        words: dict[str, tuple[str, int]] = {}
        for name, kind in reversed(self._KINDS):
            words |= dict.fromkeys(data["words"][name], (kind, 0))
        for name, kind in (("year", "j"), ("month", "g"), ("day", "n")):
            words |= dict.fromkeys(data["sign"][name], (kind, 0))
        words |= {w: ("E", offset) for w, offset in data["era"].items()}
        words |= {w: ("S", int(n)) for n, group in data["season"].items() for w in group}
        words |= {w: ("M", int(n)) for n, group in data["month"].items() for w in group}
        words |= dict.fromkeys("-~\uff5e\u301c→", ("-", 0))
        words |= {"[": ("(", 0), "]": (")", 0), "元": ("d", 1)}
        self.words = words
        self.wary = frozenset(data["words"]["wary"])
        self.numbered = frozenset(data["words"]["numbered"])

        self._elsewhere: dict[str, tuple[str, ...]] = {}
        for language, months in data["elsewhere"].items():
            for word in months:
                self._elsewhere[word] = (*self._elsewhere.get(word, ()), language)
        self._scripts = [(a[0], a[2], tuple(names)) for a, names in data["script"].items()]

    @cached_property
    def pieces(self) -> frozenset[str]:
        """Every word, cut at its apostrophes: what may stand in the window around a year."""
        phrases = (*table("calendar")["words"]["present"], *table("calendar")["words"]["onwards"])
        every = {*phrases, *self.words, *self.numbered, *self._elsewhere, *"snrt", *_ORDINALS}
        return frozenset(piece for word in every for piece in _LETTERS.findall(word))

    def languages(self, word: str) -> tuple[str, ...]:
        """The languages, beyond those of our own words, in which a word may be a month."""
        if "\u0370" <= word[0] < "⺀":
            return next((n for first, last, n in self._scripts if first <= word[0] <= last), ())
        return self._elsewhere.get(word, ())

    @cached_property
    def token(self) -> re.Pattern[str]:
        """One token: an ordinal, a number, '19, East Asian signs, a word, any other sign."""
        signs = sorted((w for w in self.words if w > "⺀"), key=len, reverse=True)
        return re.compile(
            r"(\d{1,2} ?(?:st|nd|rd|th|ST|ND|RD|TH|er|ère|º|ª|°)(?!\w))|(\d+)|((?<!\w)'\d\d(?!\w))"
            rf"|([dDlL]'(?=[^\W\d])|[A-Za-zÀ-ɏ]+(?:'[A-Za-zÀ-ɏ]+)*|(?=[⺀-퟿])(?:{'|'.join(signs)})"
            # (combining vowels of Indian and other scripts are letters here)
            r"|(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0963\u0971-\u09e3\u0e31-\u0e4e])+"
            r"|[^\w\s])"
        )


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary()


@lru_cache(maxsize=16384)
def _familiar(chunk: str) -> bool:
    """Whether a chunk of text may belong to a date: numbers, signs, known words."""
    pieces = vocabulary().pieces
    return all(
        len(word) == 1 or word in pieces or word[0] > "\u0370"
        for word in _LETTERS.findall(chunk.lower())
    )


def windows(passage: Passage) -> Iterator[Span]:
    """The stretches around years, within a passage; those that touch are one."""
    at = Span(-2, -1)
    for seed in passage.search(SEED):
        near = _window(passage, *seed.span())
        if near.start > at.end >= 0:
            yield at
        at = Span.cover((at, near)) if near.start <= at.end else near
    if at.end >= 0:
        yield at


def _window(passage: Passage, start: int, end: int) -> Span:
    """As many chunks to either side as may belong to a date."""
    text, (first, last) = passage.source.folded, passage.span
    left, right = start, end
    for chunk in reversed([*_CHUNK.finditer(text, max(start - _LEFT, first), start)]):
        if chunk.start() == start - _LEFT > first or not _familiar(chunk[0]):
            left = left if chunk.end() < start else chunk.start()
            break
        left = chunk.start()
    for chunk in _CHUNK.finditer(text, end, min(end + _RIGHT, last)):
        if not _familiar(chunk[0]):
            right = right if chunk.start() > end else chunk.end()
            break
        right = chunk.end()
    while right < last and text[right].isalnum():
        right += 1
    return Span(left, right)


def tokens(text: str, span: Span, historic: bool = False) -> list[Token]:
    """The tokens of a stretch of folded text. `historic`: any year from 1000 on is a year."""
    found: list[Token] = []
    counted = False
    for match in vocabulary().token.finditer(text, *span):
        start, end = match.span()
        if match.lastindex == 4:
            token = _word(text, match[4], start, end)
            counted = token.kind == "#" or (counted and token.kind in ".-:")
        elif counted:
            token = Token("N", start, end)
        else:
            token = _number(text, match, historic)
        found.append(token)
    return [_asked(text, t, i, found) if t.kind == "q" else t for i, t in enumerate(found)]


def _asked(text: str, token: Token, i: int, found: list[Token]) -> Token:
    """A word that may be a month of another language, where a number stands beside it."""
    beside = {t.kind for t in found[max(i - 2, 0) : i + 3]} & set("doYH")
    word = text[token.start : token.end].lower()
    month = foreign_month(word, vocabulary().languages(word)) if beside else 0
    return token._replace(kind="M" if month else "w", value=month)


@lru_cache(maxsize=4096)
def foreign_month(word: str, languages: tuple[str, ...]) -> int:
    """The month that dateparser takes a word for, or 0. Slow, and imported only here."""
    import dateparser

    base = datetime(2000, 6, 15)  # noqa: DTZ001 (a wall date; no clock is asked)
    settings = {"RELATIVE_BASE": base, "REQUIRE_PARTS": ["month"], "PARSERS": ["absolute-time"]}
    for language in languages:
        found = dateparser.parse(f"7 {word} 2001", languages=[language], settings=settings)
        if found and (found.day, found.year) == (7, 2001):
            return int(found.month)
    return 0


def _word(text: str, word: str, start: int, end: int) -> Token:
    kind, value = _meaning(word)
    if kind == "#." and text[end : end + 1] != ".":
        kind = "w"
    elif kind in ("M?", "S?"):
        small = _SMALL_WORD.search(text[max(start - 16, 0) : start])
        kind = "w" if small else kind[0]
    return Token(kind[0], start, end, value)


@lru_cache(maxsize=16384)
def _meaning(word: str) -> tuple[str, int]:
    """The kind of a word or sign, and its value. `?`: a month unless a small word stands before it;
    `#.`: counts something when a dot follows.
    """
    known, lower = vocabulary(), word.lower()
    if lower in known.numbered or lower + "." in known.numbered:
        return ("#" if lower in known.numbered else "#."), 0
    if lower in known.words:
        kind, value = known.words[lower]
        return (kind + "?" if lower == word and lower in known.wary else kind), value
    if not word[0].isalnum():
        return (word if word in ".,/():;" else "x"), 0
    return ("q" if known.languages(lower) else "w"), 0


# A word in small letters, other than those that stand before dates.
_SMALL_WORD = re.compile(
    r"(?<!\w)(?!(?:in|of|the|de|en|im|du|since|until|from|to|le|del) )[^\W\d_A-Z]{2,} $"
)


def _number(text: str, match: re.Match[str], historic: bool) -> Token:
    start, end = match.span()
    if match[1]:
        digits = re.match(r"\d+", match[1])
        value = int(digits[0]) if digits else 0
        return Token("o" if 1 <= value <= 31 else "N", start, end, value)
    if match[3]:
        return Token("y", start, end, century(int(match[3][1:])))
    value, length = int(match[2][:9]), end - start
    hour = text[end : end + 1] == "T" and text[end + 1 : end + 2].isdigit()  # 2019-05-31T10:00
    glued = _letter(text[start - 1 : start]) or (_letter(text[end : end + 1]) and not hour)
    if length <= 2 and not glued:
        return Token("d" if 1 <= value <= 31 else "z", start, end, value)
    if length == 4 and (text[end : end + 1] in ("年", "년") or YEAR.match(text, start)):
        plain = historic or 1900 <= value <= 2049
        return Token("Y" if plain else "H", start, end, value)
    return Token("N", start, end, value)


def _letter(character: str) -> bool:
    """A letter (or underscore) that makes an identifier of the number beside it."""
    return (character.isalpha() and character < "⺀") or character == "_"


def century(two_digits: int) -> int:
    """'18 is 2018 and '98 is 1998: a career begins after 1940."""
    return two_digits + (2000 if two_digits <= 40 else 1900)
