"""What stands on a page and is no part of the text: drawn rules, numbers, heads and feet of pages."""

from __future__ import annotations

import re

from cvparse.document import Line, Source, Span

_PAGE_NUMBER = re.compile(
    r"\f?\s*(?:-\s*)?(?:(?:page|seite|p\.)\s*)?\d{1,3}\s*(?:(?:/|of|von|de|sur)\s*\d{1,3})?\s*(?:-\s*)?$",
    re.I,
)
_RULE = re.compile(r"\s*(?:([=\-_~*#—·.])\1{2,}|[|:\s-]*-{3,}[|:\s-]*)\s*$")
_SIGNS = frozenset("=-_~*#—·.|:")
_DIGITS = re.compile(r"\d+")


def furniture(source: Source) -> frozenset[Span]:
    """Drawn rules, and what stands at the edges of pages: numbers, and lines that come back."""
    drawn = (x for x in source.lines if x.folded.lstrip()[:1] in _SIGNS and not x.blank)
    rules = {x.span for x in drawn if _RULE.match(x.folded)}
    near = _near_breaks(source)
    edges: dict[str, list[Line]] = {}
    for line in near:
        edges.setdefault(_DIGITS.sub("0", line.folded.strip(" \f\t")), []).append(line)
    repeated = (lines for key, lines in edges.items() if "0" in key and len(lines) > 1)
    numbers = (x.span for x in near if _PAGE_NUMBER.match(x.folded))
    return frozenset({*rules, *numbers, *(x.span for lines in repeated for x in lines)})


def _near_breaks(source: Source) -> list[Line]:
    """Lines within two of a form feed: where heads and feet of pages stand."""
    if "\f" not in source.text:
        return []
    breaks = {x.number for x in source.lines if "\f" in x.text}
    close = {n + d for n in breaks for d in range(-2, 3)}
    return [x for x in source.lines if x.number in close and not x.blank]
