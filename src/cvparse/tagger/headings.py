"""The heading model: of each line of a text, does it head a section, and of what kind?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cvparse.tagger.network import Committee

_MEMBERS = ("headings-21.npz",)
_HEADING = "H:"


def kinds(rows: Sequence[Sequence[str]]) -> list[str]:
    """The kind of section that each line heads, "" where it is likelier to be no heading."""
    if not rows:
        return []
    network = _committee()
    (scores,) = network.probabilities([rows])
    own = [i for i, code in enumerate(network.codes) if code.startswith(_HEADING)]
    heads = scores[:, own]
    names = [network.codes[i].removeprefix(_HEADING) for i in own]
    best = heads.argmax(1)
    return [names[k] if p > 0.5 else "" for k, p in zip(best, heads.sum(1), strict=True)]


@cache
def _committee() -> Committee:
    from cvparse.tagger.network import Committee

    return Committee(*_MEMBERS)
