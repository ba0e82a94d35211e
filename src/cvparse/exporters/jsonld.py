"""JSON-LD in schema.org's words: the owner as a `Person`, and each work, grant, talk … linked to them.

The context is written out (`@vocab`), so that no reader need fetch it; addresses are IRIs in it.
Posts and degrees are roles (`OrganizationRole`), which is how schema.org dates a relation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cvparse.cv import CV
from cvparse.exporters import edtf
from cvparse.exporters.export import Export
from cvparse.exporters.json import encoded
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import is_others, parted
from cvparse.values import Money, Record

SUFFIX = ".jsonld"
OWNER = "_:owner"
CONTEXT = {
    "@vocab": "https://schema.org/",
    "url": {"@type": "@id"},
    "sameAs": {"@type": "@id"},
}

_PERIOD = {"start_date", "end_date", "is_current"}
_MONEY = {"amount.amount", "amount.currency"}
CARRIED: Carried = {
    "person": {
        "name", "headline", "summary", "emails", "phones", "urls", "orcid", "location",
    },
    "education": {
        "institution", "degree", "field", "location", *_PERIOD,
    },
    "employment": {"organization", "position", "location", *_PERIOD, "highlights"},
    "awards": {"title"},
    "grants": {
        "title", "funder", *_MONEY, "award_number", "date", *_PERIOD, "investigators",
    },
    "publications": {
        "title", "authors", "venue", "acronym", "location", "date", "volume", "issue", "pages",
        "doi", "arxiv", "publisher", "editors", "type", "status", "links.url",
    },
    "projects": {
        "name", "description", "keywords", "contributors", "organization", "location", "date",
        *_PERIOD, "links.url",
    },
    "talks": {"title", "speakers", "event", "acronym", "location", "date"},
    "teaching": {"course", "institution", *_PERIOD},
    "skills": {"items"},
    "languages": {"language"},
    "memberships": {"organization", *_PERIOD},
    "students": {"name"},
    "certificates": {"title", "organization", "date"},
}  # fmt: skip

_TYPES = {
    "article-journal": "ScholarlyArticle",
    "paper-conference": "ScholarlyArticle",
    "article": "ScholarlyArticle",
    "chapter": "Chapter",
    "book": "Book",
    "thesis": "Thesis",
    "report": "Report",
    "software": "SoftwareSourceCode",
    "dataset": "Dataset",
    "review": "Review",
}
"""schema.org's type of each work; of others `CreativeWork`. The CSL type stands in `genre`."""
_CONTAINERS = {"article-journal": "Periodical", "chapter": "Book"}

Node = dict[str, Any]


def export(cv: CV) -> Export:
    """One graph: the owner first, then what they made and did."""
    losses = Losses("schema.org", cv)
    losses.beyond(CARRIED)
    graph = [_owner(cv, losses)]
    for key, made in _NODES.items():
        graph += [made(record, losses) for record in getattr(cv, key)]
    return Export(encoded({"@context": CONTEXT, "@graph": graph}), losses.sentences())


def _owner(cv: CV, losses: Losses) -> Node:
    person = cv.person
    name = parted(person.name or "")
    posts = [(post, _post(post, losses)) for post in cv.employment]
    return _node(
        "Person",
        id=f"https://orcid.org/{person.orcid}" if person.orcid else OWNER,
        name=person.name,
        givenName=name.given,
        familyName=" ".join(part for part in (name.particle, name.family) if part),
        jobTitle=person.headline,
        description=person.summary,
        email=[*person.emails],
        telephone=[*person.phones],
        url=[*person.urls],
        address=person.location,
        worksFor=[node for post, node in posts if post.is_current],
        affiliation=[node for post, node in posts if not post.is_current],
        alumniOf=[_degree(one, losses) for one in cv.education],
        hasCredential=[_credential(one, losses) for one in cv.certificates],
        award=[one.title for one in cv.awards if one.title],
        knowsLanguage=[one.language for one in cv.languages if one.language],
        knowsAbout=[item for one in cv.skills for item in one.items],
        memberOf=[_member(one, losses) for one in cv.memberships],
        knows=[_node("Person", name=one.name) for one in cv.students if one.name],
    )


def _post(post: Any, losses: Losses) -> Node:
    house = _node("Organization", name=post.organization, location=post.location)
    relation = "worksFor" if post.is_current else "affiliation"
    return _node(
        "OrganizationRole",
        roleName=post.position,
        description=[*post.highlights],
        **{relation: house},
        **_period("employment", post, losses),
    )


def _degree(degree: Any, losses: Losses) -> Node:
    house = _node("CollegeOrUniversity", name=degree.institution, location=degree.location)
    title = ", ".join(part for part in (degree.degree, degree.field) if part)
    return _node(
        "OrganizationRole", roleName=title, alumniOf=house, **_period("education", degree, losses)
    )


def _member(member: Any, losses: Losses) -> Node:
    house = _node("Organization", name=member.organization)
    return _node("OrganizationRole", memberOf=house, **_period("memberships", member, losses))


def _credential(one: Any, losses: Losses) -> Node:
    return _node(
        "EducationalOccupationalCredential",
        name=one.title,
        recognizedBy=_house(one.organization),
        dateCreated=_iso("certificates", "date", one.date, losses),
    )


def _work(work: Any, losses: Losses) -> Node:
    container = _CONTAINERS.get(work.type or "", "CreativeWork")
    doi = f"https://doi.org/{work.doi}" if work.doi else None
    arxiv = f"https://arxiv.org/abs/{work.arxiv}" if work.arxiv else None
    return _node(
        _TYPES.get(work.type or "", "CreativeWork"),
        name=work.title,
        genre=work.type,
        author=_people(work.authors),
        editor=_people(work.editors),
        isPartOf=_node(container, name=work.venue, alternateName=work.acronym)
        if work.venue or work.acronym
        else None,
        locationCreated=work.location,
        datePublished=_iso("publications", "date", work.date, losses),
        volumeNumber=work.volume,
        issueNumber=work.issue,
        pagination=work.pages,
        publisher=_house(work.publisher),
        creativeWorkStatus=work.status,
        sameAs=[address for address in (doi, arxiv) if address],
        url=[link.url for link in work.links if link.url],
    )


def _grant(grant: Any, losses: Losses) -> Node:
    people = [{"@id": OWNER}, *_people(grant.investigators)]
    return _node(
        "MonetaryGrant",
        name=grant.title,
        identifier=grant.award_number,
        funder=_house(grant.funder),
        amount=_sum(grant.amount),
        fundedItem=_node(
            "ResearchProject", member=people, **_period("grants", grant, losses, "foundingDate")
        ),
    )


def _project(project: Any, losses: Losses) -> Node:
    return _node(
        "ResearchProject",
        name=project.name,
        description=project.description,
        keywords=[*project.keywords],
        member=_people(project.contributors) or [{"@id": OWNER}],
        parentOrganization=_house(project.organization),
        location=project.location,
        url=[link.url for link in project.links if link.url],
        **_period("projects", project, losses, "foundingDate"),
    )


def _talk(talk: Any, losses: Losses) -> Node:
    event = _node("Event", name=talk.event, alternateName=talk.acronym)
    return _node(
        "Event",
        name=talk.title,
        performer=_people(talk.speakers) or [{"@id": OWNER}],
        superEvent=event if len(event) > 1 else None,
        location=talk.location,
        startDate=_iso("talks", "date", talk.date, losses),
    )


def _course(course: Any, losses: Losses) -> Node:
    taught = _node(
        "CourseInstance", instructor={"@id": OWNER}, **_period("teaching", course, losses)
    )
    return _node(
        "Course", name=course.course, provider=_house(course.institution), hasCourseInstance=taught
    )


_NODES: dict[str, Callable[[Any, Losses], Node]] = {
    "publications": _work,
    "grants": _grant,
    "projects": _project,
    "talks": _talk,
    "teaching": _course,
}
"""Keys whose records are things of their own; the others describe the owner."""


def _node(kind: str, /, **properties: Any) -> Node:
    """A thing of schema.org with the properties that hold something; `id` is its `@id`."""
    named = {"@id": properties.pop("id", None), "@type": kind, **properties}
    return {name: value for name, value in named.items() if value}


def _people(printed: tuple[str, ...]) -> list[Node]:
    persons = [(name, parted(name)) for name in printed if not is_others(name)]
    return [
        _node("Organization", name=whole)
        if name.literal
        else _node("Person", name=whole, givenName=name.given, familyName=name.family)
        for whole, name in persons
    ]


def _house(name: str | None) -> Node | None:
    return _node("Organization", name=name) if name else None


def _sum(money: Money | None) -> Node | None:
    if money is None:
        return None
    return _node("MonetaryAmount", value=money.amount, currency=money.currency)


def _period(
    key: str, record: Record, losses: Losses, start: str = "startDate", end: str | None = None
) -> Node:
    """Start and end, in the words of the thing they date."""
    end = end or ("dissolutionDate" if start == "foundingDate" else "endDate")
    values = record.values()
    first = values.get("start_date") or values.get("date")
    return {
        start: _iso(key, "start_date", first, losses),
        end: _iso(key, "end_date", values.get("end_date"), losses),
    }


def _iso(key: str, field: str, text: str | None, losses: Losses) -> str | None:
    """As much of a date as ISO 8601 has a place for."""
    if text is None:
        return None
    when = edtf.begins(text)
    if when is None:
        losses.remark(key, f"`{field}` {text} is left out, no date to schema.org")
        return None
    if when.season or not edtf.period(text).lone:
        losses.remark(key, f"`{field}` keeps no season and no interval in schema.org")
    return when.iso
