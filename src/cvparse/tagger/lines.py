"""The line model: of each line of a list, does it begin an entry? Trained by `training/`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cvparse.tagger.network import Network


def codes(rows: Sequence[Sequence[str]]) -> list[str]:
    """The likeliest code (`B I W S P`, see `entries`) of each line."""
    return _network().tag(rows)


@cache
def _network() -> Network:
    from cvparse.tagger.network import Network

    return Network("lines.npz")
