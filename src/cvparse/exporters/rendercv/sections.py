"""The sections of RenderCV: which entry a record becomes, and which field goes where in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from cvparse.cv import CV, KEYS
from cvparse.exporters import edtf
from cvparse.exporters.losses import Carried, Losses, records
from cvparse.exporters.rendercv.yaml import marked
from cvparse.records.publications import Publication
from cvparse.values import Link, Money, Record

_PERIOD = {"start_date", "end_date", "is_current"}
_MONEY = {"amount.amount", "amount.currency", "amount.per", "amount.in_kind"}
_NAMES = {
    "education": ("institution", "degree", "field"),
    "employment": ("organization", "position"),
    "projects": ("name", "organization"),
    "talks": ("title", "event"),
    "teaching": ("course", "role", "institution"),
    "service": ("role", "organization"),
    "memberships": ("organization",),
    "students": ("name", "role"),
    "references": ("name", "organization"),
}
"""What a plain entry is called: the first of these that is known; of other keys the title."""
_SUMMARIES = (
    "degree", "field", "position", "awarder", "funder", "event", "acronym", "kind", "role",
    "institution", "organization", "presented_at",
)  # fmt: skip
"""What stands under the name, as it is; the rest becomes points, most with their name before them."""
_POINTS = ("highlights", "metrics", "description", "note", "links")

CARRIED: Carried = {
    "education": {
        "institution", "degree", "field", "location", *_PERIOD, "advisors", "honors", "thesis",
        "grade", "note",
    },
    "employment": {
        "organization", "position", "location", *_PERIOD, "mentors", "highlights", "note",
    },
    "awards": {"title", "awarder", "date", *_MONEY, "note"},
    "grants": {
        "title", "funder", *_MONEY, "role", "investigators", "award_number", "status", "date",
        *_PERIOD, "note",
    },
    "publications": {
        "title", "authors", "venue", "acronym", "track", "location", "date", "volume", "issue",
        "pages", "doi", "publisher", "status", "links.url",
    },
    "projects": {
        "name", "description", "keywords", "contributors", "organization", "location", "date",
        *_PERIOD, "presented_at", "metrics", "links.label", "links.url", "note",
    },
    "talks": {
        "title", "speakers", "kind", "event", "acronym", "location", "date", "note",
    },
    "teaching": {"course", "role", "institution", *_PERIOD, "note"},
    "service": {"role", "organization", *_PERIOD, "note"},
    "skills": {"category", "items", "note"},
    "languages": {"language", "fluency", "note"},
    "memberships": {"organization", *_PERIOD, "note"},
    "students": {"name", "role", "institution", *_PERIOD, "note"},
    "certificates": {"title", "organization", "date", "note"},
    "references": {"name", "organization", "date", "note"},
    "other": {"heading", "text"},
}  # fmt: skip

Entry = dict[str, Any]


def entries(cv: CV, losses: Losses) -> dict[str, list[Any]]:
    """Title of each section → its entries, in the order of the contract."""
    found: dict[str, list[Any]] = {}
    for key in KEYS:
        rows = records(cv, key)
        if key == "other":
            for row in rows:
                found |= _texts(row, found)
        elif made := _section(key, rows, losses):
            found[key.capitalize()] = made
    return found


def _section(key: str, rows: Sequence[Record], losses: Losses) -> list[Any]:
    """All entries of one kind: RenderCV takes no others."""
    shape = _SHAPES.get(key)
    if shape and all(needed in row.values() for row in rows for needed in shape[0]):
        return [shape[1](row) for row in rows]
    if key == "publications":
        losses.remark(key, "one without title or authors makes all plain entries in RenderCV")
    return [_plain(key, row, losses) for row in rows]


def _plain(key: str, record: Record, losses: Losses) -> Entry:
    """A `NormalEntry`: name, place, dates, a summary, points."""
    values = dict(record.values())
    known = [field for field in _NAMES.get(key, ("title",)) if field in values]
    name = values.pop(known[0]) if known else ", ".join(values.pop(next(iter(values)), ()))
    summary = [marked(values.pop(field)) for field in _SUMMARIES if field in values]
    return _filled(
        name=marked(name),
        **_where_and_when(key, record, values, losses),
        summary=", ".join(summary),
        highlights=list(_points(values)),
    )


def _education(record: Any) -> Entry:
    values = dict(record.values())
    return _filled(
        institution=marked(values.pop("institution")),
        area=marked(values.pop("field")),
        degree=marked(values.pop("degree", "")),
        **_where_and_when("education", record, values),
        highlights=list(_points(values)),
    )


def _employment(record: Any) -> Entry:
    values = dict(record.values())
    return _filled(
        company=marked(values.pop("organization")),
        position=marked(values.pop("position")),
        **_where_and_when("employment", record, values),
        highlights=list(_points(values)),
    )


def _publication(work: Publication) -> Entry:
    volume = f"{work.volume or ''}{f'({work.issue})' if work.issue else ''}"
    acronym = work.acronym if work.acronym != work.venue else None
    where = (work.venue, acronym, work.track, volume, work.pages, work.publisher, work.location)
    urls = [link.url for link in work.links if link.url and link.url.startswith("http")]
    return _filled(
        title=marked(work.title or ""),
        authors=[marked(name) for name in work.authors],
        doi=work.doi if work.doi and work.doi.startswith("10.") else None,
        url=urls[0] if urls else None,
        journal=marked(", ".join(part for part in (*where, work.status) if part)),
        **dates(work),
    )


def _pair(label: str, details: str) -> Callable[[Any], Entry]:
    """A `OneLineEntry`: `Languages: English, German`."""

    def made(record: Any) -> Entry:
        value = getattr(record, details) or ()
        told = ", ".join(value) if isinstance(value, tuple) else value
        more = "; ".join(part for part in (told, *record.note) if part)
        return {"label": marked(getattr(record, label) or ""), "details": marked(more)}

    return made


_SHAPES: dict[str, tuple[tuple[str, ...], Callable[[Any], Entry]]] = {
    "education": (("institution", "field"), _education),
    "employment": (("organization", "position"), _employment),
    "publications": (("title", "authors"), _publication),
    "skills": ((), _pair("category", "items")),
    "languages": ((), _pair("language", "fluency")),
}
"""Key → the fields that all records need to become RenderCV's own kind of entry, and how."""


def _where_and_when(
    key: str, record: Record, values: dict[str, Any], losses: Losses | None = None
) -> Entry:
    """Place and dates, taken out of what is still to be told."""
    place = values.pop("location", None)
    for field in ("date", *_PERIOD):
        values.pop(field, None)
    return ({"location": marked(place)} if place else {}) | dates(record)


def _points(values: dict[str, Any]) -> Iterator[str]:
    """A point each. RenderCV makes a nested list of ` - `: a dash stands there instead."""
    for field, value in values.items():
        several = value if isinstance(value, tuple) else (value,)
        if field in (
            "authors",
            "advisors",
            "mentors",
            "investigators",
            "contributors",
            "speakers",
            "keywords",
        ):
            several = (", ".join(several),)
        for text in several:
            name = "" if field in _POINTS else f"{field.replace('_', ' ').capitalize()}: "
            yield name + _told(text).replace(" - ", " – ")


def _told(value: object) -> str:
    if isinstance(value, Link):
        label = marked(value.label or value.url or "")
        return f"[{label}]({value.url})" if value.url else label
    return marked(_sum(value) if isinstance(value, Money) else str(value))


def _sum(money: Money) -> str:
    extra = (f"per {money.per}" if money.per else "", "in kind" if money.in_kind else "")
    return " ".join([f"{money.amount} {money.currency}", *(word for word in extra if word)])


def _texts(record: Any, known: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Paragraphs under their own heading, apart from a section of records that is called the same."""
    title = (record.heading or "").replace("*", " ")  # no Markdown in RenderCV's titles
    title = marked(title) or "Other"
    if any(not isinstance(entry, str) for entry in known.get(title, [])):
        title += " (other)"
    lines = [marked(line) for line in (record.text or "").splitlines() if line.strip()]
    return {title: [*known.get(title, []), *lines]} if lines else {}


def _filled(**fields: Any) -> Entry:
    """The fields that hold something; RenderCV needs the names even when they are empty."""
    always = {"name", "institution", "area", "company", "position", "title", "authors"}
    return {name: value for name, value in fields.items() if value or name in always}


def dates(record: object) -> dict[str, str | int]:
    """RenderCV's start and end, or a date of free form when it could not check these."""
    found = edtf.of(record)
    start, end = found.start, found.end
    if found.lone and start:
        return {"date": edtf.shown(start) if start.season else _exact(start)}
    seasons = (start and start.season) or (end and end.season)
    if start and (found.goes_on or end) and not seasons and not (end and end.last < start.first):
        return {"start_date": _exact(start), "end_date": _exact(end) if end else "present"}
    text = edtf.stretch(found)
    return {"date": text} if text else {}


def _exact(when: edtf.Day) -> str | int:
    return when.iso if when.month else when.year
