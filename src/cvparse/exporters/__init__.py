"""CVs out, as bytes. One file per output format; `EXPORTERS` says what each is called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cvparse.cv import CV
from cvparse.errors import CVParseError
from cvparse.exporters import (
    bibtex,
    coa,
    cpos,
    csl,
    csv,
    json,
    jsonld,
    jsonresume,
    lines,
    markdown,
    nbib,
    orcid,
    parquet,
    plain,
    rendercv,
    ris,
    xlsx,
)
from cvparse.exporters.export import DatedExporter, Export, Exporter

DATED: Mapping[str, DatedExporter] = {"cpos": cpos, "coa": coa}
"""Formats that depend on the day they are looked at from."""

EXPORTERS: Mapping[str, Exporter] = {
    "json": json,
    "plain": plain,
    "lines": lines,
    "bibtex": bibtex,
    "csl": csl,
    "ris": ris,
    "nbib": nbib,
    "jsonresume": jsonresume,
    "rendercv": rendercv,
    "jsonld": jsonld,
    "orcid": orcid,
    "markdown": markdown,
    "csv": csv,
    "xlsx": xlsx,
    "parquet": parquet,
    **DATED,
}

__all__ = ["DATED", "EXPORTERS", "Export", "Exporter", "export", "named"]


def named(name: str) -> Exporter:
    """The exporter of this name. Raises CVParseError when there is none."""
    if name not in EXPORTERS:
        raise CVParseError(f"{name!r} is no format", f"known formats: {', '.join(EXPORTERS)}")
    return EXPORTERS[name]


def export(cv: CV, name: str = "json", as_of: date | None = None) -> Export:
    """A CV in the format of this name; for `DATED` ones as of a day, today when none is given.

    Raises CVParseError when there is no such format, MissingExtraError when its library is missing.
    """
    if name in DATED:
        return DATED[name].export(cv, as_of)
    return named(name).export(cv)
