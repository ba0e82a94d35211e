"""What is said of one work in two places, or not said at all (CV010 to CV014, 20, 23)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cvparse import lexicon
from cvparse.check.rule import Finding, Page, about, shown, text
from cvparse.cv import CrossLink
from cvparse.values import Record

_YEAR = re.compile(r"\d{4}")
_WORDS = re.compile(r"[^\W_]+")
_ET_AL = re.compile(r"(?i)\bet\.? al|…|\.\.\.|and \d+ (?:others|more)")
_DATED = re.compile(
    r"(?i)\b(?:19|20)\d\d\b|submitted|review|in press|forthcoming|to appear|accepted|in prep|arxiv"
    r"|paraître|druck|prensa|stampa|pers\b|eingereicht|soumis|aceito|enviado"
)
_THESIS = re.compile(r"(?i)thesis|dissertation")
_PERSONS = ("authors", "contributors", "speakers")
_SURE = ("same title", "same title but for spelling")


def authors_differ(page: Page) -> Iterator[Finding]:
    """A project or talk whose people are not those of its paper: copied from another, perhaps."""
    who = _persons(page)
    for link, record, paper in _pairs(page, "published_as", "presents"):
        field = next((f for f in _PERSONS if getattr(record, f, ())), "")
        mine, theirs = _team(link.source, record, who), _team(link.target, paper, who)
        if not mine or not theirs or _et_al(page, paper):
            continue
        strange, missing = sorted(mine.keys() - theirs.keys()), theirs.keys() - mine.keys()
        if strange and missing:
            names = ", ".join(mine[one] for one in strange)
            message = (
                f"{names}: not among the authors of the paper, {shown(text(paper, 'title'), 40)}"
            )
            message += _whose(page, set(mine), link.target, who)
            yield about(record, link.source, field, message)


def _whose(page: Page, team: set[int], target: str, who: Mapping[str, int]) -> str:
    """The other publication that has just these authors."""
    for pointer, record in page.rows("publications"):
        if pointer != target and len(team) > 1 and set(_team(pointer, record, who)) == team:
            return f"; they are those of {shown(text(record, 'title'), 40)}"
    return ""


def _persons(page: Page) -> dict[str, int]:
    """Pointer to the person it names."""
    return {p: number for number, one in enumerate(page.cv.people) for p in one.occurrences}


def _team(pointer: str, record: Record, who: Mapping[str, int]) -> dict[int, str]:
    """The persons of a record, and how it names them."""
    return {
        who[at]: name
        for field in _PERSONS
        for number, name in enumerate(getattr(record, field, ()))
        if (at := f"{pointer}/{field}/{number}") in who
    }


def _et_al(page: Page, paper: Record) -> bool:
    """Does the list of authors break off?"""
    spans = [
        e.span for name, e in paper.provenance.items() if name.startswith(("authors", "title"))
    ]
    if page.source is None or not spans:
        return False
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    return _ET_AL.search(page.source.text, start, end + 30) is not None


def _pairs(page: Page, *relations: str) -> Iterator[tuple[CrossLink, Record, Record]]:
    for link in page.cv.links:
        published = link.rel in relations and link.target.startswith("/publications")
        if published and link.reason in _SURE:
            yield link, page.at(link.source), page.at(link.target)


def two_years(page: Page) -> Iterator[Finding]:
    """One publication, and two years in which it came out."""
    for link, record, paper in _pairs(page, "published_as", "duplicate_of"):
        dated = link.rel == "duplicate_of" or text(record, "presented_at")
        one, other = text(record, "date"), text(paper, "date")
        years = [set(_YEAR.findall(said)) for said in (one, other)]
        if dated and all(years) and years[0].isdisjoint(years[1]):
            message = f"{one} here, {other} where the publication is listed ({link.target})"
            yield about(record, link.source, "date", message)


def two_venues(page: Page) -> Iterator[Finding]:
    """One publication, and two places where it came out."""
    for link, record, paper in _pairs(page, "published_as", "duplicate_of"):
        here = text(record, "presented_at") or text(record, "venue")
        there = " ".join(text(paper, field) for field in ("venue", "acronym", "track", "publisher"))
        if here and there.strip() and not _one_venue(here, there):
            message = (
                f"{shown(here)} here, {shown(text(paper, 'venue'))} where the publication is listed"
            )
            field = "presented_at" if text(record, "presented_at") else "venue"
            yield about(record, link.source, field, f"{message} ({link.target})")


def _one_venue(one: str, other: str) -> bool:
    """A word in common that few venues have, or one is the other's initials."""
    general = lexicon.table("lint")["venues"]
    words = [{w.lower() for w in _WORDS.findall(v) if not w.isdecimal()} for v in (one, other)]
    own = [those - set(general) for those in words]
    if not own[0] or not own[1] or not own[0].isdisjoint(own[1]):
        return True
    initials = [
        "".join(w[0] for w in _WORDS.findall(v) if w[0].isupper()).lower() for v in (one, other)
    ]
    return any(len(w) > 2 and w in initials[1 - n] for n in (0, 1) for w in own[n])


def unpublished_talks(page: Page) -> Iterator[Finding]:
    """A talk whose paper is not listed, where the papers of most talks are."""
    talks = [
        pair for pair in page.rows("talks") if text(pair[1], "kind") in ("oral", "poster", "talk")
    ]
    told = {link.source for link in page.cv.links if link.rel == "presents"}
    listed = sum(pointer in told for pointer, _ in talks)
    if listed < 3 or listed < 2 * (len(talks) - listed):
        return
    for pointer, record in talks:
        if pointer not in told:
            message = f"no publication or project is listed for this talk, as for {listed} others"
            yield about(record, pointer, "title", message)


def undated(page: Page) -> Iterator[Finding]:
    """A publication that has neither year nor status, nor an arXiv number, which begins with one.

    A year in the entry that was not understood as its date is no fault of the author.
    """
    for pointer, record in page.rows("publications"):
        known = bool(text(record, "title")) and bool(getattr(record, "authors", None))
        dated = any(text(record, field) for field in ("date", "status", "arxiv"))
        if known and not dated and not _DATED.search(page.entry(record)):
            yield about(record, pointer, "title", "this publication has no year")


def twice(page: Page) -> Iterator[Finding]:
    """One publication listed twice: same title, same year, same venue."""
    for link, record, other in _pairs(page, "duplicate_of"):
        same = all(text(record, f) == text(other, f) for f in ("date", "venue", "type"))
        if same:
            yield about(record, link.source, "title", f"is listed before, as {link.target}")


def undegreed(page: Page) -> Iterator[Finding]:
    """A degree, and nothing said of who gave it; nor above it, for several degrees at once.

    Silent when a word such as `university` stands in the entry, and was not understood.
    """
    headed = False
    for pointer, record in page.rows("education"):
        where = record.provenance.get("institution")
        if where and "degree" in record.provenance:
            headed |= "\n" in _between(page, where.span, record.provenance["degree"].span)
        degree = text(record, "degree")
        told = where or headed or _THESIS.search(degree) or _house(page.entry(record))
        if degree and not told:
            yield about(record, pointer, "degree", f"no institution is named for {shown(degree)}")


def _house(entry: str) -> bool:
    """Does the entry speak of a university or the like, though it was not understood?"""
    return any(word in entry.lower() for word in lexicon.table("lint")["houses"])


def _between(page: Page, one: tuple[int, int], other: tuple[int, int]) -> str:
    """The text from an institution to the degree below it."""
    return page.source.text[one[1] : other[0]] if page.source else ""
