"""Where a whole batch goes: one file per form; `SINKS` says what each is called.

`files`, one JSON file per document, is no sink: those are written as the documents come.
"""

from __future__ import annotations

from collections.abc import Mapping

from cvparse.batch.sinks import jsonl, parquet, sqlite
from cvparse.batch.sinks.sink import Sink

SINKS: Mapping[str, Sink] = {
    "jsonl": jsonl,
    "parquet": parquet,
    "sqlite": sqlite,
}

__all__ = ["SINKS", "Sink"]
