"""At the end of a batch: all that is done, in order, into the files that hold all of it."""

from __future__ import annotations

from cvparse.batch.manifest import Manifest
from cvparse.batch.reports import room
from cvparse.batch.terms import TABLES, Terms


def gather(book: Manifest, terms: Terms) -> None:
    """One file of all, and tables, as the terms say. Raises OSError as files do."""
    if terms.to != "files":
        with room(book.folder, terms.sink_file()) as path:
            terms.sink().write(book.documents(), path)
    if terms.tables is not None:
        from cvparse.batch import tables

        folder = book.folder / TABLES
        folder.mkdir(exist_ok=True)
        tables.write(book.documents(), folder, terms.tables, provenance=terms.provenance)
