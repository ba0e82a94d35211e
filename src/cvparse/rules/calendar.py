"""The words of dates, in the languages of `lexicon/calendar.toml`: each with its kind and value.

A stretch of text is cut into tokens, and every token is one letter of a string of kinds:
`12 May 2019 - present` reads `dMY-P`. The grammar in `moments`, `periods` and `dates` is written
over that string, and knows no language.

    Y year   H year before 1900 or after 2049   y '19   d 1..31   z other two digits   o 3rd, 1er
    C 20190531   N other number   c 10:30   M month   S season   t term   k weekday   e of, de
    a about   A since   V after   U until   B between   T to   & and   X expected   P present
    f words behind it   # pp., Room   u students, km   E era   j g n the signs of year, month, day
    w word   x sign   - dashes   . , / ( ) : ; themselves
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, cached_property, lru_cache

from cvparse.lexicon import table

_LETTERS = re.compile(r"[^\W\d_]+")
_ORDINALS = ("st", "nd", "rd", "th", "er", "ère", "º", "ª", "°", "লা", "রা", "ঠা", "ই", "শে")
_KINDS = (
    ("weekday", "k"), ("of", "e"), ("about", "a"), ("and", "&"), ("to", "T"), ("until", "U"),
    ("since", "A"), ("after", "V"), ("between", "B"), ("term", "t"), ("expected", "X"),
    ("filler", "f"), ("units", "u"), ("present", "P"),
)  # fmt: skip


class Vocabulary:
    """The words of `lexicon/calendar.toml`."""

    def __init__(self) -> None:
        data = table("calendar")
        words: dict[str, tuple[str, int]] = {}
        for name, kind in reversed(_KINDS):
            words |= dict.fromkeys(data["words"][name], (kind, 0))
        for name, kind in (("year", "j"), ("month", "g"), ("day", "n")):
            words |= dict.fromkeys(data["sign"][name], (kind, 0))
        words |= {w: ("E", offset) for w, offset in data["era"].items()}
        words |= {w: ("S", int(n)) for n, group in data["season"].items() for w in group}
        words |= {w: ("M", int(n)) for n, group in data["month"].items() for w in group}
        words |= dict.fromkeys(("-", "~", "\uff5e", "\u301c", "→", "±", r"\-"), ("-", 0))
        words |= {"[": ("(", 0), "]": (")", 0), "元": ("d", 1)}
        self.words = words
        self.wary = frozenset(data["words"]["wary"])
        self.foreign = frozenset(data["words"]["foreign"])
        self.numbered = frozenset(data["words"]["numbered"])
        self.terms: dict[str, list[list[int | str]]] = data["terms"]
        self._years: list[str] = data["words"]["year"]

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
        every |= {*self._years, *map(str.lower, self.terms), "ay", "fy"}
        return frozenset(piece for word in every for piece in _LETTERS.findall(word))

    def languages(self, word: str) -> tuple[str, ...]:
        """The languages, beyond those of our own words, in which a word may be a month."""
        if "\u0370" <= word[0] < "⺀":
            return next((n for first, last, n in self._scripts if first <= word[0] <= last), ())
        return self._elsewhere.get(word, ())

    @cached_property
    def token(self) -> re.Pattern[str]:
        """One token: an ordinal, a clock, a number with the word for year behind it, '19, a word of
        letters or of East Asian signs, any other sign.
        """
        signs = sorted((w for w in self.words if w > "⺀"), key=len, reverse=True)
        years = sorted(self._years, key=len, reverse=True)
        ordinals = "|".join((*_ORDINALS, *(o.upper() for o in _ORDINALS[:4])))
        return re.compile(
            rf"(\d{{1,2}} ?(?:{ordinals})(?!\w))|((?<!\d)\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?!\d))"
            rf"|(\d+)(?:(?<=\d{{4}}) ?(?:{'|'.join(years)})(?!\w)(?:(?<=г|р|r|წ)\.)?)?"
            r"|((?<!\w)'\d\d(?!\w))"
            r"|([Qq][1-4](?!\w)|[dDlL]'(?=[^\W\d])|[A-Za-zÀ-ɏ]+(?:'[A-Za-zÀ-ɏ]+)*"
            rf"|(?=[⺀-퟿])(?:{'|'.join(signs)})"
            # (combining vowels of Indian and other scripts are letters here)
            r"|(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0963\u0971-\u09e3\u0e31-\u0e4e])+"
            r"|\\-|[^\w\s])"
        )


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary()


@lru_cache(maxsize=256)
def term(sign: str, text: str) -> int:
    """The season that the sign of a term means in a text, or 0: SS, WS, HT, Trinity."""
    for season, *others in vocabulary().terms[sign]:
        if not others or any(re.search(rf"(?<!\w){other}(?![a-z])", text) for other in others):
            return int(season)
    return 0


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


def century(two_digits: int) -> int:
    """'18 is 2018 and '98 is 1998: a career begins after 1940."""
    return two_digits + (2000 if two_digits <= 40 else 1900)
