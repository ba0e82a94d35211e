"""An evaluation for the eye: a table for the terminal, and one in Markdown for GitHub."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import cvparse
from cvparse.evaluate.agreement import LEVELS, Level
from cvparse.evaluate.baselines import Change, Comparison
from cvparse.evaluate.contract import fields_of
from cvparse.evaluate.figures import Row, mean_intervals, rows
from cvparse.evaluate.findings import Finding, bare
from cvparse.evaluate.firings import Firing
from cvparse.evaluate.intervals import Interval
from cvparse.evaluate.kinds import KINDS
from cvparse.evaluate.scores import Score

HEADLINES = {"field_f1": "fields, mean over CVs", "record_f1": "records, mean over CVs"}
_SHOWN = 70


def head(level: Level) -> list[str]:
    """The names of the columns: rates at one level, F1 at the others."""
    return [
        "P",
        "R",
        f"F1 {level}",
        "95 % interval",
        *(f"F1 {x}" for x in LEVELS if x != level),
        "gold",
    ]


def lines(score: Score, level: Level) -> Iterator[tuple[str, list[str]]]:
    """A name and its columns; fields come indented under their key."""
    records, fields = rows(score)
    for name, words in HEADLINES.items():
        means = {x: getattr(score, name)(x) for x in LEVELS}
        found = mean_intervals(score, level)[name]
        others = [rate(means[x]) for x in LEVELS if x != level]
        yield words, ["", "", rate(means[level]), _ends(found), *others, ""]
    by_key = {row.name: row for row in records}
    for key in ("person", *KINDS):
        under = [row for row in fields if row.name.partition(".")[0] == key]
        under.sort(key=lambda row: _order(row.name))
        if key in by_key:
            aside = "" if KINDS[key].counted else " (in no total)"
            yield key + aside, _columns(by_key[key], level)
        elif under:
            yield key, [""] * len(head(level))
        for row in under:
            yield "  " + row.name.partition(".")[2], _columns(row, level)


def _columns(row: Row, level: Level) -> list[str]:
    tally = row.tallies[level]
    others = [rate(row.tallies[x].f1) for x in LEVELS if x != level]
    rates = [rate(tally.precision), rate(tally.recall), rate(tally.f1)]
    return [*rates, _ends(row.intervals[level]), *others, str(tally.gold)]


def _order(name: str) -> tuple[int, str]:
    """As in the contract; what the contract does not know comes last."""
    key, _, field = name.partition(".")
    known = fields_of(key)
    return known.index(field) if field in known else len(known), field


def rate(value: float) -> str:
    """Three digits; a dash where there is nothing to divide by."""
    return "–" if math.isnan(value) else f"{value:.3f}"


def _ends(interval: Interval | None) -> str:
    return f"{interval[0]:.3f}–{interval[1]:.3f}" if interval else "–"


def text(score: Score, level: Level) -> str:
    """The table for the terminal."""
    body = [*lines(score, level)]
    return _aligned([(f"{_counted(score)}", head(level)), *body])


def markdown(
    score: Score, level: Level, title: str = f"Accuracy of cvparse {cvparse.__version__}"
) -> str:
    """The same table for GitHub: keys in bold, and a line that says what it counts."""
    columns = head(level)
    yields = [f"### {title}", "", f"{_counted(score)}. P, R and the interval: {level}.", ""]
    yields += [f"| | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
    for name, cells in lines(score, level):
        shown = f"&emsp;{name.strip()}" if name.startswith(" ") else f"**{name}**"
        yields.append(f"| {shown} | {' | '.join(cells)} |")
    return "\n".join(yields) + "\n"


def _counted(score: Score) -> str:
    return f"{len(score.cvs)} CV{'s' if len(score.cvs) != 1 else ''}"


def by_cv(score: Score, level: Level) -> str:
    """A line for each CV, worst first."""
    ranked = sorted(score.cvs, key=lambda one: (one.f1(level), one.cv))
    table = [("CV, worst first", ["records", "fields", "P", "R", "gold"])]
    for one in ranked:
        fields = one.fields(level)
        rates = [one.record_f1(level), one.f1(level), fields.precision, fields.recall]
        table.append((one.cv, [*map(rate, rates), str(fields.gold)]))
    return _aligned(table)


def firings(found: Sequence[Firing]) -> str:
    """A line for each rule that gold has judged, most wrong first."""
    table = [("rule, most wrong first", ["fired", "right", "wrong", "share right"])]
    for one in found:
        if one.share is not None:
            cells = [str(one.fired), str(one.right), str(one.wrong), rate(one.share)]
            table.append((one.rule, cells))
    return _aligned(table)


def errors(found: Iterable[Finding], level: Level, most: int) -> str:
    """A line for each error: verdict, CV, place, both values, and where it was read.

    Fields of a record that has no partner go without saying.
    """
    told = [one for one in found if not one.field or (one.gold_path and one.read_path)]
    said = "".join(f"{_error(one, level)}\n" for one in told[:most])
    return said + (f"… {len(told) - most} more errors\n" if len(told) > most else "")


def _error(one: Finding, level: Level) -> str:
    where = one.gold_path or f"{one.read_path} (read)"
    said = f"{one.verdict(level)}: {one.cv} {where} {one.name}: gold {short(one.gold)}"
    said += f", read {short(one.read)}"
    if one.span:
        rules = ", ".join(sorted({trace.rule for trace in one.traces}))
        said += f" at {one.span[0]}–{one.span[1]}" + (f" by {rules}" if one.field else "")
    return said


def short(value: Any) -> str:
    """A value in a few words; nothing is a dash. A record is told by its first field."""
    if value is None:
        return "–"
    if isinstance(value, dict) and "currency" not in value:
        name, first = next(iter(bare(value).items()), ("", ""))
        return f"{{{name}: {short(first)}, …}}"
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def changes(comparison: Comparison) -> str:
    """Gains and losses by name, and how far the mean moved."""
    told = []
    for name, found in (("gains", comparison.gains), ("losses", comparison.losses)):
        told.append(
            f"{len(found)} {name if len(found) != 1 else name[:-1].replace('losse', 'loss')}"
        )
        told += [_change(one) for one in found]
    if moved := comparison.difference:
        difference = f"{moved.now - moved.before:+.4f}"
        if moved.interval:
            difference += f", 95 % interval {moved.interval[0]:+.4f} to {moved.interval[1]:+.4f}"
        told.append(f"fields, mean over CVs: {moved.before:.4f} → {moved.now:.4f} ({difference})")
    for cvs, why in (
        (comparison.relabelled, "gold has changed since the baseline, not compared"),
        (comparison.new, "not in the baseline"),
        (comparison.gone, "in the baseline only"),
    ):
        told += [f"{cv}: {why}" for cv in cvs]
    return "\n".join(told) + "\n"


def _change(one: Change) -> str:
    sign = "+" if one.gained else "-"
    values = f"gold {short(one.gold)}, before {short(one.before)}, now {short(one.now)}"
    return f"  {sign} {one.turn}: {one.cv} {one.path} {one.name}: {values}"


def _aligned(table: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Names to the left, columns to the right, each as wide as its widest cell."""
    first = max(len(name) for name, _ in table)
    widths = [max(map(len, column)) for column in zip(*(cells for _, cells in table), strict=True)]
    shown = []
    for name, cells in table:
        row = "  ".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        shown.append(f"{name:<{first}}  {row}".rstrip())
    return "\n".join(shown) + "\n"
