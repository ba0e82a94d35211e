"""Files in: gold, and what was read. JSON is taken as it is, texts are parsed.

A CV goes by the name of its gold file: `roe.gold.json` is held against `roe.json`,
`roe.plain.json`, `roe.gold.json` (another reader's labels) or a text `roe.txt`, whichever is found
first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from cvparse import pipeline, readers
from cvparse.cv import KEYS
from cvparse.errors import CVParseError, ReadError, SchemaError
from cvparse.evaluate.checking import Doubt

GOLD = ".gold.json"
READ = (".json", ".plain.json", GOLD)


@dataclass(frozen=True)
class Case:
    """One CV: the file that holds its gold, and the file it is held against, if there is one."""

    cv: str
    gold: Path
    read: Path | None


def golds(place: Path) -> dict[str, Path]:
    """The gold files of a folder, or the one named, by CV. Raises ReadError when there are none."""
    if place.is_file():
        return {_name(place): place}
    found = {_name(path): path for path in sorted(place.glob(f"*{GOLD}"))}
    if not found:
        what = "no gold here" if place.is_dir() else "no such file or folder"
        raise ReadError(f"{place}: {what}", f"gold is a folder of NAME{GOLD}, or one such file")
    return found


def cases(gold: Path, read: Path | None = None) -> list[Case]:
    """The CVs of a folder of gold, or of one file. `read` is a folder or a file; without it the
    texts beside the gold are meant. Raises CVParseError when there is nothing to compare.
    """
    files = golds(gold)
    if read is not None and read.is_file() and gold.is_dir():
        raise CVParseError(f"{read}: one file, and {gold} is a folder of gold", "name a folder")
    found = [
        Case(cv, path, _partner(cv, read) if read else text_of(cv, path.parent))
        for cv, path in files.items()
    ]
    if not any(case.read for case in found):
        place = read or next(iter(files.values())).parent
        names = f"{found[0].cv}.txt" + (f" or {found[0].cv}.json" if read else "")
        raise ReadError(f"{place}: nothing to hold against the gold", f"looked for {names}")
    return found


def _name(path: Path) -> str:
    return path.name.removesuffix(GOLD) if path.name.endswith(GOLD) else path.stem


def _partner(cv: str, place: Path) -> Path | None:
    if place.is_file():
        return place
    if not place.is_dir():
        raise ReadError(
            f"{place}: no such file or folder", "it should hold JSON, or texts to parse"
        )
    names = (place / f"{cv}{suffix}" for suffix in READ)
    return next((path for path in names if path.is_file()), None) or text_of(cv, place)


def text_of(cv: str, place: Path) -> Path | None:
    """The text of a CV in a folder, or the file itself."""
    if place.is_file():
        return place
    names = (place / f"{cv}{suffix}" for suffix in readers.READERS)
    return next((path for path in names if path.is_file()), None)


def read(path: Path) -> Mapping[str, Any]:
    """What was read of a CV: JSON loaded, a text parsed. Raises ReadError, SchemaError."""
    if path.suffix == ".json":
        return load(path)
    parsed: dict[str, Any] = pipeline.parse_file(path).model_dump(mode="json")
    return parsed


def load(path: Path) -> Mapping[str, Any]:
    """JSON in the shape of the contract. Raises ReadError, or SchemaError with the place."""
    data: dict[str, Any] = loaded(readers.contents(path), str(path))
    _shaped(data, f"{path}", {"person": dict} | dict.fromkeys(KEYS, list))
    for key in KEYS:
        for i, record in enumerate(data.get(key) or ()):
            _shaped(record, f"{path}: /{key}/{i}", {"provenance": dict})
    _shaped(data.get("person") or {}, f"{path}: /person", {"provenance": dict})
    marks = [mark for name in ("_partial", "_undated") for mark in data.get(name) or ()]
    if not all(isinstance(mark, str) for mark in marks):
        raise SchemaError(f'{path}: `_partial` and `_undated` name keys, as in ["talks"]')
    return data


def _shaped(value: Any, where: str, wanted: Mapping[str, type]) -> None:
    """Raises SchemaError when this is no object, or a member of it is of another type."""
    if not isinstance(value, dict):
        raise SchemaError(f"{where}: expected an object", "`cvparse schema` prints the shape")
    for name, kind in wanted.items():
        if not isinstance(value.get(name) or kind(), kind):
            what = "a list" if kind is list else "an object"
            raise SchemaError(
                f"{where}: {name!r} should be {what}", "`cvparse schema` prints the shape"
            )


def loaded(text: str, name: str) -> Any:
    """Raises SchemaError with file:line:column when the text is no JSON."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        raise SchemaError(
            f"{where}: no JSON: {error.msg}", "a comma or a quote is missing?"
        ) from error
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"{name}: no JSON: {error}", "numbers must be plain") from error


def twice(text: str) -> list[Doubt]:
    """Names that stand twice in one object of JSON: the first value is lost without a word."""
    found: list[Doubt] = []

    def note(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        for name, times in Counter(name for name, _ in pairs).items():
            if times > 1:
                found.append(Doubt((), f"{name!r} stands twice in one object"))
        return dict(pairs)

    json.loads(text, object_pairs_hook=note)
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")
