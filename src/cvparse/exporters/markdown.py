"""Markdown (CommonMark): the whole CV to read or to edit, a heading for each key, a line for each record.

## Education

- **Ph.D., Computer Science**, Example University, Aug 2018 – 15 Dec 2023
  - advisors: Ada Roe
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cvparse.cv import CV, KEYS
from cvparse.exporters import edtf
from cvparse.exporters.export import Export, printable, utf8
from cvparse.exporters.losses import Losses, records
from cvparse.values import Link, Money, Record

SUFFIX = ".export.md"

_LEADS = {
    "education": ("degree", "field"),
    "employment": ("position",),
    "teaching": ("course",),
    "service": ("role",),
    "skills": ("category",),
    "languages": ("language",),
    "memberships": ("organization",),
    "students": ("name",),
    "references": ("name",),
    "projects": ("name",),
}
"""What stands in bold; of other keys the title."""
_LINE = (
    "authors", "speakers", "institution", "organization", "venue", "event", "funder", "awarder", "acronym",
    "track", "volume", "issue", "pages", "publisher", "location", "role", "kind", "fluency", "items",
)  # fmt: skip
"""Fields that follow on the same line as they are; all others stand below with their name."""
_LONG = ("highlights", "metrics", "note")
"""Fields of whole sentences, a line for each."""
_DATES = ("date", "start_date", "end_date", "is_current")
_SIGNS = re.compile(
    r"[\\`*_\[\]<>&|~]|^[#=>+-]|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)|(?<=^\d{4})[.)](?=\s)"
)
"""Signs that mean something to Markdown: anywhere, or at the start of a line."""


def export(cv: CV) -> Export:
    """The owner, then each key that has records."""
    losses = Losses("Markdown", cv)
    blocks = ["".join(f"{line}\n" for line in _person(cv))]
    for key in KEYS:
        if rows := records(cv, key):
            lines = [line for row in rows for line in _entry(key, row, losses)]
            blocks.append(f"## {key.capitalize()}\n\n" + "".join(f"{line}\n" for line in lines))
    return Export(utf8("\n".join(blocks)), losses.sentences())


def _person(cv: CV) -> Iterator[str]:
    person = cv.person
    yield f"# {escaped(person.name or cv.source.name)}"
    for field, value in person.values().items():
        if field == "summary":
            yield from ("", escaped(value))
        elif field != "name":
            yield from ("", f"{field.replace('_', ' ')}: {_told(value)}")


def _entry(key: str, record: Any, losses: Losses) -> Iterator[str]:
    """The line of a record, and below it what has no place there."""
    values = record.values()
    if key == "other":
        yield from _other(values)
        return
    leads = [field for field in _LEADS.get(key, ("title",)) if field in values]
    line = [field for field in _LINE if field in values and field not in leads]
    parts = [f"**{', '.join(_told(values[field]) for field in leads)}**"] if leads else []
    parts += [_told(values[field]) for field in line]
    when = edtf.stretch(edtf.of(record))
    yield f"- {', '.join([*parts, *([when] if when else [])])}"
    for field, value in values.items():
        if field in _DATES and (when or field == "is_current"):
            _check(key, field, value, record, losses)
        elif field not in (*leads, *line):
            several = value if field in _LONG else (value,)
            yield from (f"  - {field.replace('_', ' ')}: {_told(part)}" for part in several)


def _check(key: str, field: str, value: Any, record: Record, losses: Losses) -> None:
    """What goes on shows no `present` when it has an end too."""
    if field == "is_current" and "end_date" in record.values():
        losses.remark(key, "`is_current` is not shown beside an `end_date`")
    elif field != "is_current" and edtf.period(value) == edtf.Period():
        losses.remark(key, f"`{field}` {value} is left out, no date to Markdown")


def _other(values: Any) -> Iterator[str]:
    if "heading" in values:
        yield from (f"### {escaped(values['heading'])}", "")
    for line in str(values.get("text", "")).splitlines():
        yield from ((escaped(line.strip()), "") if line.strip() else ())


def _told(value: Any) -> str:
    """A value as text; several with commas, sums and links as people write them."""
    if isinstance(value, tuple):
        return ", ".join(_told(part) for part in value)
    if isinstance(value, Money):
        extra = (f"per {value.per}" if value.per else "", "in kind" if value.in_kind else "")
        return " ".join([f"{value.amount} {value.currency}", *(word for word in extra if word)])
    if isinstance(value, Link):
        label = escaped(value.label or value.url or "")
        return f"[{label}](<{_address(value.url)}>)" if value.url else label
    if isinstance(value, int):
        return str(value + 1)  # an index into the authors: people count from one
    return escaped(str(value))


def escaped(text: str) -> str:
    """Text that reads the same once Markdown has read it; on one line."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(printable(text).split()))


def _address(url: str) -> str:
    coded = {"<": "%3C", ">": "%3E", "\\": "%5C"}
    return "".join(coded.get(sign, sign) for sign in "".join(url.split()))
