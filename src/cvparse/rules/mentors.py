"""Who advised the owner, where neither a colon nor `advised by` says so.

Advisor, Mark Roe · Research Assistant, Prof. Ada Poe · Title of the thesis (Dr. Lin Dal)
Committee: Ada Roe (co-advisor), Ben Poe (chair), Mei Lee
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.fields import labels
from cvparse.rules.names import run
from cvparse.rules.pieces import says
from cvparse.rules.rule import Finder, Reading, Scene

_ROLE = (
    r"(?:co-?|main |primary |thesis |dissertation |doctoral |ph\.?d\.? |faculty |academic |research |joint )*"
    r"(?:advis[eo]rs?|supervisors?|mentors?|promot[oe]rs?|doktorvater|doktormutter|betreuer(?:in)?|erstgutachter(?:in)?"
    r"|direct(?:eur|rice)s? de thèse|encadrants?|directora? de tesis|orientador[ae]?|relatore|relatrice)"
)
_ANY = re.compile(
    r"dvis[eo]r|upervisor|entor|romot[oe]r|etreuer|oktor[vm]|gutachter|de thèse|ncadrant|de tesis|rientador|elat[or]"
)
_OPENS = re.compile(
    rf"(?:^|(?<=[\n;.,(|•])|(?<=\s-))\s*(?i:{_ROLE})(?:,\s|\s-\s|\s{{1,3}})(?=\S{{0,9}}\.|[{UPPER}])",
    re.M,
)
_BRACKET = re.compile(rf"\s?\((?:with\s)?{_ROLE}(?:\s(?:and|&)\s\w+)?\)", re.I)
_LED = re.compile(
    r"(?i:\b(?:led|headed|directed|run|hosted|supervised|advised|mentored|guided) by|\bdir\.|\bdirection(?: de| :)?|\bworking (?:with|under)"
    r"|(?:\b(?:group|lab|team|laboratory) of|\barbeitsgruppe|\bAG|\blehrstuhl|équipe d[eu])(?=\s(?:von\s)?(?:Prof|Dr|PD)))\s+"
    r"(?:the\s|von\s)?(?P<it>[^,;()\n]{4,60})"
)
_LED_HINT = re.compile(r" by |dir\.|irection|orking |Prof|Dr|PD")
_TITLED = re.compile(
    r"(?:^|[,;(\n]|\s-)\s*(?=(?:[Aa]pl\. |Univ\.-?|Assoc\. |Asst\. |A/)?(?:Prof|Professor|Dr)\b)"
)
_CLOSES = re.compile(r"\s*(?:[,;)\n]|\s-\s|\s{3,}|\.?\s*$)")
_PIECE = re.compile(r"[^,;:\n]+")
_LABEL_LENGTH = 40


def _advisors(scene: Scene) -> Iterator[Mention]:
    """Names behind a role, before one in brackets, or set apart with an academic title."""
    for item in scene.entry.items:
        if next(item.search(_ANY), None):
            for role in item.search(_OPENS):
                yield from _names(item.part(role.end(), item.span.end), "mentors.role")
            yield from _bracketed(item)
        if scene.kind == "employment" and next(item.search(_LED_HINT), None):
            for led in item.search(_LED):
                if names := list(_names(item.at(led, "it"), "mentors.led")):
                    cue = Span(led.start(), led.start("it"))
                    yield Mention("furniture", cue, "opening words", "mentors.led")
                    yield from names
        if "Prof" in item.folded or "Dr" in item.folded:
            yield from _titled(item)


def _titled(item: Item) -> Iterator[Mention]:
    """`, Prof. Ada Poe` and `(Dr. Lin Dal)`: a name, its title, and nothing else between two signs."""
    for title in item.search(_TITLED):
        here = item.part(title.end(), title.end() + 80)
        for name in run(here).names[:1]:
            end = name.passage.span.end
            if item.part(end, item.span.end).match(_CLOSES):
                yield Mention("advisor", name.passage.span, name.passage.value, "mentors.title")


def _names(passage: Passage, rule: str) -> Iterator[Mention]:
    for name in run(passage).names:
        yield Mention("advisor", name.passage.span, name.passage.value, rule)


def _bracketed(item: Item) -> Iterator[Mention]:
    """`Ada Roe (co-advisor)`: the piece before the bracket is a name."""
    for bracket in item.search(_BRACKET):
        pieces = list(item.part(item.span.start, bracket.start()).search(_PIECE))
        for piece in pieces[-1:]:
            yield from _names(item.at(piece).strip(" -"), "mentors.bracket")


def _below(scene: Scene) -> Iterator[Mention]:
    """`Supervisors` on a line of its own, and under it a person a line."""
    meaning = ""
    for item in scene.entry.items:
        names = run(item, scene.cast).names if meaning else ()
        if names and not says(item.after(names[-1].passage.span)):
            for name in names:
                yield Mention(meaning, name.passage.span, name.passage.value, "mentors.below")
            continue
        label = item.folded.strip(" :*_").lower() if item.span.length < _LABEL_LENGTH else ""
        meaning = known if (known := labels().get(label, "")) in ("advisor", "mentor") else ""


GROUPS: tuple[Finder, ...] = (
    Reading("mentors.advisor", _advisors, kinds=frozenset({"education", "employment"})),
    Reading("mentors.below", _below, kinds=frozenset({"education", "employment"})),
)
