"""`cvparse parse --citations`: files of one citation a line in, a list of publications out."""

from __future__ import annotations

from typing import Any

import cvparse
from cvparse import readers
from cvparse.citations import parse_citations
from cvparse.cli import talk
from cvparse.cli.parsing import Wish
from cvparse.cli.writing import destination
from cvparse.errors import CVParseError
from cvparse.exporters.json import encoded

_SUFFIXES = {"json": ".json", "plain": ".plain.json"}


def run(files: list[str], wish: Wish) -> int:
    """The exit code. Raises CVParseError for wrong usage, and when a file cannot be read."""
    suffix = _SUFFIXES.get(wish.formats)
    if suffix is None:
        raise CVParseError(
            f"--citations writes json or plain, not {wish.formats!r}", "choose one: -f plain"
        )
    if wish.save_text is not None:
        raise CVParseError("--save-text is of CVs, not of --citations", "leave one of them out")
    target = destination(files, wish.output, 1, overwrite=wish.overwrite)
    for name in files:
        path = target.path(name, suffix)
        target.check(path, name)
        target.write(encoded(read(name, bare=wish.formats == "plain")), path, name)
    return 0


def read(name: str, *, bare: bool) -> dict[str, Any]:
    """What a file's lines cite, blank lines left out; `bare`: without provenance."""
    lines = [line for line in readers.contents(name).splitlines() if line.strip()]
    found = parse_citations(lines)
    told = sum(bool(one.values()) for one in found)
    if told < len(found):
        talk.say(f"{name}: {len(found) - told} of {len(found)} lines say nothing of a work")
    left_out = {"provenance"} if bare else None
    return {
        "tool": {"name": "cvparse", "version": cvparse.__version__},
        "publications": [one.model_dump(mode="json", exclude=left_out) for one in found],
    }
