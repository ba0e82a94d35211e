"""A draft of gold: the records alone, written so that every field has its line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from cvparse.cv import CV
from cvparse.exporters.plain import plain

# Signs that cannot be seen, or that turn what stands behind them around: JSON has escapes for them.
# Joiners (U+200C, U+200D) are left, for they are letters' own in Persian and in Hindi.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def draft(cv: CV) -> dict[str, Any]:
    """The records of a CV in the order of the contract, as a person would write them as gold.

    `note` is left out: there the parser keeps words it did not understand, and the contract has no
    such field.
    """
    kept = {
        key: _without_note(rows)
        if isinstance(rows, Mapping)
        else [one for row in rows if (one := _without_note(row))]
        for key, rows in plain(cv).items()
    }
    return {key: rows for key, rows in kept.items() if rows}


def _without_note(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "note"}


def written(gold: Mapping[str, Any]) -> str:
    """Gold as JSON text: each record and each field on lines of their own, in the order given."""
    keys = [f"  {_json(key)}: {_key(rows)}" for key, rows in gold.items()]
    return "{\n" + ",\n".join(keys) + "\n}\n" if keys else "{}\n"


def _key(rows: Any) -> str:
    if isinstance(rows, Mapping):
        return _record(rows, "  ")
    inner = ",\n".join(f"    {_record(row, '    ')}" for row in rows)
    return f"[\n{inner}\n  ]" if rows else "[]"


def _record(record: Mapping[str, Any], indent: str) -> str:
    fields = ",\n".join(f"{indent}  {_json(k)}: {_json(v)}" for k, v in record.items())
    return f"{{\n{fields}\n{indent}}}" if record else "{}"


def _json(value: Any) -> str:
    """JSON on one line; what cannot be seen is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return UNSEEN.sub(_escaped, text)


def _escaped(sign: re.Match[str]) -> str:
    return json.dumps(sign[0])[1:-1]
