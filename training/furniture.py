"""What else stands on a page: its first lines, the address, heads and feet."""

from __future__ import annotations

from random import Random

import words
from breaks import broken
from dress import Coded
from headings import Frame, heading
from layouts import small_caps


def top(rng: Random, frame: Frame) -> list[Coded]:
    """The first lines of the page."""
    mail = rng.choice(
        [
            "name@example.org",
            "name@example.org | +1 202-555-0143 | example.org",
            "E-mail: name@example.org",
            "\uf0e0 name@example.org",
        ]
    )
    rest = [
        mail,
        rng.choice(
            [
                "Curriculum Vitae",
                "CV",
                words.unit(rng),
                words.school(rng),
                "PhD Candidate in " + rng.choice(words.FIELDS),
            ]
        ),
    ]
    rest += [
        rng.choice(
            [
                words.school(rng),
                rng.choice(words.CITIES),
                "+1 555 0100",
                "https://example.org",
                "1 Example Street",
            ]
        )
        for _ in range(rng.choice([0, 0, 1, 3]))
    ]
    rng.shuffle(rest)
    name = ("# " if "#" in frame.heading else "") + (
        frame.owner.upper() if rng.random() < 0.2 else frame.owner
    )
    center = " " * rng.choice([0, 0, 0, 30, 40]) * ("#" not in frame.heading)
    lines: list[Coded] = [(center + name, "B header")] + [(center + line, "I") for line in rest]
    if rng.random() < 0.12:
        text = " ".join(words.sentence(rng).rstrip(".") + "." for _ in range(rng.randint(1, 4)))
        chunks = broken(rng, text, frame.width, frame.width, "") if frame.width else [text]
        lines += [(chunk, "W" if i else "I") for i, chunk in enumerate(chunks)]
    if rng.random() < 0.18:
        lines.insert(
            rng.choice([0, len(lines)]),
            (
                rng.choice(
                    ["Last updated: March 2024", "Last updated in Nov 2026", "Updated 2025-01-07"]
                ),
                "P",
            ),
        )
    return lines


def contact(rng: Random, frame: Frame) -> list[Coded]:
    found = [
        "name@example.org",
        "+1 202-555-0143",
        "https://example.org",
        words.school(rng),
        words.unit(rng),
        rng.choice(words.CITIES),
        "1 Example Street",
        "ORCID: 0000-0000-0000-0000",
        "Phone: +1 555 0100",
        "Office hours: by appointment",
    ]
    lines = rng.sample(found, rng.randint(1, 6))
    form = rng.choice(
        ["{1}", "{1}", "**{0}:** {1}", "{0:14}{1}", "{0}: {1}", "- {0}: {1}", "| **{0}** | {1} |"]
    )
    lines = [
        form.format(rng.choice(["Email", "Phone", "Web", "Address", "Office"]), line)
        for line in lines
    ]
    title = rng.choice(
        [
            "Contact",
            "Contact Information",
            "General Information",
            "Kontakt",
            "Profiles",
            "Personal Data",
        ]
    )
    return [
        *heading(rng, frame, "contact", title),
        *((line, "I" if i else "B") for i, line in enumerate(lines)),
    ]


def front_matter(rng: Random) -> list[Coded]:
    """What a site's generator keeps above the page."""
    inner = rng.sample(
        [
            "permalink: /cv/",
            'title: "CV"',
            "layout: archive",
            "author_profile: true",
            "redirect_from:",
            "  - /resume",
        ],
        rng.randint(2, 6),
    )
    return [*((line, "P") for line in ["---", *inner, "---"]), ("", "")]


def turn(rng: Random, frame: Frame, page: int) -> list[Coded]:
    """The foot of one page and the head of the next."""
    name = small_caps(frame.owner) if frame.debris else frame.owner
    match frame.furniture:
        case "number":
            lines = [
                " " * rng.choice([0, 0, 40])
                + rng.choice(
                    [str(page), str(page), f"{page}/5", f"Page {page} of 4", f"- {page} -"]
                )
            ]
        case "name":
            lines = [
                " " * rng.choice([0, 30])
                + rng.choice(
                    [
                        f"{name} - Page {page} of 3",
                        f"{name} · Curriculum Vitae",
                        f"{frame.owner} {page}",
                        f"CV – {frame.owner}",
                    ]
                )
            ]
        case "both":
            wide = rng.random() < 0.5
            parts = [
                rng.choice(["November 23, 2026", "NOVEMBER 23, 2026", "May 2024"]),
                f"{name} · CURRiCULUM ViTAE",
                str(page),
            ]
            lines = ["          ".join(parts)] if wide else parts
        case "lines":
            lines = [
                "1 Example Street – Oslo, Norway",
                f"+1 202-555-0143  name@example.org    {page}/4",
            ]
        case _:
            return []
    printed: list[Coded] = [(line, "P") for line in lines]
    if rng.random() < 0.5:
        printed = [("", ""), *printed, ("", "")]
    return printed
