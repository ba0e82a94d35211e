"""How does this list tell its entries apart? Each habit proposes starts; the evenest wins.

People are regular within one list: if one entry is a title line with bullets under it, so are
the others. So every habit that people have is tried, and the one is kept whose entries are most
alike: one date each, the same kind of first line, and first lines unlike all others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import Item

_YEAR = re.compile(r"(?<![\d$€£-])(?:19|20)\d\d(?!\d)|'\d\d\b|\b\d\d?/\d\d\b")
_YEARS_LAST = re.compile(r"(?:(?:19|20)\d\d|present|current|ongoing|heute|now)\W*$", re.I)
_YEARS_FIRST = re.compile(
    r"\W*(?:(?:de|du|depuis|since|from|seit|ab|desde|dal|sinds|von|entre) )?(?:[^\W\d_]{3,9}\.? )?(?:\d{1,2}(?:er|st|nd|rd|th|\.)? [^\W\d_]{3,9}\.? )?(?:\d{1,2}[./]){0,2}(?:19|20)\d\d\b",
    re.I,
)
_YEAR_ALONE = re.compile(r"\W*(?:19|20)\d\d(?:\s*-\s*(?:(?:19|20)?\d\d|present))?\W*$", re.I)
_NAME = r"[A-ZÀ-Þ](?:[^\W\d_]|['.*-])*"
_NAMES = re.compile(
    rf"{_NAME}(?: +(?:[^\W\d_]|['.()*-])+){{1,4}} *[,;*†]+ *(?:and |& )?{_NAME}(?: |[.,*]|$)|{_NAME}(?:[ -]{_NAME})?,? [A-Z]\.?(?:[ -]?[A-Z]\.?)?[,;(. ]"
)
_LEGEND = re.compile(r"[*†‡ ]*(?:(?:these )?authors |both |co-)?(?:equal|contribut|denotes|first author)", re.I)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_FIELD = re.compile(r"(?P<it>[^\W\d_][\w /-]{1,28}?) ?:(?=\s|$)")


class Look(NamedTuple):
    """What one glance at an item tells."""

    bulleted: bool
    indent: int
    gap: bool
    labelled: bool
    dated: bool
    dated_last: bool
    dated_first: bool
    people: bool
    attached: bool
    """Link labels, legends, `Keywords: …`: they never begin an entry."""
    prose: bool


@dataclass(frozen=True)
class Grouping:
    """Items that start an entry, and items that head several."""

    starts: tuple[int, ...]
    heads: frozenset[int] = frozenset()


def best(items: Sequence[Item]) -> Grouping:
    """The grouping under which the entries of a list are most alike."""
    looks = _evened([_look(item) for item in items])
    apart = frozenset(i for i, item in enumerate(items) if item.fullmatch(_YEAR_ALONE))
    if len(apart) < 2 or len(apart) > len(items) / 2:
        apart = frozenset()
    apart |= frozenset(i for i, item in enumerate(items[:-1]) if _subheading(item))
    proposals = [
        Grouping(tuple(sorted(set(starts) - apart)), heads | apart)
        for habit in HABITS
        for starts, heads in [habit(looks)]
        if set(starts) - apart
    ]
    return max(proposals, key=lambda p: _evenness(looks, p))


def _evened(looks: list[Look]) -> tuple[Look, ...]:
    """There is always a gap above the first line; it tells nothing when no other has one."""
    if looks and not any(x.gap for x in looks[1:]):
        looks[0] = looks[0]._replace(gap=False)
    return tuple(looks)


def _subheading(item: Item) -> bool:
    """`Active`, `PhD students:`: a line that says of what sort the entries under it are."""
    words = item.folded.strip(" :.*_").lower()
    return words in lexicon.words("subheading") or (
        item.folded.rstrip().endswith(":") and len(words) < 40 and words not in _fields()
    )


def _look(item: Item) -> Look:
    folded = item.folded
    dated = bool(_YEAR.search(folded))
    words = _WORD.findall(folded)
    small = sum(w[0].islower() for w in words)
    return Look(
        bulleted=item.bulleted,
        indent=item.indent,
        gap=item.gap,
        labelled=item.label is not None,
        dated=dated,
        dated_last=dated and bool(_YEARS_LAST.search(folded[-24:])),
        dated_first=dated and bool(_YEARS_FIRST.match(folded)),
        people=bool(_NAMES.match(folded)) and small <= len(words) / 4 and not _organized(words),
        attached=_attached(item, words),
        prose=len(words) > 12 and small > len(words) / 2 and not dated,
    )


def _organized(words: list[str]) -> bool:
    """Does a word name an organisation? Then `X University, Y School` are no persons."""
    return any(w.lower() in lexicon.words("organization") for w in words)


def _attached(item: Item, words: list[str]) -> bool:
    if not words or item.folded[0] == "(" or item.match(_LEGEND):
        return True
    if len(words) <= 8 and all(w.lower() in _links() for w in words):
        return True
    field = item.match(_FIELD)
    return field is not None and field["it"].lower() in _fields()


@cache
def _fields() -> frozenset[str]:
    return lexicon.words("field")


@cache
def _links() -> frozenset[str]:
    return frozenset(w for phrase in lexicon.words("link") for w in phrase.split())


Proposal = tuple[tuple[int, ...], frozenset[int]]
Habit = Callable[[Sequence[Look]], Proposal]
_NONE: frozenset[int] = frozenset()


def _each(looks: Sequence[Look]) -> Proposal:
    """Every line is an entry."""
    return tuple(range(len(looks))), _NONE


def _free_each(looks: Sequence[Look]) -> Proposal:
    """Every line that is no link, legend or labelled field is an entry."""
    return tuple(i for i, x in enumerate(looks) if not x.attached), _NONE


def _labels(looks: Sequence[Look]) -> Proposal:
    """`[1]`, `J2`, `3.`: each number is an entry."""
    return tuple(i for i, x in enumerate(looks) if x.labelled), _NONE


def _bullets(looks: Sequence[Look]) -> Proposal:
    """Each bullet at the outer margin is an entry; lines without one head those below."""
    margin = min((x.indent for x in looks if x.bulleted), default=0)
    starts = tuple(i for i, x in enumerate(looks) if x.bulleted and x.indent <= margin)
    heads = frozenset(
        i
        for i, x in enumerate(looks[:-1])
        if not x.bulleted and looks[i + 1].bulleted and not x.attached
    )
    return starts, heads if starts else _NONE


def _titles(looks: Sequence[Look]) -> Proposal:
    """A plain line begins an entry, the bullets under it belong to it."""
    return tuple(
        i
        for i, x in enumerate(looks)
        if not x.bulleted and (i == 0 or looks[i - 1].bulleted or x.gap) and not x.attached
    ), _NONE


def _titles_after_bullets(looks: Sequence[Look]) -> Proposal:
    """As before, but several plain lines may stand above the bullets."""
    if not any(x.bulleted for x in looks):
        return (), _NONE
    return tuple(
        i for i, x in enumerate(looks) if not x.bulleted and (i == 0 or looks[i - 1].bulleted)
    ), _NONE


def _blocks(looks: Sequence[Look]) -> Proposal:
    """Blank lines part the entries."""
    return tuple(i for i, x in enumerate(looks) if x.gap), _NONE


def _dated_first(looks: Sequence[Look]) -> Proposal:
    """A date at the start of a line begins an entry."""
    return tuple(i for i, x in enumerate(looks) if x.dated_first), _NONE


def _dated_heads(looks: Sequence[Look]) -> Proposal:
    """The line with the date begins an entry; what follows describes it."""
    return tuple(
        i for i, x in enumerate(looks) if x.dated and not x.attached and not x.bulleted
    ), _NONE


def _dated_ends(looks: Sequence[Look]) -> Proposal:
    """The line with the date ends an entry; links, legends and bullets trail after it."""
    starts, ended = [], True
    for i, x in enumerate(looks):
        if ended and not x.attached and not (x.bulleted and i and looks[i - 1].bulleted):
            starts.append(i)
            ended = False
        ended = ended or x.dated_last
    return tuple(starts), _NONE


def _margin(looks: Sequence[Look]) -> Proposal:
    """Lines at the outer margin begin entries, indented ones belong to them."""
    margin = min(x.indent for x in looks)
    return tuple(i for i, x in enumerate(looks) if x.indent == margin and not x.bulleted), _NONE


def _indented(looks: Sequence[Look]) -> Proposal:
    """Indented lines are the entries; the line at the margin above them heads them all."""
    margin = min(x.indent for x in looks)
    starts = tuple(i for i, x in enumerate(looks) if x.indent > margin and not x.prose)
    heads = frozenset(
        i
        for i, x in enumerate(looks[:-1])
        if x.indent == margin and looks[i + 1].indent > margin and not x.dated
    )
    return (starts, heads) if heads else ((), _NONE)


HABITS: tuple[Habit, ...] = (
    _labels,
    _blocks,
    _titles,
    _titles_after_bullets,
    _bullets,
    _margin,
    _indented,
    _dated_first,
    _dated_heads,
    _dated_ends,
    _free_each,
    _each,
)


def _evenness(looks: Sequence[Look], grouping: Grouping) -> float:
    """How much alike the entries are, and how unlike other lines their first lines."""
    starts = grouping.starts
    groups = [
        [looks[i] for i in range(a, b) if i not in grouping.heads]
        for a, b in zip(starts, (*starts[1:], len(looks)), strict=True)
    ]
    groups = [g for g in groups if g]
    orphans = sum(1 for i in range(starts[0]) if i not in grouping.heads)
    trailing = any(x.dated for x in looks) and not any(x.dated for x in groups[-1])
    lame = sum(g[0].attached or g[0].prose for g in groups) / len(groups)
    return (
        2 * _once(groups, [x.dated for x in looks], "dated")
        + _once(groups, [x.people for x in looks], "people")
        + 2 * _exclusive(looks, grouping)
        + _apart(looks, grouping)
        - (0.5 if orphans else 0)
        - (0.3 if trailing else 0)
        - 2 * lame
    )


def _once(groups: Sequence[Sequence[Look]], all_: Sequence[bool], name: str) -> float:
    """1 when each entry has exactly one such item; half when the list has too few to tell."""
    if sum(all_) < 2:
        return 0.5
    counts = [sum(getattr(x, name) for x in group) for group in groups]
    return sum(1 / c if c else 0.0 for c in counts) / len(counts)


def _exclusive(looks: Sequence[Look], grouping: Grouping) -> float:
    """The share of first lines that look like the commonest, less the share of other lines."""
    starts = set(grouping.starts)
    first = Counter(_shape(looks[i]) for i in starts)
    rest = Counter(
        _shape(x) for i, x in enumerate(looks) if i not in starts and i not in grouping.heads
    )
    shape, count = first.most_common(1)[0]
    others = rest[shape] / sum(rest.values()) if rest else 0.0
    return count / len(starts) - others


def _shape(look: Look) -> tuple[object, ...]:
    return look[:9]


def _apart(looks: Sequence[Look], grouping: Grouping) -> float:
    """Do the entries begin where the page makes a gap, a bullet or a step to the left?"""
    starts = grouping.starts[1:]
    if not starts:
        return 0.0
    apart = [
        looks[i].gap or looks[i].bulleted or looks[i].labelled or looks[i].indent < looks[i - 1].indent
        for i in starts
    ]
    return sum(apart) / len(apart)
