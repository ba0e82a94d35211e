"""The pieces of a line between its separators; what brackets and quotation marks hold stays whole.

People set the parts of a line apart by commas, but a title in quotes and a remark in brackets have
commas of their own. Wrong for a title in neither: `The Atlantic World, a history`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cvparse import lexicon
from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.rule import Scene
from cvparse.values import When

Bounds = tuple[int, int]
COMMA = re.compile(r",\s+|,$|;\s*|\s\|\s?|\s+[-•·]\s+|\t|(?<=\S)[^\S\n]{3,}")
LIST = re.compile(
    rf"[,;]\s*(?:(?:and|und|et|y|e|&)\s)?|\s(?:and|und|et|&)\s(?=[{UPPER}])|\s[•·|]\s"
)
SINGLE = r"(?<![\w'])'(?P<single>(?=[^\W\d_]|\")(?:[^']|(?<=\w)'(?=\w)|(?<=s)'(?=\s\w)){3,400})'(?=[,.;:)]|\s*$|\s\()"
_HELD = re.compile(rf"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]{{1,400}}\"|{SINGLE}")
_BRACKET = re.compile(r"\([^()]*\)")
_SET_OFF = re.compile(r"(?:[,(|\t\n]|\s{2,}|\s-)\s*$")
_EDGES = " \t\n.,;:|-/·•"
_SAYS = re.compile(r"[\W\d_]*[^\W\d_]")
_WORDY = re.compile(r"[^\W\d_]{3}")
_OLD = "1940"
_SINCE = re.compile(r"\b1[0-8]\d\d\s?-\s?$")
_LONGEST = 6000
_TITLE = 60
_MIXED = re.compile(r"[,/&]|\b(?:and|und|et|y|e)\b", re.I)


def cut(
    passage: Passage, separator: re.Pattern[str] = COMMA, whole: Iterable[Span] = ()
) -> list[Passage]:
    """The pieces between separators that stand in no bracket and no quotation, without edges;
    nor are the spans cut that are to stay `whole`.
    """
    marks = [m.span() for m in passage.search(separator)]
    if marks:
        held = sorted([*(m.span() for m in passage.search(_HELD)), *whole])
        marks = [*_outside(marks, held)]
    return [trimmed for piece in passage.without(marks) if (trimmed := trim(piece))]


def _outside(marks: Iterable[Bounds], held: Iterable[Bounds]) -> Iterator[Bounds]:
    """Of marks in order of place, those that touch nothing held, in order too."""
    ahead = iter(held)
    inner = next(ahead, None)
    for start, end in marks:
        while inner and inner[1] <= start:
            inner = next(ahead, None)
        if inner is None or end <= inner[0]:
            yield start, end


def trim(piece: Passage) -> Passage:
    """Without separators at its ends; a bracket goes only when its fellow is missing."""
    text = piece.strip(_EDGES)
    for _ in range(4):
        folded = text.folded
        if not folded:
            return text
        if (folded[0] in ")]" or folded[0] in "([") and not _even(folded):
            text = text.inner(left=1).strip(_EDGES)
        elif folded[-1] in "([)]" and not _even(folded):
            text = text.inner(right=1).strip(_EDGES)
        else:
            break
    return text


def _even(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def bare(piece: Passage) -> Passage:
    """A piece that is all in one bracket, or all in quotation marks, without them."""
    text = trim(piece)
    whole = text.fullmatch(_HELD)
    return trim(text.part(whole.start() + 1, whole.end() - 1)) if whole else text


def says(piece: Passage) -> bool:
    """Is there a letter in it?"""
    return piece.match(_SAYS) is not None


def terms(scene: Scene, within: Span) -> list[Mention]:
    """The dates that can tell when something was done: `The Atlantic World, 1450-1850` tells of
    no course ever given in 1450.
    """
    seen = [m for m in scene.seen("date", within=within) if recent(m)]
    return [m for m in seen if not _SINCE.search(scene.source.before(m.span, 8))]


def recent(date: Mention) -> bool:
    when = date.value
    return not isinstance(when, When) or (when.start or when.end or _OLD) >= _OLD


def rest(passage: Passage, taken: Iterable[Mention]) -> list[Passage]:
    """What the taken mentions leave of a passage. A bracket that holds one goes whole, since
    what stands beside a date in its bracket is a remark on the date: `(member since 2012)`.
    What stands in a column beside the passage parts nothing in it.
    """
    spans = [m.span for m in taken if Passage(passage.source, m.span)]
    brackets = [Span(*m.span()) for m in passage.search(_BRACKET)] if spans else []
    gone = [b for b in brackets if any(s.within(b) for s in spans)]
    gone += [s for s in spans if not any(s.within(b) for b in gone)]
    return passage.without(gone)


def asides(passage: Passage, taken: Sequence[Mention]) -> Iterator[Passage]:
    """The brackets that `rest` leaves out, and what stands in them beside the taken mentions."""
    for match in passage.search(_BRACKET):
        bracket = passage.at(match)
        inside = [m.span for m in taken if m.span.within(bracket.span)]
        if inside:
            yield from (trim(p) for p in bracket.without(inside) if says(trim(p)))


def joined(pieces: Sequence[Passage]) -> Passage:
    """From the first of several pieces of a line to the end of the last."""
    first = pieces[0]
    return first.source.whole().part(first.span.start, max(p.span.end for p in pieces))


def run_on(pieces: Sequence[Passage]) -> Passage:
    """Pieces that only separators part; a date or a place between them ends what they say."""
    kept = [pieces[0]]
    for piece in pieces[1:]:
        between = piece.source.whole().part(kept[-1].span.end, piece.span.start)
        if any(c.isalnum() for c in between.folded):
            break
        kept.append(piece)
    return joined(kept)


@cache
def named(table: str, key: str, prefix: str = "") -> re.Pattern[str]:
    """The words of a list of the lexicon as one pattern, the longest first, in any case. A digit
    may stand before one: a narrow column runs into the next (`2021-2023Member`).
    """
    words = sorted({w.lower() for w in lexicon.table(table)[key]}, key=lambda w: (-len(w), w))
    return re.compile(
        rf"(?<![^\W\d])(?<!-){prefix}(?:{'|'.join(map(re.escape, words))})(?:\(s\)|e?s)?(?![\w])",
        re.I,
    )


def found(piece: Passage, words: re.Pattern[str]) -> Passage | None:
    """The first of some words in a piece."""
    match = piece.first(words)
    return piece.at(match) if match else None


def lines(scene: Scene) -> list[Item]:
    """The entry's lines that a person could have typed: a line of a megabyte is data."""
    return [item for item in scene.entry.items if item.span.length <= _LONGEST]


def headed(scene: Scene, label: str, words: re.Pattern[str], rule: str) -> Mention | None:
    """What the line above several entries, or the heading of the section, says of each of them.

    `Reviewing` over a list of journals is said of every one; `Reviewing and outreach` of none.
    """
    for above in reversed(scene.entry.context):
        if above.span.length <= _TITLE and found(above, words):
            text = trim(above)
            return Mention(label, text.span, text.value, rule, how="inferred")
    section = scene.entry.section
    if section and section.heading and section.heading.length <= _TITLE:
        heading = trim(Passage(section.source, section.heading))
        word = found(heading, words)
        if word and not any(found(p, _MIXED) for p in heading.without([word.span])):
            return Mention(label, heading.span, heading.value, rule, how="inferred")
    return None


def lots(scene: Scene) -> Iterator[list[Item]]:
    """The lines of an entry that tell of one thing each: a line that a date opens begins the next
    where one opens the first too.
    """
    lot: list[Item] = []
    for item in lines(scene):
        if lot and _dated(scene, lot[0]) and _dated(scene, item):
            yield lot
            lot = []
        lot.append(item)
    if lot:
        yield lot


def closes(scene: Scene, line: Passage, place: Mention) -> bool:
    """Is a place set off from what stands before it, and nothing but a date behind it?"""
    after = line.after(place.span)
    if any(says(p) for p in rest(after, terms(scene, after.span))):
        return False
    before = line.before(place.span)
    return not says(before) or next(before.search(_SET_OFF), None) is not None


def remarks(lot: Sequence[Item], used: Sequence[Mention], rule: str) -> Iterator[Mention]:
    """What no field of a thing holds; a field's own words printed again are only that."""
    told = [str(m.value) for m in used if m.label != "furniture"]
    for item in lot:
        for piece in item.without(m.span for m in used):
            text = trim(piece)
            if not next(text.search(_WORDY), None):
                continue
            if any(text.value in words for words in told):
                yield Mention("furniture", text.span, "said before", rule)
            else:
                yield Mention("note", text.span, text.value, rule)


def _dated(scene: Scene, item: Item) -> bool:
    dates = terms(scene, item.span)
    return bool(dates) and not says(item.before(dates[0].span)) and says(item.after(dates[0].span))
