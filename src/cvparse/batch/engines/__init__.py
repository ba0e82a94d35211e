"""Where documents are parsed: one file per engine; `ENGINES` says what each is called."""

from __future__ import annotations

from cvparse.batch.engines.engine import Engine
from cvparse.batch.engines.local import Local

__all__ = ["Engine", "Local"]
