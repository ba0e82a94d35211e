"""The table of records: which builder makes what of an entry of which kind of section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cvparse.records import (
    awards,
    certificates,
    education,
    employment,
    grants,
    languages,
    memberships,
    other,
    person,
    projects,
    publications,
    references,
    service,
    skills,
    students,
    talks,
    teaching,
)
from cvparse.records.person import Person
from cvparse.records.pick import Found
from cvparse.records.rest import Rows, keep
from cvparse.values import Record

__all__ = ["BUILDERS", "PERSONAL", "Found", "build", "build_person", "keep"]

BUILDERS: dict[str, Callable[[Found], Sequence[Record]]] = {
    "education": education.build,
    "employment": employment.build,
    "awards": awards.build,
    "grants": grants.build,
    "publications": publications.build,
    "projects": projects.build,
    "talks": talks.build,
    "teaching": teaching.build,
    "service": service.build,
    "skills": skills.build,
    "languages": languages.build,
    "memberships": memberships.build,
    "students": students.build,
    "certificates": certificates.build,
    "references": references.build,
    "other": other.build,
}
PERSONAL = frozenset({"header", "summary", "contact"})
"""Kinds of section that speak of the owner."""


def build(found: Found) -> Rows:
    """The records of an entry by their key of the contract. Languages stand in many a list: among
    skills, in the lines about the owner.
    """
    key = found.entry.kind
    built: dict[str, Sequence[Record]] = {"languages": languages.build(found)}
    if key not in PERSONAL:
        built[key] = BUILDERS[key](found)
    if key in ("languages", "skills"):
        built |= {"skills": skills.build(found), "other": other.asides(found)}
    return {key: tuple(r for r in rows if r.values()) for key, rows in built.items()}


def build_person(founds: Iterable[Found]) -> Person:
    """The owner, from the sections that speak of them, or from the papers they sign."""
    every = list(founds)
    papers = [f for f in every if f.entry.kind == "publications"]
    return person.build([f for f in every if f.entry.kind in PERSONAL], papers)
