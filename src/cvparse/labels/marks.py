"""Which values stand where: a text cut into pieces, each with the values that were read there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cvparse.cv import CV, KEYS
from cvparse.document import Span


class Mark(NamedTuple):
    """A value, and where it was read. What the draft does not hold has no pointer, and its `key`
    says why it is shown: `remark`, words that no rule understood; `unclaimed`, words that went
    nowhere.
    """

    key: str
    pointer: str
    value: Any
    span: Span


class Piece(NamedTuple):
    """Some characters of one line, and the numbers of the marks that lie over them."""

    text: str
    marks: tuple[int, ...]


def marks(cv: CV) -> list[Mark]:
    """Every value of every record at its place, in order of place; longer ones first."""
    found = [Mark("unclaimed", "", None, Span(*span)) for span in cv.coverage.unclaimed]
    whole = cv.model_dump(include={"person", *KEYS})
    found += _of_record("person", "/person", whole["person"])
    for key in KEYS:
        for number, row in enumerate(whole.get(key, ())):
            found += _of_record(key, f"/{key}/{number}", row)
    return sorted(found, key=lambda m: (m.span.start, -m.span.end, m.pointer))


def _of_record(key: str, path: str, record: dict[str, Any]) -> Iterator[Mark]:
    for name, evidence in record.get("provenance", {}).items():
        field, _, number = name.partition("/")
        span = Span(*evidence["span"])
        if field == "note":
            yield Mark("remark", "", None, span)
        else:
            value = record[field][int(number)] if number else record[field]
            yield Mark(key, f"{path}/{name}", value, span)


def pieces(text: str, known: Sequence[Mark]) -> list[list[Piece]]:
    """The lines of a text, each cut where a mark begins or ends. Joined, they are the lines."""
    changes: defaultdict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(known):
        if mark.span.length:
            changes[mark.span.start].append(number)
            changes[mark.span.end].append(number)
    bounds = iter(sorted(changes))
    bound = next(bounds, len(text))
    lines, at, active = [], 0, frozenset[int]()
    for line in text.split("\n"):
        row, end = [], at + len(line)
        while bound <= end and bound in changes:
            if at < bound:
                row.append(Piece(text[at:bound], tuple(sorted(active))))
            active ^= frozenset(changes.pop(bound))
            at, bound = bound, next(bounds, len(text))
        if at < end:
            row.append(Piece(text[at:end], tuple(sorted(active))))
        lines.append(row)
        at = end + 1
    return lines
