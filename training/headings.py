"""What stands around the lists: the name, headings, lines above several entries, page furniture."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import words
from breaks import broken
from dress import Coded
from layouts import small_caps
from titles import GROUPS, NAMES, NOTES


@dataclass(frozen=True)
class Frame:
    """How one author marks headings and what the page carries."""

    heading: str  # of sections
    inner: str  # of parts of sections
    group: str  # of a line above several entries
    rule: str  # below (or, with "^", above) each heading
    upper: bool
    debris: bool
    indent: int
    space: int  # blank lines after a heading
    before: int
    owner: str
    furniture: str  # "", "number", "name", "both", "feed"
    width: int


def frame(rng: Random, *, markdown: bool, debris: bool, owner: str, width: int) -> Frame:
    if markdown:
        level = rng.choice([1, 2, 2, 3])
        heading = rng.choice(["#" * level + " {}"] * 5 + ["**{}**", "{}"])
        inner = rng.choice(["#" * (level + 1) + " {}"] * 3 + ["**{}**", "*{}*"])
        group = rng.choice(
            [
                "#" * (level + 2) + " {}",
                "**{}**",
                "#" * (level + 1) + " **{}**",
                "{}",
                "- {}",
                "*{}*",
                "  * ###### {}",
            ]
        )
        rule = (
            rng.choice(["", "", "", "======", "---", "^---"])
            if heading == "{}"
            else rng.choice(["", "", "", "", "^---"])
        )
    else:
        heading = rng.choice(["{}"] * 14 + ["{}:", "{}:", "■ {}", "{} _______"])
        inner, group = (
            rng.choice(["{}", "{}", "{}:"]),
            rng.choice(["{}", "{}", "{}:", "• {}", "{}", "– {} –", "_{}_"]),
        )
        rule = rng.choice(["", "", "", "", "-" * 72, "^" + "-" * 72, "_" * 60, "—" * 30])
    return Frame(
        heading, inner, group, rule, upper=rng.random() < 0.35, debris=debris, indent=rng.choice([0, 0, 0, 0, 0, 4, 15]) if not markdown else 0,
        space=rng.choice([0, 0, 0, 0, 1]) if not markdown else rng.choice([0, 1, 1]), before=rng.choice([0, 1, 1, 1, 2]), owner=owner,
        furniture=rng.choice(["", "number", "name", "name", "both", "lines"]) if not markdown else rng.choice([""] * 5 + ["name"]), width=width,
    )  # fmt: skip


def heading(
    rng: Random, frame: Frame, kind: str, text: str = "", *, inner: bool = False
) -> list[Coded]:
    text = text or rng.choice(NAMES[kind].split(";"))
    text = (
        small_caps(text)
        if frame.debris and (inner or frame.upper)
        else text.upper()
        if frame.upper
        else text
    )
    line = (
        " " * frame.indent
        + (frame.inner if inner else frame.heading).format(text)
        + rng.choice(["", "", "", "", " "])
    )
    if rng.random() < 0.03:
        line = line.rstrip() + rng.choice([" (2018–2025)", "(3)", " (selected)"])
    printed: list[Coded] = [(line, f"H {kind}")]
    if frame.rule and (not inner or frame.rule.startswith("=")):
        above = frame.rule.startswith("^")
        printed.insert(0 if above else 1, (frame.rule.lstrip("^") if not inner else "------", "P"))
    return printed + [("", "")] * frame.space


def group(rng: Random, frame: Frame, text: str, indent: int) -> Coded:
    text = small_caps(text) if frame.debris and rng.random() < 0.7 else text
    return (" " * indent + frame.group.format(text).replace("::", ":"), "S")


def group_name(rng: Random, kind: str) -> str:
    return rng.choice(GROUPS[kind]).format(
        school=words.school(rng),
        unit=words.unit(rng),
        firm=words.firm(rng),
        meeting=words.meeting(rng),
    )


def note(rng: Random, width: int) -> list[Coded]:
    text = rng.choice(NOTES).format(n=rng.randint(20, 200))
    chunks = broken(rng, text, width, width, "") if width else [text]
    return [(chunk, "W" if i else "S") for i, chunk in enumerate(chunks)]
