"""A CV as tables: one for `person`, one for each key of the contract, a row for each record.

The columns are those of the contract, whether a CV fills them or not, so that tables of many CVs can
be laid under each other. `row` numbers the records of a key from 0, as JSON pointers do. Money
and links, which hold several things, become several columns:

    amount  amount_currency  amount_per  amount_in_kind      links_label  links_url
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from cvparse.cv import CV, KEYS
from cvparse.exporters.losses import records
from cvparse.values import Link, Money, Record

Sort = Literal["text", "number", "count", "truth", "texts", "numbers"]
"""What a column holds: one value (a `count` is a whole number), or (plural) several of them."""
Cell = str | int | float | bool | tuple[str | None, ...] | tuple[int, ...] | None

_PARTS: dict[type[Any], dict[str, Sort]] = {
    Money: {"amount": "number", "currency": "text", "per": "text", "in_kind": "truth"},
    Link: {"label": "texts", "url": "texts"},
}
_SORTS: dict[object, Sort] = {
    str | None: "text",
    bool | None: "truth",
    tuple[str, ...]: "texts",
    tuple[int, ...]: "numbers",
}


class Table(NamedTuple):
    """The records of one key: `rows` have a cell for each of the `columns`."""

    key: str
    columns: Mapping[str, Sort]
    rows: tuple[tuple[Cell, ...], ...]


def tables(cv: CV) -> tuple[Table, ...]:
    """All tables of a CV in the order of the contract, the empty ones too."""
    return tuple(Table(key, columns(key), tuple(_rows(cv, key))) for key in ("person", *KEYS))


@cache
def columns(key: str) -> Mapping[str, Sort]:
    """The columns of a key's table and what they hold, `row` first."""
    chosen: dict[str, Sort] = {"row": "count"}
    for field, info in _model(key).model_fields.items():
        if field == "provenance":
            continue
        if parts := _parts(info.annotation):
            chosen |= {_named(field, part): sort for part, sort in parts.items()}
        else:
            chosen[field] = _SORTS[info.annotation]
    return chosen


def flat(cell: Cell) -> str | int | float | bool | None:
    """A cell for tables that know no lists: several values in one, a semicolon between them."""
    if isinstance(cell, tuple):
        return "; ".join("" if part is None else str(part) for part in cell) or None
    return cell


def _rows(cv: CV, key: str) -> Iterator[tuple[Cell, ...]]:
    for number, record in enumerate(records(cv, key)):
        cells: dict[str, Cell] = {"row": number}
        for field in type(record).model_fields:
            if field != "provenance":
                cells |= _cells(field, getattr(record, field))
        yield tuple(cells.get(column) for column in columns(key))


def _cells(field: str, value: Any) -> dict[str, Cell]:
    if isinstance(value, Money):
        return {_named(field, part): getattr(value, part) for part in _PARTS[Money]}
    if isinstance(value, tuple) and value and isinstance(value[0], Link):
        return {
            _named(field, part): tuple(getattr(link, part) for link in value)
            for part in _PARTS[Link]
        }
    return {field: value}


def _named(field: str, part: str) -> str:
    """`amount_currency`; the amount of `amount` is `amount` itself."""
    return field if part == field else f"{field}_{part}"


def _model(key: str) -> type[Record]:
    annotation: Any = CV.model_fields[key].annotation
    return annotation if key == "person" else annotation.__args__[0]  # type: ignore[no-any-return]


def _parts(annotation: Any) -> dict[str, Sort] | None:
    """Of money or links the parts."""
    args = (annotation, *getattr(annotation, "__args__", ()))
    return next((_PARTS[arg] for arg in args if arg in _PARTS), None)
