"""Many documents: each ends in exactly one of done, failed, skipped, and costs only itself.

paths ─find→ Task ─Engine, work→ Parsed | Failed ─land→ Ledger ─Done, in order→ sink
"""

from __future__ import annotations

from cvparse.batch.task import Done, Failed, Outcome, Parsed, Task

__all__ = ["Done", "Failed", "Outcome", "Parsed", "Task"]
