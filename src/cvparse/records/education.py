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
    """One degree. A department printed beside the university is left to `note`."""
    institution = found.first("university", "organization") or found.context(
        "university", "organization"
    )
    degree = found.first("degree")
    field = found.first("field") or found.phrase_beside(degree, institution)
    institution = institution or found.first_other("phrase", but=[field])
    return [
        Education.of(
            found.source,
            institution=institution,
            degree=degree,
            field=field,
            location=found.first("place"),
            advisors=found.every("advisor", "mentor"),
            honors=found.first("honors"),
            thesis=found.first("thesis") or found.first("quoted"),
            grade=found.first("grade"),
            note=found.remarks(but=[institution, field]),
            **period(found, lone="end"),
        )
    ]
