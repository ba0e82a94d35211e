"""The corridor: `parse(text) → CV`. It knows all the rooms and decides nothing itself."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from typing import NamedTuple

import cvparse
from cvparse import check, entries, ledger, link, readers, records, rules, sections, tagger
from cvparse.cv import CV, SectionMap, SourceInfo, ToolInfo
from cvparse.document import Entry, Item, Mention, Section, Source, Span
from cvparse.records import Found
from cvparse.values import Record


class Plan(NamedTuple):
    """A source divided: its sections with their entries, its page furniture, its people."""

    sections: tuple[tuple[Section, tuple[Entry, ...]], ...]
    page: frozenset[Span]
    cast: frozenset[str]

    @property
    def entries(self) -> list[Entry]:
        return [entry for _, found in self.sections for entry in found]


def parse(text: str, name: str = "<text>") -> CV:
    """The CV that a text says. Never raises for what the text says, however strange.

    Positions in the result count in `cv.source.text`, which is the text as the reader left it
    (line ends unified, Unicode composed).
    """
    return parse_source(readers.text.source(text, name))


def parse_file(path: str | PathLike[str]) -> CV:
    """The CV in a file. Raises ReadError when the file cannot be read as text."""
    return parse_source(readers.read(path))


def divide(source: Source) -> Plan:
    """Sections and entries, nothing read yet."""
    page = sections.furniture(source)
    ends = sorted(page)
    found = sections.split(source, tagger.headed_kinds)
    lists = entries.split(found, page, tagger.line_codes)
    bare = source.without([*page, *(cell for own in lists for e in own for cell in e.beside)])
    divided = tuple(
        (section, tuple(_unbroken(e, ends, bare) for e in own))
        for section, own in zip(found, lists, strict=True)
    )
    return Plan(divided, page, rules.cast(e for _, own in divided for e in own))


def _unbroken(entry: Entry, page: Sequence[Span], bare: Source) -> Entry:
    """The entry; when a page ends in it, as if there were no pages, and no column beside it when
    one stands in the middle of its lines.
    """
    first, last = entry.span
    at = bisect_right(page, (first, len(entry.source.text)))
    paged = at < len(page) and page[at].end < last
    return entry.read_in(bare) if paged or entry.beside else entry


def parse_source(source: Source) -> CV:
    """The CV of a text already read."""
    plan = divide(source)
    founds = [*_founds(plan)]
    built = [records.build(found) for found in founds]
    person = records.build_person(founds)
    book = ledger.Ledger(
        source,
        [s for s, _ in plan.sections],
        [(f.entry, (*f.mentions, *f.above)) for f in founds],
        plan.page,
    )
    book.enter([person, *_rows(built)])
    if lost := book.lost():
        person, built = records.keep(founds, person, built, lost)
        book.keep([person, *_rows(built)])
    coverage = book.close()
    by_key: defaultdict[str, list[Record]] = defaultdict(list)
    for one in built:
        for key, rows in one.items():
            by_key[key] += rows
    return CV(
        source=_source_info(source),
        tool=ToolInfo(name="cvparse", version=cvparse.__version__),
        person=person,
        **{key: tuple(rows) for key, rows in by_key.items()},
        sections=tuple(_map(section, found) for section, found in plan.sections),
        coverage=coverage,
        links=link.links(by_key),
        people=link.people(by_key, person.name),
        diagnostics=check.diagnose(source, [s for s, _ in plan.sections], by_key, coverage),
    )


def _founds(plan: Plan) -> Iterator[Found]:
    """What is seen in each entry, and in the lines above several, which are looked at once."""
    above: dict[tuple[Source, Span, str], tuple[Mention, ...]] = {}
    for entry in plan.entries:
        beside = _beside(entry, plan.cast)
        words = (*tagger.find(entry), *beside)
        placed = rules.placed(entry, words)
        told: list[Mention] = []
        for item in placed.context:
            key = (placed.source, item.span, placed.kind)
            if key not in above:
                above[key] = _alone(placed, item, plan.cast)
            told += above[key]
        seen = rules.weighed(placed, rules.find(placed, plan.cast, words), tagger.sure)
        if beside:
            held = {m.span for m in Found(placed, seen).deep}
            seen += tuple(m for m in beside if m.span not in held)
        yield Found(placed, seen, tuple(told))


def _beside(entry: Entry, cast: frozenset[str]) -> tuple[Mention, ...]:
    """The dates and places in a column beside an entry, each cell looked at for itself."""
    found: list[Mention] = []
    whole = entry.section.source if entry.section else entry.source
    for cell in entry.beside:
        alone = Item(whole, cell)
        seen = rules.find(Entry(alone.source, cell, items=(alone,)), cast, tagger.find(alone))
        found += rules.of_a_cell(alone, seen)
    return tuple(found)


def _alone(entry: Entry, item: Item, cast: frozenset[str]) -> tuple[Mention, ...]:
    """What stands above several entries, looked at as if it were one."""
    alone = Entry(entry.source, item.span, section=entry.section, items=(item,))
    return rules.find(alone, cast, tagger.find(alone))


def sightings(plan: Plan, span: tuple[int, int]) -> list[Mention]:
    """Everything any rule saw around a span, winners and losers alike: in the entry that holds it,
    or, where none does, in the line that stands above several.
    """
    place = Span(*span)
    within = [entry for entry in plan.entries if place.within(entry.span)]
    above = (
        Entry(entry.source, item.span, section=entry.section, items=(item,))
        for entry in plan.entries
        for item in entry.context
        if place.within(item.span)
    )
    seen: list[Mention] = []
    for entry in within or [alone for alone in (next(above, None),) if alone]:
        words = tuple(tagger.find(entry))
        seen += rules.look(rules.placed(entry, words), plan.cast, words)
    return seen


def _rows(built: Iterable[dict[str, tuple[Record, ...]]]) -> list[Record]:
    return [record for one in built for rows in one.values() for record in rows]


def _source_info(source: Source) -> SourceInfo:
    return SourceInfo.holding(
        source.text, name=source.name, sha256=source.sha256, media_type=source.media_type
    )


def _map(section: Section, found: tuple[Entry, ...]) -> SectionMap:
    return SectionMap(
        kind=section.kind,
        heading=section.title or None,
        span=tuple(section.span),
        rung=section.rung or None,
        entries=tuple(tuple(e.span) for e in found),
    )
