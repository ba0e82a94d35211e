"""What a CV that anyone may read had better not say (CV022)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvparse import lexicon
from cvparse.check.rule import Finding, Page

_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\.(?:jpe?g|png|webp)[^)\n]*\)")
_START = re.compile(r"(?m)^[ \t]*(?:[-*•|][ \t]*)?|[|;•·,][ \t]*|\t+|[ ]{2,}")
_END = re.compile(r"\s*(?:\n|\||;|\t|[ ]{2})|\s*\Z")
_VALUE = 80
"""Characters: what stands behind a label is shown to the end of its line or column, if that is near."""
_FRONT = 2000
"""Characters: a portrait stands at the top."""


def personal(page: Page) -> Iterator[Finding]:
    """A label such as `Date of birth:` with something behind it; a portrait."""
    if page.source is None:
        return
    text = page.source.folded
    small = text.lower() if len(text.lower()) == len(text) else text
    starts = {match.end() for match in _START.finditer(text)}
    for at in sorted(start for start in starts if small.startswith(_labels(), start)):
        for kind, pattern in _patterns():
            if match := pattern.match(text, at):
                end = _END.search(text, match.end(), match.end() + _VALUE)
                span = (at, end.start() if end else match.end())
                yield Finding(f"{kind}: not for everybody to read", span)
                break
    for match in _PICTURE.finditer(page.source.text, 0, _FRONT):
        yield Finding("portrait: not for everybody to read", match.span())


@cache
def _labels() -> tuple[str, ...]:
    return tuple(label for row in lexicon.table("private")["kind"] for label in row["labels"])


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each kind of data: its labels, and what must stand behind."""
    found = []
    for row in lexicon.table("private")["kind"]:
        labels = "|".join(re.escape(label) for label in row["labels"])
        link, value = row.get("link", "[:|–-]"), row.get("value", r"\S")
        line = rf"(?im)(?:{labels})[ \t*_]*(?:{link})[ \t|:*_]*{value}"
        found.append((row["name"], re.compile(line)))
    return tuple(found)
