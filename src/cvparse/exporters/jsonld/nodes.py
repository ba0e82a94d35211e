"""Things of schema.org as JSON-LD, and what dates, names and sums become in them."""

from __future__ import annotations

from typing import Any

from cvparse.exporters.losses import Losses
from cvparse.exporters.names import is_others, parted
from cvparse.values import Money, Record

OWNER = "_:owner"
"""The owner, wherever a thing speaks of them."""

Node = dict[str, Any]


def node(kind: str, /, **properties: Any) -> Node:
    """A thing of schema.org with the properties that hold something; `id` is its `@id`."""
    named = {"@id": properties.pop("id", None), "@type": kind, **properties}
    return {name: value for name, value in named.items() if value}


def people(printed: tuple[str, ...]) -> list[Node]:
    persons = [(name, parted(name)) for name in printed if not is_others(name)]
    return [
        node("Organization", name=whole)
        if name.literal
        else node("Person", name=whole, givenName=name.given, familyName=name.family)
        for whole, name in persons
    ]


def house(name: str | None) -> Node | None:
    return node("Organization", name=name) if name else None


def money(amount: Money | None) -> Node | None:
    if amount is None:
        return None
    return node("MonetaryAmount", value=amount.amount, currency=amount.currency)


def period(
    key: str, record: Record, losses: Losses, start: str = "startDate", end: str | None = None
) -> Node:
    """Start and end, in the words of the thing they date."""
    end = end or ("dissolutionDate" if start == "foundingDate" else "endDate")
    values = record.values()
    first = values.get("start_date") or values.get("date")
    return {
        start: iso(key, "start_date", first, losses),
        end: iso(key, "end_date", values.get("end_date"), losses),
    }


def iso(key: str, field: str, text: str | None, losses: Losses) -> str | None:
    """As much of a date as ISO 8601 has a place for."""
    when = losses.date(key, field, text)
    return when.iso if when else None
