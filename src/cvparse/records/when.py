"""How a record chooses its dates among those of its entry."""

from __future__ import annotations

from typing import Any

from cvparse.document import How, Mention
from cvparse.records.pick import Found
from cvparse.values import Sourced, When


def ends(date: Mention) -> dict[str, Sourced[Any]]:
    """Start, end and `is_current` of a date mention, each with its own place."""
    when = date.value
    if not isinstance(when, When):
        return {}
    return {name: sourced for name in _ENDS if (sourced := _end(date, when, name)) is not None}


_ENDS = {"start_date": ("start", "point"), "end_date": ("end", "point"), "is_current": ("current",)}


def _end(date: Mention, when: When, name: str) -> Sourced[Any] | None:
    value = {"start_date": when.start, "end_date": when.end, "is_current": when.current or None}[
        name
    ]
    if value is None:
        return None
    part = next((p for p in date.parts if p.label in _ENDS[name]), date)
    how: How = "inferred" if "inferred" in (part.how, date.how) else "read"
    return Sourced(value, part.span, date.rule, how)


def dates(found: Found) -> list[Mention]:
    """The dates that stand for themselves, else those inside other mentions, else those printed
    once above several entries.
    """
    top = [m for m in found.mentions if m.label == "date"]
    return top or [m for m in found.deep if m.label == "date"] or dates_above(found)


def dates_above(found: Found) -> list[Mention]:
    """What is printed once above several entries is inferred for each."""
    above = Found(found.entry, found.above).deep
    return [m._replace(how="inferred") for m in above if m.label == "date"]


def period(found: Found, lone: str = "both") -> dict[str, Sourced[Any]]:
    """`start_date`, `end_date`, `is_current` of an entry: of several dates the widest stretch.

    `lone` says what one date alone means: `both` ends, or only the `end` (a degree's year).
    """
    known = [m for m in found.mentions if m.label == "date" and isinstance(m.value, When)]
    known = known or dates_above(found)
    if not known:
        return {}
    if len(known) == 1:
        chosen = ends(known[0])
        when = known[0].value
        if lone == "end" and isinstance(when, When) and when.point:
            chosen.pop("start_date", None)
        return chosen
    return _widest([ends(m) for m in known], lone)


def _widest(several: list[dict[str, Sourced[Any]]], lone: str) -> dict[str, Sourced[Any]]:
    starts = [e["start_date"] for e in several if "start_date" in e]
    stops = [e["end_date"] for e in several if "end_date" in e]
    current = next((e["is_current"] for e in several if "is_current" in e), None)
    chosen: dict[str, Sourced[Any]] = {}
    if starts:
        chosen["start_date"] = min(starts, key=lambda s: str(s.value))
    if current is not None:
        chosen["is_current"] = current
    elif stops:
        chosen["end_date"] = max(stops, key=lambda s: str(s.value))
    if lone == "end" and starts and stops and chosen.get("start_date") == chosen.get("end_date"):
        chosen.pop("start_date")
    return chosen


def date(found: Found) -> Sourced[Any] | None:
    """The entry's one date, EDTF; of a period the interval. The last printed one wins."""
    known = dates(found)
    if not known:
        return None
    return as_date(known[-1])


def as_date(mention: Mention) -> Sourced[Any] | None:
    """A date mention as one EDTF string."""
    when = mention.value
    if not isinstance(when, When):
        return None
    start, end = when.start, when.end
    value = start if start == end else f"{start or ''}/{end or ('..' if when.current else '')}"
    if start is None or end is None:
        value = (start or end) if not when.current else f"{start or ''}/.."
    return Sourced(value, mention.span, mention.rule, mention.how) if value else None
