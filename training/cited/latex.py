"""What LaTeX prints: the standard styles of biblatex, and those of BibTeX (plain, abbrv, alpha)."""

from __future__ import annotations

from random import Random

from printing import MONTHS, Piece, Style, people
from works import Maker, Work

OTHER = "o"


def _names(work: Work, style: Style, form: str) -> list[Piece]:
    if work.body:
        return [(work.body, "author")]
    return [(people(work.authors, form, style, "en")[0], "author")] if work.authors else []


def _date(work: Work, style: Style, month: bool) -> list[Piece]:
    if month and work.month:
        name = MONTHS["en"][work.month - 1]
        return [
            (
                f"{name[:3] + '.' if style.month in ('short', 'dot') and len(name) > 4 else name} {work.year}",
                "date",
            )
        ]
    return [(str(work.year), "date")]


def latex(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """`Ada Roe. “Title”. In: Journal 12.3 (2010), pp. 4–9. doi: 10.…`, and its sisters."""
    kind = style.numbers % 4  # numeric, alphabetic; authoryear; verbose; authortitle
    early, joint = kind == 1, ", " if kind == 2 else ". "
    form = "first" if kind in (1, 3) else "full" if style.conjunction % 2 else "spoken"
    style.separator, style.last, style.conjunction, style.local = ", ", 1 - style.eds % 2, 0, False
    quotes = "“”" if style.eds < 4 else '""' if style.eds == 4 else "‘’"
    names = _names(work, style, form)
    label = ("", f"[{number}] ", f"[{maker.acronym()[:3].capitalize()}{work.year % 100:02d}] ", "")[
        style.editing % 4
    ]
    inside = style.eds % 2
    late = [] if early else _date(work, style, month=True)
    pages: list[Piece] = (
        [("pp. " if "-" in work.pages else "p. ", OTHER), (work.pages.replace("-", "–"), "pages")]
        if work.pages
        else []
    )
    into = ("in: " if kind == 2 else "In: ", OTHER)
    if work.sort == "edited":
        names = [
            (people(work.editors, form, style, "en")[0], "editor"),
            (", ed." if len(work.editors) == 1 else ", eds.", OTHER),
        ]
    head: list[Piece] = [(label, OTHER), *names]
    if early:
        head += [(" (", OTHER), *_date(work, style, month=False), (")", OTHER)]
    head.append((joint, OTHER))
    sign = joint.strip()
    if work.sort in ("book", "edited", "web", "preprint", "report", "manuscript"):
        head += [(work.title, "title"), (joint, OTHER)]
    else:
        head += [
            (quotes[0], OTHER),
            (work.title, "title"),
            ((f"{sign}{quotes[1]} " if inside else f"{quotes[1]}{joint}"), OTHER),
        ]
    return [*head, *_rest(work, style, late, pages, into, joint), *_tail(work, style, joint)]


def _rest(
    work: Work, style: Style, late: list[Piece], pages: list[Piece], into: Piece, joint: str
) -> list[Piece]:
    r = style.random
    house: list[Piece] = [
        *([(work.place, "place"), (": ", OTHER)] if work.place and work.publisher else []),
        *(
            [(work.publisher, "publisher")]
            if work.publisher
            else [(work.place, "place")]
            if work.place
            else []
        ),
    ]
    imprint = [*house, *([(", " if house else "", OTHER), *late] if late else [])]
    if work.sort in ("article", "newspaper"):
        number: list[Piece] = (
            [
                (" ", OTHER),
                (work.volume, "volume"),
                *([(".", OTHER), (work.issue, "issue")] if work.issue else []),
            ]
            if work.volume
            else []
        )
        year = [(" (", OTHER), *late, (")", OTHER)] if late else []
        return [
            into,
            (work.container, "container"),
            *number,
            *year,
            *([(", ", OTHER), *pages] if pages else []),
        ]
    if work.sort in ("chapter", "conference"):
        parts: list[Piece] = [into, (work.container, "container")]
        if work.sort == "conference" and r.random() < 0.3:
            parts += [
                (". ", OTHER),
                (work.acronym or "Conference", "container" if work.acronym else OTHER),
            ]
        if work.editors:
            parts += [
                (joint if joint == ", " else ". ", OTHER),
                ("ed. by " if joint == ", " else "Ed. by ", OTHER),
                (
                    people(work.editors, "full" if style.eds % 2 else "spoken", style, "en")[0],
                    "editor",
                ),
            ]
        if work.volume and not work.series:
            parts += [
                (joint, OTHER),
                ("vol. " if joint == ", " else "Vol. ", OTHER),
                (work.volume, "volume"),
            ]
        if work.series:
            parts += [
                (joint, OTHER),
                (work.series, "series"),
                *(
                    [(" ", OTHER), (work.volume, "volume" if r.random() < 0.5 else OTHER)]
                    if work.volume
                    else []
                ),
            ]
        return [
            *parts,
            *([(joint, OTHER), *imprint] if imprint else []),
            *([(", ", OTHER), *pages] if pages else []),
        ]
    if work.sort in ("thesis", "report"):
        word = (
            r.choice(("PhD thesis", "MA thesis", "Dissertation"))
            if work.sort == "thesis"
            else r.choice(("Tech. rep.", "Research rep.", "Working Paper"))
        )
        return [
            (word, "genre"),
            *([(" " + work.issue, OTHER)] if work.issue else []),
            (joint if not word.endswith(".") or work.issue else " ", OTHER),
            *imprint,
        ]
    if work.sort == "preprint":
        return [
            *late,
            (joint, OTHER),
            ("arXiv: ", OTHER),
            (work.arxiv, "arxiv"),
            (r.choice(("", " [cs.CL]", " [physics]", " [math.NT]")), OTHER),
        ]
    if work.sort in ("web", "manuscript"):
        return late
    parts = [(f"{work.edition}th ed.", "edition"), (" ", OTHER)] if work.edition else []
    if work.volume:
        parts += [("Vol. ", OTHER), (work.volume, "volume"), (joint, OTHER)]
    if work.series:
        parts += [
            (work.series, "series"),
            (f" {r.randint(1, 99)}" if r.random() < 0.5 else "", OTHER),
            (joint, OTHER),
        ]
    return [
        *parts,
        *imprint,
        *([(joint, OTHER), (f"{r.randint(90, 900)} pp.", OTHER)] if r.random() < 0.06 else []),
    ]


def _tail(work: Work, style: Style, joint: str) -> list[Piece]:
    r = style.random
    parts: list[Piece] = []
    up = style.dash == "-"
    if r.random() < 0.08:
        parts += [
            (
                joint
                + ("ISSN: " if up else "issn: ")
                + f"{r.randint(1000, 9999)}-{r.randint(1000, 9999)}",
                OTHER,
            )
        ]
    if work.isbn:
        parts += [(joint + ("ISBN: " if up else "isbn: "), OTHER), (work.isbn, "isbn")]
    if work.doi:
        parts += [(joint + ("DOI: " if up else "doi: "), OTHER), (work.doi, "doi")]
    if work.url:
        parts += [(joint + ("URL: " if up else "url: "), OTHER), (work.url, "url")]
        if r.random() < 0.7:
            parts += [
                (" (", OTHER),
                (
                    f"visited on {r.randint(1, 12):02d}/{r.randint(1, 28):02d}/{r.randint(2005, 2024)}",
                    "note",
                ),
                (")", OTHER),
            ]
    return [*parts, (".", OTHER)]


def bibtex(work: Work, style: Style, maker: Maker, number: int) -> list[Piece]:
    """`A. Roe and B. Poe. Title. In C. Dal, editor, Proc. of X, pages 4–9, Paris, May 1990. ACM.`"""
    r = style.random
    style.separator, style.conjunction, style.local, style.last = ", ", 0, False, style.eds % 2
    form = ("spoken", "full", "spoken", "inverted")[style.editing % 4]
    label = (
        "",
        "",
        f"[{number}] ",
        f"[{maker.acronym()[:3]}{work.year % 100:02d}] ",
        f"{number}. ",
    )[style.eds % 5]
    late = _date(work, style, month=True)
    short = style.conjunction == 1 or style.numbers % 3 == 0
    word = "pp. " if short else "pages "
    pages: list[Piece] = (
        [(word, OTHER), (work.pages.replace("-", style.dash), "pages")] if work.pages else []
    )
    head: list[Piece] = [(label, OTHER)]
    if work.sort == "edited":
        head += [
            (people(work.editors, form, style, "en")[0], "editor"),
            (", editor. " if len(work.editors) == 1 else ", editors. ", OTHER),
        ]
    else:
        head += [*_names(work, style, form), (". ", OTHER)]
    head += [
        (work.title, "title"),
        (
            ", " if work.sort in ("book", "edited") and (work.volume or work.edition) else ". ",
            OTHER,
        ),
    ]
    place: list[Piece] = [(", ", OTHER), (work.place, "place")] if work.place else []
    if work.sort in ("article", "newspaper"):
        number_ = (
            [
                (", ", OTHER),
                (work.volume, "volume"),
                *([("(", OTHER), (work.issue, "issue"), (")", OTHER)] if work.issue else []),
                *(
                    [(":", OTHER), (work.pages.replace("-", style.dash), "pages")]
                    if work.pages
                    else []
                ),
            ]
            if work.volume
            else [(", ", OTHER), *pages]
            if pages
            else []
        )
        return [
            *head,
            (work.container, "container"),
            *number_,
            (", ", OTHER),
            *late,
            (".", OTHER),
            *_note(work, r),
        ]
    if work.sort in ("chapter", "conference"):
        editors: list[Piece] = (
            [
                (people(work.editors, form, style, "en")[0], "editor"),
                (", editor, " if len(work.editors) == 1 else ", editors, ", OTHER),
            ]
            if work.editors
            else []
        )
        series: list[Piece] = (
            [
                (", volume ", OTHER),
                (work.volume, "volume"),
                *([(" of ", OTHER), (work.series, "series")] if work.series else []),
            ]
            if work.volume
            else []
        )
        tail: list[Piece] = (
            [(". ", OTHER), (work.publisher, "publisher"), (".", OTHER)]
            if work.publisher
            else [(".", OTHER)]
        )
        if r.random() < 0.4 and work.publisher:
            return [
                *head,
                ("In ", OTHER),
                *editors,
                (work.container, "container"),
                *series,
                *([(", ", OTHER), *pages] if pages else []),
                (". ", OTHER),
                (work.publisher, "publisher"),
                *place,
                (", ", OTHER),
                *late,
                (".", OTHER),
            ]
        return [
            *head,
            ("In ", OTHER),
            *editors,
            (work.container, "container"),
            *series,
            *([(", ", OTHER), *pages] if pages else []),
            *place,
            (", ", OTHER),
            *late,
            *tail,
        ]
    if work.sort in ("thesis", "report"):
        kind = (
            r.choice(("PhD thesis", "Ph.D. thesis", "Master's thesis"))
            if work.sort == "thesis"
            else r.choice(("Technical Report", "Technical report", "Tech. Rep.", "Research Report"))
        )
        return [
            *head,
            (kind, "genre"),
            (f" {work.issue}" if work.issue else "", OTHER),
            (", ", OTHER),
            (work.publisher, "publisher"),
            *place,
            (", ", OTHER),
            *late,
            (".", OTHER),
            *_note(work, r),
        ]
    if work.sort == "preprint":
        return [
            *head,
            ("arXiv preprint", "container"),
            (" arXiv:", OTHER),
            (work.arxiv, "arxiv"),
            (", ", OTHER),
            *late,
            (".", OTHER),
        ]
    if work.sort in ("web", "manuscript"):
        status: list[Piece] = [(work.status, "status"), (", ", OTHER)] if work.status else []
        return [*head, *status, *late, (".", OTHER), *_note(work, r)]
    parts: list[Piece] = []
    if work.volume:
        parts += [
            ("volume ", OTHER),
            (work.volume, "volume"),
            *([(" of ", OTHER), (work.series, "series")] if work.series else []),
            (". ", OTHER),
        ]
    elif work.series:
        parts += [(work.series, "series"), (". ", OTHER)]
    edition: list[Piece] = (
        [(", ", OTHER), (r.choice(("second edition", "third edition", "2nd edition")), "edition")]
        if work.edition
        else []
    )
    return [
        *head,
        *parts,
        (work.publisher or "", "publisher"),
        *place,
        *edition,
        (", ", OTHER),
        *late,
        (".", OTHER),
    ]


def _note(work: Work, r: Random) -> list[Piece]:
    if not work.url:
        return []
    return [(" Available at ", "note"), (work.url, "url"), (".", OTHER)]
