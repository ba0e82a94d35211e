"""The fields of each key of the contract, as its models have them."""

from __future__ import annotations

from functools import cache
from typing import get_args

from cvparse.cv import CV
from cvparse.values import Record


@cache
def model(key: str) -> type[Record]:
    """The model of one record of a key, or of the person."""
    annotation = CV.model_fields[key].annotation
    found: type[Record] = annotation if key == "person" else get_args(annotation)[0]  # type: ignore[assignment]
    return found


@cache
def fields_of(key: str) -> tuple[str, ...]:
    """Its fields, in order; `provenance` is none."""
    return tuple(name for name in model(key).model_fields if name != "provenance")
