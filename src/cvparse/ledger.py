"""What became of every character: in a field, in a heading, furniture with a reason, or unclaimed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cvparse import lexicon
from cvparse.cv import Coverage, Furniture, Pair
from cvparse.document import Entry, Mention, Section, Source, Span
from cvparse.values import Record

_FIELD, _HEADING, _SPACE, _LINE = 1, 2, 255, 254
_BLANK = re.compile(r"[^\S\n]+|\n")
_RUN = re.compile(rb"\x00(?:[\x00\xff]*\x00)?")
_WORD = re.compile(r"\w+")
_FIRST_REASON = 3


def balance(
    source: Source,
    sections: Sequence[Section],
    seen: Sequence[tuple[Entry, Sequence[Mention]]],
    records: Iterable[Record],
    page: Iterable[Span],
) -> Coverage:
    """Account for every character that is not white space, each once: fields first."""
    marks = bytearray(len(source.text))
    reasons: list[str] = []
    for reason, span in _furniture(source, seen, page):
        if reason not in reasons:
            reasons.append(reason)
        _mark(marks, span, _FIRST_REASON + reasons.index(reason))
    for section in sections:
        if section.heading:
            _mark(marks, Span(section.span.start, section.heading.end), _HEADING)
            _mark(marks, source.line_at(section.heading.start).span, _HEADING, only_free=True)
    for record in records:
        for evidence in record.provenance.values():
            _mark(marks, Span(*evidence.span), _FIELD)
    for match in _BLANK.finditer(source.text):
        fill = _LINE if match.group() == "\n" else _SPACE
        _mark(marks, Span(*match.span()), fill)
    unclaimed, small = _leftovers(source, marks)
    counts = {r: marks.count(_FIRST_REASON + i) for i, r in enumerate(reasons)} | small
    return _coverage(marks, counts, unclaimed)


def _coverage(marks: bytearray, reasons: dict[str, int], unclaimed: list[Pair]) -> Coverage:
    total = len(marks) - marks.count(_SPACE) - marks.count(_LINE)
    lost = sum(sum(1 for c in marks[start:end] if c == 0) for start, end in unclaimed)
    return Coverage(
        characters=total,
        fields=marks.count(_FIELD),
        headings=marks.count(_HEADING),
        furniture=tuple(Furniture(reason=r, characters=n) for r, n in sorted(reasons.items()) if n),
        unclaimed=tuple(unclaimed),
        share=round(1 - lost / total, 6) if total else 1.0,
    )


def _mark(marks: bytearray, span: Span, value: int, only_free: bool = False) -> None:
    if only_free:
        marks[span.start : span.end] = bytes(c or value for c in marks[span.start : span.end])
    else:
        marks[span.start : span.end] = bytes([value]) * span.length


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
    connecting = frozenset(lexicon.table("names")["connectors"]) | _CONNECTING
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


_CONNECTING = frozenset("a an the of in at for by from to on in with and or al et i s pp p vol no".split())
