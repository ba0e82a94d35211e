"""The table of all rules. Rules look; which record a sight is for, they do not know.

Three rounds, each seeing what the ones before it have settled: words (a date, an e-mail), groups
of words (a place, a list of persons, `Mentor: X`), and the layout of the entry around them. The
order within a round means nothing: `settle` alone decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from cvparse.document import Entry, Mention, Passage
from cvparse.rules import (
    citations,
    contacts,
    courses,
    dates,
    degrees,
    fields,
    funding,
    grants,
    identifiers,
    imprint,
    links,
    mentors,
    money,
    numbers,
    occasions,
    offices,
    papers,
    people,
    phrases,
    places,
    posts,
    prizes,
    profile,
    rows,
    societies,
    studies,
    theses,
    tongues,
    trainees,
    ventures,
    weighing,
)
from cvparse.rules.cited import read as _cited
from cvparse.rules.flush import of_a_cell
from cvparse.rules.kinds import placed
from cvparse.rules.people import cast
from cvparse.rules.rule import Finder, Scene
from cvparse.rules.settle import settle

__all__ = [
    "GROUPS",
    "LAYOUTS",
    "WORDS",
    "cast",
    "cited",
    "find",
    "look",
    "of_a_cell",
    "placed",
    "weighed",
]

WORDS: tuple[Finder, ...] = (
    *contacts.RULES,
    *identifiers.RULES,
    *dates.RULES,
    *money.RULES,
    *numbers.RULES,
    *degrees.RULES,
    *links.RULES,
    *people.RULES,
    *places.RULES,
)
GROUPS: tuple[Finder, ...] = (
    *places.GROUPS,
    *imprint.GROUPS,
    *people.GROUPS,
    *mentors.GROUPS,
    *fields.GROUPS,
    *funding.GROUPS,
    *links.GROUPS,
    *phrases.GROUPS,
    *theses.GROUPS,
)
LAYOUTS: tuple[Finder, ...] = (
    *profile.LAYOUTS,
    *citations.LAYOUTS,
    *occasions.LAYOUTS,
    *phrases.LAYOUTS,
    *rows.LAYOUTS,
    *offices.LAYOUTS,
    *posts.LAYOUTS,
    *studies.LAYOUTS,
    *societies.LAYOUTS,
    *tongues.LAYOUTS,
    *courses.LAYOUTS,
    *trainees.LAYOUTS,
    *papers.LAYOUTS,
    *grants.LAYOUTS,
    *prizes.LAYOUTS,
    *ventures.LAYOUTS,
)


@cache
def asked(kind: str) -> tuple[tuple[Finder, ...], ...]:
    """The rules of each round that may see something in an entry of this kind."""
    return tuple(
        tuple(finder for finder in table if not finder.kinds or kind in finder.kinds)
        for table in (WORDS, GROUPS, LAYOUTS)
    )


def look(entry: Entry, cast: frozenset[str], words: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """Everything any rule sees in an entry, nothing settled yet (for `cvparse explain`).

    `words` are the lexicon's words in it: evidence for the rules, claims of nothing.
    """
    return _rounds(entry, cast, words)[0]


def _readings(settled: Iterable[Mention]) -> Iterator[Mention]:
    """The settled mentions, and other readings of the very same words."""
    for mention in settled:
        yield mention
        if mention.parts:
            yield from _readings(p for p in mention.parts if p.span == mention.span)


def find(entry: Entry, cast: frozenset[str], words: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """What is to be seen in an entry: disjoint mentions, others among their parts."""
    return _rounds(entry, cast, words)[1]


def cited(entry: Entry, marked: Iterable[Mention]) -> tuple[Mention, ...]:
    """What a citation says, standing alone, its stretches marked by the model."""
    return _cited(Scene(entry), tuple(marked))


def weighed(
    entry: Entry, settled: tuple[Mention, ...], marks: Callable[[Passage], Iterable[Mention]]
) -> tuple[Mention, ...]:
    """What was found in a publication, weighed against the stretches that the model is sure of;
    it is asked only where something seems to be amiss.
    """
    if entry.kind != "publications" or not weighing.odd(settled):
        return settled
    return weighing.weigh(Scene(entry), settled, tuple(marks(weighing.cited(entry))))


def _rounds(
    entry: Entry, cast: frozenset[str], words: Iterable[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Everything seen, and the same settled."""
    evidence = tuple(words)
    seen: list[Mention] = []
    settled: tuple[Mention, ...] = ()
    for table in asked(entry.kind):
        scene = Scene(entry, (*evidence, *_readings(settled)), cast)
        before = len(seen)
        for finder in table:
            if scene.may_hold(finder):
                seen += finder.find(scene)
        if len(seen) > before:
            settled = settle(seen)
    return tuple(seen), settled
