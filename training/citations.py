"""Invented publications: one-line citations in the known styles, and blocks of lines."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import words

ONE_LINE = [
    "{authors} ({year}). {title}. {venue}, {volume}({issue}), {pages}.{doi}",
    "{authors} ({year}). {title}. In {venue} (pp. {pages}). {publisher}.{doi}",
    "{authors}, “{title},” {venue}, vol. {volume}, no. {issue}, pp. {pages}, {year}.{doi}",
    '{authors}, "{title}," in {venue}, {city}, {year}, pp. {pages}.{doi}',
    "{authors}. {title}. {venue}. {year};{volume}({issue}):{pages}.{doi}",
    "{authors}. “{title}.” {venue} {volume}, no. {issue} ({year}): {pages}.{doi}",
    "{authors} ({year}) “{title},” {venue}, {volume}({issue}), pp. {pages}. Available at: {url}.",
    "{authors}. “{title}”. In: {venue} {volume}.{issue} ({year}). Pp. {pages}. {isbn}{doi}",
    "{title}. {authors}. {venue}, {year}.{doi}",
    "“{title},” {venue} {volume} ({year}), {pages}.",
    "“{title}” (with {coauthors}), {venue}, {year}.",
    "{title}, {venue}, {year}. With {coauthors}.",
    "{authors}. {year}. {title}. {venue} {volume}: {pages}.{doi}",
    "{year}. {authors}. {title}. {venue}, {volume}, {pages}.{doi}",
    "{authors}, {title}, {venue} {volume} ({year}) {pages}{doi}",
    "{title} ({year}), {venue}",
    "{authors}: {title}. {venue}, {publisher} {year}, S. {pages}",
    "Review of _{title}_, by {editor} ({publisher}, {year}). _{venue}_ ({month} {year})",
    "{authors}. {title}. {city}: {publisher}, {year}.",
    "{title}. In {editor} & {coauthor} (Eds.), {venue}. {publisher}, {year}. {authors}.",
]
BLOCKS = [
    ["{title}", "{authors}", "{venue}, {year}"],
    ["{title}", "{authors}", "{venue} ({short}), {year}", "{links}"],
    ["{authors}", "{title}", "{venue}, {year}"],
    ["{title}", "{authors}. {venue} {volume} ({year}) {pages}. {doi}"],
    ["{title}", "{venue}, {year}"],
    ["{title} (with {coauthors})", "{venue}, {year}"],
    ["{title}", "{authors}", "{venue}", "{month} {year}"],
    ["{authors} ({year}). {title}.", "{venue}, {volume}, {pages}."],
    ["{authors}. {title}. {venue}, {year}.", "{url}"],
    ["{authors}. {title}. {venue}, {year}.", "{links}"],
    ["{title}, {venue} {year}.", "{authors}"],
    ["{month} {year}", "{title}", "{venue}", "{authors}"],
    ["{venue}, {year}", "{title}", "{authors}"],
    ["{title}", '{authors} ({year}). "{title}." {venue}. {volume}({issue}).'],
    ["{title} | {venue} {year}", "{authors}", "{links}"],
    ["{title}", "{doi2}", "{authors}", "{year}"],
    ["{title}", "{authors}", "{venue} ({year}), {volume}: {pages}", "{note}"],
    ["{short} {year}", "{title}", "{authors}"],
    ["{title}.", "{authors}.", "In {venue}, {year}.", "{note}", "{links}"],
    ["{title} (with {coauthors})", "Abstract: {prose}"],
]
LINKS = [
    "Paper | Code | Video",
    "[PDF] [Code]",
    "[PDF](https://example.org/p.pdf)",
    "PDF / Slides / BibTeX",
    "doi | pdf | bib",
    "<https://doi.org/10.5555/{n}>",
    "https://arxiv.org/abs/{y}.{n}",
]
NOTES = [
    "Best Paper Award",
    "Under review",
    "(acceptance rate: 21%)",
    "Oral presentation",
    "Media coverage: {s} Times",
    "Impact factor 4.2, cited {n} times",
    "* equal contribution",
    "R&R at Review of {f}",
    "Keywords: {a}, {n}",
]


@dataclass(frozen=True)
class Style:
    """One author's way to write a list of publications."""

    rows: list[str]
    names: str  # "full", "last-first", "f. last", "vancouver"
    owner: str
    count: int  # about how many authors
    caps: bool
    et_al: bool
    doi: str
    mark: str  # the owner's name stands out: "**{}**"
    link: str  # before the last author
    title: str  # "**{}**"
    venue: str  # "*{}*"


def style(rng: Random, owner: str, *, markup: bool) -> Style:
    rows = [rng.choice(ONE_LINE)] if rng.random() < 0.7 else rng.choice(BLOCKS)
    return Style(
        rows, rng.choice(["full", "last-first", "last-first", "f. last", "vancouver"]), owner, rng.choice([1, 2, 3, 4, 5, 7, 10]),
        caps=rng.random() < 0.3, et_al=rng.random() < 0.12, doi=rng.choice(["", "", " {url}", " doi: {doi}", " DOI: {doi}", " {url}.", " arXiv:{arxiv}.", " <{url}>"]),
        mark=rng.choice(["**{}**", "*{}*", "__{}__", "{}"]) if markup else rng.choice(["{}", "{}", "{}", "{}*"]),
        title=rng.choice(["{}", "{}", "**{}**", "*{}*", "[{}](https://example.org/p)"] if markup else ["{}", "{}", "“{}”"] if rows[1:] else ["{}"]),
        venue=rng.choice(["{}", "*{}*", "_{}_"]) if markup else "{}",
        link=rng.choice([" and ", " and ", ", and ", " & ", ", & ", ", ", ", "]),
    )  # fmt: skip


def written(person: str, how: str) -> str:
    first, *middle, last = person.split(" ")
    letters = [first[0]] + [m[0] for m in middle if m.endswith(".")]
    match how:
        case "last-first":
            return f"{last}, {' '.join(x + '.' for x in letters)}"
        case "f. last":
            return f"{' '.join(x + '.' for x in letters)} {last}"
        case "vancouver":
            return f"{last} {''.join(letters)}"
        case _:
            return person


def people(rng: Random, taste: Style) -> str:
    count = max(1, taste.count + rng.choice([-2, -1, 0, 0, 1, 2, 5]))
    names = [written(words.name(rng), taste.names) for _ in range(count)]
    names[rng.choice([0, 0, rng.randrange(count)])] = taste.mark.format(
        written(taste.owner, taste.names)
    )
    if taste.et_al and count > 3:
        return f"{names[0]} et al."
    if count == 1:
        return names[0]
    link = ", " if taste.names == "vancouver" else taste.link
    return ", ".join(names[:-1]) + link + names[-1]


def proceedings(rng: Random) -> str:
    return "Proceedings of the " + words.meeting(rng)


def rows(rng: Random, taste: Style, year: int) -> list[str]:
    """The lines of one citation, not yet wrapped."""
    number = rng.randint(1000, 99999)
    doi = f"10.{rng.randint(1000, 5555)}/{words.initials(rng).lower()}.{year}.{number}"
    url = rng.choice(
        [f"https://doi.org/{doi}", f"https://example.org/{words.initials(rng).lower()}/{number}"]
    )
    first = rng.randint(1, 2400)
    others = [words.name(rng) for _ in range(rng.choice([1, 1, 2, 3]))]
    venue = rng.choice([words.journal, words.meeting, proceedings])(rng)
    venue = rng.choice(
        [venue] * 9
        + [
            "arXiv preprint arXiv:2101.01234",
            "Working paper",
            "Submitted to " + words.journal(rng),
            "PhD thesis, " + words.school(rng),
        ]
    )
    values = {
        "authors": people(rng, taste), "title": taste.title.format(words.title(rng, caps=taste.caps)), "venue": taste.venue.format(venue), "year": year,
        "volume": rng.randint(1, 190), "issue": rng.randint(1, 12), "publisher": rng.choice(["Springer", "Oxford University Press", "Elsevier", "MIT Press", "ACM"]),
        "pages": rng.choice([f"{first}–{first + 17}", f"{first}-{first + 9}", f"e{first}", str(first)]), "city": rng.choice(words.CITIES),
        "doi": taste.doi.format(doi=doi, url=url, arxiv=f"{year % 100:02d}01.{number:05d}"), "doi2": doi, "url": url, "short": words.initials(rng),
        "coauthors": ", ".join(others[:-1]) + (" and " if others[1:] else "") + others[-1], "coauthor": others[0], "editor": words.name(rng),
        "isbn": rng.choice(["", "", "ISSN: 2049-3630. "]), "month": rng.choice(["Jan", "March", "October", "Spring"]),
        "links": rng.choice(LINKS).format(n=number, y=2101), "prose": " ".join(words.sentence(rng).rstrip(".") + "." for _ in range(5)),
        "note": words.fill(rng, rng.choice(NOTES)) if rng.random() < 0.6 else "",
    }  # fmt: skip
    lines = [row.format(**values) for row in taste.rows]
    if len(lines) > 1 and rng.random() < 0.06:
        lines.pop()
    if len(taste.rows) == 1 and rng.random() < 0.04:
        lines.append(words.fill(rng, rng.choice(NOTES)))
    return [line.replace("..", ".").replace(" .", ".").strip() for line in lines if line.strip()]
