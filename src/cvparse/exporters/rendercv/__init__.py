"""RenderCV's YAML (https://docs.rendercv.com): a CV to typeset, `rendercv render cv.rendercv.yaml`.

Each key is a section. RenderCV wants all entries of a section to be of one kind, so that where one
degree has no field of study, or one post no position, the whole section uses its plain entries.
The first web address is the website; those of GitHub, LinkedIn, ORCID and their like are networks.
"""

from __future__ import annotations

import re
from typing import Any

from cvparse.cv import CV
from cvparse.exporters.export import Export, utf8
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.rendercv.sections import CARRIED as SECTIONS
from cvparse.exporters.rendercv.sections import entries
from cvparse.exporters.rendercv.yaml import block, marked
from cvparse.records.person import Person

SUFFIX = ".rendercv.yaml"

CARRIED: Carried = {
    "person": {
        "name", "headline", "summary", "emails", "phones", "urls", "orcid", "location",
        "research_questions", "supporters", "collaborators", "note",
    },
    **SECTIONS,
}  # fmt: skip

_NETWORKS = {
    "LinkedIn": r"linkedin\.com/in/([\w%-]+)",
    "GitHub": r"github\.com/([\w-]+)",
    "GitLab": r"gitlab\.com/([\w-]+)",
    "ResearchGate": r"researchgate\.net/profile/([\w-]+)",
    "Google Scholar": r"scholar\.google\.\w+(?:\.\w+)?/citations\?(?:.*&)?user=([\w-]+)",
    "YouTube": r"youtube\.com/@([\w.-]+)",
    "X": r"(?:twitter|x)\.com/(\w+)",
}
_WEB = re.compile(r"https?://[\w.-]+\.\w{2,}(?:[:/?#]\S*)?", re.I)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# RenderCV looks a number up in its country's plan; so much of that is known here.
_PHONE = re.compile(r"\+(?:1(?:\D*[2-9](?:\D*\d){9})|[2-9](?:\D{0,3}\d){8,13})")


def export(cv: CV) -> Export:
    """One document; RenderCV's own defaults stand for what it looks like."""
    losses = Losses("RenderCV", cv)
    losses.beyond(CARRIED)
    sections: dict[str, list[Any]] = {}
    if about := _about(cv.person):
        sections["Profile"] = about
    sections |= entries(cv, losses)
    document = {"cv": {**_contact(cv.person, losses), "sections": sections}}
    return Export(utf8("".join(block(document))), losses.sentences())


def _about(person: Person) -> list[str]:
    """What the owner says, a paragraph each."""
    several = (*person.research_questions, *person.supporters, *person.collaborators, *person.note)
    known = [person.headline, person.summary, *several]
    said = person.summary or ""
    return [
        marked(text)
        for number, text in enumerate(known)
        if text and (number < 2 or text not in said)
    ]


def _contact(person: Person, losses: Losses) -> dict[str, Any]:
    """Name, place, addresses; RenderCV takes one of each, and refuses what it cannot check."""
    mails = [mail for mail in person.emails if _MAIL.fullmatch(mail)]
    phones = [phone for phone in person.phones if _PHONE.fullmatch(phone.strip())]
    networks = _networks(person)
    sites = [url for url in person.urls if not _network(url) and _WEB.fullmatch(url)]
    for field, kept, given in (
        ("emails", mails[:1], person.emails),
        ("phones", phones[:1], person.phones),
        ("urls", [*sites[:1], *(url for url in person.urls if _network(url))], person.urls),
    ):
        if len(kept) < len(given):
            losses.remark("person", f"`{field}` keeps {len(kept)} of {len(given)} in RenderCV")
    fields = {
        "name": marked(person.name) if person.name else None,
        "location": marked(person.location) if person.location else None,
        "email": mails[0] if mails else None,
        "phone": phones[0].strip() if phones else None,
        "website": sites[0] if sites else None,
        "social_networks": networks,
    }
    return {name: value for name, value in fields.items() if value}


def _networks(person: Person) -> list[dict[str, str]]:
    """Each network once; the ORCID iD is one."""
    found = dict(filter(None, map(_network, reversed(person.urls))))
    if person.orcid and re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", person.orcid):
        found["ORCID"] = person.orcid
    return [{"network": name, "username": user} for name, user in sorted(found.items())]


def _network(url: str) -> tuple[str, str] | None:
    for name, pattern in _NETWORKS.items():
        if match := re.fullmatch(rf"(?:https?://)?(?:[a-z]+\.)?{pattern}/?", url.strip(), re.I):
            return name, match[1]
    return None
