"""`education[]`: a degree, finished or not."""

from __future__ import annotations

from pydantic import Field

from cvparse.records.pick import Found
from cvparse.records.when import period
from cvparse.values import Record


class Education(Record):
    """A degree, finished or not."""

    institution: str | None = Field(None, description="The university.")
    degree: str | None = Field(None, description="As printed: `Ph.D.`.")
    field: str | None = Field(None, description="Field of study.")
    location: str | None = Field(None, description="Place.")
    start_date: str | None = Field(None, description="EDTF.")
    end_date: str | None = Field(None, description="EDTF; absent while it goes on.")
    is_current: bool | None = Field(None, description="True while it goes on.")
    advisors: tuple[str, ...] = Field((), description="Persons.")
    honors: str | None = Field(None, description="`cum laude`.")
    thesis: str | None = Field(None, description="Title of the thesis.")
    grade: str | None = Field(None, description="As printed.")
    note: tuple[str, ...] = Field((), description="What else the entry says.")


def build(found: Found) -> list[Education]:
    """A degree each; the university may be told once, for the first of several or above them."""
    studies = found.each("study")
    house = next((h for s in studies if (h := s.first("institution"))), None)
    place = next((p for s in studies if (p := s.fullest("place"))), None)
    return [
        Education.of(
            found.source,
            institution=one.first("institution")
            or (house.inferred() if house else one.context("institution")),
            degree=one.first("degree"),
            field=one.first("study_field", "field"),
            location=one.fullest("place") or (place.inferred() if place else None),
            advisors=one.every("advisor", "mentor"),
            honors=one.first("honors"),
            thesis=one.first("thesis", "quoted"),
            grade=one.first("grade"),
            note=one.all("remark"),
            **period(one, lone="end"),
        )
        for one in studies
        if one.first("degree", "thesis", "quoted")
        or (one.first("institution") and one.first("date", "study_field", "field"))
    ]
