"""What an export is: bytes, and what the format could not carry."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from cvparse.cv import CV


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
    """Text without the control characters that XML and YAML refuse (line ends and tabs stay)."""
    return "".join(sign if sign in "\n\t" or not _is_control(sign) else " " for sign in text)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff\ufeff\u2028\u2029"
