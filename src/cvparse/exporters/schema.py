"""The output contract as JSON Schema 2020-12, generated from the models, and checked against."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from cvparse.cv import CV
from cvparse.exporters.json import encoded

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = "https://cvparse.example.org/schemas/cv.schema.json"


class Problem(NamedTuple):
    """A place in a document that breaks the schema."""

    path: tuple[str | int, ...]
    message: str

    @property
    def pointer(self) -> str:
        """The place as a JSON pointer; empty for the whole document."""
        return "".join(f"/{_escaped(str(step))}" for step in self.path)


def json_schema() -> dict[str, Any]:
    """The schema of the whole record. It names every field; absent fields are simply left out."""
    generated = CV.model_json_schema(mode="validation")
    generated["title"] = "cvparse CV"
    return {"$schema": DIALECT, "$id": ID, **generated}


def text() -> str:
    """The schema as it stands in `schemas/cv.schema.json`."""
    return encoded(json_schema()).decode("utf-8")


def validate(data: object) -> list[str]:
    """What breaks the schema, as `/publications/3/title: message`; empty when nothing does."""
    return [f"{p.pointer}: {p.message}" if p.path else p.message for p in problems(data)]


def problems(data: object) -> list[Problem]:
    """What breaks the schema, in the order of the document's own paths."""
    found = [
        Problem(tuple(error.absolute_path), _message(error))
        for error in _validator().iter_errors(data)
    ]
    return sorted(found, key=lambda problem: (_sortable(problem.path), problem.message))


@cache
def _validator() -> Any:
    """Made once. jsonschema is imported here: whoever only prints the schema need not pay."""
    import jsonschema

    return jsonschema.Draft202012Validator(json_schema())


def _message(error: Any) -> str:
    """The validator's own words, shortened: it quotes whole documents."""
    message = str(error.message)
    if len(message) <= 160:
        return message
    return f"{json.dumps(error.instance)[:60]}… breaks `{error.validator}`"


def _sortable(path: Sequence[str | int]) -> list[tuple[bool, int, str]]:
    return [(isinstance(s, str), 0 if isinstance(s, str) else s, str(s)) for s in path]


def _escaped(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
