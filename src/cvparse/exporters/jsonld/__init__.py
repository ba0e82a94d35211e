"""JSON-LD in schema.org's words: the owner as a `Person`, and each work, grant, talk … linked to them.

The context is written out (`@vocab`), so that no reader need fetch it; addresses are IRIs in it.
Posts and degrees are roles (`OrganizationRole`), which is how schema.org dates a relation.
"""

from __future__ import annotations

from typing import Any

from cvparse.cv import CV
from cvparse.exporters.export import Export
from cvparse.exporters.json import encoded
from cvparse.exporters.jsonld.nodes import OWNER, Node, house, iso, node, period
from cvparse.exporters.jsonld.things import NODES
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import parted

SUFFIX = ".jsonld"
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


def export(cv: CV) -> Export:
    """One graph: the owner first, then what they made and did."""
    losses = Losses("schema.org", cv)
    losses.beyond(CARRIED)
    graph = [_owner(cv, losses)]
    for key, made in NODES.items():
        graph += [made(record, losses) for record in getattr(cv, key)]
    return Export(encoded({"@context": CONTEXT, "@graph": graph}), losses.sentences())


def _owner(cv: CV, losses: Losses) -> Node:
    person = cv.person
    name = parted(person.name or "")
    posts = [(post, _post(post, losses)) for post in cv.employment]
    return node(
        "Person",
        id=OWNER,
        sameAs=f"https://orcid.org/{person.orcid}" if person.orcid else None,
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
        knows=[node("Person", name=one.name) for one in cv.students if one.name],
    )


def _post(post: Any, losses: Losses) -> Node:
    body = node("Organization", name=post.organization, location=post.location)
    relation = "worksFor" if post.is_current else "affiliation"
    return node(
        "OrganizationRole",
        roleName=post.position,
        description=[*post.highlights],
        **{relation: body},
        **period("employment", post, losses),
    )


def _degree(degree: Any, losses: Losses) -> Node:
    body = node("CollegeOrUniversity", name=degree.institution, location=degree.location)
    title = ", ".join(part for part in (degree.degree, degree.field) if part)
    return node(
        "OrganizationRole", roleName=title, alumniOf=body, **period("education", degree, losses)
    )


def _member(member: Any, losses: Losses) -> Node:
    body = node("Organization", name=member.organization)
    return node("OrganizationRole", memberOf=body, **period("memberships", member, losses))


def _credential(one: Any, losses: Losses) -> Node:
    return node(
        "EducationalOccupationalCredential",
        name=one.title,
        recognizedBy=house(one.organization),
        dateCreated=iso("certificates", "date", one.date, losses),
    )
