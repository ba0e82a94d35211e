"""YAML of plain shape: mappings and lists in block form, every text in double quotes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cvparse.exporters.export import printable


def marked(text: str) -> str:
    """Text that RenderCV prints as it is: it reads Markdown, in which asterisks are emphasis."""
    return " ".join(printable(text).split()).replace("*", r"\*")


def block(value: Mapping[str, Any] | list[Any], depth: int = 0) -> Iterator[str]:
    """YAML in block form; JSON's strings are YAML's in double quotes."""
    pad = "  " * depth
    if isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)):
                inner = "".join(block(item, depth + 1))
                yield f"{pad}- {inner.removeprefix(pad + '  ')}"
            else:
                yield f"{pad}- {_scalar(item)}\n"
        return
    for name, item in value.items():
        head = pad + (name if name.isidentifier() and name.isascii() else _scalar(name))
        if isinstance(item, (dict, list)):
            empty = "{}" if isinstance(item, dict) else "[]"
            yield f"{head}:\n" if item else f"{head}: {empty}\n"
            yield from block(item, depth + 1)
        else:
            yield f"{head}: {_scalar(item)}\n"


def _scalar(value: str | float) -> str:
    return json.dumps(printable(value) if isinstance(value, str) else value, ensure_ascii=False)
