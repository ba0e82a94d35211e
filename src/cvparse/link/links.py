"""Which record speaks of which: a talk of its publication, a publication of its grant.

`presents` a talk its publication or project · `published_as` a project its publication ·
`thesis` a degree the publication that its thesis is · `preprint_of`, `version_of`,
`duplicate_of` one publication another · `funded_by` a work its grant · `awarded_for` an award
the work it praises · `same_as` an award listed among the grants too
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from cvparse.cv import CrossLink
from cvparse.link.titles import SAME, SPELLING, letters, long, sameness
from cvparse.link.works import Records, Shelf, Work

_RELATIONS = (
    ("talks", "presents", ("publications", "projects")),
    ("projects", "published_as", ("publications",)),
    ("education", "thesis", ("publications",)),
)
_PRAISED = ("publications", "talks", "projects")
_FUNDED = ("publications", "projects", "talks", "awards")
_MERITS = frozenset(("paper", "papers", "poster", "demo", "presentation", "talk", "article"))
_PREPRINT = "article"


def links(records: Records) -> tuple[CrossLink, ...]:
    """All links, each with the reason; none where only a likeness speaks for it."""
    shelves = _Shelves(records)
    return tuple(link for look in _LOOKS for link in look(shelves))


class _Shelves(dict[str, Shelf]):
    """The works of each key, set up when first asked for."""

    def __init__(self, records: Records) -> None:
        self.records = records

    def __missing__(self, key: str) -> Shelf:
        self[key] = Shelf(self.records, key)
        return self[key]


def _link(rel: str, source: Work, target: Work, reason: str) -> CrossLink:
    return CrossLink(rel=rel, source=source.pointer, target=target.pointer, reason=reason)


def _titled(shelves: _Shelves) -> Iterator[CrossLink]:
    """Works of one title; of several the one in print, of the year nearest."""
    for key, rel, targets in _RELATIONS:
        for work in shelves[key].works:
            for target in targets if work.title else ():
                near = [(w, r) for w in shelves[target].near(work) if (r := _same(work, w))]
                if near:
                    yield _link(rel, work, *min(near, key=lambda pair: _rank(work, *pair)))
                    break


def _same(one: Work, other: Work) -> str:
    """One title, and persons in common where both name some: short titles are many works'."""
    reason = sameness(one.title, other.title)
    apart = one.families and other.families and not one.families & other.families
    return "" if apart and reason != SAME else reason


def _rank(work: Work, other: Work, reason: str) -> tuple[bool, bool, int, int]:
    preprint = other.get("type") == _PREPRINT
    return reason != SAME, preprint, _distance(work, other), other.number


def _distance(one: Work, other: Work) -> int:
    """Years between two works; 0 when one of them says none."""
    years = [abs(int(a) - int(b)) for a in one.years for b in other.years]
    return min(years, default=0)


def _versions(shelves: _Shelves) -> Iterator[CrossLink]:
    """Publications of one work: preprint and article, paper and article, or the same twice."""
    shelf = shelves["publications"]
    for work in shelf.works:
        for other in sorted(shelf.near(work), key=lambda w: w.number):
            if work.number < other.number and (reason := _one_work(work, other)):
                yield _version(work, other, reason)
    for one, other in combinations((w for w in shelf.works if w.get("doi")), 2):
        if one.get("doi").lower() == other.get("doi").lower() and not _one_work(one, other):
            yield _link("duplicate_of", other, one, "same DOI")


def _one_work(one: Work, other: Work) -> str:
    """Why two publications are one work: a title of `Bluff` or `Editorial` does not show it."""
    reason = _same(one, other)
    if one.families and other.families and not one.families & other.families:
        return ""
    strict = reason in (SAME, SPELLING)
    return reason if strict and long(one.title) and long(other.title) else ""


def _version(one: Work, other: Work, reason: str) -> CrossLink:
    """The earlier form points at the later: preprint, then paper, then article."""
    kinds = [_PREPRINT, "paper-conference", "article-journal"]
    first, second = one.get("type"), other.get("type")
    if first == second or first not in kinds or second not in kinds:
        return _link("duplicate_of", other, one, reason)
    early, late = sorted((one, other), key=lambda w: kinds.index(w.get("type")))
    rel = "preprint_of" if early.get("type") == _PREPRINT else "version_of"
    return _link(rel, early, late, reason)


def _paid(shelves: _Shelves) -> Iterator[CrossLink]:
    """A work that prints a grant's number; a project that has its title."""
    works = [w for key in _FUNDED for w in shelves[key].works]
    for grant in shelves["grants"].works:
        number = letters(grant.get("award_number"))
        if sum(c.isdecimal() for c in number) >= 4:
            for work in works:
                if f" {number} " in f" {work.words} ":
                    yield _link("funded_by", work, grant, "prints its award number")
        for work in shelves["projects"].near(grant):
            if letters(work.title) == letters(grant.title):
                yield _link("funded_by", work, grant, SAME)


def _praised(shelves: _Shelves) -> Iterator[CrossLink]:
    """An award that names the work, or the only work of the venue and year it was given at."""
    awards = shelves["awards"].works
    works = [w for key in _PRAISED for w in shelves[key].works if w.title] if awards else []
    said = " | ".join(award.words for award in awards)
    told = [w for w in works if long(w.title) and letters(w.title) in said]
    for award in awards:
        named = [w for w in told if letters(w.title) in award.words]
        there = [] if named or not _merits(award) else [w for w in works if _at(award, w)]
        if named:
            yield _link("awarded_for", award, named[0], "names its title")
        elif len(there) == 1:
            yield _link("awarded_for", award, there[0], "the one work of its venue and year")


def _merits(award: Work) -> bool:
    """Is it for one work: a best paper, a poster?"""
    return not _MERITS.isdisjoint(letters(award.title).split())


def _at(award: Work, work: Work) -> bool:
    """`Best Paper Award, CHI 2020` is for a paper of CHI 2020."""
    acronym = letters(work.get("acronym"))
    known = len(acronym) > 2 and f" {acronym} " in f" {award.words} "
    return known and not award.years.isdisjoint(work.years)


def _listed_twice(shelves: _Shelves) -> Iterator[CrossLink]:
    """A fellowship that stands among the awards and among the grants."""
    for award in shelves["awards"].works:
        for grant in shelves["grants"].near(award):
            same = letters(award.title) == letters(grant.title)
            if same and not award.years.isdisjoint(grant.years):
                yield _link("same_as", award, grant, "same title and year")


_LOOKS: tuple[Callable[[_Shelves], Iterator[CrossLink]], ...] = (
    _titled, _versions, _paid, _praised, _listed_twice,
)  # fmt: skip
