"""`cvparse validate`: JSON held against the schema, each problem with its place in the file."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from cvparse import readers
from cvparse.cli import talk
from cvparse.errors import ReadError, SchemaError
from cvparse.exporters import schema

_SPACE = " \t\n\r"


def run(files: list[str]) -> int:
    """4 when a file is no JSON or breaks the schema; every file is looked at."""
    worst = 0
    for name in files:
        try:
            text = readers.contents(name)
            data = _loaded(text, name)
        except (ReadError, SchemaError) as error:
            talk.report(error)
            worst = 4
            continue
        if found := schema.problems(data):
            worst = 4
            for problem in found:
                where = talk.place(name, text, position(text, problem.path))
                pointer = f"{problem.pointer}: " if problem.path else ""
                talk.say(f"{where}: {pointer}{problem.message}")
            if isinstance(data, dict) and "tool" not in data:
                talk.say("  hint: the schema describes the whole record, as `-f json` writes it")
    return worst


def _loaded(text: str, name: str) -> Any:
    """Raises SchemaError with file:line:column when the text is no JSON."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        where = talk.place(name, text, error.pos)
        raise SchemaError(f"{where}: no JSON: {error.msg}", "cvparse writes it: -f json") from error
    except ValueError as error:
        raise SchemaError(f"{name}: no JSON: {error}", "numbers must be plain") from error
    except RecursionError as error:
        raise SchemaError(f"{name}: nested too deeply", "no record is") from error


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON")


def position(text: str, path: tuple[str | int, ...]) -> int:
    """Where the value at a path stands in valid JSON text."""
    at = _skip(text, 0)
    for step in path:
        at = _member(text, at, step)
    return at


def _member(text: str, at: int, step: str | int) -> int:
    """Where one member of the object or list at `at` stands; the last key of a name counts."""
    found, number, decoder = at, 0, json.JSONDecoder()
    at = _skip(text, at + 1)
    while text[at] not in "]}":
        key: str | int = number
        if isinstance(step, str):
            key, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)  # the colon
        if key == step:
            found = at
        at = _skip(text, decoder.raw_decode(text, at)[1])
        if text[at] == ",":
            at = _skip(text, at + 1)
        number += 1
    return found


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
