"""`cvparse export`: CVs, or the JSON made of them, in other formats; says what these cannot carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cvparse import exporters
from cvparse.cli import talk
from cvparse.cli.loading import load
from cvparse.cli.parsing import names
from cvparse.cli.rounds import through
from cvparse.cli.writing import Destination, destination
from cvparse.errors import CVParseError
from cvparse.exporters import edtf


@dataclass(frozen=True, kw_only=True)
class Wish:
    """The options of `export`."""

    formats: str
    output: str | None = None
    as_of: str | None = None
    overwrite: bool = False
    fail_fast: bool = False
    quiet: bool = False


def run(files: list[str], wish: Wish) -> int:
    """The exit code. Raises CVParseError for wrong usage, and for the failure of a lone file."""
    formats = names(wish.formats)
    suffixes = [exporters.named(name).SUFFIX for name in formats]
    as_of = day(wish.as_of) if wish.as_of else None
    target = destination(files, wish.output, len(formats), overwrite=wish.overwrite)

    def read(name: str) -> Callable[[], bool]:
        losses = _one(name, dict(zip(formats, suffixes, strict=True)), target, as_of)
        return lambda: _tell(name, [] if wish.quiet else losses)

    return through(files, read, quiet=wish.quiet, fail_fast=wish.fail_fast)


def day(text: str) -> date:
    """The last day of what is given: `2023`, `2023-12`, `2023-12-31`. Raises CVParseError."""
    known = edtf.day(text)
    if known is None or known.season:
        raise CVParseError(f"--as-of {text!r} is no date", "give one as 2023-12-31 or 2023-12")
    return known.last


def _one(name: str, formats: dict[str, str], target: Destination, as_of: date | None) -> list[str]:
    """Load, export and write one file; nothing is written before everything is made."""
    paths = [target.path(name, suffix) for suffix in formats.values()]
    for path in paths:
        target.check(path, name)
    cv = load(name)
    made = [exporters.export(cv, format_name, as_of) for format_name in formats]
    for path, export in zip(paths, made, strict=True):
        target.write(export.data, path, name)
    return [loss for export in made for loss in export.losses]


def _tell(name: str, losses: list[str]) -> bool:
    for loss in losses:
        talk.say(f"{name}: {loss}")
    return False
