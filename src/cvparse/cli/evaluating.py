"""`cvparse eval`: gold and what was read in, a table out; gates and baselines."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cvparse.cli import quick, reporting, talk
from cvparse.cli.writing import Destination
from cvparse.errors import CVParseError
from cvparse.evaluate import LEVELS, Level, baselines, cases, figures, firings, floors, tables
from cvparse.evaluate.scores import Score, Scored, scored
from cvparse.exporters.json import encoded


@dataclass(frozen=True, kw_only=True)
class Wish:
    """The options of `eval`."""

    level: str | None = None
    by_cv: bool = False
    errors: int = 0
    by_rule: bool = False
    form: str = "text"
    json: str | None = None
    html: str | None = None
    baseline: Path | None = None
    save_baseline: str | None = None
    fail_under: float | None = None
    overwrite: bool = False


@dataclass(frozen=True)
class Outcome:
    """What came out, at the level asked for."""

    score: Score
    level: Level
    rules: list[firings.Firing]
    changes: baselines.Comparison | None
    unmet: list[floors.Unmet]

    def figures(self) -> dict[str, Any]:
        said = figures.figures(self.score, self.level)
        said["rules"] = figures.rules(self.rules)
        said["changes"] = self.changes and figures.changes(self.changes)
        said["unmet"] = figures.gates(self.unmet)
        return said


def run(gold: Path, read: Path | None, wish: Wish) -> int:
    """3 when a gate is not met, 1 when a CV could not be read. Raises CVParseError."""
    if wish.form not in {"text", "github"}:
        raise CVParseError(f"{wish.form!r} is no format", "known formats: text, github")
    asked = _floors(gold, wish)
    before = baselines.load(wish.baseline) if wish.baseline else None
    outputs = [_destination(name, wish) for name in (wish.json, wish.save_baseline, wish.html)]
    found = cases.cases(gold, read)
    score, failed = _scored(found)
    outcome = Outcome(
        score,
        asked.level,
        firings.firings(score, asked.level),
        baselines.compared(score, before, asked.level) if before else None,
        floors.unmet(score, asked),
    )
    if wish.json != "-":
        talk.out(_told(outcome, wish).encode("utf-8", "backslashreplace"))
    makers: tuple[Callable[[], bytes], ...] = (
        lambda: encoded(outcome.figures()),
        lambda: encoded(baselines.baseline(score)),
        lambda: reporting.written(score, found, gold, asked.level),
    )
    for target, make in zip(outputs, makers, strict=True):
        if target:
            target.write(make(), target.file, str(gold))
    _summarize(outcome)
    for one in outcome.unmet:
        talk.say(f"not met: {one} ({asked.level})")
    return 3 if outcome.unmet else 1 if failed else 0


def _floors(gold: Path, wish: Wish) -> floors.Floors:
    """The floors beside the gold, or of this folder, under the options."""
    beside = gold if gold.is_dir() else gold.parent
    found = floors.read([beside, Path.cwd()])
    level = wish.level or found.level
    if level not in LEVELS:
        raise CVParseError(f"{level!r} is no level", f"known levels: {', '.join(LEVELS)}")
    least = dict(found.least)
    if wish.fail_under is not None:
        least["field_f1"] = wish.fail_under
    return floors.Floors(level, least)


def _destination(name: str | None, wish: Wish) -> Destination | None:
    if name is None:
        return None
    target = Destination(file=None if name == "-" else Path(name), overwrite=wish.overwrite)
    target.check(target.file, "-")
    return target


def _scored(found: list[cases.Case]) -> tuple[Score, int]:
    """All CVs compared, and how many could not be read: they count as empty."""
    if any(case.read and case.read.suffix != ".json" for case in found):
        quick.import_spacy()
    progress, done, failed = talk.Progress(len(found), shown=len(found) > 1), list[Scored](), 0
    for number, case in enumerate(found):
        progress.show(number, case.cv)
        gold, read = cases.load(case.gold), dict[str, Any]()
        try:
            read = dict(_read(case))
        except CVParseError as error:
            if len(found) == 1 or error.exit_code == 5:
                raise
            progress.clear()
            talk.report(error)
            failed += 1
        done.append(scored(case.cv, gold, read))
    progress.clear()
    return Score(tuple(done)), failed


def _read(case: cases.Case) -> Mapping[str, Any]:
    if case.read is None:
        raise CVParseError(f"{case.cv}: nothing was read of it; it counts as empty")
    return cases.read(case.read)


def _told(outcome: Outcome, wish: Wish) -> str:
    """What goes to stdout."""
    score, level = outcome.score, outcome.level
    if wish.form == "github":
        return tables.markdown(score, level)
    parts = [tables.text(score, level)]
    if wish.by_cv:
        parts.append(tables.by_cv(score, level))
    if wish.by_rule and outcome.rules:
        parts.append(tables.firings(outcome.rules))
    elif wish.by_rule:
        talk.say("nothing is known of rules: what was read carries no provenance")
    if wish.errors:
        parts.append(tables.errors(score.errors(level), level, wish.errors))
    if outcome.changes:
        parts.append(tables.changes(outcome.changes))
    return "\n".join(parts)


def _summarize(outcome: Outcome) -> None:
    """On GitHub, the table goes to the summary of the job."""
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        table = tables.markdown(outcome.score, outcome.level)
        unmet = "".join(f"- not met: {one}\n" for one in outcome.unmet)
        try:
            with Path(name).open("a", encoding="utf-8") as summary:
                summary.write(f"{table}\n{unmet}")
        except OSError as error:
            talk.say(f"{name}: cannot be written: {error.strerror}")
