"""How does this list tell its entries apart? Each habit proposes starts; the evenest wins.

People are regular within one list: if one entry is a title line with bullets under it, so are
the others. So every habit that people have is tried, and the one is kept whose entries are most
alike: one date each, the same kind of first line, and first lines unlike all others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cvparse.document import Item, Section, Span
from cvparse.entries.evenness import Grouping, evenness, weigh
from cvparse.entries.items import itemize
from cvparse.entries.looks import Look, headlines, looks


def opinions(section: Section, skip: frozenset[Span]) -> dict[int, str]:
    """What the best habit calls each line, by its number: `B`, `I`, `W` or `S` (see `entries`)."""
    items = itemize(section, skip)
    if not items:
        return {}
    chosen = best(items)
    found: dict[int, str] = {}
    for number, item in enumerate(items):
        first, *rest = item.lines
        code = "S" if number in chosen.heads else "B" if number in chosen.starts else "I"
        found[first.number] = "B" if number == 0 and code == "I" else code
        found |= dict.fromkeys((line.number for line in rest), "W")
    return found


def best(items: Sequence[Item]) -> Grouping:
    """The grouping under which the entries of a list are most alike."""
    seen, apart = looks(items), headlines(items)
    proposals = dict.fromkeys(  # many habits agree; each proposal is weighed once
        Grouping(tuple(i for i in starts if i not in apart), heads | apart)
        for habit in HABITS
        for starts, heads in [habit(seen)]
    )
    weights = weigh(seen)
    worth = {p: evenness(seen, p, weights) for p in proposals if p.starts}
    chosen = max(worth, key=worth.__getitem__) if worth else Grouping((0,))
    return chosen._replace(sharing=_sharing(seen, chosen.starts))


def _sharing(looks: Sequence[Look], starts: Sequence[int]) -> frozenset[int]:
    """Where entries open with a line without a date and close with a dated one, an entry of the
    dated line alone has no first line of its own: it goes with the one above.
    """
    plain = [i for i in starts if not looks[i].dated]
    if 2 * len(plain) <= len(starts):
        return frozenset()
    alone = (i for i in starts if looks[i].dated_last and not looks[i].bulleted)
    return frozenset(i for i in alone if i > plain[0])


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
    _titles,
    _titles_after_bullets,
    _blocks,
    _bullets,
    _margin,
    _indented,
    _dated_first,
    _dated_heads,
    _dated_ends,
    _free_each,
    _each,
)
