"""Findings as people and programs read them: a line each, JSON, GitHub's commands, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from cvparse.check import CODES, explain
from cvparse.cv import Diagnostic

_SARIF = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"info": "note", "warning": "warning", "error": "error"}
_GITHUB = {"info": "notice", "warning": "warning", "error": "error"}


class Located(NamedTuple):
    """A finding and where it stands in its file: lines and columns counted from one, in characters."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    said: Diagnostic

    @property
    def name(self) -> str:
        return CODES[self.said.code].name if self.said.code in CODES else self.said.code


def place(text: str, start: int, end: int) -> tuple[int, int, int, int]:
    """Line and column of a stretch's first character, and of the one behind its last."""
    return *_spot(text, start), *_spot(text, end)


def _spot(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def as_text(found: Sequence[Located]) -> str:
    """`cv.txt:3:14: warning CV004 period-backwards: …`"""
    return "".join(
        f"{f.file}:{f.line}:{f.column}: {f.said.severity} {f.said.code} {f.name}: {f.said.message}\n"
        for f in found
    )


def as_json(found: Sequence[Located]) -> str:
    """A list of objects."""
    rows = [
        {
            "file": f.file,
            "line": f.line,
            "column": f.column,
            "end_line": f.end_line,
            "end_column": f.end_column,
            "name": f.name,
            **f.said.model_dump(mode="json"),
        }
        for f in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(found: Sequence[Located]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "".join(
        f"::{_GITHUB[f.said.severity]} file={_property(f.file)},line={f.line},endLine={f.end_line},"
        f"col={f.column},endColumn={f.end_column},title={_property(f'{f.said.code} {f.name}')}"
        f"::{_data(f.said.message)}\n"
        for f in found
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(found: Sequence[Located]) -> str:
    """SARIF 2.1.0 (OASIS): one run, the rules with their pages, a result for each finding."""
    order = list(CODES)
    results = [
        {
            "ruleId": f.said.code,
            "ruleIndex": order.index(f.said.code),
            "level": _LEVELS[f.said.severity],
            "message": {"text": f.said.message},
            "locations": [_location(f)],
        }
        for f in found
    ]
    driver = {"name": "cvparse", "rules": [_described(code) for code in order]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _location(one: Located) -> dict[str, Any]:
    region = {
        "startLine": one.line,
        "startColumn": one.column,
        "endLine": one.end_line,
        "endColumn": one.end_column,
    }
    where = {"artifactLocation": {"uri": quote(Path(one.file).as_posix())}, "region": region}
    return {"physicalLocation": where}


def _described(code: str) -> dict[str, Any]:
    page = explain(code)
    about = page.split("\n\n")[1].replace("\n", " ")
    return {
        "id": code,
        "name": CODES[code].name,
        "shortDescription": {"text": about},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[CODES[code].severity]},
    }


FORMATS: dict[str, Callable[[Sequence[Located]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
