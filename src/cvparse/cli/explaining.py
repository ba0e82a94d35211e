"""`cvparse explain`: what each line was taken for; where one value came from, and who lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cvparse import pipeline, readers
from cvparse.cli import talk
from cvparse.cv import CV
from cvparse.document import Mention, Source, Span
from cvparse.errors import CVParseError
from cvparse.exporters import lines
from cvparse.rules.settle import settle
from cvparse.values import Evidence, Model, Record


class Place(NamedTuple):
    """A value of the record, and where it was read."""

    pointer: str
    value: object
    evidence: Evidence


def run(file: str, at: str | None = None) -> str:
    """What to print. Raises CVParseError when `at` points at nothing that was read."""
    source = readers.read(file)
    cv = pipeline.parse_source(source)
    if at is None:
        return lines.labelled(cv, source.text)
    told = ("\n".join(_explained(place, source, file)) for place in places(cv, at))
    return "\n\n".join(told) + "\n"


def places(cv: CV, pointer: str) -> list[Place]:
    """The values at or under a JSON pointer. Raises CVParseError when there are none."""
    steps = [s.replace("~1", "/").replace("~0", "~") for s in pointer.strip("/").split("/")]
    value: Any = cv
    record, path, field = None, "", ""
    for number, step in enumerate(steps):
        value = _member(value, step, "/" + "/".join(steps[:number]))
        if isinstance(value, Record):
            record, path, field = value, "/" + "/".join(steps[: number + 1]), ""
        elif record is not None:
            field = f"{field}/{step}".lstrip("/")
    found = [] if record is None else list(_under(record, path, field))
    if not found:
        raise CVParseError(
            f"{pointer}: no value here was read from the text", _inside(record or value)
        )
    return found


def _member(value: Any, step: str, where: str) -> Any:
    """One step down. Raises CVParseError, saying what there is."""
    if isinstance(value, Model) and step in type(value).model_fields:
        return getattr(value, step)
    if isinstance(value, Mapping) and step in value:
        return value[step]
    if isinstance(value, tuple) and step.isdecimal() and int(step) < len(value):
        return value[int(step)]
    raise CVParseError(f"{where.rstrip('/')}/{step}: nothing is here", _inside(value))


def _inside(value: Any) -> str:
    """What could be pointed at instead."""
    if isinstance(value, Record):
        return f"it has: {', '.join(value.provenance) or 'nothing'}"
    if isinstance(value, Model):
        return f"it has: {', '.join(n for n in type(value).model_fields if getattr(value, n))}"
    if isinstance(value, tuple):
        return f"it has {len(value)} members, counted from 0"
    return "try a value, as /publications/0/title"


def _under(record: Record, path: str, field: str) -> Iterator[Place]:
    """The evidence of a record at a field, or under it: `authors` holds `authors/0`."""
    for name, evidence in record.provenance.items():
        if not field or name == field or name.startswith(field + "/"):
            value: Any = record
            for step in name.split("/"):
                value = _member(value, step, path)
            yield Place(f"{path}/{name}", value, evidence)


def _explained(place: Place, source: Source, file: str) -> Iterator[str]:
    """A value, the lines it stands on, and what else was seen there."""
    evidence, span = place.evidence, Span(*place.evidence.span)
    shown = place.value.model_dump() if isinstance(place.value, Model) else place.value
    yield f"{place.pointer} = {shown!r}"
    where = talk.place(file, source.text, span.start)
    yield f"{where}: {evidence.how} by rule {evidence.rule}"
    yield from quoted(source, span)
    seen = pipeline.sightings(source, span)
    winner = _winner(evidence, span, seen)
    for mention in sorted(seen, key=lambda m: (m.span, m.rule)):
        if mention.span.overlaps(span) and mention != winner:
            words = " ".join(source.read(mention.span).split())
            yield f"  also {mention.label} {words[:60]!r} ({mention.rule}): {why(mention, winner)}"


def _winner(evidence: Evidence, span: Span, seen: Sequence[Mention]) -> Mention:
    """The mention a value was taken from: of its rule, and the shortest that holds it."""
    holding = [m for m in seen if m.rule == evidence.rule and _holds(m.span, span)]
    if holding:
        return min(holding, key=lambda m: m.span.length)
    return Mention("value", span, None, evidence.rule)


def why(mention: Mention, winner: Mention) -> str:
    """Why the winner won, in the words of `rules.settle`."""
    if mention.span.length > winner.span.length:
        return "longer: it holds the value as a part"
    if mention.span == winner.span:
        if mention.label == winner.label:
            return f"says the same; the name {winner.rule} comes first"
        better = settle([mention, winner])[0].label == winner.label
        return f"same stretch; {winner.label} is more specific" if better else "not chosen here"
    if _holds(winner.span, mention.span):
        return "shorter: it lies inside and stays as a part"
    return "overlaps, and is not longer"


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def quoted(source: Source, span: Span) -> Iterator[str]:
    """Each line a span touches, with its number, and carets under the characters."""
    for line in source.lines_of(span):
        start, end = max(span.start, line.strip().span.start), min(span.end, line.span.end)
        if start < end:
            number = str(line.number + 1)
            before = source.text[line.span.start : start]
            yield f"{number:>6} | {_printable(line.text)}"
            yield f"{'':>6} | {_blank(before)}{'^' * max(_width(source.text[start:end]), 1)}"


def _printable(text: str) -> str:
    """Without control characters, which a terminal might obey."""
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)


def _blank(text: str) -> str:
    """As wide as a text: tabs stay tabs, a Chinese character takes two columns."""
    return "".join("\t" if c == "\t" else " " * _width(c) for c in text)


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
