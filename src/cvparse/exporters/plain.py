"""The contract and nothing else: exactly what a person writes as gold."""

from __future__ import annotations

from typing import Any

from cvparse.cv import CV, KEYS
from cvparse.exporters.export import Export
from cvparse.exporters.json import encoded

SUFFIX = ".plain.json"


def export(cv: CV) -> Export:
    """JSON without envelope and provenance."""
    return Export(encoded(plain(cv)))


def plain(cv: CV) -> dict[str, Any]:
    """The records of a CV as dictionaries, provenance left out, in the order of the contract."""
    records = cv.model_dump(include={"person", *KEYS})
    return {key: _bare(records[key]) for key in ("person", *KEYS) if records.get(key)}


def _bare(record: Any) -> Any:
    """A record, or each of a list of them, without its provenance."""
    if isinstance(record, dict):
        return {name: value for name, value in record.items() if name != "provenance"}
    return [_bare(one) for one in record]
