"""JSON Resume 1.0 (https://jsonresume.org/schema): basics, work, education, publications and more.

Service stands under `volunteer`, the format's only place for it. Dates are ISO 8601 to the day, month
or year; a season keeps its year. There is no place for grants, talks, courses, students, authors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cvparse.cv import CV
from cvparse.exporters.export import Export
from cvparse.exporters.json import encoded
from cvparse.exporters.losses import Carried, Losses
from cvparse.records.person import Person
from cvparse.values import Record

SUFFIX = ".resume.json"
SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

_PERIOD = {"start_date": "startDate", "end_date": "endDate"}
_FIELDS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "employment": (
        "work",
        {
            "organization": "name",
            "position": "position",
            "location": "location",
            **_PERIOD,
            "highlights": "highlights",
        },
    ),
    "service": ("volunteer", {"organization": "organization", "role": "position", **_PERIOD}),
    "education": (
        "education",
        {
            "institution": "institution",
            "field": "area",
            "degree": "studyType",
            **_PERIOD,
            "grade": "score",
        },
    ),
    "awards": ("awards", {"title": "title", "date": "date", "awarder": "awarder"}),
    "certificates": ("certificates", {"title": "name", "date": "date", "organization": "issuer"}),
    "publications": (
        "publications",
        {"title": "name", "venue": "publisher", "date": "releaseDate", "links": "url"},
    ),
    "skills": ("skills", {"category": "name", "items": "keywords"}),
    "languages": ("languages", {"language": "language", "fluency": "fluency"}),
    "references": ("references", {"name": "name", "organization": "reference"}),
    "projects": (
        "projects",
        {
            "name": "name",
            "description": "description",
            "metrics": "highlights",
            "keywords": "keywords",
            "date": "startDate",
            **_PERIOD,
            "links": "url",
            "organization": "entity",
        },
    ),
}
"""Key of the contract → the section it goes to, and which field goes to which."""

_BASICS = {"name", "headline", "summary", "emails", "phones", "urls", "orcid", "location"}
CARRIED: Carried = {
    "person": _BASICS,
    **{
        key: {"links.url" if field == "links" else field for field in fields}
        | ({"is_current"} if "start_date" in fields else set())
        for key, (_, fields) in _FIELDS.items()
    },
}


def export(cv: CV) -> Export:
    """One document; sections without entries are left out."""
    losses = Losses("JSON Resume", cv)
    losses.beyond(CARRIED)
    resume: dict[str, object] = {"$schema": SCHEMA, "basics": _basics(cv.person, losses)}
    for key, (section, fields) in _FIELDS.items():
        if rows := [_entry(key, record, fields, losses) for record in getattr(cv, key)]:
            resume[section] = rows
    return Export(encoded(resume), losses.sentences())


def _basics(person: Person, losses: Losses) -> dict[str, Any]:
    """The first address of each kind; further addresses of the web are profiles."""
    orcid = {"network": "ORCID", "username": person.orcid} if person.orcid else None
    profiles = [{"network": "Web", "url": url} for url in person.urls[1:]]
    fields = {
        "name": person.name,
        "label": person.headline,
        "email": losses.first("person", "emails", person.emails),
        "phone": losses.first("person", "phones", person.phones),
        "url": next(iter(person.urls), None),
        "summary": person.summary,
        "location": {"address": person.location} if person.location else None,
        "profiles": [*([orcid] if orcid else []), *profiles],
    }
    return {name: value for name, value in fields.items() if value}


def _entry(
    key: str, record: Record, fields: Mapping[str, str], losses: Losses
) -> dict[str, object]:
    entry: dict[str, object] = {}
    for field, name in fields.items():
        value = record.values().get(field)
        if field.endswith("date"):
            value = _iso(key, field, value, losses)
        elif field == "links":
            value = losses.first(key, "links.url", [link.url for link in value or ()])
        elif isinstance(value, tuple):
            value = list(value)
        if value:
            entry.setdefault(name, value)
    if key == "projects" and "startDate" in entry and "date" in record.values():
        entry.setdefault("endDate", entry["startDate"])
    return entry


def _iso(key: str, field: str, value: Any, losses: Losses) -> str | None:
    """As much of a date as the format has a place for."""
    when = losses.date(key, field, value)
    if when and when.year < 1000:
        losses.remark(key, f"`{field}` before the year 1000 is left out of JSON Resume")
        return None
    return when.iso if when else None
