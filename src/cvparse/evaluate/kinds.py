"""What is compared: of each key, by what its records are told apart, and what must not be made up.

`weights` say how much a field counts when records are paired. A field of `core` that was read where
gold has none is a false alarm; of other fields (a `type` that gold does not bother to give) only
what gold has is compared. Keys that are not `counted` are shown, and stay out of all totals: `other`
is what fits nothing, kept word for word, and long texts would drown the fields that were understood. Of `sparse` keys, which gold often leaves out, nothing
is compared where gold has not even an empty list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cvparse.cv import KEYS


@dataclass(frozen=True)
class Kind:
    """How the records of one key are paired and compared."""

    weights: Mapping[str, float]
    core: frozenset[str]
    counted: bool = True
    sparse: bool = False
    ignored: frozenset[str] = frozenset({"provenance", "note"})


def _kind(core: str, *, counted: bool = True, sparse: bool = False, **weights: float) -> Kind:
    return Kind(weights, frozenset(core.split()), counted, sparse)


PERSON = Kind(
    weights={},
    core=frozenset(),
    ignored=frozenset({"provenance", "note", "headline", "summary", "phones", "orcid", "links"}),
)
"""There is one person, so nothing is paired."""

KINDS: Mapping[str, Kind] = {
    "education": _kind(
        "institution degree field location start_date end_date advisors",
        institution=1,
        degree=0.7,
        field=0.3,
        start_date=0.3,
        end_date=0.3,
    ),
    "employment": _kind(
        "organization position location start_date end_date is_current mentors",
        organization=1,
        position=1,
        start_date=0.5,
        end_date=0.3,
    ),
    "awards": _kind("title awarder date amount", title=1, date=0.3),
    "grants": _kind(
        "title funder amount start_date end_date investigators", title=1, funder=0.5, amount=0.4
    ),
    "publications": _kind(
        "title authors venue acronym date volume issue pages doi location",
        title=1,
        authors=0.2,
        date=0.1,
    ),
    "projects": _kind("name start_date end_date", name=1, description=0.4, start_date=0.2),
    "talks": _kind("title event location date", title=1, event=0.6, date=0.4),
    "teaching": _kind(
        "course institution start_date end_date",
        course=1,
        role=0.4,
        start_date=0.2,
        institution=0.2,
    ),
    "service": _kind(
        "role organization start_date end_date", role=0.6, organization=1, start_date=0.2
    ),
    "skills": _kind("items", category=0.5, items=1),
    "languages": _kind("language fluency", language=1),
    "memberships": _kind("organization", organization=1),
    "students": _kind("name", name=1),
    "certificates": _kind("title", sparse=True, title=1),
    "references": _kind("name", sparse=True, name=1),
    "other": _kind("heading", counted=False, heading=1, text=1),
}
assert tuple(KINDS) == KEYS  # noqa: S101 (a key of the contract without a row would go unmeasured)

NAMES = frozenset({"authors", "mentors", "advisors", "investigators", "speakers", "contributors"})
"""Lists of persons: an item is right when family name and first initial are."""
HOLDS = frozenset({"institution", "organization", "awarder", "funder", "event"})
"""Bodies: alike also when one of the two strings holds the other whole, at word bounds."""
LOOSE = {"venue": 0.80, "event": 0.80, "description": 0.80, "summary": 0.80, "thesis": 0.85}
"""How alike strings of these fields must be to count as alike; others `NEAR`."""
NEAR = 0.90
PERIODS = frozenset(
    [
        "education",
        "employment",
        "grants",
        "projects",
        "teaching",
        "service",
        "memberships",
        "students",
    ]
)
"""Where a lone `date` says the same as a start and an end that are equal."""
