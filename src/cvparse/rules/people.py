"""Lists of persons, and the legend that says what their marks mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cvparse.document import UPPER, Entry, Item, Mention, Passage, Source, Span
from cvparse.rules import authors
from cvparse.rules.names import Run, run
from cvparse.rules.pieces import says
from cvparse.rules.rule import Finder, Match, Reading, Rule, Scene

_NO_LIST = re.compile(r"[0-9:?!\"/]")
_SEVERAL = re.compile(r"[,;&·]|\s(?:and|und|et|y|e)\s")
_EQUAL = re.compile(
    r"\(?[^\S\n]*[*†‡§∗]\s*(?:[^\W\d_]+\s+){0,3}?(?:equal|contribut|co-first|joint)[^()\n]{0,60}?(?:\)|\.|$)",
    re.I | re.M,
)


def cast(entries: Iterable[Entry]) -> frozenset[str]:
    """The names that stand in lists of nothing but names, anywhere in the text."""
    names: set[str] = set()
    for entry in entries:
        for item in entry.items:
            found = _whole_list(item)
            if found:
                names |= {n.passage.value for n in found.names if n.style == "full"}
    return frozenset(names)


def _whole_list(item: Passage) -> Run | None:
    """The names of an item that is a list of names and nothing else (a legend may follow)."""
    if _NO_LIST.search(item.folded) or not _SEVERAL.search(item.folded):
        return None
    found = run(item)
    if len(found.names) < 2:
        return None
    rest = item.part(found.end, item.span.end).strip(" .,;\n")
    if rest and not rest.fullmatch(_EQUAL):
        return None
    return found


def _lists(scene: Scene) -> Iterator[Mention]:
    """`Amina Dal*, <u>Ada Roe</u>*, Jonas K. Weir`, alone or before a venue."""
    for item in scene.entry.items:
        found = _list(item, scene)
        if found:
            yield mention(found, "people", "people.list")


def _partners(scene: Scene) -> Iterator[Mention]:
    """`A board game, with Ada Roe`, `Mit Dr. Jonas Weir und Ada Roe`: who else worked on it. A
    house is no partner: `with Acme Corp`, `with Northfield University`.
    """
    for item in scene.entry.items:
        for cue in item.search(_WITH):
            if says(item.part(item.span.start, cue.start())) and not cue["behind"]:
                continue
            for name in run(item.part(cue.end(), item.span.end), scene.cast).names:
                here = name.passage.span
                places = scene.seen("place_word", within=here)
                if not scene.seen("organization_word", within=here) and not any(
                    m.span == here for m in places
                ):
                    yield Mention("contributors", here, name.passage.value, "people.partners")


def _list(item: Item, scene: Scene) -> Run | None:
    if not _SEVERAL.search(item.folded[:200]):
        return _single(item, scene)
    found = authors.read(item, scene.cast)
    if len(found.names) >= 2 and _believable(found, item, scene):
        return found
    return None


def _single(item: Item, scene: Scene) -> Run | None:
    """One name alone on its line is a list only when the name is known from elsewhere."""
    if len(item.folded) > 60 or not scene.cast:
        return None
    found = run(item, scene.cast)
    known = len(found.names) == 1 and found.names[0].passage.value in scene.cast
    return found if known and not item.part(found.end, item.span.end) else None


def _believable(found: Run, item: Item, scene: Scene) -> bool:
    """All of the item, or names known from elsewhere, or initials: not `Berlin Mitte, Bad Ems`."""
    rest = item.part(found.end, item.span.end).strip(" .,;\n")
    if not rest or len(found.names) >= 3:
        return True
    known = sum(n.passage.value in scene.cast for n in found.names)
    return known >= 1 or any(n.style != "full" for n in found.names)


def mention(found: Run, label: str, rule: str) -> Mention:
    """One mention of a run of names: a part for each person, and one for each mark."""
    parts: list[Mention] = []
    for name in found.names:
        marks = (Mention("mark", name.passage.span, name.marks, rule),) if name.marks else ()
        parts.append(Mention("person", name.passage.span, name.passage.value, rule, marks))
    span = Span(found.names[0].passage.span.start, found.end)
    return Mention(label, span, tuple(p.value for p in parts), rule, tuple(parts))


def _legend(match: Match, source: Source) -> object:
    return "equal contribution"


RULES: tuple[Finder, ...] = (Rule("people.legend", "legend", _EQUAL, value=_legend, needs="*†‡§∗"),)
_WITH = re.compile(
    r"(?P<behind>[,;.(]\s+)?\b(?:(?:jointly|together|developed|created|written|built) )?(?i:with|mit|avec|con|com)\s+"
    rf"(?=[{UPPER}][\w.'-]+\s[{UPPER}])"
)
_LISTED = frozenset(
    {"publications", "projects", "talks", "students", "references", "teaching", "other"}
)
GROUPS: tuple[Finder, ...] = (
    Reading("people.list", _lists, kinds=_LISTED),
    Reading("people.partners", _partners, kinds=frozenset({"projects"})),
)
