"""Parquet, compressed with zstd: a row for each document, the whole record in nested columns.

The columns are those of the output's own models: `person.name`, `publications[1].title`, …; before
them `cv_id` and `sha256`. Lists that a document has nothing for are empty, other values null;
`provenance` is a map. Needs pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from pydantic_core import from_json

from cvparse.batch.task import Done
from cvparse.cv import CV
from cvparse.exporters.parquet import arrow
from cvparse.files import draft
from cvparse.values import Model

SUFFIX = ".parquet"

_PIECE = 4 << 20
"""Bytes of JSON that are Python objects at one time."""
_GROUP = 64 << 20
"""Bytes of columns that are written as one row group."""

Fit = Callable[[Any], Any]


def write(documents: Iterable[Done], path: Path) -> None:
    """Row groups of some hundred documents, one after the other."""
    pa = arrow()
    from pyarrow import parquet

    shape = schema()
    with (
        draft(path) as other,
        parquet.ParquetWriter(other, shape, compression="zstd") as writer,
    ):
        group: list[Any] = []
        for piece in _pieces(documents):
            group.append(pa.RecordBatch.from_pylist(piece, shape))
            if sum(batch.nbytes for batch in group) >= _GROUP:
                writer.write_table(pa.Table.from_batches(group).combine_chunks())
                group = []
        if group:
            writer.write_table(pa.Table.from_batches(group).combine_chunks())


def schema() -> Any:
    """The `pyarrow.Schema` of the file. Raises MissingExtraError when pyarrow is not installed."""
    pa = arrow()
    fields = [pa.field(name, _type(kind)) for name, kind in _fields(CV)]
    return pa.schema([("cv_id", pa.string()), ("sha256", pa.string()), *fields])


def _pieces(documents: Iterable[Done]) -> Iterator[list[dict[str, Any]]]:
    """Documents as rows, so many at a time that their JSON is of about `_PIECE` bytes."""
    fit = _fit_model(CV)
    rows: list[dict[str, Any]] = []
    size = 0
    for done in documents:
        record = fit(from_json(done.data))
        rows.append({"cv_id": done.name, "sha256": done.sha256, **record})
        size += len(done.data)
        if size >= _PIECE:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _fields(model: type[Model]) -> Iterator[tuple[str, Any]]:
    """The names that a model's fields have in JSON, and what they hold."""
    for name, info in model.model_fields.items():
        yield info.alias or name, _plain(info.annotation)


def _plain(kind: Any) -> Any:
    """What a field holds when it holds anything; `int | float` is a float."""
    if get_origin(kind) is UnionType:
        kinds = [arg for arg in get_args(kind) if arg is not type(None)]
        return kinds[0] if len(kinds) == 1 else float
    if get_origin(kind) is Literal:
        return str
    return kind


def _type(kind: Any) -> Any:
    """The Arrow type of a plain annotation."""
    pa = arrow()
    if isinstance(kind, type) and issubclass(kind, Model):
        return pa.struct([pa.field(name, _type(inner)) for name, inner in _fields(kind)])
    if get_origin(kind) is tuple:
        return pa.list_(_type(_plain(get_args(kind)[0])))
    if get_origin(kind) is dict:
        return pa.map_(pa.string(), _type(_plain(get_args(kind)[1])))
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[kind]


def _fit(kind: Any) -> Fit | None:
    """What makes a value of this kind, as JSON has it, one that Arrow takes for its type: lists
    that are left out empty ones, objects with free keys pairs. None where it is one already.
    """
    if isinstance(kind, type) and issubclass(kind, Model):
        return _fit_model(kind)
    if get_origin(kind) is dict:
        return lambda value: [*(value or {}).items()]
    if get_origin(kind) is tuple:
        inner = _fit(_plain(get_args(kind)[0]))
        if inner is None:
            return lambda value: value or []
        return lambda value: [inner(one) for one in value or ()]
    return None


def _fit_model(model: type[Model]) -> Fit:
    fits = [(name, fit) for name, kind in _fields(model) if (fit := _fit(kind))]

    def fitted(value: dict[str, Any] | None) -> dict[str, Any] | None:
        if value is None:
            return None
        for name, fit in fits:
            value[name] = fit(value.get(name))
        return value

    return fitted
