"""One invented author's taste: what stays the same through all sections of a page."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import citations
import dress
import headings
import layouts
import words
from dress import Dress

from dates import dates

FAMILIES = ["pdf"] * 4 + ["raw"] * 4 + ["layout"] * 4 + ["markdown"] * 5 + ["folio", "resume"]
RIGHT = {
    "pdf": ["word", "own", "glued", "word", "after"],
    "raw": ["own", "own", "word", "after"],
    "layout": ["spaces"] * 4 + ["tab"],
}
DETAILS = {
    "education": 0.65,
    "employment": 0.8,
    "projects": 0.6,
    "teaching": 0.35,
    "service": 0.12,
    "talks": 0.12,
    "grants": 0.35,
    "awards": 0.12,
}
TOLD = ["many"] * 7 + ["mixed"] * 2 + ["nested", "one", "label", "label", "prose", "prose", "link"]
BRIEF = {"awards", "talks", "students", "service", "memberships"}
HEADS = ["### {}", "#### {}", "### **{}**", "**{}**", "## {}", "### {}"]


class Taste:
    """Chosen once for a page; `dress_of` varies it a little for each list."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.owner = words.name(rng)
        self.family = rng.choice(FAMILIES)
        self.markup = self.family in {"markdown", "folio", "resume"}
        self.debris = not self.markup and rng.random() < 0.15
        self.dates = dates(rng)
        low = rng.choice([65, 80, 85, 95, 100, 110, 130])
        width = rng.randint(low, low + 20) if rng.random() < (0.3 if self.markup else 0.85) else 0
        self.dress = self.clothes(width)
        self.mode = rng.choice(layouts.MODES)
        if self.family == "layout" and rng.random() < 0.7:
            self.mode = rng.choice(["right", "right", "column"])
        self.frame = headings.frame(
            rng, markdown=self.markup, debris=self.debris, owner=self.owner, width=width
        )
        if self.family != "layout":
            self.frame = replace(self.frame, indent=0)
        self.citations = citations.style(rng, self.owner, markup=self.markup)
        self.offset = self.family == "layout" and rng.random() < 0.4
        if self.offset:  # all stands right of the dates' column
            self.frame = replace(self.frame, indent=self.dress.column)
        known = rng.random() < 0.45
        self.lines = rng.choice(
            layouts.choices(layouts.KNOWN if known else layouts.ANY + ";" + layouts.DATED)
        )
        self.detail = rng.choice(TOLD)
        self.ligatures = self.family == "pdf" and rng.random() < 0.12

    def clothes(self, width: int) -> Dress:
        rng, layout = self.rng, self.family == "layout"
        bullets = ["-", "*", "-"] if self.markup else [rng.choice(dress.PLAIN_BULLETS)]
        plain = (
            ["none"] * 10
            + ["entry", "entry", "row", "row", "row", "row", "some", "two"]
            + ["all"] * (rng.random() < 0.5)
        )
        return Dress(
            width=width,
            hang=layout or (self.markup and rng.random() < 0.6) or rng.random() < 0.15,
            indent=rng.choice([0, 0, 0, 2, 4, 15]) if layout else rng.choice([0] * 9 + [2]),
            bullet=rng.choice(bullets),
            points=rng.choice(bullets) if rng.random() < 0.85 else "",
            inner=rng.choice([0, 0, 2, 4]) if layout or self.markup else rng.choice([0, 0, 0, 2]),
            gap=rng.choice(
                ["none", "none", "entry", "row", "row", "row", "some"] if self.markup else plain
            ),
            margin="column"
            if layout
            else rng.choice(["word", "word", "own", "tab", "word", "glued", "column"]),
            column=rng.choice([10, 12, 14, 16, 20, 24, 28]),
            ragged=rng.random() < 0.35,
            fold=rng.random() < 0.12,
            right=rng.choice(RIGHT.get(self.family, ["word", "own", "tab"])),
            hyphen="" if self.markup else rng.choice(["", "-", "-", "\u00ad", "\u2010", "\ufffe"]),
            trail=rng.choice(["", "", "  ", "\\"]) if self.markup else "",
            blank="&nbsp;" if self.markup and rng.random() < 0.08 else " ",
            listed=rng.random() < (0.2 if self.markup else 0.05),
        )

    def bulleted(self, kind: str, detail: str) -> float:
        """How likely the entries have bullets: seldom where the points under them have."""
        if detail in {"many", "nested", "mixed"}:
            return 0.4 if self.markup else 0.1
        return 0.25 if kind in layouts.LONG else 0.5

    def detail_of(self, kind: str) -> str:
        """What is told under each entry of a list."""
        detail = self.detail if self.rng.random() < DETAILS.get(kind, 0.05) else "none"
        if kind in BRIEF and detail not in {"none", "link"}:
            detail = self.rng.choice(["one", "label"])
        return detail

    def dress_of(self, kind: str, detail: str) -> Dress:
        """Mostly the author's own; a list has its bullets or numbers."""
        rng, own = self.rng, self.dress
        if rng.random() > self.bulleted(kind, detail):
            own = replace(own, bullet="")
        elif rng.random() < 0.3:
            own = replace(own, bullet=rng.choice([own.points, "-" if self.markup else "•", "{}."]))
        if kind == "publications":
            own = self.numbered(own)
        if rng.random() < 0.2:
            own = replace(
                own, gap=rng.choice(["none", "entry", "some", "head"]), inner=rng.choice([0, 2, 4])
            )
        if self.markup and kind != "publications" and not own.bullet and rng.random() < 0.6:
            own = replace(
                own,
                head=rng.choice(HEADS),
                gap=rng.choice(["entry", "row", "row"]),
                listed=rng.random() < 0.4,
            )
        if own.bullet and own.bullet == own.points and not own.inner and rng.random() < 0.8:
            own = replace(own, inner=rng.choice([2, 4]))  # else its points look like its entries
        return own

    def numbered(self, own: Dress) -> Dress:
        """The dress of publications: counted ones, and seldom a blank line between broken lines."""
        rng = self.rng
        number = rng.choice(dress.NUMBERS) if rng.random() < 0.4 else own.bullet
        if number == "0." and rng.random() < 0.6:
            number = "[{}]"
        counted = "{}" in number
        return replace(
            own, bullet=number, down=rng.random() < 0.3, alone=counted and rng.random() < 0.1, listed=False,
            gap="none" if own.gap == "all" and rng.random() < 0.7 else own.gap, hang=own.hang or (counted and rng.random() < 0.4),
        )  # fmt: skip
