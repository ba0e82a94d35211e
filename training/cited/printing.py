"""How lists of references print the parts of a work: names, dates, numbers, imprints.

A `Style` is drawn once for a list, and every work of the list is printed by it. A part is a list of
pieces, each some text and the label of its words (`o`: of no part).
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from works import Person, Work

Piece = tuple[str, str]
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
}
AND = {
    "en": ("and", "and", "&"),
    "de": ("und", "u.", "&"),
    "fr": ("et", "&"),
    "es": ("y", "&"),
    "it": ("e", "&"),
    "nl": ("en", "&"),
}
EDS = {
    "en": ("Ed.|Eds.", "ed.|eds.", "Ed|Eds", "ed|eds", "editor|editors", "Editor|Editors"),
    "de": ("Hrsg.|Hrsg.", "Hg.|Hg.", "Hg.|Hgg.", "Ed.|Eds.", "Hrsg|Hrsg"), "fr": ("dir.|dir.", "éd.|éds.", "sous la direction de|dir."),
    "es": ("ed.|eds.", "coord.|coords.", "Ed.|Eds."), "it": ("a cura di|a cura di", "ed.|eds.", "cur.|curr."), "nl": ("red.|red.", "ed.|eds."),
}  # fmt: skip
NAMES = (
    "inverted",
    "inverted",
    "inverted",
    "spoken",
    "spoken",
    "vancouver",
    "full",
    "full",
    "invfull",
    "first",
    "first",
    "caps",
    "family",
    "dotless",
)
SEPARATORS = (", ", ", ", ", ", ", ", "; ", "; ", " / ", ", and ", " - ", "/")


def name(person: Person, form: str, later: bool, r: Random, gap: str) -> str:
    """A person's name in one of the forms; `later`: not the first of the list."""
    initials = gap.join(
        "-".join(x[0].upper() + "." for x in g.split("-") if x) for g in person.given
    )
    bare = "".join(x[0].upper() for g in person.given for x in g.split("-") if x)
    full = " ".join([person.given[0], *(g[0] + "." for g in person.given[1:])])
    family = person.family
    if form == "inverted":
        return f"{family}, {initials}"
    if form == "spoken":
        return f"{initials} {family}"
    if form == "vancouver":
        return f"{family} {bare}"
    if form == "full":
        return f"{full} {family}"
    if form == "invfull":
        return f"{family}, {full}"
    if form == "first":
        return f"{full} {family}" if later else f"{family}, {full}"
    if form == "firsti":
        return f"{initials} {family}" if later else f"{family}, {initials}"
    if form == "caps":
        return f"{family.upper()}, {initials}"
    if form == "capsfull":
        return f"{person.given[0]} {family.upper()}"
    if form == "dotless":
        return f"{family}, {bare}"
    if form == "family":
        return family
    return f"{family} {initials}"


def people(persons: Sequence[Person], form: str, style: Style, language: str) -> tuple[str, bool]:
    """A list of names, and whether `et al.` ends it."""
    r = style.random
    cut = len(persons) > style.most
    shown = persons[: style.shown] if cut else persons
    names = [name(p, form, i > 0, r, style.gap) for i, p in enumerate(shown)]
    if len(names) == 1:
        return names[0], cut
    if cut:
        return style.separator.join(names), True
    word = AND[language if style.local else "en"][
        style.conjunction % len(AND[language if style.local else "en"])
    ]
    last = {0: f", {word} ", 1: f" {word} ", 2: style.separator, 3: f"{style.separator}{word} "}[
        style.last
    ]
    return style.separator.join(names[:-1]) + last + names[-1], False


class Style:
    """The habits of one list of references."""

    def __init__(self, r: Random, given: dict[str, object] | None = None) -> None:
        self.random = r
        self.form = r.choice(NAMES + (("capsfull", "short", "firsti") if r.random() < 0.5 else ()))
        self.form = "inverted" if self.form == "family" and r.random() < 0.8 else self.form
        self.separator = (
            r.choice(SEPARATORS)
            if "inv" not in self.form
            else r.choice((", ", ", ", "; ", "; ", " / "))
        )
        self.gap = r.choice((" ", " ", ""))
        self.last = r.choice((0, 1, 1, 2, 3))
        self.conjunction = r.randrange(6)
        self.local = r.random() < 0.8
        self.most, self.shown = r.choice(
            ((99, 99), (99, 99), (99, 99), (3, 1), (3, 3), (6, 6), (2, 1))
        )
        self.etal = r.choice(
            (
                " et al.",
                ", et al.",
                " et al",
                " u. a.",
                " et al.",
                " and others",
                " [et al.]",
                " & al.",
            )
        )
        self.date = r.choice(
            (
                "(y)",
                "(y)",
                "(y)",
                "y",
                "y",
                "late",
                "late",
                "late",
                "late",
                "behind",
                "behind",
                "num",
            )
        )
        self.stop = r.choice((". ", ". ", ". ", ", ", ", ", ": "))
        self.quote = r.choice(
            ("", "", "", "", "“”", "“”", '""', "‘’", "''", "«»", "„“", "``''", '``"', '""')
        )
        self.inside = r.random() < 0.6
        self.end = (
            r.choice((". ", ". ", ". ", ", ", ", "))
            if not self.quote
            else r.choice((", ", ". ", " "))
        )
        self.into = r.choice(
            (
                "In ",
                "In ",
                "In: ",
                "In: ",
                "in ",
                "in: ",
                "",
                "IN: ",
                "in: ",
                "Paper presented at the ",
                "In the ",
                "Presented at the ",
            )
            if r.random() < 0.3
            else ("In ", "In: ", "in ", "")
        )
        self.numbers = r.randrange(24)
        self.imprint = r.choice(
            (
                "p: h",
                "p: h",
                "p: h",
                "h, p",
                "h, p",
                "p, h",
                "(p: h)",
                "h: p",
                "p : h",
                "p",
                "h",
                "(h, p)",
                "p: h",
                "(h)",
            )
        )
        self.editing = r.randrange(9)
        self.eds = r.randrange(6)
        self.link = r.randrange(11)
        self.joint = r.choice((". ", ". ", ", ", ", "))
        self.final = r.choice((".", ".", ".", "", ""))
        self.issue_words = r.choice(
            (
                "no. ",
                "No. ",
                "nº ",
                "Nr. ",
                "H. ",
                "Heft ",
                "issue ",
                "no ",
                "Issue ",
                "Iss. ",
                "n. ",
            )
        )
        self.volume_words = r.choice(
            (
                "vol. ",
                "Vol. ",
                "Bd. ",
                "Jg. ",
                "volume ",
                "Vol ",
                "vol ",
                "v. ",
                "Vol.",
                "Band ",
                "t. ",
            )
        )
        self.page_words = r.choice(
            (
                "pp. ",
                "pp. ",
                "p. ",
                "S. ",
                "S. ",
                "pages ",
                "pp ",
                "pp.",
                "p. ",
                "Seiten ",
                "Article ID ",
                "Art. ",
                "Pages ",
                "P. ",
            )
        )
        self.label = r.choice(
            ("", "", "", "", "[{}] ", "{}. ", "({}) ", "{}) ", "{} ", "• ", "- ", "[{a}] ")
        )
        self.month = r.choice(("long", "short", "none", "dot", "iso"))
        self.dash = r.choice(("-", "-", "–", "–", "--", " - ", "—"))
        self.caps = r.random() < 0.03
        for key, value in (given or {}).items():
            setattr(self, key, value)

    def dated(self, work: Work, behind: bool = True) -> list[Piece]:
        """The date's words, brackets apart."""
        year = str(work.year)
        if not work.month or self.month == "none" or not behind:
            return [(year, "date")]
        names = MONTHS[work.language if self.local else "en"]
        month = names[work.month - 1]
        if self.month in ("short", "dot"):
            month = month[:3] + ("." if self.month == "dot" else "")
        if not work.day:
            return [(f"{month} {year}", "date")]
        if self.month == "iso":
            return [(f"{year}-{work.month:02d}-{work.day:02d}", "date")]
        return [
            (
                self.random.choice(
                    (
                        f"{month} {work.day}, {year}",
                        f"{work.day} {month} {year}",
                        f"{work.day}. {month} {year}",
                        f"{year}, {month} {work.day}",
                        f"{work.day:02d}.{work.month:02d}.{year}",
                    )
                ),
                "date",
            )
        ]


def titled(work: Work, style: Style) -> list[Piece]:
    """The title, in quotes or not, and the sign that ends it."""
    title = work.title.upper() if style.caps else work.title
    asks = title[-1:] in "?!."
    book = work.sort in ("book", "edited", "thesis")
    if not style.quote or (book and style.random.random() < 0.75):
        end = style.end if not asks else " "
        return [(title, "title"), (end, "o")]
    half = len(style.quote) // 2
    left, right = style.quote[:half], style.quote[half:]
    sign = style.end.strip()
    if sign and style.inside and not asks:
        return [(left, "o"), (title, "title"), (f"{sign}{right} ", "o")]
    return [(left, "o"), (title, "title"), (f"{right}{'' if asks else sign} ", "o")]


def numbered(work: Work, style: Style, year: list[Piece]) -> list[Piece]:
    """Volume, issue and pages of an article, with the year when it stands among them."""
    v, i, p = work.volume, work.issue, work.pages.replace("-", style.dash)
    vw, iw, pw = style.volume_words, style.issue_words, style.page_words
    vol, iss, pag, o = (v, "volume"), (i, "issue"), (p, "pages"), "o"
    y = [*year, (" ", o)] if year else []
    by = [("(", o), *year, (")", o)] if year else []
    forms: dict[int, list[Piece]] = {
        0: [vol, *([("(", o), iss, (")", o)] if i else []), (", ", o), pag],
        1: [vol, *([("(", o), iss, (")", o)] if i else []), (":", o), pag],
        2: [(vw, o), vol, *([(", " + iw, o), iss] if i else []), *([(", " + pw, o), pag] if p else []), *([(", ", o), *year] if year else [])],
        3: [*year, *([(";", o)] if year else []), vol, *([("(", o), iss, (")", o)] if i else []), (":", o), pag],
        4: [vol, *([(", " + iw, o), iss] if i else []), (" ", o), *by, (": ", o), pag],
        5: [vol, *([(".", o), iss] if i else []), (" ", o), *by, *([(": ", o), pag] if p else [])],
        6: [vol, *([(".", o), iss] if i else []), (" ", o), *by, *([(", " + pw, o), pag] if p else [])],
        7: [*by, (" ", o), vol, *([(" (", o), iss, (")", o)] if i else []), *([(", " + pw, o), pag] if p else [])],
        8: [vol, *([(", ", o), iss] if i else []), *([(", ", o), *year] if year else []), *([(", " + pw, o), pag] if p else [])],
        9: [vol, (", ", o), pag, (" ", o), *by],
        10: [*y, vol, (" ", o), pag],
        11: [vol, (" ", o), *by, (" ", o), pag],
        12: [(vw, o), vol, *([("(", o), iss, (")", o)] if i else []), *([(", " + pw, o), pag] if p else [])],
        13: [vol, *([("(", o), iss, (")", o)] if i else []), *([(", " + pw, o), pag] if p else [])],
        14: [vol, *([("/", o), iss] if i else []), (", ", o), *([*year, (", ", o)] if year else []), *([(pw, o), pag] if p else [])],
        15: [(vw, o), vol, *([(", ", o), (iw, o), iss] if i else []), *([(" ", o), *by] if by else []), *([(", " + pw, o), pag] if p else [])],
        16: [vol, (":", o), *([iss, (":", o)] if i else []), pag],
        17: [(vw, o), vol, *([(" " + iw, o), iss] if i else []), *([(": ", o), pag] if p else [])],
        18: [*year, *([(", ", o)] if year else []), vol, *([(" (", o), iss, (")", o)] if i else []), (", ", o), pag],
        19: [vol, *([("(", o), iss, (")", o)] if i else []), (", ", o), pag, *([(", ", o), *year] if year else [])],
        20: [vol, (", ", o), *([(iw, o), iss, (", ", o)] if i else []), pag, *([(" ", o), *by] if by else [])],
        21: [vol, (" ", o), *by, *([(" " + iw, o), iss] if i else []), *([(", " + pw, o), pag] if p else [])],
        22: [vol, *([("(", o), iss, (")", o)] if i else []), *([(". ", o), *year, (". ", o)] if year else []), *([(pw, o), pag] if p else [])],
        23: [(vw, o), vol, *([(". ", o), (iw, o), iss] if i else []), *([(". ", o), *year] if year else []), *([(". " + pw, o), pag] if p else [])],
    }  # fmt: skip
    if not v:
        tail = [(pw if style.random.random() < 0.7 else "", o), pag] if p else []
        inner = [(iw, o), iss, (", ", o)] if i and style.random.random() < 0.7 else []
        return (
            [*by, (", ", o), *inner, *tail]
            if by and style.numbers % 2
            else [*inner, *tail, *([(", ", o), *year] if year else [])]
        )
    pieces = forms[style.numbers]
    while (
        pieces
        and not p
        and (pieces[-1][0] == "" or pieces[-1] == (", ", o) or pieces[-1] == (":", o))
    ):
        pieces = pieces[:-1]
    return [piece for piece in pieces if piece[0]]


def imprinted(work: Work, style: Style, year: list[Piece]) -> list[Piece]:
    """Publisher and place, the year behind them."""
    town, house = (work.place, "place"), (work.publisher, "publisher")
    form = style.imprint
    behind = (
        [(style.random.choice((", ", ", ", " ")) if "y" not in form else " ", "o"), *year]
        if year
        else []
    )
    if not (work.place and work.publisher):
        one = town if work.place else house
        if not one[0]:
            return year
        return [("(", "o"), one, *behind, (")", "o")] if form[0] == "(" else [one, *behind]
    if form in ("p", "h", "(h)"):
        one = town if form == "p" else house
        return [("(", "o"), one, *behind, (")", "o")] if form[0] == "(" else [one, *behind]
    pieces: list[Piece] = []
    for c in form:
        pieces.append(town if c == "p" else house if c == "h" else (c, "o"))
        if c == ")" and behind:
            pieces[-1:-1] = behind
            behind = []
    return pieces + behind
