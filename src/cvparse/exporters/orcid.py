"""ORCID 3.0 JSON: works, employment, education and funding, as the member API takes them.

    {"works": {"bulk": [{"work": …}]}, "employments": [{"employment": …}], "educations": …, "fundings": …}

`works` is what POST /works takes; each of the others goes to its own POST /employment, /education,
/funding. The elements are those of ORCID's XML schema 3.0 (record_3.0/*.xsd in ORCID/orcid-model),
in JSON as the API writes them. What the API asks for and a CV does not tell (identifiers of works and
houses, the country of a house) stays out and is named: nothing is made up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from cvparse.cv import CV
from cvparse.exporters import bibtex, places
from cvparse.exporters.export import Export
from cvparse.exporters.json import encoded
from cvparse.exporters.keys import keys
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import is_others
from cvparse.records.publications import Publication

SUFFIX = ".orcid.json"

_PERIOD = {"start_date", "end_date", "is_current"}
CARRIED: Carried = {
    "employment": {"organization", "position", "location", *_PERIOD},
    "education": {"institution", "degree", "field", "location", *_PERIOD},
    "grants": {
        "title", "funder", "amount.amount", "amount.currency", "award_number", "date", *_PERIOD,
        "investigators",
    },
    "publications": bibtex.CARRIED["publications"],
}  # fmt: skip

_TYPES = {
    "article-journal": "journal-article",
    "paper-conference": "conference-paper",
    "chapter": "book-chapter",
    "book": "book",
    "thesis": "dissertation-thesis",
    "report": "report",
    "article": "preprint",
    "patent": "patent",
    "software": "software",
    "dataset": "data-set",
}
Node = dict[str, Any]


def export(cv: CV) -> Export:
    """The four lists."""
    losses = Losses("ORCID", cv)
    losses.beyond(CARRIED)
    works = [
        {"work": _work(work, key, losses)}
        for work, key in zip(cv.publications, keys(cv.publications), strict=True)
    ]
    record = {
        "works": {"bulk": works},
        "employments": _each("employment", cv.employment, _employment, losses),
        "educations": _each("education", cv.education, _education, losses),
        "fundings": _each("funding", cv.grants, _funding, losses),
    }
    return Export(encoded(record), losses.sentences())


def _each(
    name: str, records: Sequence[Any], made: Callable[[Any, Losses], Node], losses: Losses
) -> list[Node]:
    return [{name: made(record, losses)} for record in records]


def _work(work: Publication, key: str, losses: Losses) -> Node:
    """A work. Its BibTeX goes with it as a citation, which carries what ORCID has no fields for."""
    if work.type not in _TYPES:
        losses.remark("publications", f"`type` {work.type or 'not known'} becomes `other`")
    if not work.title:
        losses.remark("publications", "ORCID asks for a title, and none is known")
    if not (work.doi or work.arxiv):
        losses.remark("publications", "ORCID asks for an identifier, and none is printed")
    return _filled(
        title={"title": {"value": work.title}} if work.title else None,
        journal_title=_value(work.venue),
        citation={
            "citation-type": "bibtex",
            "citation-value": bibtex.entry(work, key, Losses("BibTeX", losses.cv)),
        },
        type=_TYPES.get(work.type or "", "other"),
        publication_date=_date("publications", "date", work.date, losses),
        external_ids=_identifiers(("doi", work.doi), ("arxiv", work.arxiv)),
        url=_value(losses.first("publications", "links.url", [link.url for link in work.links])),
        contributors={
            "contributor": [
                _contributor(name, "first" if number == 0 else "additional", role)
                for role, names in (("author", work.authors), ("editor", work.editors))
                for number, name in enumerate(names)
                if not is_others(name)
            ]
        },
    )


def _contributor(name: str, sequence: str, role: str) -> Node:
    attributes = {"contributor-sequence": sequence, "contributor-role": role}
    return {"credit-name": {"value": name}, "contributor-attributes": attributes}


def _employment(post: Any, losses: Losses) -> Node:
    return _filled(
        role_title=post.position,
        start_date=_date("employment", "start_date", post.start_date, losses),
        end_date=_date("employment", "end_date", post.end_date, losses),
        organization=_house("employment", post.organization, post.location, losses),
    )


def _education(degree: Any, losses: Losses) -> Node:
    return _filled(
        role_title=", ".join(part for part in (degree.degree, degree.field) if part),
        start_date=_date("education", "start_date", degree.start_date, losses),
        end_date=_date("education", "end_date", degree.end_date, losses),
        organization=_house("education", degree.institution, degree.location, losses),
    )


def _funding(grant: Any, losses: Losses) -> Node:
    amount = grant.amount
    people = [
        {"credit-name": {"value": name}} for name in grant.investigators if not is_others(name)
    ]
    start, end = grant.start_date or grant.date, grant.end_date
    return _filled(
        type="grant",
        title={"title": {"value": grant.title}} if grant.title else None,
        amount={"value": str(amount.amount), "currency-code": amount.currency} if amount else None,
        start_date=_date("grants", "date" if grant.date else "start_date", start, losses),
        end_date=_date("grants", "end_date", end, losses),
        external_ids=_identifiers(("grant_number", grant.award_number)),
        contributors={"contributor": people} if people else None,
        organization=_house("grants", grant.funder, None, losses),
    )


def _house(key: str, name: str | None, location: str | None, losses: Losses) -> Node:
    """A house and its place; ORCID asks for city, country and an identifier of the house."""
    place = places.parted(location)
    if not name:
        losses.remark(key, "ORCID asks for the house, and none is known")
    if not (place.city and place.code):
        losses.remark(key, "ORCID asks for the city and country of the house")
    if location and location != ", ".join(part for part in (place.city, place.region) if part):
        kept = ", ".join(part for part in (place.city, place.region, place.country) if part)
        if kept != location or (place.country and not place.code):
            losses.remark(key, "`location` is not kept whole in ORCID")
    address = _filled(city=place.city, region=place.region, country=place.code)
    return _filled(name=name, address=address)


def _identifiers(*known: tuple[str, str | None]) -> Node | None:
    found = [
        {
            "external-id-type": kind,
            "external-id-value": value,
            "external-id-relationship": "self",
        }
        for kind, value in known
        if value
    ]
    return {"external-id": found} if found else None


def _date(key: str, field: str, text: str | None, losses: Losses) -> Node | None:
    """Year, month and day, as far as they are known."""
    when = losses.date(key, field, text)
    if when is None:
        return None
    parts = {"year": f"{when.year:04}"}
    if when.month:
        parts["month"] = f"{when.month:02}"
    if when.day:
        parts["day"] = f"{when.day:02}"
    return {name: {"value": value} for name, value in parts.items()}


def _value(text: str | None) -> Node | None:
    return {"value": text} if text else None


def _filled(**fields: Any) -> Node:
    """The elements that hold something, their names with hyphens as ORCID's."""
    return {name.replace("_", "-"): value for name, value in fields.items() if value}
