"""The line model: of each line of a list, does it begin an entry? A CRF, trained by `training/`."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import Any

MODEL = "lines.crf"
_here = threading.local()


def codes(rows: Sequence[Sequence[str]]) -> list[str]:
    """The likeliest sequence of codes (`B I W S P`, see `entries`), one for each line."""
    return list(_tagger().tag(rows)) if rows else []


def _tagger() -> Any:
    """The model, opened once for each thread: a tagger holds the sequence it works on."""
    if not hasattr(_here, "tagger"):
        import pycrfsuite

        with as_file(files("cvparse.tagger") / MODEL) as path:
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
        _here.tagger = tagger
    return _here.tagger
