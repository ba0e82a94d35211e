"""`cvparse doctor`: is everything in place that cvparse needs?"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from importlib import metadata, resources
from typing import NamedTuple

from cvparse import lexicon
from cvparse.cli import talk
from cvparse.errors import CVParseError
from cvparse.exporters import export, schema
from cvparse.pipeline import parse

_NEEDED = ("spacy", "pydantic", "dateparser", "typer", "jsonschema", "pebble")
_AGAIN = "pip install --force-reinstall cvparse"
_PROFILE = """Ada Beispiel
ada@example.org

Education

Ph.D., Computer Science, Example University, 2015 - 2019

Publications

A Study of Invented Profiles
Ada Beispiel, John Roe
Journal of Examples, 2020
"""


class Finding(NamedTuple):
    """One line of the table; `remedy` is what to type when it is not well."""

    what: str
    well: bool
    detail: str
    remedy: str = ""


def run() -> int:
    """Print the table. 0 when all is well, 5 when something is missing."""
    findings = list(_examined())
    width = max(len(finding.what) for finding in findings)
    for what, well, detail, _ in findings:
        talk.out(f"{'ok     ' if well else 'trouble'}  {what:<{width}}  {detail}\n".encode())
    remedies = dict.fromkeys(f.remedy for f in findings if not f.well and f.remedy)
    for remedy in remedies:
        talk.say(f"  hint: {remedy}")
    return 0 if all(finding.well for finding in findings) else 5


def _examined() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", sys.version_info >= (3, 11), version, "install Python 3.11 or later")
    for name in _NEEDED:
        yield _library(name)
    yield _tried("lexicons", _lexicons)
    yield _tried("spaCy components", _components)
    yield _tried("a small profile", _profile)


def _library(name: str) -> Finding:
    remedy = f'pip install "{_requirement(name)}"'
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(name, well=False, detail="not installed", remedy=remedy)
    least = re.search(r">=\s*([\d.]+)", _requirement(name))
    well = least is None or _numbers(found) >= _numbers(least[1])
    return Finding(name, well, found if well else f"{found}, expected {least and least[0]}", remedy)


def _requirement(name: str) -> str:
    """What our own package says it needs: `spacy<3.9,>=3.8`."""
    try:
        needs = metadata.requires("cvparse") or []
    except metadata.PackageNotFoundError:  # run from a checkout, not installed
        needs = []
    return next((n for n in needs if re.match(rf"{name}\b", n) and "extra ==" not in n), name)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version)[:3])


def _tried(what: str, check: Callable[[], str]) -> Finding:
    """A check that says what it saw, or raises what is wrong; whatever that is, it is told."""
    try:
        return Finding(what, well=True, detail=check())
    except CVParseError as error:
        return Finding(what, well=False, detail=error.message, remedy=error.hint)
    except Exception as error:  # noqa: BLE001 (a broken installation breaks anywhere)
        detail = f"{type(error).__name__}: {error}"
        return Finding(what, well=False, detail=detail, remedy=_AGAIN)


def _lexicons() -> str:
    files = [f.name for f in resources.files(lexicon).iterdir() if f.name.endswith(".toml")]
    for name in files:
        lexicon.table(name.removesuffix(".toml"))
    return f"{len(files)} files, {sum(len(g.words) for g in lexicon.groups())} words"


def _components() -> str:
    names = [e.name for e in metadata.entry_points(group="spacy_factories")]
    ours = sorted(name for name in names if name.startswith("cvparse"))
    if "cvparse" not in ours:
        raise CVParseError("cvparse is not registered with spaCy", "pip install cvparse")
    return ", ".join(ours)


def _profile() -> str:
    import json

    cv = parse(_PROFILE)
    if problems := schema.validate(json.loads(export(cv).data)):
        raise CVParseError(f"the output breaks the schema: {problems[0]}", _AGAIN)
    return f"{len(cv.publications)} publication, {cv.coverage.share:.0%} accounted for"
