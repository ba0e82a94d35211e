"""Where a printed line ends."""

from __future__ import annotations

from random import Random

VOWELS = set("aeiouyáéíóúäöüAEIOU")


def broken(rng: Random, text: str, width: int, rest: int, hyphen: str) -> list[str]:
    """Cut at spaces so that the first line has `width`, the others `rest` signs; now and then inside a word."""
    words, lines, room = text.split(" "), [""], max(width, 20)
    for word in words:
        line = lines[-1]
        if not line or len(line) + 1 + len(word) <= room:
            lines[-1] = f"{line} {word}" if line else word
            continue
        left = room - len(line) - 2
        room = max(rest, 20)
        cut = inside(word, left) if rng.random() < 0.6 else 0
        if cut:
            lines[-1] += " " + word[:cut]
            lines.append(word[cut:])
            continue
        cut = syllable(word, left) if hyphen and word.isalpha() and rng.random() < 0.7 else 0
        if cut:
            lines[-1] += f" {word[:cut]}{hyphen}"
            lines.append(word[cut:])
        else:
            lines.append(word)
    return lines


def inside(word: str, left: int) -> int:
    """Where a word may be broken without a new hyphen: "multi-|agent", "https:|//example.org/|x"; 0: nowhere."""
    places = [
        i + 1 for i, sign in enumerate(word[:left]) if sign in "-/–" and 2 < i + 1 < len(word) - 1
    ]
    return places[-1] if places else 0


def syllable(word: str, left: int) -> int:
    """The last place, up to `left`, where a word may be hyphenated: "dem|oc|ra|cy"; 0: nowhere."""
    for cut in range(min(left, len(word) - 3), 2, -1):
        before, at = word[cut - 1] in VOWELS, word[cut] in VOWELS
        if (
            not at
            and (not before or word[cut + 1] in VOWELS)
            and any(c in VOWELS for c in word[:cut])
        ):
            return cut
    return 0
