"""What an education says besides: `Thesis on leaves`, `“On Leaves” (Prof. Jane Roe)`, `GPA 3.9/4.0`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules.names import run
from cvparse.rules.pieces import says, trim
from cvparse.rules.rule import Finder, Reading, Scene

_LEAD = re.compile(
    r"(?:(?:my|the|with an?)\s+)?(?:[\w.']+\s+){0,2}?(?:\w*thes[ie]s|dissertation|\w+arbeit|thèse|mémoire|tesis|tese|tesi)"
    r"(?:\s+project)?(?P<to>,?\s+(?:on|about|entitled|titled|über|zum thema|zu|sur|intitulée?|sobre|titulada|su|dal titolo)\s*:?\s|,?\s*(?=\"))",
    re.I,
)
_QUOTED = re.compile(r"\s*\"(?P<it>[^\"]{8,400}?)[,.;]?\"")
_BY = re.compile(
    r"\s*[(,;.]?\s*\(?(?:(?:advis[oe]r|supervisor|supervised by|under|with)s?:?\s+)?(?=(?:Prof|Dr|PD)\b)(?P<it>[^()\n]{4,160}?)\)?\.?\s*$"
)
_BRACKET = re.compile(r"\((?=(?:Prof|Dr|PD|[Aa]dvis|[Ss]upervis))[^()]{4,160}\)\.?\s*$")
_SUPERVISED = re.compile(
    r"\s*[.;,(]\s*(?=(?:\w+[ -]){0,2}(?:advis[oe]r|supervisor|promotor|betreuer(?:in)?|director[ae]?s?|direct(?:eur|rice)|orientador[ae]?|relatore)s?\s?:"
    r"|(?:under the|sous la|bajo la|sob a) (?:joint )?(?:supervis|direc|guid|orient)|(?:co-?)?(?:supervised|advised) by|dirigée? par|dirigida por|betreut von)",
    re.I,
)
_CREDITS = re.compile(r"\s*\([^()]*(?:ECTS|credits?|CFU|Credit Points)[^()]*\)", re.I)
_ENDS = re.compile(r"[,;|]\s+(?=\D)|\s{2,}")
_VALUE = r"\d{1,3}(?:[.,]\d{1,3})?(?:\s?%|\s?/\s?\d{1,3}(?:[.,]\d{1,2})?|\s(?:out of|von|sur|de|su)\s\d{1,3}(?:[.,]\d{1,2})?)?"
_GRADED = re.compile(
    rf"\b(?:c?gpa|(?:final |overall |average )?(?:grade|mark)s?|percentage|note|nota|notendurchschnitt|average|moyenne|promedio|punteggio|voto)"
    rf"(?:\s+point average)?[\s:(=]{{1,3}}(?:of\s+)?(?P<it>{_VALUE})(?![\w.]*\d)"
    rf"|(?<![\w.,])(?P<before>{_VALUE})\s+(?:c?gpa)\b"
    r"|(?<![\w.,/])(?P<full>\d{2,3}\s?/\s?1[01]0(?:\s(?:e|cum|con)\s(?:lode|laude))?)(?![\w/])",
    re.I,
)
_ALONE = re.compile(
    r"\d{1,2}[.,]\d{1,2}(?:\s?/\s?\d{1,2}(?:[.,]\d{1,2})?)?|\d{2}(?:[.,]\d{1,2})?\s?%"
)
_ASIDE = re.compile(
    rf"\((?P<label>(?:dir\.|advis[oe]r|superv(?:isor|\.)|betreuer(?:in)?|encadrant|director))\s+(?=[{UPPER}])",
    re.I,
)


def thesis(value: Passage, rule: str) -> Iterator[Mention]:
    """A thesis's title without its quotes, and the adviser in the bracket behind it."""
    if by := next(value.search(_SUPERVISED), None):
        value = value.part(value.span.start, by.start())
    title = value.strip(" .;,\n")
    quoted = value.match(_QUOTED)
    if quoted:
        title = value.at(quoted, "it")
    elif bracket := next(value.search(_BRACKET), None):
        title = value.part(value.span.start, bracket.start()).strip(' .;,\n"')
    else:
        title = title.strip('"')
    if says(title):
        yield Mention("thesis", title.span, title.value, rule)
        yield from _adviser(value.part(title.span.end, value.span.end))


def _adviser(behind: Passage) -> Iterator[Mention]:
    """`(Prof. Jane Roe)`, `, Advisor: Dr. Kim Lee` behind a title."""
    opens = behind.strip(' ",;.\n')
    found = opens.match(_BY)
    if found:
        for name in run(opens.at(found, "it")).names:
            yield Mention("advisor", name.passage.span, name.passage.value, "theses.adviser")


def grade(value: Passage, rule: str) -> Iterator[Mention]:
    """`1.2 (best of year)`; how many credits it took is no part of it."""
    end = next((m.start() for m in value.search(_CREDITS)), value.span.end)
    text = value.part(value.span.start, end)
    stop = next((m.start() for m in text.search(_ENDS)), text.span.end)
    text = trim(text.part(text.span.start, stop))
    if text:
        yield Mention("grade", text.span, text.value, rule)


def _theses(scene: Scene) -> Iterator[Mention]:
    """`Thesis on leaves`, `PhD thesis “On leaves”`; a label with a colon is seen elsewhere."""
    for item in scene.entry.items:
        if found := item.match(_LEAD):
            yield Mention("furniture", Span(*found.span()), "opening words", "theses.lead")
            yield from thesis(item.part(found.end(), item.span.end), "theses.on")


def _grades(scene: Scene) -> Iterator[Mention]:
    """`Grade (8.1 out of 10)`, `GPA 3.9/4.0`, `3.9 GPA`; a number alone on its line."""
    for item in scene.entry.items:
        for found in item.search(_GRADED):
            value = item.at(found, found.lastgroup or 0)
            for label in item.at(found).without([value.span]):
                yield Mention("furniture", label.span, "label of a field", "theses.label")
            yield Mention("grade", value.span, value.value, "theses.grade")
        if item is not scene.entry.items[0] and (alone := item.fullmatch(_ALONE)):
            yield Mention("grade", item.at(alone).span, item.value, "theses.alone")


def _advisers(scene: Scene) -> Iterator[Mention]:
    """`(dir. Jane Roe)` behind a university; other forms are seen elsewhere."""
    for item in scene.entry.items:
        for aside in item.search(_ASIDE):
            label = item.at(aside, "label")
            yield Mention("furniture", label.span, "label of a field", "theses.label")
            for name in run(item.part(aside.end(), item.span.end)).names:
                yield Mention("advisor", name.passage.span, name.passage.value, "theses.adviser")


_KINDS = frozenset({"education"})
GROUPS: tuple[Finder, ...] = (
    Reading("theses.thesis", _theses, kinds=_KINDS),
    Reading("theses.grade", _grades, kinds=_KINDS),
    Reading("theses.adviser", _advisers, kinds=_KINDS),
)
