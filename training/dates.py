"""Dates of entries, in the one form an author keeps to."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "dot": "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ess": "Ene Feb Mar Abr May Jun Jul Ago Sep Oct Nov Dic",
    "pt": "Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro",
}
NOW = {"de": "heute", "fr": "présent", "es": "Actualidad", "ess": "Presente", "pt": "atual"}
TERMS = ["Spring", "Fall", "Summer", "Autumn", "Winter"]


@dataclass(frozen=True)
class Dates:
    """How one author writes dates."""

    unit: str  # "year", "month", "numbers" (06/2022), "iso" (2022-06), "dots" (2022.6)
    months: str
    dash: str
    now: str
    short: bool  # 2014–17

    def point(self, year: int, month: int) -> str:
        match self.unit:
            case "month":
                return f"{MONTHS[self.months].split()[month - 1]} {year}"
            case "numbers":
                return f"{month:02d}/{year}"
            case "iso":
                return f"{year}-{month:02d}"
            case "dots":
                return f"{year}.{month}"
            case _:
                return str(year)

    def span(self, rng: Random, year: int) -> str:
        """A period that begins in `year`, up to today now and then."""
        begin = self.point(year, rng.randint(1, 12))
        if year > 2021 and rng.random() < 0.5:
            return rng.choice(
                [begin + self.dash + self.now] * 4 + [begin + self.dash.rstrip(), f"since {year}"]
            )
        last = year + rng.choice([0, 1, 1, 2, 3, 4])
        if last == year and self.unit == "year":
            return begin
        if self.short and self.unit == "year":
            return f"{begin}{self.dash.strip()}{last % 100:02d}"
        return begin + self.dash + self.point(last, rng.randint(1, 12))

    def day(self, rng: Random, year: int) -> str:
        """The date of one event."""
        if self.unit == "month" and rng.random() < 0.2:
            return f"{MONTHS[self.months].split()[rng.randrange(12)]} {rng.randint(1, 28)}, {year}"
        return self.point(year, rng.randint(1, 12)) if rng.random() < 0.6 else str(year)

    def term(self, rng: Random, year: int) -> str:
        """One or more terms: "Fall 2019", "2019 (Fall)", "Spring 2018, 2019"."""
        term = rng.choice(TERMS)
        return rng.choice(
            [f"{term} {year}"] * 3
            + [f"{year} ({term})", f"{term} {year - 1}, {year}", f"{year}", f"{year}-{year + 1}"]
        )


def dates(rng: Random) -> Dates:
    months = rng.choice(
        ["en", "en", "short", "short", "short", "dot", "de", "fr", "es", "ess", "pt"]
    )
    return Dates(
        unit=rng.choice(["year"] * 5 + ["month"] * 5 + ["numbers", "iso", "dots"]),
        months=months,
        dash=rng.choice(["–", "-", " – ", " - ", " — ", "–", " to ", "--", " ‑ "]),
        now=NOW.get(months)
        or rng.choice(["present", "Present", "now", "current", "Present", "ongoing", ""]),
        short=rng.random() < 0.15,
    )
