"""CVs out, as bytes. One file per output format; `EXPORTERS` says what each is called."""

from __future__ import annotations

from collections.abc import Mapping

from cvparse.cv import CV
from cvparse.errors import CVParseError
from cvparse.exporters import json, lines, plain
from cvparse.exporters.export import Export, Exporter

EXPORTERS: Mapping[str, Exporter] = {
    "json": json,
    "plain": plain,
    "lines": lines,
}

__all__ = ["EXPORTERS", "Export", "Exporter", "export", "named"]


def named(name: str) -> Exporter:
    """The exporter of this name. Raises CVParseError when there is none."""
    if name not in EXPORTERS:
        raise CVParseError(f"{name!r} is no format", f"known formats: {', '.join(EXPORTERS)}")
    return EXPORTERS[name]


def export(cv: CV, name: str = "json") -> Export:
    """A CV in the format of this name. Raises CVParseError when there is no such format."""
    return named(name).export(cv)
