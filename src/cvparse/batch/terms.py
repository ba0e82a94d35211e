"""How a batch is done, and which files that makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cvparse.batch.reports import REPORTS
from cvparse.errors import CVParseError

if TYPE_CHECKING:
    from cvparse.batch.sinks import Sink

TABLES = "tables"
"""The folder in a batch's folder that its tables go to."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a batch is done. `to` is `files` or a name of `SINKS`; `tables` one of `tables.FORMS`, or
    nothing, with a table of `provenance` or without; `most` is in bytes a document.
    """

    to: str = "files"
    tables: str | None = None
    provenance: bool = False
    keep_dirs: bool = False
    keep_duplicates: bool = False
    resume: bool = False
    overwrite: bool = False
    fail_fast: bool = False
    most: int = 100 << 20

    def reports(self) -> tuple[str, ...]:
        """The files that a batch writes besides one for each document."""
        sink = () if self.to == "files" else (self.sink_file(),)
        return (*REPORTS, *sink, *self.table_files())

    def sink(self) -> Sink:
        """Raises CVParseError when `to` is none."""
        from cvparse.batch.sinks import SINKS

        if self.to not in SINKS:
            known = ", ".join(("files", *SINKS))
            raise CVParseError(f"{self.to!r} is nothing to write to", f"known: {known}")
        return SINKS[self.to]

    def sink_file(self) -> str:
        return f"cvs{self.sink().SUFFIX}"

    def table_files(self) -> tuple[str, ...]:
        """Raises CVParseError when `tables` names no form."""
        if self.tables is None:
            return ()
        from cvparse.batch import tables

        if self.tables not in tables.FORMS:
            known = ", ".join(tables.FORMS)
            raise CVParseError(f"{self.tables!r} is no form of tables", f"known: {known}")
        names = tables.names(provenance=self.provenance)
        return tuple(f"{TABLES}/{name}.{self.tables}" for name in names)

    def ready(self) -> None:
        """Raises MissingExtraError now, rather than when all documents are parsed."""
        if "parquet" in (self.to, self.tables):
            from cvparse.exporters.parquet import arrow

            arrow()
