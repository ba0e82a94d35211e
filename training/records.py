"""What one invented entry says, before anybody prints it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import words

from dates import Dates

TOPICS = {
    "education": words.table(
        "Advisor;Supervisor;Thesis;Thesis;Dissertation;Adviser;Major;Minor;Grade;GPA;Coursework;Committee;Honors"
    ),
    "employment": words.table(
        "Advisor;Supervisor;Mentor;Duties;Project;Funding;Keywords;PI;Topics;Skills;Technologies"
    ),
    "grants": words.table("Role;PI;Co-PIs;Amount;Total funding;Project title;Collaborators"),
    "teaching": words.table("Topics;Level;Students;Classes;Key topics;Instructor;Evaluation"),
    "projects": words.table("Role;Keywords;Technologies;Funding;PI;Team;Tools;Supervisor"),
}
OTHER_TOPICS = words.table("Title;Topic;Note;Role;With;Coauthors;Amount")
PERSONS = {
    "Advisor",
    "Supervisor",
    "Adviser",
    "Mentor",
    "Committee",
    "PI",
    "Co-PIs",
    "Collaborators",
    "Team",
    "Instructor",
    "With",
    "Coauthors",
}
LINKS = [
    "Paper | Code | Video",
    "[PDF] [Code] [Slides]",
    "PDF · Website",
    "<https://example.org/{k}>",
    "https://example.org/{k}/{k}",
    "Link",
    "DOI | Poster",
    "[Slides](https://example.org/{k})",
]

LABELS = words.table("Responsibilities:;Highlights;Key achievements:;Tasks:;Selected work:")
QUOTES = ["“{}”", "“{},”", "{}", "{}", "{}", "{}", '"{}"', "*{}*"]


@dataclass
class Record:
    """The pieces of an entry; an empty one is simply not printed."""

    title: str
    org: str = ""
    place: str = ""
    date: str = ""
    year: int = 2020
    extra: str = ""  # field, kind of talk, degree sought: what stands between title and org
    details: list[tuple[int, str]] = field(default_factory=list)  # depth, text

    def slot(self, name: str) -> str:
        return str(getattr(self, name))


@dataclass(frozen=True)
class Habit:
    """What an author tells of every entry of a list."""

    dates: Dates
    detail: str  # "none", "one", "label", "many", "nested", "prose"
    caps: bool
    lapse: float = 0.08  # how often an entry lacks a piece
    quote: str = "{}"  # around the title of a talk
    link: str = "Link"
    more: int = 2  # how much is said


def money(rng: Random) -> str:
    return rng.choice(["${}", "€{}", "{} EUR", "USD {}", "£{}"]).format(
        rng.choice(["12,000", "1.2M", "150k", "85,000", "1,250,000"])
    )


def labelled(rng: Random, kind: str) -> str:
    topic = rng.choice(TOPICS.get(kind, OTHER_TOPICS))
    if topic in PERSONS:
        says = ", ".join(words.name(rng) for _ in range(3 if topic[-1] in "sme" else 1))
    elif topic in {"Amount", "Total funding"}:
        says = money(rng)
    elif topic in {"Thesis", "Dissertation", "Project title", "Title"}:
        says = rng.choice(["“{}”", "{}", "*{}*", '"{}"']).format(words.title(rng, caps=True))
    elif topic in {"Grade", "GPA"}:
        says = rng.choice(["3.9/4.0", "1.2", "first class", "9.1/10 (90 ECTS)"])
    else:
        says = ", ".join(
            rng.choice([words.phrase(rng), rng.choice(words.FIELDS)])
            for _ in range(rng.choice([1, 1, 2, 4, 8, 14]))
        )
    return topic + (": " if rng.random() < 0.93 else rng.choice([" – ", ", "])) + says


def details(rng: Random, habit: Habit, kind: str) -> list[tuple[int, str]]:
    """The lines under an entry, by the list's habit, not always kept."""
    if habit.detail == "none" or rng.random() < 0.1:
        return []
    if habit.detail == "label":
        return [(0, labelled(rng, kind)) for _ in range(rng.choice([1, 1, 2, 3]))]
    if habit.detail == "one":
        return [(0, words.sentence(rng, habit.more) if rng.random() < 0.6 else labelled(rng, kind))]
    if habit.detail == "link":
        return [(0, words.fill(rng, habit.link))]
    if habit.detail == "prose":
        return [
            (
                0,
                " ".join(
                    words.sentence(rng, habit.more).rstrip(".") + "."
                    for _ in range(rng.randint(1, 6))
                ),
            )
        ]
    lines: list[tuple[int, str]] = []
    for _ in range(rng.choice([1, 2, 2, 3, 3, 4, 6])):
        lines.append(
            (1, words.sentence(rng, habit.more) if rng.random() < 0.8 else labelled(rng, kind))
        )
        if habit.detail == "nested" and rng.random() < 0.5:
            lines += [
                (2, rng.choice([words.phrase, words.sentence])(rng))
                for _ in range(rng.randint(1, 4))
            ]
    if habit.detail == "mixed":
        lines.insert(0, (0, words.sentence(rng, habit.more)))
    if rng.random() < 0.05:
        lines.insert(0, (0, rng.choice(LABELS)))
    return lines
