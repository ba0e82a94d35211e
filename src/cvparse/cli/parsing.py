"""`cvparse parse`: some files in, their records out; one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cvparse.cli import quick, talk
from cvparse.cli.rounds import through
from cvparse.cli.writing import Destination, destination
from cvparse.cv import CV, KEYS
from cvparse.errors import CVParseError
from cvparse.exporters import Exporter, named
from cvparse.pipeline import parse_file

_SHOWN = 5
"""So many stretches of unclaimed text are shown of a file, unless `-v` wants them all."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """The options of `parse`."""

    output: str | None = None
    formats: str = "json"
    overwrite: bool = False
    save_text: str | None = None
    strict: bool = False
    fail_fast: bool = False
    quiet: bool = False
    verbose: bool = False


def run(files: list[str], wish: Wish) -> int:
    """The exit code. Raises CVParseError for wrong usage, and for the failure of a lone file."""
    exporters = [named(name) for name in names(wish.formats)]
    quick.import_spacy()
    target = destination(files, wish.output, len(exporters), overwrite=wish.overwrite)
    texts = _texts(files, wish)

    def read(name: str) -> Callable[[], bool]:
        cv, losses = _one(name, exporters, target, texts)
        return lambda: _tell(name, cv, losses, wish)

    return through(files, read, quiet=wish.quiet, fail_fast=wish.fail_fast)


def names(formats: str) -> list[str]:
    """`json,plain` as names, each once."""
    return list(dict.fromkeys(name.strip() for name in formats.split(",")))


def _texts(files: list[str], wish: Wish) -> Destination | None:
    """Where `--save-text` writes. Raises CVParseError when it would be among the records."""
    if wish.save_text is None:
        return None
    texts = destination(files, wish.save_text, 1, overwrite=wish.overwrite)
    same = wish.save_text == wish.output or wish.output in (None, "", "-")
    if same and texts.folder is None and (texts.file is None or wish.save_text == wish.output):
        hint = "name another file: --save-text FILE"
        raise CVParseError("text and records cannot both go to one place", hint)
    return texts


def _one(
    name: str, exporters: list[Exporter], target: Destination, texts: Destination | None
) -> tuple[CV, list[str]]:
    """Read, parse, export and write one file; nothing is written before everything is made."""
    paths = [target.path(name, exporter.SUFFIX) for exporter in exporters]
    for path in paths:
        target.check(path, name)
    cv = parse_file(name)
    made = [exporter.export(cv) for exporter in exporters]
    if texts:
        _save(cv.source.text, texts, name)
    for path, export in zip(paths, made, strict=True):
        target.write(export.data, path, name)
    return cv, [loss for export in made for loss in export.losses]


def _save(text: str, texts: Destination, name: str) -> None:
    """Write the text of a file, unless it is there already, word for word."""
    path, data = texts.path(name, ".txt"), text.encode()
    if path and path.is_file() and path.read_bytes() == data:
        return
    texts.check(path, name)
    texts.write(data, path, name)


def _tell(name: str, cv: CV, losses: list[str], wish: Wish) -> bool:
    """Say what is wished for; True when the gate of `--strict` is not met."""
    for loss in losses if not wish.quiet else ():
        talk.say(f"{name}: {loss}")
    if wish.verbose and not wish.quiet:
        _summary(name, cv)
    if not wish.strict or not cv.coverage.unclaimed:
        return False
    spans = cv.coverage.unclaimed
    for start, end in spans if wish.verbose else spans[:_SHOWN]:
        words = " ".join(cv.source.text[start:end].split())
        talk.say(f"{talk.place(name, cv.source.text, start)}: unclaimed text: {words[:80]}")
    if len(spans) > _SHOWN and not wish.verbose:
        talk.say(f"{name}: {len(spans) - _SHOWN} more unclaimed stretches (-v shows them)")
    return True


def _summary(name: str, cv: CV) -> None:
    counts = [f"{len(getattr(cv, key))} {key}" for key in KEYS if getattr(cv, key)]
    share = f"{cv.coverage.share:.1%} of the text accounted for"
    talk.say(f"{name}: {', '.join([*counts, share])}")
    for found in cv.diagnostics:
        where = talk.place(name, cv.source.text, found.span[0]) if found.span else name
        talk.say(f"{where}: {found.severity} {found.code}: {found.message}")
