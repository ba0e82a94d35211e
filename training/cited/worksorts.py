"""Which works there are: an article has a journal, a volume and pages, a thesis has a school."""

from __future__ import annotations

from works import LANGUAGES, WORDS, Maker, Work

SORTS = (
    *["article"] * 34, *["conference"] * 16, *["chapter"] * 16, *["book"] * 18, *["edited"] * 3, *["thesis"] * 4,
    *["report"] * 5, *["preprint"] * 4, *["web"] * 4, *["newspaper"] * 3, *["manuscript"] * 2,
)  # fmt: skip


def make(maker: Maker, sort: str | None = None, language: str | None = None) -> Work:
    """One work of a sort."""
    r = maker.random
    sort = sort or r.choice(SORTS)
    language = language or r.choice(LANGUAGES)
    work = Work(
        sort,
        language,
        authors=maker.persons(),
        year=r.choice(
            (
                r.randint(1965, 2024),
                r.randint(1995, 2024),
                r.randint(1880, 2024) if r.random() < 0.2 else r.randint(1985, 2022),
            )
        ),
    )
    if r.random() < 0.05:
        work.authors, work.body = [], r.choice(WORDS["bodies"])
    work.title = maker.title(language)
    if r.random() < 0.25:
        work.month = r.randint(1, 12)
        work.day = r.randint(1, 28) if r.random() < 0.3 else 0
    _FILL[sort](maker, work)
    return work


def _pages(maker: Maker, work: Work, lone: float = 0.06) -> None:
    r = maker.random
    first = r.choice((r.randint(1, 60), r.randint(1, 999), r.randint(100, 2500)))
    last = first + r.randint(1, 40)
    k = r.random()
    if k < lone:
        work.pages = r.choice(
            (
                str(first),
                f"e{r.randint(100, 99999)}",
                str(r.randint(10000, 999999)),
                f"{r.randint(1, 999):06d}",
                f"L{first}",
            )
        )
    elif (
        k < 0.2
        and last > 99
        and str(first)[0] == str(last)[0]
        and len(str(first)) == len(str(last))
    ):
        work.pages = f"{first}-{str(last)[1:]}"
    elif k < 0.24:
        work.pages = f"{r.choice('SAL')}{first}-{r.choice('SAL') if r.random() < 0.5 else ''}{last}"
    else:
        work.pages = f"{first}-{last}"


def _numbers(maker: Maker, work: Work) -> None:
    r = maker.random
    if r.random() < 0.94:
        work.volume = r.choice(
            (
                str(r.randint(1, 60)),
                str(r.randint(1, 200)),
                str(r.randint(1, 900)),
                r.choice(("XII", "IV", "A40", "B12", "LII", str(work.year)))
                if r.random() < 0.15
                else str(r.randint(1, 99)),
            )
        )
    if r.random() < 0.5:
        work.issue = r.choice(
            (
                str(r.randint(1, 12)),
                str(r.randint(1, 6)),
                f"{r.randint(1, 4)}-{r.randint(5, 6)}",
                f"{r.randint(1, 3)}/{r.randint(4, 6)}",
                "Suppl 1",
            )
            if r.random() < 0.3
            else (str(r.randint(1, 12)), str(r.randint(1, 4)))
        )


def _tail(maker: Maker, work: Work, doi: float = 0.25, url: float = 0.06) -> None:
    r = maker.random
    if r.random() < doi:
        work.doi = f"10.{r.randint(1000, 99999)}/" + r.choice(
            (
                f"{maker.acronym().lower()}.{r.randint(1990, 2024)}.{r.randint(1, 99999)}",
                f"s{r.randint(10000, 99999)}-{r.randint(10, 20):03d}-{r.randint(1000, 9999)}-{r.choice('0123456789x')}",
                f"978-3-{r.randint(100, 999)}-{r.randint(10000, 99999)}-{r.randint(0, 9)}_{r.randint(1, 30)}",
                f"{r.randint(1000000, 9999999)}.{r.randint(1000000, 9999999)}",
                f"j.{maker.acronym().lower()}.{r.randint(1990, 2024)}.{r.randint(10, 12)}.{r.randint(1, 99):03d}",
                f"{maker.acronym()}{r.randint(10, 99)}.{r.randint(1, 9999)}",
            )
        )
    if r.random() < url:
        work.url = (
            r.choice(("http://", "https://", "www.", "http://www."))
            + f"example.{r.choice(('org', 'com', 'net'))}/"
            + "/".join(w.lower() for w in maker.words("en", 1, 3, 0))
            + r.choice(("", ".pdf", ".html", f"?id={r.randint(1, 9999)}", "/"))
        )


def _article(maker: Maker, work: Work) -> None:
    work.container = maker.journal(work.language)
    _numbers(maker, work)
    if maker.random.random() < 0.95:
        _pages(maker, work, 0.14)
    _tail(maker, work)
    if maker.random.random() < 0.05:
        work.status = maker.random.choice(
            (
                "in press",
                "forthcoming",
                "to appear",
                "accepted",
                "im Erscheinen",
                "under review",
                "submitted",
            )
        )
        work.volume = work.issue = work.pages = ""


def _conference(maker: Maker, work: Work) -> None:
    r = maker.random
    work.container = maker.event(work.language, work.year)
    if r.random() < 0.2 and "(" not in work.container:
        work.acronym = maker.acronym()
    if r.random() < 0.75:
        _pages(maker, work, 0.04)
    if r.random() < 0.45:
        work.place = maker.place()
    if r.random() < 0.35:
        work.publisher = maker.publisher()
    if r.random() < 0.12:
        work.editors = maker.persons(3)
    if r.random() < 0.12:
        work.volume = str(r.randint(1, 9000))
        if r.random() < 0.6:
            work.series = r.choice(
                (
                    "Lecture Notes in Computer Science",
                    "LNCS",
                    "Lecture Notes in Artificial Intelligence",
                    "CEUR Workshop Proceedings",
                    "Communications in Computer and Information Science",
                    maker.topic("en") + " Series",
                )
            )
    _tail(maker, work, 0.2, 0.05)


def _chapter(maker: Maker, work: Work) -> None:
    r = maker.random
    k = r.random()
    work.container = (
        r.choice(maker.pool["book"])
        if k < 0.5 and maker.pool.get("book")
        else maker.title(work.language)
        if k < 0.8
        else r.choice(
            (
                "Handbook of {}",
                "The {} Reader",
                "Encyclopedia of {}",
                "Handbuch {}",
                "Dictionary of {}",
                "The Oxford Handbook of {}",
                "{}",
                "Collected Papers on {}",
            )
        ).replace("{}", maker.topic(work.language))
    )
    if r.random() < 0.85:
        work.editors = maker.persons(4)
    if r.random() < 0.85:
        _pages(maker, work, 0.03)
    _imprint(maker, work)
    if r.random() < 0.12:
        work.volume = str(r.randint(1, 12))
    if r.random() < 0.08:
        _series(maker, work)
    _tail(maker, work, 0.1, 0.03)


def _imprint(maker: Maker, work: Work) -> None:
    r = maker.random
    if r.random() < 0.92:
        work.publisher = maker.publisher()
    if r.random() < 0.75 or not work.publisher:
        work.place = maker.place()


def _series(maker: Maker, work: Work) -> None:
    r = maker.random
    work.series = r.choice(
        (
            "Studies in {}",
            "{} Series",
            "Schriften zur {}",
            "Collection {}",
            "Beiträge zur {}",
            "Monographs in {}",
            "{} Monograph Series",
        )
    ).replace("{}", maker.topic(work.language))


def _book(maker: Maker, work: Work) -> None:
    r = maker.random
    _imprint(maker, work)
    if r.random() < 0.14:
        work.edition = str(r.randint(2, 9))
    if r.random() < 0.08:
        work.volume = str(r.randint(1, 6))
    if r.random() < 0.12:
        _series(maker, work)
    if r.random() < 0.08:
        work.isbn = f"978-{r.randint(0, 9)}-{r.randint(100, 999)}-{r.randint(10000, 99999)}-{r.randint(0, 9)}"
    if r.random() < 0.04:
        _pages(maker, work)
    _tail(maker, work, 0.06, 0.03)


def _edited(maker: Maker, work: Work) -> None:
    work.editors, work.authors, work.body = maker.persons(4), [], ""
    _book(maker, work)


def _thesis(maker: Maker, work: Work) -> None:
    r = maker.random
    work.authors, work.body = [maker.person()], ""
    work.publisher = maker.school()
    if r.random() < 0.3:
        work.place = maker.place()
    _tail(maker, work, 0.03, 0.1)


def _report(maker: Maker, work: Work) -> None:
    r = maker.random
    work.publisher = maker.school() if r.random() < 0.6 else maker.publisher()
    if r.random() < 0.35:
        work.place = maker.place()
    work.issue = (
        r.choice(
            (
                str(r.randint(1, 999)),
                f"{r.randint(70, 99)}-{r.randint(1, 40)}",
                f"{maker.acronym()}-{r.randint(1, 99)}-{r.randint(1, 99)}",
            )
        )
        if r.random() < 0.7
        else ""
    )
    _tail(maker, work, 0.05, 0.2)


def _preprint(maker: Maker, work: Work) -> None:
    r = maker.random
    work.arxiv = r.choice(
        (
            f"{r.randint(7, 24):02d}{r.randint(1, 12):02d}.{r.randint(1000, 99999):05d}",
            f"{r.choice(('hep-th', 'astro-ph', 'cond-mat', 'quant-ph', 'math'))}/{r.randint(92, 99)}{r.randint(1, 12):02d}{r.randint(1, 999):03d}",
        )
    )


def _web(maker: Maker, work: Work) -> None:
    r = maker.random
    if r.random() < 0.5:
        work.authors, work.body = [], r.choice(WORDS["bodies"])
    if r.random() < 0.5:
        work.container = maker.topic("en", 1, 3)
    while not work.url:
        _tail(maker, work, 0, 1)


def _newspaper(maker: Maker, work: Work) -> None:
    r = maker.random
    work.container = r.choice(
        (
            "The Times",
            "New York Times",
            "Die Zeit",
            "Frankfurter Allgemeine Zeitung",
            "Le Monde",
            "The Guardian",
            "El País",
            "Washington Post",
            "The Economist",
            "Der Spiegel",
            "La Repubblica",
            "Süddeutsche Zeitung",
            maker.journal("en"),
        )
    )
    work.month, work.day = r.randint(1, 12), r.randint(1, 28)
    if r.random() < 0.6:
        work.pages = r.choice(
            (
                str(r.randint(1, 40)),
                f"{r.choice('ABC')}{r.randint(1, 20)}",
                f"{r.randint(1, 40)}-{r.randint(41, 60)}",
            )
        )
    _tail(maker, work, 0, 0.2)


def _manuscript(maker: Maker, work: Work) -> None:
    work.status = maker.random.choice(
        (
            "Unpublished manuscript",
            "Manuscript",
            "in preparation",
            "Unveröffentlichtes Manuskript",
            "Mimeo",
            "submitted",
            "under review",
            "Draft",
        )
    )
    if maker.random.random() < 0.5:
        work.publisher = maker.school()


_FILL = {
    "article": _article, "conference": _conference, "chapter": _chapter, "book": _book, "edited": _edited, "thesis": _thesis,
    "report": _report, "preprint": _preprint, "web": _web, "newspaper": _newspaper, "manuscript": _manuscript,
}  # fmt: skip
