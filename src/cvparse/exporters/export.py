"""What an export is: bytes, and what the format could not carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from cvparse.cv import CV

_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class Export:
    """A CV in some format. `losses` says, in sentences, what the format cannot carry."""

    data: bytes
    losses: tuple[str, ...] = ()


class Exporter(Protocol):
    """A file of this folder: how its files are called, and how a CV is written."""

    SUFFIX: str

    def export(self, cv: CV) -> Export: ...


class DatedExporter(Exporter, Protocol):
    """An exporter of what is so on a day; without one, on the day it is called."""

    def export(self, cv: CV, as_of: date | None = None) -> Export: ...


def utf8(text: str) -> bytes:
    """Text as bytes; half a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""
    return text.encode("utf-8", "replace")


def printable(text: str) -> str:
    """Text without the characters that XML and YAML refuse (line ends and tabs stay)."""
    return _REFUSED.sub(" ", text)
