"""`cvparse eval --html`: the score as a page, and the texts that its errors stand in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cvparse import readers
from cvparse.cli import talk
from cvparse.errors import CVParseError
from cvparse.evaluate import Level, cases
from cvparse.evaluate.report import page
from cvparse.evaluate.scores import Score


def written(score: Score, found: Iterable[cases.Case], gold: Path, level: Level) -> bytes:
    """The page. Where the text of a CV cannot be had, its errors are told without their places."""
    texts = {case.cv: text for case in found if (text := _text(case)) is not None}
    return page(score, texts, gold.name or str(gold), level).encode("utf-8")


def _text(case: cases.Case) -> str | None:
    """The text that was read, or that stands beside the gold; None when it is another one."""
    places = [case.gold.parent] if case.read is None else [case.read.parent, case.gold.parent]
    path = next(filter(None, (cases.text_of(case.cv, place) for place in places)), None)
    try:
        text = readers.read(path).text if path else None
    except CVParseError as error:
        talk.report(error)
        return None
    if text is not None and case.read and case.read.suffix == ".json":
        source = cases.load(case.read).get("source")
        if isinstance(source, dict) and source.get("characters") not in (None, len(text)):
            talk.say(f"{path}: not the text that {case.read} was read from; shown without places")
            return None
    return text
