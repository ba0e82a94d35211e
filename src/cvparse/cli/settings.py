"""Settings of a folder: `cvparse.toml`, or `[tool.cvparse]` in pyproject.toml.

    format = "json,plain"
    strict = true
    overwrite = false

    [lint]
    select = ["CV00", "gap"]
    ignore = ["personal-data"]
    strict = true

A table `[eval]` is left to `cvparse.evaluate.floors`.

Each is laid under the option of the same name; `CVPARSE_FORMAT` and its like come between.
The table `lint` is for `cvparse lint`, and its options win over it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from cvparse.errors import CVParseError

# The setting's name: the option's parameter, and what it must be.
_KNOWN: dict[str, tuple[str, type]] = {
    "format": ("formats", str),
    "strict": ("strict", bool),
    "overwrite": ("overwrite", bool),
}

_TABLES = ("eval", "lint")
"""Read elsewhere: by `evaluate.floors`, and by `lint` below."""


def load(folder: Path) -> dict[str, Any]:
    """The settings of a folder, by parameter. Raises CVParseError for what is no setting."""
    own = _table(folder / "cvparse.toml")
    shared = _table(folder / "pyproject.toml").get("tool", {}).get("cvparse", {})
    return _checked(shared, "pyproject.toml") | _checked(own, "cvparse.toml")


def _table(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CVParseError(f"{path.name}: cannot be read as TOML: {error}", "mend it") from error


class Lint(NamedTuple):
    """What a folder says of `lint`: rules by comma, and whether warnings end with 3."""

    select: str = ""
    ignore: str = ""
    strict: bool = False


def lint(folder: Path) -> Lint:
    """The settings of `lint`. Raises CVParseError for what is none."""
    shared = _table(folder / "pyproject.toml").get("tool", {}).get("cvparse", {})
    said = shared.get("lint", {}) | _table(folder / "cvparse.toml").get("lint", {})
    for name, value in said.items():
        wanted = {"select": list, "ignore": list, "strict": bool}.get(name)
        if wanted is None or not isinstance(value, wanted):
            hint = 'lists of strings select and ignore (["CV004"]), and strict (true or false)'
            raise CVParseError(f"settings: lint.{name} = {value!r} is none", hint)
    select, ignore = (",".join(map(str, said.get(name, ()))) for name in ("select", "ignore"))
    return Lint(select, ignore, said.get("strict", False))


def _checked(settings: dict[str, Any], file: str) -> dict[str, Any]:
    settings = {name: value for name, value in settings.items() if name not in _TABLES}
    for name, value in settings.items():
        if name not in _KNOWN:
            known = ", ".join(_KNOWN)
            raise CVParseError(f"{file}: {name!r} is no setting", f"known settings: {known}")
        wanted = _KNOWN[name][1]
        if not isinstance(value, wanted):
            message = f"{file}: {name} = {value!r}, expected a {wanted.__name__}"
            raise CVParseError(message, "strings stand in quotes, true and false do not")
    return {_KNOWN[name][0]: value for name, value in settings.items()}
