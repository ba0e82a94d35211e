"""What to look at again, each kind with a code. The table of all rules stands here.

`WHILE_PARSING` are part of every record (`diagnostics`); `AFTERWARDS` are for `cvparse lint`.
A code is never given to another rule; each has its page in `pages/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources

from cvparse.check import names, numbers, periods, privacy, reading, words, works
from cvparse.check.rule import Finding, Page, Reading, Rule
from cvparse.cv import CV, Coverage, Diagnostic
from cvparse.document import Section, Source
from cvparse.values import Record

__all__ = ["AFTERWARDS", "CODES", "WHILE_PARSING", "diagnose", "explain", "lint"]

WHILE_PARSING: tuple[Rule[Reading], ...] = (
    Rule("CV001", "mended-look-alike", "info", reading.repairs),
    Rule("CV002", "letters-swapped", "warning", words.swapped),
    Rule("CV003", "unclaimed-text", "warning", reading.unclaimed),
    Rule("CV004", "period-backwards", "warning", periods.backwards),
    Rule("CV005", "heading-by-shape", "info", reading.shapes),
)
AFTERWARDS: tuple[Rule[Page], ...] = (
    Rule("CV006", "misspelt", "warning", words.misspelt, of_text=True),
    Rule("CV007", "overlapping-posts", "info", periods.overlaps),
    Rule("CV008", "gap", "info", periods.gaps),
    Rule("CV009", "mark-without-legend", "warning", names.unexplained, of_text=True),
    Rule("CV010", "authors-differ", "warning", works.authors_differ),
    Rule("CV011", "two-years", "warning", works.two_years),
    Rule("CV012", "two-venues", "info", works.two_venues),
    Rule("CV013", "talk-without-paper", "info", works.unpublished_talks),
    Rule("CV014", "degree-without-institution", "warning", works.undegreed),
    Rule("CV015", "look-alike", "warning", words.misread, of_text=True),
    Rule("CV016", "wrong-encoding", "warning", reading.broken, of_text=True),
    Rule("CV017", "malformed-doi", "error", numbers.dois),
    Rule("CV018", "wrong-orcid", "error", numbers.orcids),
    Rule("CV019", "wrong-isbn", "error", numbers.books, of_text=True),
    Rule("CV020", "publication-without-year", "warning", works.undated),
    Rule("CV021", "future-date", "warning", periods.future),
    Rule("CV022", "personal-data", "warning", privacy.personal, of_text=True),
    Rule("CV023", "listed-twice", "warning", works.twice),
    Rule("CV024", "name-spelled-twice", "info", names.spelled_twice),
)
ALL: tuple[Rule[Reading] | Rule[Page], ...] = (*WHILE_PARSING, *AFTERWARDS)
CODES = {rule.code: rule for rule in ALL}


def diagnose(
    source: Source,
    sections: Sequence[Section],
    records: Mapping[str, Sequence[Record]],
    coverage: Coverage,
) -> tuple[Diagnostic, ...]:
    """What is found while parsing, in order of place."""
    seen = Reading(source, sections, records, coverage)
    return _in_order(d for rule in WHILE_PARSING for d in _told(rule, rule.look(seen)))


def lint(cv: CV, source: Source | None, as_of: date) -> tuple[Diagnostic, ...]:
    """All findings on a CV, in order of place: what was found while parsing, and afterwards.

    Without its source (a CV loaded from JSON), the rules that look at the text are silent. The
    same CV on the same day gives the same findings. Spans count characters of the text.
    """
    page = Page(cv, source, as_of)
    found = (d for rule in AFTERWARDS for d in _told(rule, rule.look(page)))
    return _in_order([*cv.diagnostics, *found])


def explain(code: str) -> str:
    """The page of a rule, in Markdown. Raises KeyError for a code that is none."""
    return _page(CODES[code].code)


@cache
def _page(code: str) -> str:
    pages = resources.files(__package__) / "pages"
    return (pages / f"{code}.md").read_text("utf-8")


def _told(rule: Rule[Reading] | Rule[Page], found: Iterable[Finding]) -> Iterable[Diagnostic]:
    for message, span, path in found:
        yield Diagnostic(
            code=rule.code, severity=rule.severity, message=message, span=span, path=path
        )


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda d: (d.span or (0, 0), d.code, d.path or "", d.message)))
