"""Works that nobody wrote: persons, titles, journals, houses and towns, drawn from lists of words.

`Maker(seed)` invents works of every sort in eight languages. Given a pool of real values (the
hand-tagged sets), it takes half of its titles, venues and publishers from there, each alone.
"""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from cvparse import lexicon

LOCALES = (
    *["en_US", "en_GB"] * 4, *["de_DE", "de_AT"] * 2, "fr_FR", "es_ES", "es_MX", "it_IT", "pt_BR", "pt_PT", "nl_NL", "sv_SE", "da_DK",
    "no_NO", "fi_FI", "cs_CZ", "hu_HU", "tr_TR", "ro_RO", "hr_HR", "sl_SI", "en_IN", "id_ID", "sk_SK", "et_EE", "lv_LV",
)  # fmt: skip
LANGUAGES = ("en",) * 10 + ("de",) * 4 + ("fr", "es", "it", "nl")
LOREM = {"en": "en_US", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "nl": "nl_NL"}
WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


@dataclass
class Person:
    """A given name, perhaps more of them, and a family name."""

    given: list[str]
    family: str


@dataclass
class Work:
    """One work; what it does not have is empty."""

    sort: str
    language: str
    authors: list[Person] = field(default_factory=list)
    editors: list[Person] = field(default_factory=list)
    title: str = ""
    container: str = ""
    acronym: str = ""
    publisher: str = ""
    place: str = ""
    year: int = 2000
    month: int = 0
    day: int = 0
    volume: str = ""
    issue: str = ""
    pages: str = ""
    series: str = ""
    edition: str = ""
    doi: str = ""
    url: str = ""
    arxiv: str = ""
    isbn: str = ""
    body: str = ""
    status: str = ""


@cache
def _names(locale: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    return tuple(provider.first_names), tuple(provider.last_names)


@cache
def _lorem(language: str) -> tuple[str, ...]:
    words = importlib.import_module(f"faker.providers.lorem.{LOREM[language]}").Provider.word_list
    own = sorted(lexicon.vocabulary()) if language == "en" else ()
    return tuple(w for w in (*words, *own, *own) if len(w) > 3)


class Maker:
    """Draws works; the same seed and pool draw the same."""

    def __init__(self, seed: int, pool: Mapping[str, Sequence[str]] | None = None) -> None:
        self.random = Random(seed)
        self.pool = pool or {}

    def person(self) -> Person:
        r = self.random
        if r.random() < 0.2:
            given = [r.choice(WORDS["syllables"])]
            if r.random() < 0.4:
                given = [
                    given[0]
                    + ("-" if r.random() < 0.6 else "")
                    + (
                        r.choice(WORDS["syllables"])
                        if r.random() < 0.5
                        else r.choice(WORDS["syllables"]).lower()
                    )
                ]
            return Person(given, r.choice(WORDS["families"]))
        firsts, lasts = _names(r.choice(LOCALES))
        given = [r.choice(firsts).split()[0] for _ in range(r.choice((1, 1, 1, 2, 2, 3)))]
        family = r.choice(lasts)
        if r.random() < 0.05:
            family = f"{r.choice(WORDS['particles'])} {family}"
        elif r.random() < 0.04:
            family = f"{family}{r.choice(('-', ' '))}{r.choice(lasts)}"
        return Person(given, family)

    def persons(self, most: int = 9) -> list[Person]:
        r = self.random
        count = r.choice((1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 12))
        return [self.person() for _ in range(min(count, most))]

    def words(self, language: str, least: int, most: int, small: float = 0.35) -> list[str]:
        r = self.random
        lorem = _lorem(language)
        found: list[str] = []
        for i in range(r.randint(least, most)):
            if i and r.random() < small:
                found += r.choice(WORDS["small"][language]).split()
            found.append(r.choice(lorem))
        return found

    def title(self, language: str) -> str:
        r = self.random
        if r.random() < 0.55 and (known := self.pool.get("title")):
            return r.choice(known)
        words = self.words(language, 1, 2) if r.random() < 0.12 else self.words(language, 2, 8)
        if len(words) == 1 and r.random() < 0.4:
            return r.choice(
                (
                    self.person().family,
                    " ".join(self.person().given),
                    r.choice(WORDS["towns"]).split(",")[0],
                )
            )
        if r.random() < 0.15:
            words.insert(
                r.randrange(len(words) + 1),
                r.choice(
                    (
                        "COVID-19",
                        "3D",
                        "DNA",
                        "2.0",
                        "U.S.",
                        "Europe",
                        "1989",
                        "Kant",
                        "Berlin",
                        "(1848-1914)",
                        "XML",
                        "p53",
                        "Marx's",
                        "n-gram",
                        "EU",
                        "J. S. Bach",
                    )
                ),
            )
        if r.random() < 0.22:
            at = r.randrange(1, len(words)) if len(words) > 2 else len(words)
            words[at - 1] += r.choice((":", ":", ":", ".", " –", "?", ",", "!"))
            if words[at - 1][-1] in ".?:!" and at < len(words):
                words[at] = words[at].capitalize()
        if r.random() < 0.08:
            words[-1] += r.choice(("?", "?", "!", " (I)", ", Part II", " [review]"))
        if r.random() < 0.2 and language in ("en", "es"):
            words = [
                w
                if w.lower() in ["of", "the", "in", "and", "for", "with", "on", "to", "a"]
                else w[:1].upper() + w[1:]
                for w in words
            ]
        words[0] = words[0][:1].upper() + words[0][1:]
        return " ".join(words)

    def topic(self, language: str, least: int = 1, most: int = 3) -> str:
        words = self.words(language, least, most, 0.25)
        return " ".join(w if w.islower() and len(w) < 4 else w.capitalize() for w in words)

    def fill(self, pattern: str, language: str, year: int) -> str:
        r = self.random
        while "{}" in pattern:
            pattern = pattern.replace("{}", self.topic(language), 1)
        ordinal = r.choice(
            (
                "1st",
                "2nd",
                "3rd",
                "4th",
                "7th",
                "12th",
                "23rd",
                "31st",
                "Third",
                "Tenth",
                "Fifteenth",
                "XXI",
                "28th",
            )
        )
        return (
            pattern.replace("{n}", ordinal)
            .replace("{A}", self.acronym())
            .replace("{y}", str(year)[2:])
            .replace("{Y}", str(year))
            .replace("{num}", str(r.randint(3, 30)))
        )

    def acronym(self) -> str:
        r = self.random
        return "".join(r.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(r.choice((3, 4, 4, 5, 6))))

    def journal(self, language: str) -> str:
        r = self.random
        if r.random() < 0.6 and (known := self.pool.get("journal")):
            return r.choice(known)
        name = self.fill(r.choice(WORDS["journal"][language]), language, 2000)
        if r.random() < 0.25:
            name = " ".join(
                w[: r.choice((3, 4, 5))] + "." if len(w) > 5 else w
                for w in name.split()
                if w not in ("of", "the", "and", "für", "de")
            )
            name = name if r.random() < 0.6 else name.replace(".", "")
        return name

    def event(self, language: str, year: int) -> str:
        r = self.random
        if r.random() < 0.5 and (known := self.pool.get("event")):
            return r.choice(known)
        return self.fill(r.choice(WORDS["event"]), language, year)

    def publisher(self) -> str:
        r = self.random
        if r.random() < 0.3 and (known := self.pool.get("publisher")):
            return r.choice(known)
        if r.random() < 0.6:
            return r.choice(WORDS["houses"])
        pattern = r.choice(WORDS["press"])
        while "{}" in pattern:
            pattern = pattern.replace("{}", self.person().family, 1)
        return pattern

    def place(self) -> str:
        r = self.random
        if r.random() < 0.3 and (known := self.pool.get("place")):
            return r.choice(known)
        return r.choice(WORDS["towns"])

    def school(self) -> str:
        r = self.random
        pattern = r.choice(WORDS["schools"])
        while "{}" in pattern:
            word = (
                self.topic("en", 1, 2)
                if ("Dep" in pattern or "School" in pattern) and pattern.count("{}") > 1
                else r.choice(WORDS["towns"]).split(",")[0]
            )
            pattern = pattern.replace("{}", word, 1)
        return pattern
