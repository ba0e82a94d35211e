"""A reference as the lists at the end of papers print it: names, title, what stands behind it, links."""

from __future__ import annotations

from printing import EDS, MONTHS, Piece, Style, imprinted, numbered, people, titled
from works import Maker, Work

THESES = {
    "en": ("PhD thesis", "Ph.D. thesis", "Ph.D. dissertation", "Doctoral dissertation", "Master's thesis", "M.Sc. thesis", "Unpublished doctoral dissertation", "Diss.", "MSc thesis", "PhD diss."),
    "de": ("Dissertation", "Diss.", "Diplomarbeit", "Habilitationsschrift", "Magisterarbeit", "Masterarbeit", "phil. Diss.", "Unveröffentlichte Dissertation"),
    "fr": ("Thèse de doctorat", "thèse", "Mémoire de maîtrise"), "es": ("Tesis doctoral", "Tesis"), "it": ("Tesi di dottorato", "Tesi di laurea"), "nl": ("Proefschrift",),
}  # fmt: skip
REPORTS = (
    "Technical Report",
    "Tech. Rep.",
    "Working Paper",
    "Discussion Paper",
    "Technical report",
    "Research Report",
    "Arbeitspapier",
    "Diskussionspapier",
    "Memo",
    "Report",
    "NBER Working Paper",
    "Policy Brief",
)
NOTES = (
    "Best paper award",
    "Accessed {d}",
    "Retrieved {d}",
    "last accessed {d}",
    "(visited on {d})",
    "[Accessed {d}]",
    "Zugriff: {d}",
    "abgerufen am {d}",
    "Stand: {d}",
    "Reprinted",
    "(in German)",
    "Cited {n} times",
    "Acceptance rate: {n}%",
    "({n} citations)",
    "Zugegriffen: {d}",
    "consulté le {d}",
    "Epub {d}",
    "Original work published {n}",
    "with a foreword by the author",
)


def named(work: Work, style: Style) -> list[Piece]:
    if work.body:
        return [(work.body, "author")]
    if not work.authors:
        return []
    names, cut_short = people(work.authors, style.form, style, work.language)
    return [(names, "author"), *([(style.etal, "author")] if cut_short else [])]


def _edited(work: Work, style: Style, form: str | None = None) -> tuple[list[Piece], str, str]:
    """The editors' names, and the words for one or more of them, in brackets and without."""
    form = form or {
        "invfull": "first",
        "inverted": style.random.choice(("spoken", "inverted")),
    }.get(style.form, style.form)
    names, _ = people(work.editors, form, style, work.language)
    words = EDS[work.language if style.local else "en"]
    one, many = words[style.eds % len(words)].split("|")
    return [(names, "editor")], (many if len(work.editors) > 1 else one), names


def _container(work: Work, style: Style) -> list[Piece]:
    """`In A. Roe (Ed.), The Book`, `The Book, edited by A. Roe`, and the like."""
    venue: list[Piece] = [(work.container, "container")]
    if work.acronym:
        venue = [(f"{work.container} ({work.acronym})", "container")]
    into = style.into or ("In " if work.sort == "chapter" else "")
    if work.sort not in ("chapter", "conference"):
        into = "in: " if style.into == "in: " else ""
    if work.sort == "chapter" and "resent" in into:
        into = "In "
    if not work.editors:
        return [(into, "o"), *venue]
    names, word, _ = _edited(work, style)
    edition: list[Piece] = []
    by = {
        "en": "edited by ",
        "de": "hrsg. von ",
        "fr": "sous la dir. de ",
        "es": "editado por ",
        "it": "a cura di ",
        "nl": "onder redactie van ",
    }[work.language]
    return {
        0: [(into, "o"), *names, (f" ({word}), ", "o"), *venue],
        1: [(into, "o"), *names, (f" ({word}): ", "o"), *venue],
        2: [(into, "o"), *venue, (", " + by, "o"), *names],
        3: [(into, "o"), *names, (f", {word}, ", "o"), *venue],
        4: [
            (into, "o"),
            *venue,
            (", ed. by " if work.language == "en" else ", " + by, "o"),
            *names,
        ],
        5: [(into, "o"), *venue, (", ", "o"), *names, (f" ({word})", "o")],
        6: [(into, "o"), *names, (": " if work.language != "en" else ", ", "o"), *venue],
        7: [
            (into, "o"),
            *venue,
            (". Ed. by " if work.language == "en" else ". " + by.capitalize(), "o"),
            *names,
        ],
        8: [(into, "o"), *names, (f" {word} ", "o"), *venue],
    }[style.editing] + edition


def link(work: Work, style: Style) -> list[Piece]:
    """Identifiers and addresses, as a citation ends with them."""
    r = style.random
    pieces: list[Piece] = []
    if work.arxiv and work.sort != "preprint":
        pieces += [(". arXiv:", "o"), (work.arxiv, "arxiv")]
    if work.doi:
        lead = (
            ". doi:",
            ". doi: ",
            ". https://doi.org/",
            ", DOI: ",
            ". DOI ",
            ". http://dx.doi.org/",
            " doi:",
            ". doi:",
            ". https://doi.org/",
            ". Available from: https://doi.org/",
            ", https://doi.org/",
        )[style.link]
        if "http" in lead:
            head, tail = lead.split("http")
            pieces += [
                (head, "note" if "Avail" in head else "o"),
                ("http" + tail + work.doi, "doi"),
            ]
        else:
            pieces += [(lead, "o"), (work.doi, "doi")]
    if work.url:
        lead = (
            ". Retrieved from ",
            ". Available at: ",
            ". URL: ",
            ". ",
            ", ",
            ". <",
            ". [online] Available: ",
            ". Verfügbar unter: ",
            ". Online: ",
            " (",
            ". url: ",
        )[style.link]
        pieces += [
            (lead, "note" if "R" in lead or "Av" in lead or "Ver" in lead else "o"),
            (work.url, "url"),
            ({"<": ">", "(": ")"}.get(lead.strip()[-1:], ""), "o"),
        ]
    if work.isbn:
        pieces += [(r.choice((". ISBN ", ". ISBN: ", ". isbn: ")), "o"), (work.isbn, "isbn")]
    if (work.url and r.random() < 0.5) or r.random() < 0.05:
        day = r.choice(
            (
                f"{r.randint(1, 28)} {r.choice(MONTHS['en'])} {r.randint(2005, 2024)}",
                f"{r.randint(1, 28):02d}.{r.randint(1, 12):02d}.{r.randint(2005, 2024)}",
                f"{r.randint(1, 12):02d}/{r.randint(1, 28):02d}/{r.randint(2005, 2024)}",
            )
        )
        pieces += [
            (r.choice((". ", " ", ", ")), "o"),
            (r.choice(NOTES).replace("{d}", day).replace("{n}", str(r.randint(2, 400))), "note"),
        ]
    if r.random() < 0.03:
        pieces += [
            (r.choice((". PMID: ", ". ", " PubMed: ", ". pmid:")), "o"),
            (str(r.randint(1000000, 39999999)), "o"),
        ]
    return pieces


def details(work: Work, style: Style, year: list[Piece]) -> list[Piece]:
    """What stands behind the title."""
    r, o = style.random, "o"
    if work.sort in ("article", "newspaper"):
        if work.status:
            return [
                *_container(work, style),
                (style.random.choice((", ", " (", ". ")), o),
                (work.status, "status"),
                *([(", ", o), *year] if year else []),
            ]
        gap = (
            r.choice((", ", " ", ". "))
            if style.numbers in (2, 9, 12, 14, 15, 3, 17, 22)
            else ", "
            if style.numbers in (0, 8, 13, 18, 19, 20, 21, 23)
            else " "
        )
        return [*_container(work, style), (gap, o), *numbered(work, style, year)]
    if work.sort == "preprint":
        lead = r.choice(
            (
                [("arXiv preprint", "container"), (" arXiv:", o)],
                [("arXiv", "container"), (":", o)],
                [("arXiv:", o)],
                [("ArXiv e-prints", "container"), (", ", o)],
                [("CoRR", "container"), (", abs/", o)],
                [("arXiv preprint", "container"), (", ", o)],
            )
        )
        return [
            *lead,
            (work.arxiv, "arxiv"),
            *([(r.choice((", ", " (")), o), *year] if year else []),
        ]
    if work.sort == "thesis":
        word = r.choice(THESES[work.language])
        school: list[Piece] = [
            (work.publisher, "publisher"),
            *([(", ", o), (work.place, "place")] if work.place else []),
        ]
        lead = r.choice(
            (
                [(word, "genre"), (", ", o)],
                [("(", o), (word, "genre"), ("). ", o)],
                [(word, "genre"), (". ", o)],
                [("[", o), (word, "genre"), ("]. ", o)],
            )
        )
        return [*lead, *school, *([(", ", o), *year] if year else [])]
    if work.sort == "report":
        word = r.choice(REPORTS)
        number: list[Piece] = (
            [(r.choice((" ", " No. ", " no. ", " #", " Nr. ")), o), (work.issue, o)]
            if work.issue
            else []
        )
        return [(word, "genre"), *number, (style.joint, o), *imprinted(work, style, year)]
    if work.sort == "web":
        return [
            *([(work.container, "container"), (style.joint, o)] if work.container else []),
            *year,
        ]
    if work.sort == "manuscript":
        return [
            (r.choice(("", "(")), o),
            (work.status, "status"),
            *([(", ", o), (work.publisher, "publisher")] if work.publisher else []),
            *([(", ", o), *year] if year else []),
        ]
    if work.sort in ("book", "edited"):
        return _book(work, style, year)
    return _part(work, style, year)


def _book(work: Work, style: Style, year: list[Piece]) -> list[Piece]:
    r, o = style.random, "o"
    pieces: list[Piece] = []
    if work.edition:
        n = {"1": "st", "2": "nd", "3": "rd"}.get(work.edition, "th")
        local = {
            "de": (
                f"{work.edition}. Auflage",
                f"{work.edition}. Aufl.",
                f"{work.edition}., überarbeitete Auflage",
            ),
            "fr": (f"{work.edition}e éd.",),
        }.get(
            work.language,
            (
                f"{work.edition}{n} ed.",
                f"{work.edition}{n} edn",
                f"{work.edition}{n} edition",
                "Rev. ed.",
                "Second edition",
            ),
        )
        word = r.choice(local)
        pieces += r.choice(
            (
                [("(", o), (word, "edition"), (")", o), (". ", o)],
                [(word, "edition"), (style.joint, o)],
            )
        )
    if work.volume:
        pieces += [(style.volume_words, o), (work.volume, "volume"), (style.joint, o)]
    if work.series and r.random() < 0.6:
        pieces += [
            ("(", o),
            (work.series, "series"),
            *(
                [(r.choice((", ", " ", ", Bd. ")), o), (str(r.randint(1, 300)), o)]
                if r.random() < 0.5
                else []
            ),
            (")", o),
            (style.joint, o),
        ]
        return pieces + imprinted(work, style, year)
    pieces += imprinted(work, style, year)
    if work.series:
        pieces += [(r.choice((" (", ". ")), o), (work.series, "series")]
    if work.pages:
        pieces += [
            (r.choice((", ", ". ")) + style.page_words, o),
            (work.pages.replace("-", style.dash), "pages"),
        ]
    elif r.random() < 0.05:
        pieces += [
            (r.choice((". ", ", ")), o),
            (f"{r.randint(90, 900)} {r.choice(('p', 'pp', 'S', 'Seiten', 'pages'))}", o),
        ]
    return pieces


def _part(work: Work, style: Style, year: list[Piece]) -> list[Piece]:
    """A chapter or a paper in proceedings: pages before or behind the imprint."""
    r, o = style.random, "o"
    pages: list[Piece] = (
        [(style.page_words, o), (work.pages.replace("-", style.dash), "pages")]
        if work.pages
        else []
    )
    volume: list[Piece] = [(style.volume_words, o), (work.volume, "volume")] if work.volume else []
    series: list[Piece] = [(work.series, "series")] if work.series else []
    if work.series and work.volume and r.random() < 0.6:
        volume, series = (
            [],
            [
                (work.series, "series"),
                (r.choice((" ", ", vol. ", ", Vol. ", " Vol. ")), o),
                (work.volume, "volume"),
            ],
        )
    imprint = imprinted(work, style, year)
    head = _container(work, style)
    k = style.numbers % 6
    if k == 0 and (pages or volume):
        inner = [*volume, *([(", ", o)] if volume and pages else []), *pages]
        return [
            *head,
            (" (", o),
            *inner,
            ("). ", o),
            *([*series, (". ", o)] if series else []),
            *imprint,
        ]
    order = {
        1: [volume, series, imprint, pages],
        2: [volume, series, pages, imprint],
        3: [series, volume, pages, imprint],
        4: [volume, imprint, series, pages],
        5: [volume, pages, imprint, series],
        0: [imprint],
    }[k]
    if k in (1, 4) and pages and r.random() < 0.4 and year and imprint:
        order = [[(": ", o), *pages[1:]] if part is pages else part for part in order]
    pieces = head
    for part in order:
        if part:
            pieces = [*pieces, (style.joint if part[0][0] != ": " else "", o), *part]
    return pieces


def reference(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """A reference as lists at the end of papers print it."""
    o, r = "o", style.random
    pieces: list[Piece] = [
        (
            style.label.replace("{}", str(number)).replace(
                "{a}", maker.acronym()[:3] + str(work.year)[2:]
            ),
            o,
        )
    ]
    names = named(work, style)
    if work.sort == "edited":
        editors, word, _ = _edited(work, style, style.form)
        names = [*editors, (r.choice((f" ({word})", f", {word}", f" [{word}]")), o)]
    behind = r.random() < 0.85
    early = style.date in ("(y)", "y")
    year = [] if early else style.dated(work)
    if r.random() < 0.04:
        year = [("n.d." if work.language == "en" else "o.J.", "date")] if not early else year
    pieces += names
    if early:
        letter = r.choice(("", "", "", "", "", "a", "b"))
        first = style.dated(work, behind and work.sort in ("newspaper", "web"))
        first = [
            (
                first[0][0]
                + (letter if first[0][0][-1:].isdigit() and len(first[0][0]) == 4 else ""),
                "date",
            )
        ]
        if work.status in ("in press", "forthcoming") and r.random() < 0.5:
            first, work.status = [(work.status, "status")], ""
        if names and style.date == "(y)":
            pieces += [
                (r.choice((" ", " ", ", ")) + "(", o),
                *first,
                (
                    r.choice((style.stop.strip() or ".",)).join((")", " "))
                    if r.random() < 0.85
                    else ") ",
                    o,
                ),
            ]
        else:
            pieces += [
                ((style.stop if names else ""), o),
                *first,
                (r.choice((style.stop, ". ")), o),
            ]
    elif names:
        pieces.append((style.stop, o))
    pieces += titled(work, style)
    if (
        style.date == "behind"
        and not early
        and r.random() < 0.5
        and work.sort in ("web", "newspaper", "report")
    ):
        pieces += [("(", o), *year, ("). ", o)]
        year = []
    pieces += details(work, style, year)
    return [*pieces, *link(work, style), (style.final, o)]
