"""Each CV with its errors, and each error with the passage it was made in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from cvparse.evaluate.agreement import Level
from cvparse.evaluate.findings import Finding
from cvparse.evaluate.report import places
from cvparse.evaluate.report.elements import element
from cvparse.evaluate.report.figures import bar, share
from cvparse.evaluate.report.letters import Letters
from cvparse.evaluate.report.passages import Passage, Piece, passages
from cvparse.evaluate.scores import Scored

VERDICTS = ("wrong", "missing", "extra", "lost record", "spurious record")


def of_cv(scored: Scored, text: str, level: Level, *, is_open: bool) -> Element:
    """A CV to be folded out: its figures, then its errors in the order of the contract."""
    errors = list(told(scored, level))
    letters = Letters(text)
    records = {_path(one): one for one in scored.findings if not one.field}
    rows = [_error(one, records.get(_path(one)), letters, level) for one in errors]
    state = {"open": "open"} if is_open else {}
    return element("details", _summary(scored, len(errors), level), *rows, class_="cv", **state)


def told(scored: Scored, level: Level) -> Iterator[Finding]:
    """The errors of a CV; of a record that was lost or made up, the record speaks for its fields."""
    for one in scored.errors(level):
        alone = one.key != "person" and (one.gold_path is None or one.read_path is None)
        if not (one.field and alone):
            yield one


def _path(one: Finding) -> tuple[str, ...]:
    """What the findings of one record have in common."""
    sides = (path or "" for path in (one.gold_path, one.read_path))
    return one.key, *("/".join(path.split("/")[:3]) for path in sides)


def _summary(scored: Scored, errors: int, level: Level) -> Element:
    records, fields = scored.records(level).f1, scored.fields(level).f1
    return element(
        "summary",
        element("strong", scored.cv),
        bar(fields, f"field F1 of {scored.cv}"),
        element("span", f"fields {share(fields)}"),
        element("span", f"records {share(records)}"),
        element("span", f"{errors} error{'' if errors == 1 else 's'}"),
    )


def _error(error: Finding, record: Finding | None, letters: Letters, level: Level) -> Element:
    verdict = error.verdict(level)
    rules = " ".join(dict.fromkeys(trace.rule for trace in error.traces if error.field))
    found = passages(letters.text, places.find(error, record, letters))
    return element(
        "article",
        element(
            "header",
            element("b", verdict, class_="verdict"),
            element("code", error.gold_path or error.read_path or ""),
            element("span", error.name),
            element("span", f"rule {rules}", class_="rule") if rules else None,
        ),
        _values(error),
        *map(_passage, found),
        None if found else element("p", "Nothing of this is printed in the text.", class_="note"),
        class_=f"error {verdict.replace(' ', '-')}",
    )


def _values(error: Finding) -> Element:
    pairs = [("gold", error.gold), ("read", error.read)]
    rows = [
        element("div", element("dt", side), element("dd", _told(value), class_=side))
        for side, value in pairs
        if value is not None
    ]
    return element("dl", *rows)


def _told(value: Any) -> str:
    """A value as a person would write it into gold; of a record, what it says."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = {name: inner for name, inner in value.items() if name != "provenance"}
    return json.dumps(value, ensure_ascii=False)


def _passage(passage: Passage) -> Element:
    return element(
        "figure",
        element("figcaption", f"line {passage.line}"),
        element("pre", *map(_piece, passage.pieces), dir="auto"),
    )


def _piece(piece: Piece) -> Element | str:
    kinds = [name for name in ("read", "gold") if getattr(piece, name)]
    return element("mark", piece.text, class_=" ".join(kinds)) if kinds else piece.text
