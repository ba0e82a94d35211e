"""What an export is: bytes, and what the format could not carry."""

from __future__ import annotations

from dataclasses import dataclass
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
