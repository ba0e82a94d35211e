"""Lists of words rather than of events: skills, languages, journals reviewed for, names of students."""

from __future__ import annotations

from random import Random

import words
from dress import Coded, Dress
from layouts import Row

BOOKS = [
    "Programming",
    "Languages",
    "Tools",
    "Software",
    "Statistics",
    "Laboratory",
    "Data",
    "Web",
    "Methods",
    "Machine Learning",
    "Operating Systems",
    "Soft skills",
    "Other",
    "Databases & Cloud",
    "BACK END",
    "Fieldwork",
]
LEVELS = [
    "native",
    "fluent",
    "Fluent",
    "C1",
    "B2 (intermediate)",
    "basic",
    "Native speaker",
    "mother tongue",
    "Professional working proficiency",
    "reading knowledge",
    "A2",
]


def items(rng: Random) -> list[str]:
    return rng.sample(words.TOOLS, rng.choice([2, 3, 5, 8, 12])) + [
        words.phrase(rng) for _ in range(rng.choice([0, 0, 1, 3]))
    ]


def apart(rng: Random) -> list[Coded]:
    """Two columns read one after the other: all categories, then all their words."""
    names = rng.sample(BOOKS, rng.randint(2, 5))
    return [(name, "B") for name in names] + [(", ".join(items(rng)), "I") for _ in names]


def skills(rng: Random) -> list[list[Row]]:
    """Rows of skills: "Programming: Python, R"; a category above its words; one long list; a word on each line."""
    count = rng.randint(2, 7)
    names = rng.sample(BOOKS, count)
    way = rng.choice(["row"] * 9 + ["column", "column", "under", "points", "prose", "single"])
    if way == "single":
        return [[Row(tool)] for tool in rng.sample(words.TOOLS, count)]
    if way == "prose":
        return [[Row(", ".join(items(rng) + items(rng)))]]
    if way == "under":
        return [[Row(name), Row(", ".join(items(rng)))] for name in names]
    if way == "points":
        return [[Row(name), *(Row(tool, depth=1) for tool in items(rng))] for name in names]
    if way == "column":
        return [[Row(", ".join(items(rng)), margin=name)] for name in names]
    separator = rng.choice([": ", ": ", ": ", " ", " – ", " (): ", "  ", "\t", " | ", " - "])
    dressed = rng.choice(["{}", "{}", "**{}**", "*{}*"]) if separator != " " else "{}"
    return [[Row(dressed.format(name) + separator + ", ".join(items(rng)))] for name in names]


def languages(rng: Random) -> list[list[Row]]:
    known = [
        (tongue, rng.choice(LEVELS)) for tongue in rng.sample(words.TONGUES, rng.randint(2, 5))
    ]
    way = rng.choice(["row", "row", "row", "list", "under", "single"])
    if way == "list":
        return [[Row(", ".join(f"{tongue} ({level})" for tongue, level in known))]]
    if way == "under":
        return [[Row(tongue), Row(level)] for tongue, level in known]
    form = (
        "{}"
        if way == "single"
        else rng.choice(
            ["{}: {}", "{} ({})", "{} – {}", "{}, {}", "{} : {}", "{} {}", "**{}**: {}"]
        )
    )
    return [[Row(form.format(tongue, level))] for tongue, level in known]


def reviewing(rng: Random) -> list[list[Row]]:
    """A role and the many journals it was for, on one line or below."""
    way = rng.choice(["line", "under", "houses", "bare"])
    many = [words.journal(rng) for _ in range(rng.randint(3, 14))]
    role = rng.choice(
        [
            "Reviewer",
            "Reviewer for",
            "Ad hoc reviewer",
            "Referee",
            "Peer review",
            "Reviewing",
            "Journal reviewer",
        ]
    )
    if way == "line":
        return [[Row(f"{role}: {', '.join(many)}")]]
    if way == "under":
        return [[Row(role + rng.choice(["", ":", f" ({len(many)} papers)"])), Row(", ".join(many))]]
    if way == "bare":
        return [[Row(name)] for name in many]
    return [
        [Row(f"{house}: {', '.join(many[i::3])}")]
        for i, house in enumerate(["Elsevier", "Springer", "Oxford University Press"])
    ]


def together(rng: Random) -> list[list[Row]]:
    """Many persons in one line: "PhD: Ada Roth (2019–), Kofi Lam (2021–2023)"."""
    form = rng.choice(["{} ({}–)", "{} ({})", "{}"])
    heads = rng.sample(
        ["PhD", "Master", "Interns", "PhD co-supervision", "Undergraduate", "Committees"],
        rng.randint(1, 4),
    )
    mark = rng.choice([": ", " ", " – "])
    return [
        [
            Row(
                head
                + mark
                + ", ".join(
                    form.format(words.name(rng), rng.randint(2008, 2024))
                    for _ in range(rng.randint(2, 7))
                )
            )
        ]
        for head in heads
    ]


def flat(dress: Dress) -> Dress:
    """The dress of lists of words: no numbers."""
    return Dress(
        **{
            **dress.__dict__,
            "bullet": "" if "{}" in dress.bullet else dress.bullet,
            "alone": False,
            "head": "{}",
        }
    )
