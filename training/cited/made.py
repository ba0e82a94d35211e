"""Made citations: works printed in drawn styles, as words and labels.

`make(seed, count)` gives lists of one style each. Beside the general layouts there are those of
lawyers, of CVs and of parts of theses; noise is added to some (see `spoil`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from aligned import OTHER, Labelled, begun
from layouts import KINDS
from printing import Piece, Style
from spoiling import spoil
from works import Maker
from worksorts import make as make_work

from cvparse.document import Source
from cvparse.tagger.cutting import cut


def make(
    seed: int, count: int, pool: Mapping[str, Sequence[str]] | None = None
) -> Iterator[Labelled]:
    """So many citations, in lists of four to ten."""
    maker, r = Maker(seed, pool), Random(seed + 1)
    made = 0
    while made < count:
        style = Style(r)
        kind = r.choice(KINDS)
        language = r.choice(("en", "en", "en", None, None, "de"))
        start = r.randint(1, 90)
        for number in range(start, start + r.randint(4, 10)):
            work = make_work(maker, language=language)
            pieces = kind(work, style, maker, number)
            text, marks = spoil(*_joined(pieces), r)
            yield labelled(text, marks)
            made += 1


def labelled(text: str, marks: Sequence[str]) -> Labelled:
    """A text with a label for each character, as words and labels."""
    words = cut(Source(text).folded, 0, len(text), lines=True)
    labels = [next((m for m in marks[a:b] if m != OTHER), OTHER) for a, b in words.spans]
    return Labelled(words, list(begun(labels)))


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[str]]:
    text, marks = "", []
    for words, label in pieces:
        if words[:1] in (",", ".", ";", ":") and text[-1:] == " ":
            text, marks = text[:-1], marks[:-1]
        if words[:1] in ".," and text[-1:] in ".,?!":
            words = words[1:]  # noqa: PLW2901
        if words[:1] == " " and text[-1:] == " ":
            words = words[1:]  # noqa: PLW2901
        text += words
        marks += [label] * len(words)
    return text, marks
