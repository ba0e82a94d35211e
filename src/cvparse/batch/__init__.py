"""Many documents: each ends in exactly one of done, failed, skipped, and costs only itself.

paths ─find→ Document ─examine→ Task ─Engine, Work→ Parsed | Failed ─land→ Manifest ─→ sinks
"""

from __future__ import annotations

from cvparse.batch.finding import Document, find
from cvparse.batch.manifest import Entry
from cvparse.batch.reading import DocumentError, Reading, iter_parse
from cvparse.batch.run import run
from cvparse.batch.summary import Summary
from cvparse.batch.task import Done, Failed, Outcome, Parsed, Task, Work
from cvparse.batch.terms import Terms

__all__ = [
    "Document",
    "DocumentError",
    "Done",
    "Entry",
    "Failed",
    "Outcome",
    "Parsed",
    "Reading",
    "Summary",
    "Task",
    "Terms",
    "Work",
    "find",
    "iter_parse",
    "run",
]
