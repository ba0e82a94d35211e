"""SciENcv's Current and Pending (Other) Support as XML, to upload and complete there.

    <support>
      <projecttitle>, <awardnumber>, <supportsource>, <location>, <contributiontype>, <awardamount>,
      <inkinddescription>, <overallobjectives>, <potentialoverlap>, <startdate>, <enddate>,
      <supporttype>, <commitment><personmonth year="2026"/></commitment>

in this order. Only grants that are current or pending on the day go in: what goes on, whose end
is not before the day, or whose status says so. Amounts are whole US dollars. SciENcv shows months
and wants days: a month is told by its first. What a CV does not say (objectives, overlap, person
months, place) stays empty, as the form allows, for the owner to fill in before certifying.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

from cvparse.cv import CV
from cvparse.exporters import edtf, places
from cvparse.exporters.export import Export, printable
from cvparse.exporters.losses import Carried, Losses
from cvparse.exporters.names import parted
from cvparse.records.employment import Employment
from cvparse.records.grants import Grant

SUFFIX = ".cpos.xml"

CARRIED: Carried = {
    "person": {"name", "orcid"},
    "employment": {"organization", "position", "location", "start_date", "end_date", "is_current"},
    "grants": {
        "title", "funder", "amount.amount", "amount.currency", "amount.in_kind", "award_number",
        "status", "date", "start_date", "end_date", "is_current",
    },
}  # fmt: skip

_PENDING = ("pending", "submitted", "under review", "in review", "applied", "proposed", "planned")
_RUNNING = ("active", "ongoing", "on-going", "current", "in progress", "running")
_OVER = (
    "complet",
    "ended",
    "closed",
    "expired",
    "past",
    "declin",
    "reject",
    "not funded",
    "withdrawn",
)


def export(cv: CV, as_of: date | None = None) -> Export:
    """The support that is current or pending on a day (today, when none is given)."""
    day = as_of or date.today()  # noqa: DTZ011 (the owner's day)
    losses = Losses("CPOS", cv)
    losses.beyond(CARRIED)
    profile = ET.Element("profile")
    _identify(ET.SubElement(profile, "identification"), cv)
    _employ(ET.SubElement(profile, "employment"), cv.employment, losses)
    funding = ET.SubElement(profile, "funding")
    for grant in cv.grants:
        if kind := support_type(grant, day):
            _support(ET.SubElement(funding, "support"), grant, kind, day, losses)
        else:
            losses.remark("grants", f"neither current nor pending on {day}, as far as it says")
    ET.indent(profile)
    text: str = ET.tostring(profile, encoding="unicode", short_empty_elements=False)
    return Export(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode(), losses.sentences())


def support_type(grant: Grant, day: date) -> str | None:
    """`current` or `pending`; None for what is over, or does not say."""
    status = (grant.status or "").casefold()
    if any(word in status for word in _OVER):
        return None
    if any(word in status for word in _PENDING):
        return "pending"
    if any(word in status for word in _RUNNING):
        return "current"
    found = edtf.of(grant)
    if found.start and found.start.first > day:
        return None
    if found.goes_on or (not found.lone and found.end and found.end.last >= day):
        return "current"
    return None


def _identify(identification: ET.Element, cv: CV) -> None:
    if cv.person.orcid:
        _add(identification, "id", cv.person.orcid).set("idtype", "orcid")
    name = parted(cv.person.name or "")
    first, _, middle = name.given.partition(" ")
    family = name.literal or " ".join(p for p in (name.particle, name.family, name.suffix) if p)
    parts = ET.SubElement(identification, "name")
    for tag, value in (("firstname", first), ("middlename", middle), ("lastname", family)):
        _add(parts, tag, value)


def _employ(employment: ET.Element, posts: tuple[Employment, ...], losses: Losses) -> None:
    """The posts that go on."""
    for post in posts:
        if not post.is_current:
            losses.remark("employment", "a post that is over is left out")
            continue
        position = ET.SubElement(employment, "position")
        _add(position, "positiontitle", post.position)
        house = ET.SubElement(position, "organization")
        place = places.parted(post.location)
        _add(house, "orgname", post.organization)
        _add(house, "city", place.city)
        _add(house, "stateorprovince", place.region)
        _add(house, "country", place.country)
        for tag, text in (("startdate", post.start_date), ("enddate", post.end_date)):
            if when := edtf.day(text):
                _add(ET.SubElement(position, tag), "year", str(when.year))
                if when.month or when.season:
                    losses.remark("employment", "`start_date` and `end_date` keep the year in CPOS")


def _support(support: ET.Element, grant: Grant, kind: str, day: date, losses: Losses) -> None:
    in_kind = bool(grant.amount and grant.amount.in_kind)
    found = edtf.of(grant)
    for tag, value in (
        ("projecttitle", grant.title),
        ("awardnumber", grant.award_number),
        ("supportsource", grant.funder),
        ("location", None),
        ("contributiontype", "inkind" if in_kind else "award"),
        ("awardamount", _dollars(grant, losses)),
        ("inkinddescription", grant.title if in_kind else None),
        ("overallobjectives", None),
        ("potentialoverlap", None),
        ("startdate", _first_day(found.start, "start_date", losses)),
        ("enddate", _first_day(None if found.lone else found.end, "end_date", losses)),
        ("supporttype", kind),
    ):
        _add(support, tag, value)
    commitment = ET.SubElement(support, "commitment")
    for year in _years(found, day):
        _add(commitment, "personmonth", None).set("year", str(year))
    losses.remark("grants", "SciENcv asks for objectives, overlap, place and person months")


def _dollars(grant: Grant, losses: Losses) -> str | None:
    """The whole amount in whole US dollars; nothing in another currency, nothing of one year."""
    if grant.amount is None:
        return None
    if grant.amount.currency != "USD":
        losses.remark("grants", "`amount.amount` in another currency is left out of CPOS")
        return None
    if grant.amount.per:
        losses.remark("grants", "`amount.amount` of a year is left out, CPOS asks for the total")
        return None
    if grant.amount.amount != round(grant.amount.amount):
        losses.remark("grants", "`amount.amount` is rounded to whole dollars")
    return str(round(grant.amount.amount))


def _first_day(when: edtf.Day | None, field: str, losses: Losses) -> str | None:
    """The day; of a month the first, which SciENcv shows as the month; of a year nothing."""
    if when is None:
        return None
    if when.month is None:
        losses.remark("grants", f"`{field}` of a year alone is left out, CPOS asks for the month")
        return None
    return when.first.isoformat()


def _years(found: edtf.Period, day: date) -> Iterator[int]:
    """The years that person months are asked for; of what goes on, up to the day's."""
    first = found.start.year if found.start else day.year
    last = found.end.year if found.end and not found.lone else max(first, day.year)
    return iter(range(first, min(last, first + 50) + 1))


def _add(parent: ET.Element, tag: str, value: str | None) -> ET.Element:
    child = ET.SubElement(parent, tag)
    child.text = printable(value or "")
    return child
