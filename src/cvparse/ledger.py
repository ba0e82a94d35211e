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
_WORD = re.compile(r"\w+")
_FIRST_REASON = 3
_SIGNS = [bytes([value]) for value in range(256)]


def balance(
    source: Source,
    sections: Sequence[Section],
    seen: Sequence[tuple[Entry, Sequence[Mention]]],
    records: Iterable[Record],
    page: Iterable[Span],
) -> Coverage:
    """Account for every character that is not white space, each once: fields first."""
    marks = bytearray(len(source.text))
    reasons: dict[str, int] = {}
    for reason, span in _furniture(source, seen, page):
        _mark(marks, span, reasons.setdefault(reason, _FIRST_REASON + len(reasons)))
    for section in sections:
        if section.heading:
            _mark(marks, Span(section.span.start, section.heading.end), _HEADING)
            _mark(marks, source.line_at(section.heading.start).span, _HEADING, only_free=True)
    for record in records:
        for evidence in record.provenance.values():
            _mark(marks, evidence.span, _FIELD)
    _mark_blanks(marks, source.text)
    unclaimed, small = _leftovers(source, marks)
    counts = {reason: marks.count(mark) for reason, mark in reasons.items()} | small
    return _coverage(marks, counts, unclaimed)


def _coverage(marks: bytearray, reasons: dict[str, int], unclaimed: list[Pair]) -> Coverage:
    total = len(marks) - marks.count(_SPACE) - marks.count(_LINE)
    lost = sum(marks.count(0, start, end) for start, end in unclaimed)
    return Coverage(
        characters=total,
        fields=marks.count(_FIELD),
        headings=marks.count(_HEADING),
        furniture=tuple(Furniture(reason=r, characters=n) for r, n in sorted(reasons.items()) if n),
        unclaimed=tuple(unclaimed),
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
        for item in entry.items:
            if item.label:
                yield "number", item.label
        for mention in mentions:
            yield from _said(mention)
    for span in page:
        yield "page", span


def _said(mention: Mention) -> Iterator[tuple[str, Span]]:
    """Furniture that a rule has named, and words that only led to a value."""
    if mention.label == "furniture":
        yield str(mention.value), mention.span
    elif mention.label in _LED_BY:
        yield _LED_BY[mention.label], mention.span
    if mention.parts:
        for part in mention.parts:
            yield from _said(part)


_LED_BY = {
    "legend": "legend",
    "cue_word": "opening words",
    "mark": "author mark",
    "numbers": "label of a number",
    "date": "words of a date",
    "money": "words of an amount",
    "people": "between names",
    "editors": "between names",
    "occasion": "between fields",
}


def _leftovers(source: Source, marks: bytearray) -> tuple[list[Pair], dict[str, int]]:
    """Runs that nothing has marked: punctuation, connecting words, or lost text."""
    unclaimed: list[Pair] = []
    small: Counter[str] = Counter()
    connecting = _connecting()
    for run in _RUN.finditer(bytes(marks)):
        words = [w.lower() for w in _WORD.findall(source.folded[run.start() : run.end()])]
        size = run.group().count(0)
        if not words:
            small["punctuation"] += size
        elif all(w in connecting for w in words):
            small["connecting word"] += size
        else:
            unclaimed.append((run.start(), run.end()))
    return unclaimed, dict(small)


@cache
def _connecting() -> frozenset[str]:
    """Words that only join fields, or stand before a name: `and`, `in`, `Dr.`"""
    names = lexicon.table("names")
    words = (*names["connectors"], *names["small_words"], *names["honorifics"])
    return frozenset(w for word in words for w in _WORD.findall(word.lower()))
