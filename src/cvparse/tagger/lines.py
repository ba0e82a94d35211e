"""The line model: of each line of a list, does it begin an entry? Trained by `training/`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cvparse.tagger.network import Committee

_MEMBERS = ("lines-21.npz", "lines-22.npz", "lines-23.npz")


def codes(lists: Sequence[Sequence[Sequence[str]]]) -> list[list[str]]:
    """The likeliest code (`B I W S P`, see `entries`) of each line of each list."""
    return _committee().tag(lists) if any(lists) else [[] for _ in lists]


@cache
def _committee() -> Committee:
    from cvparse.tagger.network import Committee

    return Committee(*_MEMBERS)
