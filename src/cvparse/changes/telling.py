"""Changes in words, a line for each record, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from cvparse.changes.differences import Change, Changes, Difference
from cvparse.changes.reports import Report

_SIGNS = {"added": "+", "removed": "-", "changed": "~", "moved": ">"}
_COLOURS = {"+": "32", "-": "31", "~": "33", ">": "36"}
_LONGEST = 300


def told(found: Changes | Report, *, coloured: bool = False) -> str:
    """In words, to be read: `+` added, `-` removed, `~` changed, `>` moved to another key."""
    lines = _report(found) if isinstance(found, Report) else _changes(found)
    return "".join(f"{_painted(line) if coloured else line}\n" for line in lines)


def _changes(changes: Changes) -> Iterator[str]:
    yield from _grouped(changes.records)
    counts = [f"{len(changes.of(what))} {what}" for what in _SIGNS if changes.of(what)]  # type: ignore[arg-type]
    if counts:
        yield f"{', '.join(counts)}, {changes.unchanged} unchanged"
    else:
        yield f"no differences in {changes.unchanged} records"


def _report(report: Report) -> Iterator[str]:
    for changes, title in (
        (report.new, f"new since {report.since}"),
        (report.changed, "known before, and changed"),
        (report.undated, "new, without a date"),
    ):
        if changes:
            yield f"# {title}"
            yield from _grouped(changes)
            yield ""
    counts = f"{len(report.new)} new since {report.since}, {len(report.changed)} changed"
    yield f"{counts}, {len(report.undated)} without a date, {len(report.earlier)} added but older"


def _grouped(changes: Iterable[Change]) -> Iterator[str]:
    for key, group in groupby(changes, key=lambda change: change.key):
        yield f"{key}"
        for change in group:
            yield from _told(change)


def _told(change: Change) -> Iterator[str]:
    moved = f" (was under {change.old_key})" if change.old_key else ""
    when = _when(change)
    name = "" if change.key == "person" else _short(change.title)
    yield f"  {_SIGNS[change.what]} {name or 'the owner'}{f' ({when})' if when else ''}{moved}"
    for difference in change.differences:
        yield f"      {difference.name}: {_difference(difference)}"


def _when(change: Change) -> str:
    record = change.record
    if record.get("date"):
        return str(record["date"])
    start, end = record.get("start_date", ""), record.get("end_date", "")
    if record.get("is_current") and not end:
        return f"{start}/.."
    return str(start) if start == end else f"{start}/{end}"


def _difference(difference: Difference) -> str:
    if difference.listed or difference.came or difference.went:
        items = [f"- {_short(x)}" for x in difference.went] + [
            f"+ {_short(x)}" for x in difference.came
        ]
        return ", ".join(items) if items else f"in another order: {_short(difference.after)}"
    return f"{_short(difference.before)} → {_short(difference.after)}"


def _short(value: Any) -> str:
    """A value on one line, without what a terminal might obey."""
    if value is None:
        return "(none)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return " ".join(_short(one) for one in value.values())
    if isinstance(value, list):
        return ", ".join(map(_short, value))
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _painted(line: str) -> str:
    colour = _COLOURS.get(line[2:3]) if line.startswith("  ") and line[3:4] == " " else None
    return f"\x1b[{colour}m{line}\x1b[0m" if colour else line


def as_json(found: Changes | Report) -> dict[str, Any]:
    """The same as JSON; the records whole, each with pointers into both CVs."""
    if isinstance(found, Report):
        groups = ("new", "changed", "undated", "earlier")
        return {"since": found.since} | {g: [_data(c) for c in getattr(found, g)] for g in groups}
    return {"changes": [_data(c) for c in found.records], "unchanged": found.unchanged}


def _data(change: Change) -> dict[str, Any]:
    data = {
        "change": change.what,
        "key": change.key,
        "old_key": change.old_key,
        "title": change.title if change.key != "person" else None,
        "old": change.old_pointer,
        "new": change.new_pointer,
        "before": change.before,
        "after": change.after,
        "differences": [_field(d) for d in change.differences],
    }
    return {name: value for name, value in data.items() if value not in (None, [])}


def _field(difference: Difference) -> dict[str, Any]:
    data = {"field": difference.name, "before": difference.before, "after": difference.after}
    lists = {"added": list(difference.came), "removed": list(difference.went)}
    return data | {name: items for name, items in lists.items() if items}
