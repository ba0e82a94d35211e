"""Faults to plant in what was read of an invented CV: which figures each moves, what it is called."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from cvparse.evaluate import Score, score

CV = dict[str, Any]
ALL, LETTERS, CLOSE = "soft folded strict", "strict", "folded strict"
GOLD: CV = {
    "person": {"name": "Ada B. Roe", "emails": ["ada@example.org"], "location": "Oakford, UK"},
    "employment": [
        {
            "organization": "Harbour Institute",
            "position": "Research Fellow",
            "start_date": "2015",
            "end_date": "2019",
            "mentors": ["Berta Lee", "Carl Poe"],
        },
        {"organization": "Oakford University", "position": "Lecturer", "start_date": "2019-09"},
    ],
    "awards": [
        {"title": "Alpha Prize for Physics", "awarder": "Kite Society", "date": "2019"},
        {"title": "Medal of Merit", "awarder": "Harbour Fund", "date": "2020"},
    ],
    "grants": [
        {
            "title": "Wind over Shallow Water",
            "funder": "Harbour Fund",
            "amount": {"amount": 150000, "currency": "USD"},
            "date": "2018",
        }
    ],
    "publications": [
        {
            "title": "Kites and the strings that hold them",
            "authors": ["A. Roe", "B. Lee", "C. Poe"],
            "venue": "Journal of Kites",
            "date": "2016",
        },
        {
            "title": "A field guide to harbour lights",
            "authors": ["A. Roe", "D. Kim"],
            "venue": "Coastal Review",
            "date": "2018",
        },
        {"title": "Salt", "authors": ["A. Roe"], "venue": "Notes of the Harbour", "date": "2021"},
    ],
    "talks": [
        {"title": "What kites know", "event": "Tidal Days", "date": "2017-05", "kind": "invited"}
    ],
}

Fault = Callable[[CV], object]


def put(path: str, value: Any) -> Fault:
    """A fault that writes something else at a JSON pointer."""

    def plant(cv: CV) -> None:
        *steps, last = (int(s) if s.isdecimal() else s for s in path.strip("/").split("/"))
        at: Any = cv
        for step in steps:
            at = at[step]
        at[last] = value

    return plant


def swap_title_and_authors(cv: CV) -> None:
    one = cv["publications"][0]
    one["title"], one["authors"] = ", ".join(one["authors"]), [one["title"]]


def merge(cv: CV) -> None:
    one, other = cv["publications"][0], cv["publications"].pop(1)
    one["title"] += " " + other["title"]
    one["authors"] += other["authors"]


def reorder(cv: CV) -> None:
    for key in ("employment", "awards", "publications"):
        cv[key].reverse()


def moved_all(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, ALL)


PAPER = [f"publications{name}" for name in ("", ".title", ".authors", ".venue", ".date")]
AWARD = [f"awards{name}" for name in ("", ".title", ".awarder", ".date")]
TALK = [f"talks{name}" for name in ("", ".title", ".event", ".date", ".kind")]

# What is planted: which figures move, at which levels, and what the baseline says became wrong.
FAULTS: dict[str, tuple[Fault, dict[str, str], list[str]]] = {
    "a record dropped": (
        lambda cv: cv["publications"].pop(1),
        moved_all(*PAPER),
        ["/publications/1 publications"],
    ),
    "title and authors swapped": (
        swap_title_and_authors,
        moved_all(*PAPER),
        ["/publications/0 publications", "/publications/0 publications"],  # lost, and a stranger
    ),
    "a year shifted": (
        put("/publications/0/date", "2017"),
        moved_all("publications.date"),
        ["/publications/0/date publications.date"],
    ),
    "a mentor lost": (
        put("/employment/0/mentors", ["Berta Lee"]),
        moved_all("employment.mentors"),
        ["/employment/0/mentors employment.mentors"],
    ),
    "$150k read as 150": (
        put("/grants/0/amount/amount", 150),
        moved_all("grants.amount"),
        ["/grants/0/amount grants.amount"],
    ),
    "another currency": (
        put("/grants/0/amount/currency", "EUR"),
        moved_all("grants.amount"),
        ["/grants/0/amount grants.amount"],
    ),
    "two entries merged": (
        merge,
        moved_all(*PAPER),
        [
            "/publications/0/title publications.title",
            "/publications/0/authors publications.authors",
            "/publications/1 publications",
        ],
    ),
    "one entry twice": (
        lambda cv: cv["awards"].append(dict(cv["awards"][0])),
        moved_all(*AWARD),
        ["/awards/2 awards"],
    ),
    "a record in another section": (
        lambda cv: cv["publications"].append(cv["talks"].pop()),
        moved_all(*TALK, "publications", "publications.title", "publications.date"),
        ["/publications/3 publications", "/talks/0 talks"],
    ),
    "a field dropped": (
        lambda cv: cv["publications"][1].pop("venue"),
        moved_all("publications.venue"),
        ["/publications/1/venue publications.venue"],
    ),
    "a field made up": (
        put("/awards/1/amount", {"amount": 5, "currency": "USD"}),
        moved_all("awards.amount"),
        ["/awards/1/amount awards.amount"],
    ),
    "records reordered": (reorder, {}, []),
    "other case": (
        put("/publications/1/title", "A Field Guide to Harbour Lights"),
        {"publications.title": LETTERS},
        ["/publications/1/title publications.title"],
    ),
    "one letter off": (
        put("/publications/1/title", "A field guide to harbor lights"),
        {"publications.title": CLOSE},
        ["/publications/1/title publications.title"],
    ),
    "a title cut short": (
        put("/publications/0/title", "Kites and the strings"),
        moved_all("publications.title"),
        ["/publications/0/title publications.title"],
    ),
    "authors in another order": (
        put("/publications/1/authors", ["D. Kim", "A. Roe"]),
        {"publications.authors": LETTERS},
        ["/publications/1/authors publications.authors"],
    ),
    "an author twice": (
        put("/publications/1/authors", ["A. Roe", "A. Roe", "D. Kim"]),
        moved_all("publications.authors"),
        ["/publications/1/authors publications.authors"],
    ),
    "an end made up": (
        put("/employment/1/end_date", "2022"),
        moved_all("employment.end_date"),
        ["/employment/1/end_date employment.end_date"],
    ),
    "a lone date of a period": (
        put("/grants/0/date", "2019"),
        moved_all("grants.start_date", "grants.end_date"),
        ["/grants/0/date grants.start_date", "/grants/0/date grants.end_date"],
    ),
    "another person": (
        put("/person/name", "Zoe Quill"),
        moved_all("person.name"),
        ["/person/name person.name"],
    ),
}


def read_with(fault: Fault) -> Score:
    cv = copy.deepcopy(GOLD)
    fault(cv)
    return score({"roe": GOLD}, {"roe": cv})
