"""What no field took is kept, word for word, where it belongs: as a remark of the record that its
entry tells of; of an entry that tells of none, under `other`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from cvparse.document import Passage, Span
from cvparse.records.other import Other
from cvparse.records.person import Person
from cvparse.records.pick import Found
from cvparse.values import Record, Sourced

Rows = dict[str, tuple[Record, ...]]

_PERSONAL = frozenset({"header", "summary", "contact"})
_TONGUES = frozenset({"languages", "skills"})
_OPENING = " \t\n.,;:|)]}•·/-"
_CLOSING = " \t\n,;:|([{•·/-"
_FEWEST = 2  # letters or digits, or nothing is said


def keep(
    founds: Sequence[Found], person: Person, built: Sequence[Rows], lost: Sequence[Span]
) -> tuple[Person, list[Rows]]:
    """The records with what was `lost` so far, each piece with its entry."""
    kept: list[Rows] = []
    strays: list[tuple[int, Found]] = []
    for number, (found, rows) in enumerate(zip(founds, built, strict=True)):
        kept.append(rows)
        remarks = list(_remarks(found, lost))
        if not remarks:
            continue
        if found.entry.kind in _PERSONAL:
            person = person.and_more(found.source, "note", remarks)
        elif _tells(found, rows):
            kept[-1] = _noted(found, rows, remarks)
        else:
            strays.append((number, found))
    for first, several in _runs(strays):
        above = founds[first - 1].entry.span.end if first else 0
        kept[first] = kept[first] | {"other": (_other(several, above),)}
    return person, kept


def _tells(found: Found, rows: Rows) -> bool:
    """Is there a record of the entry itself? A language may be told of in passing."""
    return any(of for key, of in rows.items() if key != "languages" or found.entry.kind in _TONGUES)


def _remarks(found: Found, lost: Sequence[Span]) -> Iterator[Sourced[str]]:
    """Of what stands above the entry, and in it; a line's pieces together where nothing parts
    them.
    """
    for line in found.entry.context:
        for piece in _pieces(line, lost):
            yield Sourced(piece.value, piece.span, "rest.above", "inferred")
    for line in found.entry.items:
        for piece in _pieces(line, lost):
            yield Sourced(piece.value, piece.span, "rest.entry")


def _pieces(line: Passage, lost: Sequence[Span]) -> list[Passage]:
    joined: list[Passage] = []
    first = bisect_left(lost, line.span.start, key=lambda span: span.start)
    for span in islice(lost, first, None):
        if span.start >= line.span.end:
            break
        piece = line.part(*span)
        if joined and not line.part(joined[-1].span.end, piece.span.start):
            piece = line.part(joined.pop().span.start, piece.span.end)
        joined.append(piece)
    trimmed = (_trimmed(piece) for piece in joined)
    return [p for p in trimmed if sum(map(str.isalnum, p.folded)) >= _FEWEST]


def _trimmed(piece: Passage) -> Passage:
    """Without the punctuation that set it apart, and a bracket that has lost its other half."""
    opening, closing = piece.strip(_OPENING), piece.strip(_CLOSING)
    piece = piece.part(opening.span.start, closing.span.end)
    text = piece.folded
    if text.count("(") != text.count(")"):
        piece = piece.strip("()" + _CLOSING)
    return piece.strip('"' + _CLOSING) if text.count('"') % 2 else piece


def _noted(found: Found, rows: Rows, remarks: Sequence[Sourced[str]]) -> Rows:
    """Each remark with the record that begins nearest before it."""
    records = [(key, n) for key, of in rows.items() for n, r in enumerate(of) if hasattr(r, "note")]
    starts = {at: _start(rows[at[0]][at[1]]) for at in records}
    changed = {key: list(of) for key, of in rows.items()}
    for (key, n), several in groupby(remarks, key=lambda r: _nearest(starts, r.span.start)):
        changed[key][n] = changed[key][n].and_more(found.source, "note", list(several))
    return {key: tuple(of) for key, of in changed.items()}


def _nearest(starts: dict[tuple[str, int], int], place: int) -> tuple[str, int]:
    before = [at for at, start in starts.items() if start <= place]
    return max(before, key=starts.__getitem__) if before else min(starts, key=starts.__getitem__)


def _start(record: Record) -> int:
    read = [e.span[0] for e in record.provenance.values() if e.how == "read"]
    return min(read or [e.span[0] for e in record.provenance.values()])


def _runs(strays: Sequence[tuple[int, Found]]) -> Iterator[tuple[int, list[Found]]]:
    """Neighbours of one section together."""
    run: list[Found] = []
    first = 0
    for number, found in strays:
        if run and (number != first + len(run) or found.entry.section != run[0].entry.section):
            yield first, run
            run = []
        first = first if run else number
        run.append(found)
    if run:
        yield first, run


def _other(several: Sequence[Found], above: int) -> Other:
    """Entries of no record as they stand, with what stands over the first of them alone."""
    source, section = several[0].source, several[0].entry.section
    lines = [line.span for line in several[0].entry.context if line.span.start >= above]
    spans = [*lines, *(found.entry.span for found in several)]
    whole = Passage(source, Span.cover(spans)).strip()
    heading = section.heading if section else None
    return Other.of(
        source,
        heading=Sourced(section.title, heading, section.rung) if section and heading else None,
        text=Sourced(whole.value, whole.span, "rest.whole"),
    )
