"""What became of every character: in a field, in a heading, furniture with a reason, or unclaimed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cvparse import lexicon
from cvparse.cv import Coverage, Furniture, Pair
from cvparse.document import Entry, Mention, Section, Source, Span
from cvparse.values import Record

_FIELD, _HEADING, _SPACE, _LINE = 1, 2, 255, 254
_BLANK = re.compile(r"[^\S\n]+|\n")
_RUN = re.compile(rb"\x00(?:[\x00\xff]*\x00)?")
_CELLS = re.compile(r"\S(?:\s{2,}|\t|\s*\|\s*)\S")
_WORD = re.compile(r"[^\W_]+")
_FIRST_REASON = 3
_AROUND_YEAR = " \t\n#*_:.()[]-"
_SIGNS = [bytes([value]) for value in range(256)]
_AS_FIELD = bytes(value if value in (_SPACE, _LINE) else _FIELD for value in range(256))


class Ledger:
    """The account of one text: every character that is not white space, each once."""

    def __init__(
        self,
        source: Source,
        sections: Sequence[Section],
        seen: Sequence[tuple[Entry, Sequence[Mention]]],
        page: Iterable[Span],
    ) -> None:
        """Open with what is furniture and what is heading."""
        self._source = source
        self._marks = bytearray(len(source.text))
        self._reasons: dict[str, int] = {}
        self._remarks = 0
        self._around = [
            (m, number)
            for number, (_, found) in enumerate(seen)
            for m in _deep(found)
            if m.label in _AROUND
        ]
        for reason, span in _furniture(source, seen, page):
            _mark(self._marks, span, self._sign(reason))
        for section in sections:
            if section.heading:
                _mark(self._marks, Span(section.span.start, section.heading.end), _HEADING)
                line = source.line_at(section.heading.start).span
                _mark(self._marks, line, _HEADING, only_free=True)
        _mark_blanks(self._marks, source.text)

    def enter(self, records: Iterable[Record]) -> None:
        """Book what the fields of records hold: it outweighs whatever else was said of it."""
        for record in records:
            for evidence in record.provenance.values():
                start, end = evidence.span
                self._marks[start:end] = self._marks[start:end].translate(_AS_FIELD)
        self._enter_around()

    def keep(self, records: Iterable[Record]) -> None:
        """Book the same records, when they hold as remarks what was lost."""
        before = self._marks.count(_FIELD)
        self.enter(records)
        self._remarks = self._marks.count(_FIELD) - before

    def _enter_around(self) -> None:
        """What stands around a value that a field holds; and the same value said again."""
        held = [(m, n) for m, n in self._around if self._marks.find(_FIELD, *m.span) >= 0]
        for mention, _ in held:
            _mark(self._marks, mention.span, self._sign(_AROUND[mention.label]), only_free=True)
        known = {(m.value, number) for m, number in held if m.label in _REPEATED}
        for mention, number in self._around:
            if mention.label in _REPEATED and (mention.value, number) in known:
                _mark(self._marks, mention.span, self._sign("said before"), only_free=True)

    def _sign(self, reason: str) -> int:
        return self._reasons.setdefault(reason, _FIRST_REASON + len(self._reasons))

    def lost(self) -> list[Span]:
        """What nothing accounts for so far, in order of place."""
        return _leftovers(self._source, self._marks)[0]

    def close(self) -> Coverage:
        """Add up."""
        marks = self._marks
        unclaimed, small = _leftovers(self._source, marks)
        counts = small + Counter({r: marks.count(sign) for r, sign in self._reasons.items()})
        total = len(marks) - marks.count(_SPACE) - marks.count(_LINE)
        lost = sum(marks.count(0, start, end) for start, end in unclaimed)
        return Coverage(
            characters=total,
            fields=marks.count(_FIELD),
            remarks=self._remarks,
            headings=marks.count(_HEADING),
            furniture=tuple(Furniture(reason=r, characters=n) for r, n in sorted(counts.items())),
            unclaimed=tuple(tuple(span) for span in unclaimed),
            share=round(1 - lost / total, 6) if total else 1.0,
        )


def _mark(marks: bytearray, span: Pair, value: int, only_free: bool = False) -> None:
    start, end = span
    sign = _SIGNS[value]
    marks[start:end] = marks[start:end].replace(b"\0", sign) if only_free else sign * (end - start)


def _mark_blanks(marks: bytearray, text: str) -> None:
    """White space; most of it is one space wide, and there are thousands."""
    for match in _BLANK.finditer(text):
        start, end = match.span()
        if end - start == 1:
            marks[start] = _LINE if text[start] == "\n" else _SPACE
        else:
            _mark(marks, (start, end), _SPACE)


def _furniture(
    source: Source, seen: Sequence[tuple[Entry, Sequence[Mention]]], page: Iterable[Span]
) -> Iterator[tuple[str, Span]]:
    for span in source.markup:
        yield "markup", span
    for line in source.lines:
        if line.bulleted:
            yield "bullet", line.marker
    for entry, mentions in seen:
        yield from _of_entry(entry)
        for mention in _deep(mentions):
            if mention.label in _SAID:
                yield _SAID[mention.label] or str(mention.value), mention.span
    for span in page:
        yield "page", span


def _of_entry(entry: Entry) -> Iterator[tuple[str, Span]]:
    """Its numbers, and the year above it, which it says itself or has taken for its own."""
    for item in entry.items:
        if item.label:
            yield "number", item.label
    for above in entry.context:
        if above.folded.strip(_AROUND_YEAR).isdecimal():
            yield "year above entries", above.span


def _deep(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        if mention.parts:
            yield from _deep(mention.parts)


# What a rule has named furniture, with the reason it gave, and signs explained elsewhere.
_SAID = {"furniture": "", "legend": "legend", "mark": "author mark"}
# What is no furniture but around a value: nothing of the kind unless a field holds the value.
_AROUND = {
    "numbers": "label of a number",
    "date": "words of a date",
    "money": "words of an amount",
    "people": "between names",
    "editors": "between names",
}
_REPEATED = ("date", "money")


def _leftovers(source: Source, marks: bytearray) -> tuple[list[Span], Counter[str]]:
    """Runs that nothing has marked: punctuation, connecting words, or lost text."""
    unclaimed: list[Span] = []
    small: Counter[str] = Counter()
    for run in _RUN.finditer(bytes(marks)):
        reason = _small(source.folded[run.start() : run.end()])
        if reason:
            small[reason] += run.group().count(0)
        else:
            unclaimed.append(Span(*run.span()))
    return unclaimed, small


def _small(text: str) -> str:
    """Why a few words say nothing by themselves; empty when they do."""
    words = {w.lower() for w in _WORD.findall(text)}
    if not words:
        return "punctuation"
    if words <= _words("connectors", "small_words", "honorifics", "joining"):
        return "connecting word"
    if words <= _words("labels", "small_words"):
        return "label of a field"
    if _CELLS.search(text) and words <= _words("labels", "columns", "small_words"):
        return "head of a table"
    return ""


@cache
def _words(*lists: str) -> frozenset[str]:
    """Words that only join fields, or stand before a name: `and`, `in`, `Dr.`; names of fields."""
    names = lexicon.table("names")
    return frozenset(
        w for name in lists for word in names[name] for w in _WORD.findall(word.lower())
    )
