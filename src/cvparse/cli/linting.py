"""`cvparse lint`: what to look at again, with file, line and column."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from cvparse import check, pipeline
from cvparse.check.reports import FORMATS, Located, place
from cvparse.cli import loading, quick, settings, talk
from cvparse.cli.validating import position
from cvparse.cv import CV, Diagnostic
from cvparse.errors import CVParseError


class Wish(NamedTuple):
    """The options of `lint`; None is what the settings of the folder say."""

    form: str = "text"
    select: str | None = None
    ignore: str | None = None
    strict: bool | None = None
    as_of: str | None = None
    quiet: bool = False


def run(files: list[str], wish: Wish) -> int:
    """The exit code. Raises CVParseError for wrong usage, and for the failure of a lone file."""
    if not files:
        raise CVParseError("no file to look at", "cvparse lint FILE…, or --rules, --explain CODE")
    if wish.form not in FORMATS:
        hint = f"known formats: {', '.join(FORMATS)}"
        raise CVParseError(f"--format {wish.form}: no such format", hint)
    own = settings.lint(Path.cwd())
    codes = _chosen(wish, own)
    as_of = _day(wish.as_of)
    quick.import_spacy()
    found: list[Located] = []
    failed = 0
    for name in files:
        try:
            found += (one for one in _looked_at(name, as_of) if one.said.code in codes)
        except CVParseError as error:
            if len(files) == 1:
                raise
            talk.report(error)
            failed += 1
    talk.out(FORMATS[wish.form](found).encode("utf-8", "backslashreplace"))
    if not wish.quiet:
        talk.say(_summary(found, len(files) - failed))
    strict = own.strict if wish.strict is None else wish.strict
    unmet = strict and any(one.said.severity != "info" for one in found)
    return 1 if failed else 3 if unmet else 0


def page(code: str) -> str:
    """The page of a rule, or of several. Raises CVParseError when there is none."""
    return "\n".join(check.explain(chosen) for chosen in _codes(code, "--explain"))


def table() -> str:
    """All rules: code, severity, name."""
    rules = check.CODES.values()
    return "".join(f"{rule.code}  {rule.severity:<7}  {rule.name}\n" for rule in rules)


def _looked_at(name: str, as_of: date) -> list[Located]:
    """The findings on one file, in order of place."""
    given = loading.given(name)
    if isinstance(given, str):
        cv = loading.loaded(given, name)
        found = [
            Located(name, *_in_json(given, cv, said), said) for said in check.lint(cv, None, as_of)
        ]
        return sorted(found, key=lambda one: (one.line, one.column, one.said.code))
    found_in_text = check.lint(pipeline.parse_source(given), given, as_of)
    return [
        Located(name, *place(given.text, *(said.span or (0, 0))), said) for said in found_in_text
    ]


def _in_json(text: str, cv: CV, said: Diagnostic) -> tuple[int, int, int, int]:
    """The place of a value in the file: of what was found while parsing, its diagnostic."""
    steps: tuple[str | int, ...] = ()
    if said in cv.diagnostics:
        steps = ("diagnostics", cv.diagnostics.index(said))
    elif said.path:
        steps = tuple(int(s) if s.isdecimal() else s for s in said.path[1:].split("/"))
    at = position(text, steps)
    return place(text, at, at)


def _chosen(wish: Wish, own: settings.Lint) -> set[str]:
    """The codes of the rules to go by: an option takes the place of the folder's setting."""
    select = own.select if wish.select is None else wish.select
    ignore = own.ignore if wish.ignore is None else wish.ignore
    chosen = _codes(select, "select") if select else list(check.CODES)
    return set(chosen) - set(_codes(ignore, "ignore") if ignore else ())


def _codes(said: str, option: str) -> list[str]:
    """The codes that names, codes or beginnings of codes stand for, joined by commas."""
    found: list[str] = []
    for word in (part.strip() for part in said.split(",")):
        rules = check.CODES.values()
        named = [
            r.code for r in rules if word and (r.name == word or r.code.startswith(word.upper()))
        ]
        if not named:
            raise CVParseError(
                f"{option}: {word!r} is no rule", "`cvparse lint --rules` lists them"
            )
        found += named
    return found


def _day(said: str | None) -> date:
    """The day to judge by. Raises CVParseError for what is none."""
    if said is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise CVParseError(f"--as-of {said}: no such day", "write it as 2024-05-31") from error


def _summary(found: list[Located], files: int) -> str:
    counts = Counter(one.said.severity for one in found)
    parts = [f"{counts[kind]} {kind}" for kind in ("error", "warning", "info") if counts[kind]]
    total = f"{len(found)} finding{'s' * (len(found) != 1)} in {files} file{'s' * (files != 1)}"
    return ": ".join([total, *([", ".join(parts)] if parts else [])])
