"""What may be handed out: records, money, and the evidence every value travels with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from cvparse.document import How, Mention, Source, Span


class Model(BaseModel):
    """Frozen, strict about its keys; absent values are left out of the JSON."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True
    )

    always: ClassVar[frozenset[str]] = frozenset()
    """Fields that are written even when empty."""

    @model_serializer(mode="wrap")
    def _without_blanks(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {k: v for k, v in handler(self).items() if k in self.always or not _blank(v)}


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, (list, tuple, dict)) and not value)


class Money(Model):
    """An amount in units of an ISO 4217 currency: `$150k` is 150000 USD."""

    amount: int | float
    currency: str = Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code.")
    per: str | None = Field(None, description="`year` when the amount is paid each year.")
    in_kind: bool | None = Field(None, description="True for credits, devices or time.")


class Link(Model):
    """A link printed beside an entry: its words, its address, or both."""

    label: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class When:
    """What a date mention means, in EDTF: a point, a period, or a period that goes on.

    `2019` is `When("2019", "2019")`, `2015-2019` is `When("2015", "2019")`, `since 2018` is
    `When("2018", None, current=True)`, `expected May 2026` is `When(None, "2026-05")`.
    """

    start: str | None
    end: str | None
    current: bool = False

    @property
    def point(self) -> bool:
        """One date, not a period."""
        return self.start is not None and self.start == self.end


class Evidence(Model):
    """Where a value was read: `text` is exactly the source's characters [start, end) of `span`."""

    span: tuple[int, int] = Field(description="[start, end) in Unicode characters of the text.")
    text: str
    rule: str = Field(description="The rule that saw it.")
    how: How = Field("read", description="`read` at this place, or `inferred` from it.")

    always: ClassVar[frozenset[str]] = frozenset({"span", "text", "rule", "how"})


T = TypeVar("T")


@dataclass(frozen=True)
class Sourced(Generic[T]):
    """A value on its way to a record, with the place it came from."""

    value: T
    span: Span
    rule: str
    how: How = "read"

    @classmethod
    def of(cls, mention: Mention) -> Sourced[Any]:
        return Sourced(mention.value, mention.span, mention.rule, mention.how)

    def inferred(self) -> Sourced[T]:
        """The same value, taken from a place that does not say it in so many words."""
        return replace(self, how="inferred")

    def evidence(self, source: Source) -> dict[str, Any]:
        """The fields of an `Evidence`; pydantic makes them in one go with their record."""
        start, end = self.span
        text = source.text[start:end]
        return {"span": (start, end), "text": text, "rule": self.rule, "how": self.how}


Chosen = Sourced[Any] | Sequence[Sourced[Any]] | None


class Record(Model):
    """One record of the contract. `provenance` maps a field (`authors/0`) to its evidence."""

    provenance: dict[str, Evidence] = Field(
        default_factory=dict, description="Field (`title`, `authors/0`) to where it was read."
    )

    @classmethod
    def of(cls, source: Source, **chosen: Chosen) -> Self:
        """Part the values from their evidence: the only place where this is done."""
        values: dict[str, Any] = {}
        evidence: dict[str, Any] = {}
        for name, found in chosen.items():
            if isinstance(found, Sourced):
                values[name] = found.value
                evidence[name] = found.evidence(source)
            elif found:
                values[name] = tuple(item.value for item in found)
                for i, item in enumerate(found):
                    evidence[f"{name}/{i}"] = item.evidence(source)
        return cls(**values, provenance=evidence)

    def and_more(self, source: Source, name: str, found: Sequence[Sourced[Any]]) -> Self:
        """The same record, a field of several values holding these too."""
        known = getattr(self, name)
        evidence = {
            f"{name}/{len(known) + i}": Evidence(**item.evidence(source))
            for i, item in enumerate(found)
        }
        values = (*known, *(item.value for item in found))
        return self.model_copy(update={name: values, "provenance": self.provenance | evidence})

    def values(self) -> Mapping[str, Any]:
        """The fields that hold something, provenance left out."""
        return {
            name: value
            for name in type(self).model_fields
            if name != "provenance" and not _blank(value := getattr(self, name))
        }
