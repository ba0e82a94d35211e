"""`cvparse eval --check-gold`: what is odd about gold, as `file:line:column: /pointer: what`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cvparse import readers
from cvparse.cli import talk
from cvparse.cli.validating import position
from cvparse.errors import CVParseError
from cvparse.evaluate import cases, checking


def run(gold: Path, texts: Path | None) -> int:
    """3 when anything is odd, 4 when a file cannot be read. Every file is looked at."""
    odd = unread = 0
    found = cases.golds(gold)
    for cv, path in found.items():
        try:
            odd += _looked(path, cases.text_of(cv, texts or path.parent))
        except CVParseError as error:
            talk.report(error)
            unread += 1
    talk.say(f"{len(found)} gold file{'s' if len(found) != 1 else ''}: {odd or 'nothing'} odd")
    return 4 if unread else 3 if odd else 0


def _looked(path: Path, text: Path | None) -> int:
    """How many things are odd about one file; they are told on stdout."""
    written = readers.contents(path)
    gold = cases.load(path)
    if text is None:
        talk.say(f"{path}: no text beside it: only its shape and dates are looked at")
    source = None if text is None else readers.read(text)
    doubts = [*checking.doubts(gold, source), *cases.twice(written)]
    places = ((position(written, _known(one.path, gold)), one) for one in doubts)
    for at, one in sorted(places, key=lambda pair: (pair[0], pair[1].message)):
        pointer = f"{one.pointer}: " if one.path else ""
        line = f"{talk.place(str(path), written, at)}: {pointer}{one.message}\n"
        talk.out(line.encode("utf-8", "backslashreplace"))
    return len(doubts)


def _known(path: checking.Path, gold: Any) -> checking.Path:
    """As much of a path as there is: what is missing stands nowhere."""
    at = gold
    for number, step in enumerate(path):
        try:
            at = at[step]
        except (LookupError, TypeError):
            return path[:number]
    return path
