"""`other[]`: any section that fits nothing else, whole."""

from __future__ import annotations

from cvparse.records.pick import Found
from cvparse.values import Record, Sourced


class Other(Record):
    """A section of no other kind: nothing is dropped."""

    heading: str | None = None
    text: str | None = None


def asides(found: Found) -> list[Other]:
    """What a list of skills says of the owner's pastimes."""
    rows = [Found(found.entry, m.parts) for m in found.mentions if m.label == "pastime"]
    return [Other.of(found.source, heading=r.first("heading"), text=r.first("text")) for r in rows]


def build(found: Found) -> list[Other]:
    """The section as it stands."""
    section = found.entry.section
    if section is None or not section.body.strip():
        return []
    body = section.body.strip()
    heading = section.heading
    return [
        Other.of(
            found.source,
            heading=Sourced(section.title, heading, section.rung) if heading else None,
            text=Sourced(body.value, body.span, "entries.whole"),
        )
    ]
