"""`cvparse explain`: what each line was taken for; where one value came from, and who lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from cvparse import pipeline, readers
from cvparse.cli import reasons, talk
from cvparse.cli.quoting import printable, quoted
from cvparse.cv import CV
from cvparse.document import Source, Span
from cvparse.errors import CVParseError
from cvparse.exporters import lines
from cvparse.values import Evidence, Model, Record


class Place(NamedTuple):
    """A value of the record, and where it was read."""

    pointer: str
    value: object
    evidence: Evidence
    record: Record


def run(file: str, at: str | None = None) -> str:
    """What to print. Raises CVParseError when `at` points at nothing that was read."""
    source = readers.read(file)
    cv = pipeline.parse_source(source)
    if at is None:
        return lines.labelled(cv, source.text)
    plan = pipeline.divide(source)
    told = ("\n".join(_explained(place, source, plan, file)) for place in places(cv, at))
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
    known = list(type(value).model_fields) if isinstance(value, Model) else []
    near = get_close_matches(step, [n for n in known if getattr(value, n)], n=1)
    meant = f"did you mean {where.rstrip('/')}/{near[0]}? " if near else ""
    raise CVParseError(f"{where.rstrip('/')}/{step}: nothing is here", meant + _inside(value))


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
            yield Place(f"{path}/{name}", value, evidence, record)


def _explained(place: Place, source: Source, plan: pipeline.Plan, file: str) -> Iterator[str]:
    """A value, the lines it stands on, what it is a part of, and what else was seen there."""
    evidence, span = place.evidence, Span(*place.evidence.span)
    shown = place.value.model_dump() if isinstance(place.value, Model) else place.value
    yield f"{place.pointer} = {shown!r}"
    where = talk.place(file, source.text, span.start)
    yield f"{where}: {evidence.how} by rule {evidence.rule}"
    yield from quoted(source, span)
    seen = pipeline.sightings(plan, span)
    winner = reasons.winner(evidence.rule, span, seen)
    if winner is None:
        yield f"  {reasons.unseen(evidence.rule)}"
    elif winner.whole is not winner.mention:
        whole = winner.whole
        yield f"  a part of {whole.label} {_words(source, whole.span)} ({whole.rule})"
    for mention, why in reasons.losers(winner, evidence.rule, span, seen):
        yield f"  also {mention.label} {_words(source, mention.span)} ({mention.rule}): {why}"
    if place.pointer.rpartition("/")[2].isdecimal():
        return  # one of several: the others are no losers
    taken = [Span(*one.span) for one in place.record.provenance.values()]
    for mention in reasons.rivals(winner, taken, seen):
        at = talk.place(file, source.text, mention.span.start).partition(":")[2]
        words = _words(source, mention.span)
        yield f"  also {mention.label} {words} ({mention.rule}) at {at}: elsewhere, not chosen"


def _words(source: Source, span: Span) -> str:
    words = printable(" ".join(source.read(span).split()))
    return repr(words if len(words) <= 60 else words[:59] + "…")
