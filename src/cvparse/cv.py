"""The whole record, in the shape of the output contract, and its envelope."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, PrivateAttr

from cvparse.records.awards import Award
from cvparse.records.certificates import Certificate
from cvparse.records.education import Education
from cvparse.records.employment import Employment
from cvparse.records.grants import Grant
from cvparse.records.languages import Language
from cvparse.records.memberships import Membership
from cvparse.records.other import Other
from cvparse.records.person import Person
from cvparse.records.projects import Project
from cvparse.records.publications import Publication
from cvparse.records.references import Reference
from cvparse.records.service import Service
from cvparse.records.skills import Skill
from cvparse.records.students import Student
from cvparse.records.talks import Talk
from cvparse.records.teaching import Teaching
from cvparse.values import Model

SCHEMA_VERSION = "1.0"

Pair = tuple[int, int]


class SourceInfo(Model):
    """The text that was read. `text` itself is kept in memory, not in the JSON."""

    name: str
    sha256: str = Field(description="Of the text in UTF-8.")
    media_type: str
    characters: int

    _text: str = PrivateAttr("")

    @property
    def text(self) -> str:
        """The text all spans count in; empty when the CV was loaded from JSON."""
        return self._text

    @classmethod
    def holding(cls, text: str, **fields: str) -> SourceInfo:
        """The description of a text, with the text in memory."""
        info = cls.model_validate({"characters": len(text), **fields})
        info._text = text  # noqa: SLF001 (our own)
        return info

    def __eq__(self, other: object) -> bool:
        """Equal when what the JSON holds is equal."""
        return isinstance(other, SourceInfo) and self.model_dump() == other.model_dump()

    def __hash__(self) -> int:
        return hash((self.name, self.sha256))


class ToolInfo(Model):
    """What made this record."""

    name: str
    version: str


class SectionMap(Model):
    """Where a section and its entries stand: the grouping of the page."""

    kind: str
    heading: str | None = Field(None, description="Word for word.")
    span: Pair
    rung: str | None = Field(None, description="How the heading was recognised.")
    entries: tuple[Pair, ...] = ()

    always: ClassVar[frozenset[str]] = frozenset({"kind", "span", "entries"})


class Furniture(Model):
    """Characters that carry no value of their own, and why."""

    reason: str
    characters: int


class Coverage(Model):
    """The ledger: what became of every character that is not white space."""

    characters: int = Field(description="All characters that are not white space.")
    fields: int = Field(description="Of these, used by fields.")
    remarks: int = Field(
        0, description="Of those in fields, kept word for word (`note`, `other`), not understood."
    )
    headings: int = Field(description="Of these, in headings.")
    furniture: tuple[Furniture, ...] = ()
    unclaimed: tuple[Pair, ...] = Field((), description="Spans that nothing accounts for.")
    share: float = Field(description="The share accounted for, 0 to 1.")

    always: ClassVar[frozenset[str]] = frozenset(
        {"characters", "fields", "remarks", "headings", "furniture", "unclaimed", "share"}
    )


class Diagnostic(Model):
    """Something to look at: a repair, a suspected typo, text that nothing accounts for."""

    code: str = Field(description="`CV001` and on; see `cvparse.check`.")
    severity: Literal["info", "warning", "error"]
    message: str
    span: Pair | None = None
    path: str | None = Field(None, description="JSON pointer to the value.")


class CrossLink(Model):
    """One record that speaks of another: a talk of its publication."""

    rel: str = Field(description="What the first is to the second; see `cvparse.link`.")
    source: str = Field(alias="from", description="JSON pointer.")
    target: str = Field(alias="to", description="JSON pointer.")
    reason: str | None = Field(None, description="What the text says that shows it.")


class SameName(Model):
    """Why a printed form of a name is taken for the same person as another."""

    name: str
    like: str
    reason: str


class ListPlace(Model):
    """A place in a list of persons, the first being 0."""

    at: str = Field(description="JSON pointer to the list.")
    index: int
    of: int = Field(description="How many the list holds.")

    always: ClassVar[frozenset[str]] = frozenset({"at", "index", "of"})


class PersonEntry(Model):
    """One person of the text, under all the names printed."""

    name: str = Field(description="The form printed most often; of the owner, `person.name`.")
    variants: tuple[str, ...] = ()
    evidence: tuple[SameName, ...] = Field((), description="Why each variant is this person's.")
    occurrences: tuple[str, ...] = Field((), description="JSON pointers.")
    is_owner: bool | None = Field(None, description="True for the person whose CV it is.")
    places: tuple[ListPlace, ...] = Field((), description="Of the owner: where in which lists.")


class CV(Model):
    """One CV: its records, and how they were read."""

    schema_version: str = SCHEMA_VERSION
    source: SourceInfo
    tool: ToolInfo
    person: Person = Person()
    education: tuple[Education, ...] = ()
    employment: tuple[Employment, ...] = ()
    awards: tuple[Award, ...] = ()
    grants: tuple[Grant, ...] = ()
    publications: tuple[Publication, ...] = ()
    projects: tuple[Project, ...] = ()
    talks: tuple[Talk, ...] = ()
    teaching: tuple[Teaching, ...] = ()
    service: tuple[Service, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Language, ...] = ()
    memberships: tuple[Membership, ...] = ()
    students: tuple[Student, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    references: tuple[Reference, ...] = ()
    other: tuple[Other, ...] = ()
    sections: tuple[SectionMap, ...] = ()
    coverage: Coverage
    links: tuple[CrossLink, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    always: ClassVar[frozenset[str]] = frozenset({"person", "sections", "links", "diagnostics"})


KEYS = (
    "education", "employment", "awards", "grants", "publications", "projects", "talks",
    "teaching", "service", "skills", "languages", "memberships", "students", "certificates",
    "references", "other",
)  # fmt: skip
"""The keys of the contract that hold lists of records."""
