"""Other ways to print a work than a list of references does: lawyers' footnotes, physicists' short
forms, the publications of a CV, and biblatex's own styles.
"""

from __future__ import annotations

from lands import german, historian, open_access
from latex import bibtex, latex
from printing import Piece, Style, people, titled
from references import details, link, named, reference
from works import Maker, Work

COURTS = (
    "AC",
    "A.C.",
    "All ER",
    "All E.R.",
    "QB",
    "WLR",
    "W.L.R.",
    "U.S.",
    "F.2d",
    "F. Supp.",
    "S. Ct.",
    "C.L.R.",
    "CLR",
    "A.L.R.",
    "N.E.2d",
    "Ch",
    "Fam",
    "ECR",
    "BGHZ",
    "NJW",
    "SCR",
)
PARTIES = (
    "R",
    "R.",
    "Re",
    "State",
    "Commissioner of Taxation",
    "United States",
    "Secretary of State",
    "Attorney-General",
    "Regina",
    "People",
    "Commission",
    "Council",
    "Bank",
)
TRACKS = (
    "Demo",
    "Poster",
    "Short paper",
    "Extended Abstracts",
    "Late-Breaking Work",
    "Workshop",
    "Oral presentation",
    "Spotlight",
    "Industry Track",
    "Posters",
)
HONOURS = (
    "Best Paper Award",
    "Best Paper Honorable Mention",
    "Honorable Mention Award",
    "Oral",
    "Spotlight",
    "Top 5% of submissions",
    "Acceptance rate: 24%",
    "Best Student Paper",
    "Outstanding Paper Award",
    "Nominated for Best Paper",
)


def law(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """`A. Roe, 'Title' (1994) 16 Law Rev. 12, 14`, `Title (2nd ed., 1993) 12`, cases and acts."""
    r, o = style.random, "o"
    year: list[Piece] = [(str(work.year), "date")]
    k = r.random()
    start: list[Piece] = [
        (r.choice(("", "", "", "See ", "See also ", "id., ", f"{number} ", "cf. ")), o)
    ]
    if k < 0.07:
        return [*start, *_case(work, style, maker)]
    if k < 0.11:
        place = r.choice(("U.K.", "Cth", "N.S.W.", "Vic.", "UK", "NSW", "Qld", "Can", "NZ"))
        name = maker.topic("en", 1, 4) + r.choice(
            (
                " Act",
                " Act",
                " Amendment Act",
                " (Amendment) Act",
                " Regulations",
                " Order",
                f" ({maker.topic('en', 1, 2)}) Act",
                f" ({maker.topic('en', 1, 2)}) Amendment Act",
                f" ({maker.topic('en', 1, 2)})",
            )
        )
        return [
            *start,
            (name, "title"),
            (" ", o),
            *year,
            *([(" (", o), (place, "place"), (")", o)] if r.random() < 0.6 else []),
            (r.choice(("", ".", f" s {number}", f", s. {number}(2).")), o),
        ]
    style.form = r.choice(("spoken", "spoken", "full", "full", "capsfull"))
    names = named(work, style)
    pages = work.pages.split("-")[0]
    pin = (
        [(r.choice((", ", ", at ", " at ", ", ")) + str(r.randint(1, 400)), o)]
        if r.random() < 0.35
        else []
    )
    lead: list[Piece] = [*start, *names, (r.choice((", ", ", ", " , ", " ")) if names else "", o)]
    if work.sort == "article" and work.volume and pages:
        quotes = r.choice(("‘’", "‘’", "“”", "''", ""))
        half = len(quotes) // 2
        title: list[Piece] = [(quotes[:half], o), (work.title, "title"), (quotes[half:], o)]
        vol, venue, page = (work.volume, "volume"), (work.container, "container"), (pages, "pages")
        if r.random() < 0.6:
            issue: list[Piece] = (
                [("(", o), (work.issue, "issue"), (")", o)]
                if work.issue and r.random() < 0.3
                else []
            )
            return [
                *lead,
                *title,
                (" (", o),
                *year,
                (") ", o),
                vol,
                *issue,
                (" ", o),
                venue,
                (r.choice((" ", ", ")), o),
                page,
                *pin,
                (style.final, o),
            ]
        return [
            *lead,
            *title,
            (", ", o),
            vol,
            (" ", o),
            venue,
            (" ", o),
            page,
            *pin,
            (" (", o),
            *year,
            (")", o),
            (style.final, o),
        ]
    if work.sort == "chapter" and work.editors:
        editors, _ = people(work.editors, "spoken", style, "en")
        quotes = r.choice(("‘’", "“”", "''"))
        head: list[Piece] = [
            *lead,
            (quotes[0], o),
            (work.title, "title"),
            (quotes[1] + r.choice((" in ", ", in ")), o),
        ]
        inside: list[Piece] = (
            [
                (work.container, "container"),
                (r.choice((", ed. ", ", eds. ", ", edited by ")), o),
                (editors, "editor"),
            ]
            if r.random() < 0.5
            else [
                (editors, "editor"),
                (r.choice((" (ed.), ", " (eds), ", " (ed), ")), o),
                (work.container, "container"),
            ]
        )
        house: list[Piece] = (
            [(work.publisher, "publisher"), (r.choice((", ", " ")), o)]
            if r.random() < 0.4 and work.publisher
            else []
        )
        return [
            *head,
            *inside,
            (" (", o),
            *house,
            *year,
            (")", o),
            *([(" ", o), (pages, "pages")] if pages else []),
            *pin,
            (style.final, o),
        ]
    edition: list[Piece] = (
        [
            (
                r.choice((f"{work.edition}th ed.", f"{work.edition}th edn", "2nd ed.", "3rd edn")),
                "edition",
            ),
            (r.choice((", ", " ")), o),
        ]
        if work.edition or r.random() < 0.15
        else []
    )
    house = (
        [(work.publisher, "publisher"), (r.choice((", ", " ")), o)]
        if r.random() < 0.35 and work.publisher
        else []
    )
    there = r.choice((str(number), str(r.randint(3, 400)), f"{number}-{number + 9}"))
    tail: list[Piece] = (
        r.choice(
            (
                [(" ", o), (there, "pages")],
                [(", ", o), (there, o)],
                [(r.choice((" at ", ", especially ", ", ch. ", ", at ")), o), (there, o)],
            )
        )
        if r.random() < 0.5
        else []
    )
    if r.random() < 0.06:
        edition = [
            (r.choice(("trans. ", "tr. ", "transl. by ")), o),
            (people([maker.person()], "spoken", style, "en")[0], "translator"),
            (", ", o),
            *edition,
        ]
    return [
        *lead,
        (work.title, "title"),
        (" (", o),
        *edition,
        *house,
        *year,
        (")", o),
        *tail,
        (style.final, o),
    ]


def _case(work: Work, style: Style, maker: Maker) -> list[Piece]:
    r, o = style.random, "o"
    one = r.choice(PARTIES) if r.random() < 0.5 else maker.person().family
    title = f"{one} {r.choice(('v', 'v.', 'v.', 'vs.'))} {maker.person().family if r.random() < 0.6 else r.choice(PARTIES)}"
    if r.random() < 0.15:
        title = f"R. v. {maker.person().family}"
    if r.random() < 0.1:
        return [
            (title, "title"),
            (", ", o),
            (
                r.choice(
                    (
                        "Supreme Court of ",
                        "High Court of ",
                        "Court of Appeal of ",
                        "Family Court of ",
                    )
                )
                + r.choice(("Victoria", "Ireland", "Canada", "Ohio", "Queensland")),
                o,
            ),
            (", ", o),
            (f"{r.randint(1, 28)} May {work.year}", "date"),
        ]
    court = (r.choice(COURTS), "container")
    year = (str(work.year), "date")
    vol, page = (str(r.randint(1, 400)), "volume"), (str(r.randint(1, 1200)), "pages")
    k = r.randrange(4)
    if k == 0:
        return [
            (title, "title"),
            (" [", o),
            year,
            ("] ", o),
            *([(str(r.randint(1, 4)), "volume"), (" ", o)] if r.random() < 0.7 else []),
            court,
            (" ", o),
            page,
            (r.choice(("", ".", f", {r.randint(1, 900)}", f" at {r.randint(1, 900)}")), o),
        ]
    if k == 1:
        return [
            (title, "title"),
            (r.choice((", ", " ")), o),
            vol,
            (" ", o),
            court,
            (" ", o),
            page,
            (" (", o),
            year,
            (")", o),
            (style.final, o),
        ]
    return [
        (title, "title"),
        (" (", o),
        year,
        (") ", o),
        vol,
        (" ", o),
        court,
        (" ", o),
        page,
        (style.final, o),
    ]


def physics(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """`A. Roe and B. Poe, Phys. Rev. D 54, 123 (1999)`: no title at all."""
    r, o = style.random, "o"
    if work.sort not in ("article", "preprint") or r.random() < 0.25:
        return reference(work, style, maker, number)
    style.form = r.choice(("spoken", "spoken", "short", "vancouver", "inverted"))
    style.numbers = r.choice((9, 9, 11, 10, 0, 19, 20, 18))
    year: list[Piece] = [(str(work.year), "date")]
    names = named(work, style)
    return [
        (style.label.replace("{}", str(number)).replace("{a}", "XY"), o),
        *names,
        (r.choice((", ", ", ", ". ", " ")) if names else "", o),
        *details(work, style, year),
        *link(work, style),
        (r.choice(("", ".", ";")), o),
    ]


def cv(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """Blocks of lines and one-line entries as CVs print them: the title first, as often as not."""
    r, o = style.random, "o"
    line = r.choice(("\n", "\n", ". ", ", ", " "))
    style.form = style.form if style.form != "family" else "full"
    order = style.numbers % 5
    names, title = named(work, style), titled(work, style)
    year = style.dated(work)
    if order in (0, 1):
        title = [(work.title, "title"), (r.choice(("", ".")), o)]
    rest = details(work, style, year if order != 3 else [])
    if work.sort in ("conference", "article") and r.random() < 0.15:
        rest = [
            *rest,
            (r.choice((", ", " (", ". ")), o),
            (r.choice(TRACKS), "track"),
            (r.choice(("", ")")), o),
        ]
    if r.random() < 0.12:
        rest = [
            *rest,
            (r.choice((". ", " (", ", ", "\n")), o),
            (r.choice(HONOURS), "note"),
            (r.choice(("", ")")), o),
        ]
    if r.random() < 0.15:
        rest = [
            *rest,
            (
                r.choice((" ", "\n"))
                + r.choice(
                    (
                        "[pdf]",
                        "[PDF] [code]",
                        "pdf / video",
                        "Link",
                        "[link] [bib]",
                        "(pdf)",
                        "Paper Code",
                    )
                ),
                o,
            ),
        ]
    label = (style.label.replace("{}", str(number)).replace("{a}", "C1"), o)
    if order == 0:
        return [label, *title, (line, o), *names, (line, o), *rest]
    if order == 1:
        return [label, *title, (line, o), *rest, (line, o), *names]
    if order == 2:
        return [
            label,
            *names,
            ("\n" if line == "\n" else style.stop, o),
            *title,
            (line if line == "\n" else "", o),
            *rest,
        ]
    if order == 3:
        return [
            label,
            (r.choice(("", "(")), o),
            *year,
            (r.choice((" ", ". ", "\n", ": ", ") ")), o),
            *names,
            (style.stop, o),
            *title,
            *rest,
        ]
    return [
        label,
        *title,
        (r.choice(("with ", "(with ", "")) if r.random() < 0.3 else "", o),
        *names,
        (r.choice((". ", ", ", ") ")), o),
        *rest,
    ]


BIBLATEX = (
    {"form": "full", "separator": ", ", "last": 1, "conjunction": 0, "date": "late", "stop": ". ", "quote": "“”", "inside": True, "end": ". ", "into": "In: ", "numbers": 6, "imprint": "p: h", "editing": 7, "joint": ". ", "final": ".", "link": 1, "local": False, "page_words": "pp. ", "volume_words": "Vol. ", "dash": "–"},
    {"form": "first", "separator": ", ", "last": 1, "conjunction": 0, "date": "(y)", "stop": ". ", "quote": "“”", "inside": True, "end": ". ", "into": "In: ", "numbers": 6, "imprint": "p: h", "editing": 7, "joint": ". ", "final": ".", "link": 1, "page_words": "pp. ", "volume_words": "Vol. ", "dash": "–"},
    {"form": "inverted", "separator": ", ", "last": 0, "conjunction": 2, "date": "(y)", "stop": ". ", "quote": "", "end": ". ", "into": "In ", "numbers": 0, "imprint": "h", "editing": 0, "joint": ". ", "final": ".", "link": 2, "page_words": "pp. "},
    {"form": "spoken", "separator": ", ", "last": 0, "conjunction": 0, "date": "late", "stop": ", ", "quote": "“”", "inside": True, "end": ", ", "into": "in ", "numbers": 2, "imprint": "p: h", "editing": 5, "joint": ", ", "final": ".", "link": 1, "page_words": "pp. ", "volume_words": "vol. ", "issue_words": "no. "},
    {"form": "first", "separator": ", ", "last": 0, "conjunction": 0, "date": "late", "stop": ". ", "quote": "“”", "inside": True, "end": ". ", "into": "In ", "numbers": 4, "imprint": "p: h", "editing": 2, "joint": ". ", "final": ".", "link": 2},
    {"form": "first", "separator": ", ", "last": 0, "conjunction": 0, "date": "late", "stop": ". ", "quote": "“”", "inside": True, "end": ". ", "into": "", "numbers": 2, "imprint": "h", "editing": 2, "joint": ", ", "final": ".", "link": 2, "page_words": "pp. ", "volume_words": "vol. ", "issue_words": "no. "},
    {"form": "inverted", "separator": ", ", "last": 1, "conjunction": 2, "date": "late", "stop": ". ", "quote": "", "end": ". ", "into": "in ", "numbers": 9, "imprint": "(h, p)", "editing": 5, "joint": ", ", "final": ".", "link": 2},
    {"form": "spoken", "separator": ", ", "last": 0, "conjunction": 0, "date": "late", "stop": ", ", "quote": "", "end": ", ", "into": "in ", "numbers": 9, "imprint": "(h, p)", "editing": 5, "joint": ", ", "final": ".", "link": 2},
    {"form": "spoken", "separator": ", ", "last": 1, "conjunction": 0, "date": "late", "stop": ", ", "quote": "", "end": ", ", "into": "", "numbers": 9, "imprint": "(h, p)", "editing": 5, "joint": ", ", "final": ".", "link": 1},
    {"form": "spoken", "separator": ", ", "last": 0, "conjunction": 0, "date": "y", "stop": ". ", "quote": "", "end": ". ", "into": "In ", "numbers": 4, "imprint": "h, p", "editing": 5, "joint": ", ", "final": ".", "link": 2},
    {"form": "full", "separator": ", ", "last": 1, "conjunction": 0, "date": "late", "stop": ". ", "quote": "“”", "inside": True, "end": ". ", "into": "In: ", "numbers": 5, "imprint": "p: h", "editing": 7, "joint": ". ", "final": ".", "link": 10, "page_words": "pp. ", "volume_words": "Vol. ", "dash": "–"},
    {"form": "inverted", "separator": ", ", "last": 2, "date": "late", "stop": " ", "quote": "", "end": " // ", "into": "", "numbers": 23, "imprint": "p: h", "editing": 5, "joint": ". — ", "final": ".", "link": 2, "page_words": "P. ", "volume_words": "Vol. ", "issue_words": "no. "},
    {"form": "inverted", "separator": "; ", "last": 2, "date": "late", "stop": " ", "quote": "", "end": ". ", "into": "In ", "numbers": 18, "imprint": "h: p", "editing": 5, "joint": "; ", "final": ".", "link": 2},
    {"form": "vancouver", "separator": ", ", "last": 2, "date": "late", "stop": ". ", "quote": "", "end": ". ", "into": "In: ", "numbers": 3, "imprint": "p: h", "editing": 3, "joint": ". ", "final": ".", "link": 0, "page_words": "p. "},
)  # fmt: skip


def biblatex(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """The styles that come with LaTeX, and those of the great societies."""
    for key, value in BIBLATEX[
        (style.numbers * 7 + style.conjunction + style.eds) % len(BIBLATEX)
    ].items():
        if style.random.random() < 0.95:
            setattr(style, key, value)
    return reference(work, style, maker, number)


def _general(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    return reference(work, style, maker, number)


KINDS = (
    *[_general] * 9, *[biblatex] * 3, *[latex] * 3, *[bibtex] * 3, *[german] * 3, *[historian] * 2, *[open_access] * 2,
    *[law] * 4, *[physics] * 2, *[cv] * 6,
)  # fmt: skip
