"""CVs to export: one in which every field of every key is filled, the profile, single works."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from cvparse import parse_file
from cvparse.cv import CV, KEYS, Coverage, SourceInfo, ToolInfo
from cvparse.exporters import losses
from cvparse.records.person import Person
from cvparse.records.publications import Publication
from cvparse.values import Link, Money, Record

PROFILE = Path(__file__).resolve().parents[1] / "raw" / "haekyu_park.txt"

# Values that the contract allows few of, or that have a form: no mark fits in them.
FORMED: dict[str, Any] = {
    "publications.type": "paper-conference",
    "publications.status": "in press",
    "publications.equal_contribution": (0,),
    "talks.kind": "keynote",
    "person.orcid": "0000-0002-1825-0097",
    "person.emails": ("ada@example.org",),
    "person.phones": ("+1 404 555 0142",),
    "person.urls": ("https://example.org/ada",),
    "publications.doi": "10.5555/qpublicationsdoi",
    "grants.status": "active",
}
UNMARKED = {
    "publications.type", "publications.status", "publications.equal_contribution", "talks.kind",
    "grants.status", "grants.amount.currency", "awards.amount.currency",
}  # fmt: skip
"""Fields whose values other fields may hold too: a format says itself whether it carries them."""


@cache
def profile() -> CV:
    """The profile that the project began with, parsed."""
    return parse_file(PROFILE)


def works(*fields: dict[str, Any]) -> CV:
    """A CV of these publications and nothing else."""
    return having(publications=tuple(Publication(**row) for row in fields))


def having(**records: Any) -> CV:
    """A CV of these records and nothing else."""
    return CV(
        source=SourceInfo.holding("", name="cv.txt", sha256="0", media_type="text/plain"),
        tool=ToolInfo(name="cvparse", version="0"),
        coverage=Coverage(characters=0, fields=0, headings=0, share=1.0),
        **records,
    )


def filled() -> CV:
    """Every field holds something that can be found again; each date is in a year of its own."""
    years = iter(range(2020, 1900, -1))
    made: dict[str, Any] = {"person": _record("person", Person, years)}
    for key in KEYS:
        annotation: Any = CV.model_fields[key].annotation
        made[key] = _either(_record(key, annotation.__args__[0], years))
    return having(**made)


def _record(key: str, model: type[Record], years: Iterator[int]) -> Record:
    values = {
        field: FORMED.get(f"{key}.{field}", _value(key, field, str(info.annotation), years))
        for field, info in model.model_fields.items()
        if field != "provenance"
    }
    return model(**values)


def _either(record: Record) -> tuple[Record, ...]:
    """A record has a date or a period: of a key that knows both, one record of each."""
    period = {"start_date": None, "end_date": None, "is_current": None}
    if not {"date", "start_date"} <= type(record).model_fields.keys():
        return (record,)
    return record.model_copy(update={"date": None}), record.model_copy(update=period)


def _value(key: str, field: str, annotation: str, years: Iterator[int]) -> object:
    if "Money" in annotation:
        return Money(amount=7000 + next(years), currency="USD", per="year", in_kind=True)
    if "Link" in annotation:
        url = f"https://example.org/{mark(key, field)}Url"
        return (Link(label=f"{mark(key, field)}Label", url=url),)
    if "bool" in annotation:
        return True
    if field in ("date", "start_date", "end_date"):
        return f"{next(years)}-02-03"
    if annotation.startswith("tuple"):
        return (mark(key, field),)
    return mark(key, field)


def mark(key: str, field: str) -> str:
    """A word that stands nowhere else; it may be a family name too."""
    return f"Q{key}{field.replace('_', '')}"


def marks(cv: CV) -> Iterator[tuple[str, str, str]]:
    """Each filled field (`links.url` too), and what to look for; empty when it has no mark."""
    for key in ("person", *KEYS):
        for record in losses.records(cv, key):
            for path in losses.paths(record):
                yield key, path, _sought(record, key, path)


def _sought(record: Record, key: str, path: str) -> str:
    field, _, part = path.partition(".")
    value = getattr(record, field)
    value = value[0] if isinstance(value, tuple) else value
    value = getattr(value, part) if part else value
    if f"{key}.{path}" in UNMARKED or isinstance(value, bool) or part == "per":
        return ""
    return str(value)[:4] if field.endswith("date") else str(value)
