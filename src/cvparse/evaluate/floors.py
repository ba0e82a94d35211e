"""Floors: the least that figures may be. They stand in `cvparse.toml`, beside the gold or where one works,
or in `pyproject.toml` under `[tool.cvparse.eval]`.

[eval]
level = "folded"                # or soft, or strict
fail_under = 0.90               # the mean field F1

[eval.floors]
publications = 0.95             # the F1 of records
"publications.title" = 0.97     # the F1 of a field
record_f1 = 0.93                # the mean over CVs; so is field_f1
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cvparse.errors import CVParseError
from cvparse.evaluate.agreement import LEVELS, Level
from cvparse.evaluate.contract import fields_of
from cvparse.evaluate.kinds import KINDS
from cvparse.evaluate.scores import Score

# Where a table `eval` stands, and below which tables.
_FILES = {"cvparse.toml": (), "pyproject.toml": ("tool", "cvparse")}

MEANS = ("field_f1", "record_f1")


@dataclass(frozen=True)
class Floors:
    """What is asked for, and at which level."""

    level: Level = "folded"
    least: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Unmet:
    """A figure that lies below its floor; None when gold has nothing to measure it by."""

    name: str
    floor: float
    figure: float | None

    def __str__(self) -> str:
        found = "nothing in gold to measure it by" if self.figure is None else f"{self.figure:.4f}"
        return f"{self.name}: F1 {found}, floor {self.floor:g}"


def read(folders: list[Path]) -> Floors:
    """The floors of the first folder that has any. Raises CVParseError, saying what is no floor."""
    return found(folders)[1]


def found(folders: list[Path]) -> tuple[Path | None, Floors]:
    """The floors of the first folder that has any, and the file they stand in. Raises as `read`."""
    for path in (folder / name for folder in folders for name in _FILES):
        table: Any = _table(path) if path.is_file() else {}
        for step in _FILES[path.name]:
            table = table.get(step, {})
        if "eval" in table:
            return path, checked(table["eval"], str(path))
    return None, Floors()


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CVParseError(f"{path}: cannot be read as TOML: {error}", "mend it") from error


def checked(table: Any, file: str) -> Floors:
    """The table `[eval]` of a settings file. Raises CVParseError."""
    if not isinstance(table, dict) or not isinstance(table.get("floors", {}), dict):
        raise CVParseError(f"{file}: `eval` and `eval.floors` are tables", "write [eval.floors]")
    for name in table.keys() - {"level", "fail_under", "floors"}:
        raise CVParseError(
            f"{file}: {name!r} is no setting of [eval]", "known: level, fail_under, floors"
        )
    level = table.get("level", "folded")
    if level not in LEVELS:
        raise CVParseError(f"{file}: level = {level!r}", f"known levels: {', '.join(LEVELS)}")
    least = dict(table.get("floors", {}))
    if "fail_under" in table:
        least["field_f1"] = table["fail_under"]
    for name, floor in least.items():
        _check(name, floor, file)
    return Floors(level, least)


def _check(name: str, floor: Any, file: str) -> None:
    if name not in known():
        raise CVParseError(
            f"{file}: {name!r} is no figure", "as field_f1, publications, awards.date"
        )
    if isinstance(floor, bool) or not isinstance(floor, (int, float)) or not 0 <= floor <= 1:
        raise CVParseError(f"{file}: {name} = {floor!r}, expected a number from 0 to 1", "as 0.95")


def known() -> set[str]:
    """The names of all figures that may have a floor."""
    fields = {f"{key}.{name}" for key in ("person", *KINDS) for name in fields_of(key)}
    return {*MEANS, *KINDS, *fields}


def unmet(score: Score, floors: Floors) -> list[Unmet]:
    """The floors that are not met, in the order in which they are written."""
    tallies = score.by_key(floors.level) | score.by_field(floors.level)
    figures: dict[str, float | None] = {
        name: tally.f1 for name, tally in tallies.items() if tally.gold
    }
    figures |= {
        "field_f1": score.field_f1(floors.level),
        "record_f1": score.record_f1(floors.level),
    }
    rows = [Unmet(name, floor, figures.get(name)) for name, floor in floors.least.items()]
    return [row for row in rows if row.figure is None or row.figure < row.floor]
