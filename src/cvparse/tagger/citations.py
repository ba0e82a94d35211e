"""The citation model: where in a citation the authors stand, the title, the venue. A CRF, trained
by `training/`, over the features of `traits`; what each stretch means is read by `rules.cited`.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from typing import Any

from cvparse.document import Mention, Passage, Span
from cvparse.tagger.cutting import cut
from cvparse.tagger.traits import order, traits

MODEL = "citations.crf"
OTHER = "o"
LONGEST = 8000
"""Characters of a citation that are looked at: time is finite."""
FEWEST, MAJORITY = 5, 0.7
"""So many citations have a habit, when such a share of them keeps to it."""
SURE = 0.95
"""The chance from which on a word's label is taken for sure."""
_here = threading.local()


def cite(passage: Passage, *, lines: bool = False, habit: str = "") -> tuple[Mention, ...]:
    """The parts of one citation, as mentions labelled `author`, `title`, `container`, `date`, …

    `lines`: its lines are printed as such, and part what they hold. `habit`: the order of parts
    that most citations of its list keep to.
    """
    words = cut(passage.source.folded, *passage.head(LONGEST).span, lines=lines)
    if not words.texts:
        return ()
    labels = _tagger().tag(traits(words, habit))
    return tuple(
        Mention(label, span, passage.part(*span).text, "tagger.citation")
        for label, span in _stretches(labels, words.spans)
    )


def sure(passage: Passage) -> tuple[Mention, ...]:
    """The parts of a printed citation of whose every word the model is sure."""
    words = cut(passage.source.folded, *passage.head(LONGEST).span, lines=True)
    if not words.texts:
        return ()
    tagger = _tagger()
    tagger.set(traits(words))
    labels = tagger.tag()
    starts = {start: i for i, (start, _) in enumerate(words.spans)}
    ends = {end: i for i, (_, end) in enumerate(words.spans)}
    return tuple(
        Mention(label, span, passage.part(*span).text, "tagger.citation")
        for label, span in _stretches(labels, words.spans)
        if all(
            tagger.marginal(labels[i], i) >= SURE
            for i in range(starts[span.start], ends[span.end] + 1)
        )
    )


def cite_list(passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
    """The parts of citations that stand in one list. A list is of one style: what names its parts
    in another order than most is looked at again, with the order of the others in mind.
    """
    found = [cite(passage) for passage in passages]
    orders = [order(m.label for m in mentions) for mentions in found]
    habit = _habit(orders)
    for i, told in enumerate(orders) if habit else ():
        if not _keeps(told, habit):
            again = cite(passages[i], habit=habit)
            if _keeps(order(m.label for m in again), habit):
                found[i] = again
    return found


def _habit(orders: Sequence[str]) -> str:
    """The order that most citations of a list keep to; none of a short or a mixed list."""
    most = Counter(o for o in orders if len(o) > 2).most_common(1)
    if len(orders) < FEWEST or not most:
        return ""
    kept = sum(_keeps(o, most[0][0]) for o in orders)
    return most[0][0] if kept >= MAJORITY * len(orders) else ""


def _keeps(told: str, habit: str) -> bool:
    """Do the parts come in the order of the habit? Some may be wanting: a book has no journal."""
    known = [habit.find(sign) for sign in told if sign in habit]
    return len(known) > 1 and known == sorted(known)


def _stretches(
    labels: Sequence[str], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, Span]]:
    """Runs of words of one label: `B-title I-title I-title`, `pages pages`."""
    current, first, last = OTHER, 0, 0
    for label, (start, end) in zip(labels, spans, strict=True):
        name = label[2:] if label[1:2] == "-" else label
        if name == current and label[:2] != "B-":
            last = end
            continue
        if current != OTHER:
            yield current, Span(first, last)
        current, first, last = name, start, end
    if current != OTHER:
        yield current, Span(first, last)


def _tagger() -> Any:
    """The model, opened once for each thread: a tagger holds the sequence it works on."""
    if not hasattr(_here, "tagger"):
        import pycrfsuite

        with as_file(files("cvparse.tagger") / MODEL) as path:
            tagger = pycrfsuite.Tagger()
            tagger.open(str(path))
        _here.tagger = tagger
    return _here.tagger
