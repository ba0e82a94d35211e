"""What the owner made and did: works, grants, projects, talks, courses, each a thing of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cvparse.exporters.jsonld.nodes import OWNER, Node, house, iso, money, node, people, period
from cvparse.exporters.losses import Losses

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


def _work(work: Any, losses: Losses) -> Node:
    container = _CONTAINERS.get(work.type or "", "CreativeWork")
    doi = f"https://doi.org/{work.doi}" if work.doi else None
    arxiv = f"https://arxiv.org/abs/{work.arxiv}" if work.arxiv else None
    return node(
        _TYPES.get(work.type or "", "CreativeWork"),
        name=work.title,
        genre=work.type,
        author=people(work.authors),
        editor=people(work.editors),
        isPartOf=node(container, name=work.venue, alternateName=work.acronym)
        if work.venue or work.acronym
        else None,
        locationCreated=work.location,
        datePublished=iso("publications", "date", work.date, losses),
        volumeNumber=work.volume,
        issueNumber=work.issue,
        pagination=work.pages,
        publisher=house(work.publisher),
        creativeWorkStatus=work.status,
        sameAs=[address for address in (doi, arxiv) if address],
        url=[link.url for link in work.links if link.url],
    )


def _grant(grant: Any, losses: Losses) -> Node:
    members = [{"@id": OWNER}, *people(grant.investigators)]
    return node(
        "MonetaryGrant",
        name=grant.title,
        identifier=grant.award_number,
        funder=house(grant.funder),
        amount=money(grant.amount),
        fundedItem=node(
            "ResearchProject", member=members, **period("grants", grant, losses, "foundingDate")
        ),
    )


def _project(project: Any, losses: Losses) -> Node:
    return node(
        "ResearchProject",
        name=project.name,
        description=project.description,
        keywords=[*project.keywords],
        member=people(project.contributors) or [{"@id": OWNER}],
        parentOrganization=house(project.organization),
        location=project.location,
        url=[link.url for link in project.links if link.url],
        **period("projects", project, losses, "foundingDate"),
    )


def _talk(talk: Any, losses: Losses) -> Node:
    event = node("Event", name=talk.event, alternateName=talk.acronym)
    return node(
        "Event",
        name=talk.title,
        performer=people(talk.speakers) or [{"@id": OWNER}],
        superEvent=event if len(event) > 1 else None,
        location=talk.location,
        startDate=iso("talks", "date", talk.date, losses),
    )


def _course(course: Any, losses: Losses) -> Node:
    taught = node("CourseInstance", instructor={"@id": OWNER}, **period("teaching", course, losses))
    return node(
        "Course", name=course.course, provider=house(course.institution), hasCourseInstance=taught
    )


NODES: dict[str, Callable[[Any, Losses], Node]] = {
    "publications": _work,
    "grants": _grant,
    "projects": _project,
    "talks": _talk,
    "teaching": _course,
}
"""Keys whose records are things of their own; the others describe the owner."""
