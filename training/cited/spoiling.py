"""What befalls a citation between print and file: lost signs, broken words, look-alikes."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


def spoil(text: str, marks: Sequence[str], r: Random) -> tuple[str, list[str]]:
    """A text and the labels of its characters, most often as they are."""
    k = r.random()
    if k < 0.72:
        return text, list(marks)
    kept: list[tuple[str, str]] = []
    once = r.randrange(len(text)) if text else 0
    for i, (c, m) in enumerate(zip(text, marks, strict=True)):
        if k < 0.80 and c in ".,;:" and r.random() < 0.12:
            continue
        if k < 0.80 and c in '()"“”' and r.random() < 0.1:
            continue
        if 0.80 <= k < 0.85 and c.isalpha() and r.random() < 0.012:
            kept.append(
                ({"l": "1", "I": "l", "O": "0", "e": "c", "m": "rn", "S": "5"}.get(c, c)[0], m)
            )
            continue
        if 0.85 <= k < 0.90 and c.isalpha() and text[i - 1 : i].isalpha() and r.random() < 0.012:
            kept += [("-", m), (" ", m)]
        if 0.90 <= k < 0.94 and c == " " and r.random() < 0.05:
            continue
        if 0.94 <= k < 0.97 and c in ".,;:" and r.random() < 0.3:
            kept.append((" ", m))
        if k >= 0.97 and i > max(once, len(text) // 2):
            break
        kept.append((c, m))
    return "".join(c for c, _ in kept), [m for _, m in kept]
