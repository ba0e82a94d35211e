"""The whole record as JSON: the contract, its envelope, and the provenance of every value."""

from __future__ import annotations

import json

from cvparse.cv import CV
from cvparse.exporters.export import Export

SUFFIX = ".json"


def export(cv: CV) -> Export:
    """The same CV gives the same bytes, each time."""
    return Export(encoded(cv.model_dump()))


def encoded(value: object) -> bytes:
    r"""JSON in UTF-8, indented, letters as they are; half a surrogate pair is written `\udc80`."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode("utf-8", "backslashreplace")
