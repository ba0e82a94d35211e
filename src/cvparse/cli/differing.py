"""`cvparse diff`: what became of a CV. The exit code is 0 whether it changed or not."""

from __future__ import annotations

import os
import sys

from cvparse import changes
from cvparse.cli import talk
from cvparse.cli.loading import load
from cvparse.errors import CVParseError
from cvparse.exporters.json import encoded


def run(old: str, new: str, *, since: str | None = None, as_json: bool = False) -> None:
    """Compare two files, and print. Raises CVParseError for what cannot be read, or is no date."""
    if old == new == "-":
        raise CVParseError("standard input holds one CV, not two", "name a file for the other")
    if since is not None:
        changes.since(changes.Changes(), since)  # a mistake is told before anything is parsed
    compared = changes.compare(load(old), load(new))
    found = changes.since(compared, since) if since is not None else compared
    if as_json:
        talk.out(encoded({"old": old, "new": new} | changes.as_json(found)))
        return
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    talk.out(changes.told(found, coloured=coloured).encode("utf-8", "backslashreplace"))
