"""How far figures would move with other CVs of the same kind: the bootstrap over CVs.

CVs are drawn with replacement, as many as there are, a thousand times; between the 2.5th and the
97.5th percentile of the figure lies its 95 % interval. B. Efron, R. Tibshirani, "An Introduction to the
Bootstrap" (1993), chapter 13. The draws are always the same, so the interval is.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cvparse.evaluate.tallies import Tally

if TYPE_CHECKING:
    import numpy as np

Interval = tuple[float, float]

DRAWS = 1000
_SEED = 2718


@lru_cache(maxsize=4)
def _draws(size: int) -> np.ndarray[Any, Any]:
    """How often each CV is drawn, a row for each draw."""
    import numpy as np

    chance = random.Random(_SEED)  # noqa: S311 (no secret: the same draws every time)
    picks = [chance.choices(range(size), k=size) for _ in range(DRAWS)]
    return np.array([np.bincount(one, minlength=size) for one in picks], dtype=float)


def of_mean(values: Sequence[float]) -> Interval | None:
    """Of the mean of one value a CV; None for fewer than two CVs, which tell nothing."""
    import numpy as np

    if len(values) < 2:
        return None
    return _ends(_draws(len(values)) @ np.array(values) / len(values))


def of_f1(tallies: Sequence[Tally]) -> Interval | None:
    """Of the F1 of all CVs taken together, from the tally of each."""
    import numpy as np

    if sum(one.gold > 0 for one in tallies) < 2:
        return None
    sides = np.array([(2 * one.hits, one.gold + one.read) for one in tallies])
    hits, both = (_draws(len(tallies)) @ sides).T
    return _ends(hits[both > 0] / both[both > 0])


def _ends(figures: np.ndarray[Any, Any]) -> Interval:
    import numpy as np

    low, high = np.percentile(figures, [2.5, 97.5])
    return float(low), float(high)
