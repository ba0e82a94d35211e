"""Habits of a land or a house: German social science, Italian history, and open journals."""

from __future__ import annotations

from printing import EDS, Piece, Style, people, titled
from works import Maker, Work

OTHER = "o"


def german(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """`Roe, Ada/Poe, Ben (1999): Titel. In: Dal, Eva (Hg.): Band. Ort: Verlag, S. 4-9.`"""
    r = style.random
    style.form = (
        r.choice(("invfull", "invfull", "inverted", "inverted", "caps"))
        if number % 50 == 0 or not hasattr(style, "german")
        else style.form
    )
    style.german = True  # type: ignore[attr-defined]
    style.separator = ("/", "; ", " / ", ", ", "; ")[style.eds % 5]
    style.last = (2, 2, 2, 1, 1)[style.eds % 5]
    style.local = True
    language = "de" if work.language == "en" and style.conjunction % 2 else work.language
    hg = EDS["de"][style.editing % 3].split("|")[-1]
    year: list[Piece] = [(str(work.year), "date")]
    names: list[Piece]
    if work.sort == "edited":
        names = [
            (people(work.editors, style.form, style, language)[0], "editor"),
            (f" ({hg})", OTHER),
        ]
    elif work.body:
        names = [(work.body, "author")]
    else:
        names = [(people(work.authors, style.form, style, language)[0], "author")]
    k = style.numbers % 6
    begin: dict[int, list[Piece]] = {
        0: [*names, (" (", OTHER), *year, ("): ", OTHER)], 1: [*names, (" (", OTHER), *year, ("): ", OTHER)], 2: [*names, (" (", OTHER), *year, ("). ", OTHER)],
        3: [*names, (": ", OTHER)], 4: [*names, (", ", OTHER), *year, (": ", OTHER)], 5: [*names, (" ", OTHER), *year, (": ", OTHER)],
    }  # fmt: skip
    early = k != 3
    late = [] if early else [(", " if style.eds % 2 else " ", OTHER), *year]
    dot = (". ", ", ")[style.editing % 2]
    title: list[Piece] = [(work.title, "title"), (dot, OTHER)]
    if style.quote and work.sort in ("article", "chapter"):
        title = titled(work, style)
    into = ("In: ", "in: ", "In: ", "In ")[style.editing % 4]
    seiten = r.choice(("S. ", "S. ", "S.", "")) if r.random() < 0.3 else "S. "
    pages: list[Piece] = (
        [(seiten, OTHER), (work.pages.replace("-", style.dash), "pages")] if work.pages else []
    )
    body: list[Piece]
    if work.sort in ("article", "newspaper"):
        volume = (
            r.choice(
                (
                    [
                        (" ", OTHER),
                        (work.volume, "volume"),
                        *(
                            [(" (", OTHER), (work.issue, "issue"), (")", OTHER)]
                            if work.issue
                            else []
                        ),
                    ],
                    [
                        (", ", OTHER),
                        (work.volume, "volume"),
                        (". Jg.", OTHER),
                        *([(", H. ", OTHER), (work.issue, "issue")] if work.issue else []),
                    ],
                    [
                        (" ", OTHER),
                        (work.volume, "volume"),
                        *([(", ", OTHER), (work.issue, "issue")] if work.issue else []),
                    ],
                    [
                        (", Jg. ", OTHER),
                        (work.volume, "volume"),
                        *([(", Heft ", OTHER), (work.issue, "issue")] if work.issue else []),
                    ],
                    [
                        (" ", OTHER),
                        (work.volume, "volume"),
                        *([("/", OTHER), (work.issue, "issue")] if work.issue else []),
                    ],
                )
            )
            if work.volume
            else []
        )
        body = [
            (into, OTHER),
            (work.container, "container"),
            *volume,
            *(late and [(" (", OTHER), *year, (")", OTHER)]),
            *([(r.choice((", ", ": ")), OTHER), *pages] if pages else []),
        ]
    elif work.sort in ("chapter", "conference"):
        editors: list[Piece] = []
        if work.editors:
            words = r.choice((f" ({hg}): ", f" ({hg}), ", f", {hg}: "))
            editors = [
                (
                    people(
                        work.editors,
                        style.form if style.conjunction % 2 else "spoken",
                        style,
                        language,
                    )[0],
                    "editor",
                ),
                (words, OTHER),
            ]
        house = _house(work, style, late)
        body = [
            (into, OTHER),
            *editors,
            (work.container, "container"),
            *([(dot, OTHER), *house] if house else late),
            *([(", ", OTHER), *pages] if pages else []),
        ]
    elif work.sort == "thesis":
        body = [
            ("Dissertation" if style.eds % 2 else "Diss.", "genre"),
            (", ", OTHER),
            (work.publisher, "publisher"),
            *late,
        ]
    elif work.sort == "preprint":
        body = [("arXiv:", OTHER), (work.arxiv, "arxiv"), *late]
    elif work.sort in ("web", "manuscript", "report"):
        body = [
            *(
                [(work.status, "status")]
                if work.status
                else [(work.publisher, "publisher")]
                if work.publisher
                else []
            ),
            *late,
        ]
    else:
        edition: list[Piece] = (
            [(f"{work.edition}. Aufl.", "edition"), (r.choice((", ", " ")), OTHER)]
            if work.edition
            else []
        )
        body = [*edition, *(_house(work, style, late) or late)]
    link: list[Piece] = []
    if work.url:
        link = [
            (
                r.choice((". Online verfügbar unter: ", ", URL: ", ". Verfügbar unter ", ". In: ")),
                "note",
            ),
            (work.url, "url"),
            *(
                [
                    (r.choice((" [", " (")), OTHER),
                    (
                        f"{r.choice(('Zugriff am', 'Stand:', 'abgerufen am', 'letzter Zugriff:'))} {r.randint(1, 28)}.{r.randint(1, 12)}.{r.randint(2005, 2024)}",
                        "note",
                    ),
                    (")", OTHER),
                ]
                if r.random() < 0.6
                else []
            ),
        ]
    return [*begin[k], *title, *body, *link, (style.final, OTHER)]


def _house(work: Work, style: Style, late: list[Piece]) -> list[Piece]:
    place, house = (work.place, "place"), (work.publisher, "publisher")
    if work.place and work.publisher and style.eds != 3:
        pieces = [place, (": ", OTHER), house] if style.eds != 4 else [house, (", ", OTHER), place]
    else:
        pieces = [place] if work.place else [house] if work.publisher else []
    return [*pieces, *late] if pieces else []


def historian(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """`A. Roe, Titolo, Torino 1972`, `A. ROE, Titolo, in «Rivista», XIV, 1947, pp. 4-9`."""
    r = style.random
    style.form = ("spoken", "full", "short", "capsfull", "spoken")[style.eds % 5]
    style.separator, style.last = (
        (", ", " - ", ", ")[style.editing % 3],
        2 if style.editing % 3 else 1,
    )
    names: list[Piece] = (
        [(work.body, "author")]
        if work.body
        else [(people(work.authors, style.form, style, work.language)[0], "author")]
        if work.authors
        else [
            (people(work.editors, style.form, style, work.language)[0], "editor"),
            (" (a cura di)" if work.language == "it" else " (ed.)", OTHER),
        ]
    )
    quotes = ("", "", "«»", "“”", '""')[style.conjunction % 5]
    title: list[Piece] = [(quotes[:1], OTHER), (work.title, "title"), (quotes[1:], OTHER)]
    year: list[Piece] = [(str(work.year), "date")]
    head = [
        *names,
        ((", ", ", ", ": ", ". ", " ")[style.numbers % 5] if names else "", OTHER),
        *title,
        (", " if style.numbers % 7 else ". ", OTHER),
    ]
    v: list[Piece] = (
        [
            (", ", OTHER),
            (work.volume, "volume"),
            *(
                [(r.choice((", n. ", "/", ", ")), OTHER), (work.issue, "issue")]
                if work.issue
                else []
            ),
        ]
        if work.volume
        else []
    )
    pages: list[Piece] = (
        [(", " + style.page_words, OTHER), (work.pages.replace("-", style.dash), "pages")]
        if work.pages
        else []
    )
    if work.sort in ("article", "newspaper"):
        wrap = r.choice(("«»", "“”", "", ""))
        date = r.choice(([(" (", OTHER), *year, (")", OTHER)], [(", ", OTHER), *year]))
        return [
            *head,
            (r.choice(("in ", "in: ", "", "")), OTHER),
            (wrap[:1], OTHER),
            (work.container, "container"),
            (wrap[1:], OTHER),
            *v,
            *date,
            *pages,
            (style.final, OTHER),
        ]
    house: list[Piece] = []
    press = (r.choice(("", "", "", "Ed. ", "Edizioni ", "Tip. ")) + work.publisher, "publisher")
    if work.place and work.publisher and style.eds != 2:
        house = r.choice(
            (
                [
                    (work.place, "place"),
                    (", ", OTHER),
                    press,
                    (r.choice((", ", " ")), OTHER),
                    *year,
                ],
                [
                    press,
                    (", ", OTHER),
                    (work.place, "place"),
                    (r.choice((", ", " ")), OTHER),
                    *year,
                ],
                [(work.place, "place"), (", ", OTHER), press, (", ", OTHER), *year],
            )
        )
    elif work.place or work.publisher:
        house = [
            (work.place, "place") if work.place else press,
            (r.choice((" ", ", ")), OTHER),
            *year,
        ]
    else:
        house = year
    if work.sort in ("chapter", "conference"):
        editors: list[Piece] = (
            [
                (
                    r.choice((", a cura di ", ", ed. ", ", a c. di ", ", sous la direction de ")),
                    OTHER,
                ),
                (people(work.editors, "spoken", style, work.language)[0], "editor"),
            ]
            if work.editors
            else []
        )
        return [
            *head,
            (r.choice(("in ", "in: ", "dans ", "in ID., ")) if r.random() < 0.9 else "", OTHER),
            (work.container, "container"),
            *editors,
            (", ", OTHER),
            *house,
            *pages,
            (style.final, OTHER),
        ]
    return [*head, *house, (style.final, OTHER)]


def open_access(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """`Roe J, Poe B: Title. J Wind. 2019; 12(3): 4–9. 10.1000/182`, and what journals add."""
    r = style.random
    style.form, style.separator, style.last = "vancouver", ", ", (2, 2, 2, 1)[style.eds % 4]
    mark = (": ", ": ", ". ", " ", " (y) ")[style.numbers % 5]
    year: list[Piece] = [(str(work.year), "date")]
    persons = work.editors if work.sort == "edited" else work.authors
    names: list[Piece] = (
        [(work.body, "author")]
        if work.body
        else [
            (
                people(persons, "vancouver", style, "en")[0],
                "editor" if work.sort == "edited" else "author",
            )
        ]
    )
    if len(persons) > 5 and r.random() < 0.6:
        names.append((r.choice((", et al.", " et al.", ", et al")), "author"))
    early = "y" in mark
    head: list[Piece] = [
        *names,
        *([(" (", OTHER), *year, (") ", OTHER)] if early else [(mark, OTHER)]),
        (work.title, "title"),
        (". " if work.title[-1:] not in "?!." else " ", OTHER),
    ]
    pages: list[Piece] = (
        [(work.pages.replace("-", style.dash if len(style.dash) == 1 else "-"), "pages")]
        if work.pages
        else []
    )
    if work.sort in ("article", "newspaper"):
        v: list[Piece] = (
            [
                (work.volume, "volume"),
                *([("(", OTHER), (work.issue, "issue"), (")", OTHER)] if work.issue else []),
            ]
            if work.volume
            else []
        )
        gap = (";", "; ", ";")[style.editing % 3]
        colon = (":", ": ", ":")[style.conjunction % 3]
        body = [
            (work.container, "container"),
            (". " if r.random() < 0.7 else " ", OTHER),
            *([*year, (gap if v or pages else "", OTHER)] if not early else []),
            *v,
            *([(colon if v else " ", OTHER), *pages] if pages else []),
        ]
    elif work.sort in ("chapter", "conference"):
        editors: list[Piece] = (
            [
                (people(work.editors, "vancouver", style, "en")[0], "editor"),
                (r.choice((", editors. ", ", eds. ", ", editor. ", " (eds) ")), OTHER),
            ]
            if work.editors
            else []
        )
        house: list[Piece] = (
            [
                *([(work.place, "place"), (": ", OTHER)] if work.place else []),
                (work.publisher, "publisher"),
            ]
            if work.publisher
            else []
        )
        body = [
            (r.choice(("In: ", "In ")), OTHER),
            *editors,
            (work.container, "container"),
            (". ", OTHER),
            *house,
            *([((", ", "; ")[style.eds % 2] if house else "", OTHER), *year] if not early else []),
            *([(r.choice((": ", ". p. ", ". pp. ", ", ")), OTHER), *pages] if pages else []),
        ]
    else:
        house = (
            [
                *([(work.place, "place"), (": ", OTHER)] if work.place else []),
                (work.publisher, "publisher"),
            ]
            if work.publisher
            else []
        )
        body = [
            *house,
            *(
                [((", ", "; ", ". ")[style.eds % 3] if house else "", OTHER), *year]
                if not early
                else []
            ),
        ]
    tail: list[Piece] = [(r.choice((". ", " ")), OTHER)]
    if work.doi:
        tail += [
            (r.choice(("", "doi: ", "doi:", "https://doi.org/", "")), OTHER),
            (work.doi, "doi"),
            (r.choice(("", ".")), OTHER),
        ]
    if r.random() < 0.25:
        tail += [
            (" " + r.choice(("", "", "PMID: ", "PubMed: ")), OTHER),
            (str(r.randint(1000000, 39999999)), OTHER),
        ]
    if r.random() < 0.12:
        tail += [
            (
                " "
                + r.choice(
                    (
                        "PubMed Abstract | Publisher Full Text",
                        "Reference Source",
                        "PubMed Abstract|Publisher Full Text|Free Full Text",
                        "[PubMed]",
                        "CrossRef",
                        "[Google Scholar] [CrossRef]",
                        "Google Scholar",
                    )
                ),
                OTHER,
            )
        ]
    if work.url:
        tail += [
            (r.choice(("", "Available from: ", "Reference Source ")), OTHER),
            (work.url, "url"),
        ]
    return [*head, *body, *tail]
