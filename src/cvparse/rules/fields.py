"""What announces itself: `Mentor: X`, `Keywords: a, b`, `hosted at the University of Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cvparse import lexicon
from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules import theses
from cvparse.rules.names import run
from cvparse.rules.rule import Finder, Reading, Scene

_LABEL = re.compile(
    r"(?<![\w'-])(?P<it>[^\W\d_]+(?:[ /'.-]{1,2}[^\W\d_]+){0,5}(?:\(s\))?)\s?:(?=\s|$)"
)
_COLON = re.compile(r":(?=\s|$)")
_LONGEST = 80
_WORD_START = re.compile(r"(?<![\w'-])[^\W\d_]")
_PERSONS = frozenset({"advisor", "mentor", "investigators", "contributors"})
_OPENING = frozenset({"organization", "location"})
_SEEN_ELSEWHERE = frozenset({"email", "phone", "url", "date", "amount", "address"})
_LISTS = {"keywords": "keyword"}
_SHAPED = {"thesis": theses.thesis, "grade": theses.grade}
_PARTED = re.compile(r"\s*[,;•·]\s+(?![^()]{0,600}\))")
_GAP = re.compile(r"(?<=\S)[^\S\n]{3,}(?=\S)|\t")
_BRACKET = re.compile(r"\s*\(|,\s")
_SLASH = re.compile(r"\s?/\s?|,\s|\s(?:and|&)\s")
_FAMILIES = re.compile(
    rf"[{UPPER}][\w'-]+(?:(?:\s?/\s?|,\s|\s(?:and|&)\s)[{UPPER}][\w'-]+)*(?=\)|$)"
)
_OF_KIND = {
    ("grants", "title"): "project",
    ("grants", "project"): "project",
    ("education", "title"): "thesis",
}
_STOPPED_BY = {
    **dict.fromkeys(
        ("advisor", "mentor", "investigators", "contributors", "field", "thesis"), ("date",)
    ),
    **dict.fromkeys(("role", "funder", "project", "award_number"), ("date", "money")),
}
_ORGANIZATION = re.compile(
    rf"(?:the\s+)?(?P<it>[{UPPER}][\w&'.-]*(?:\s+(?:(?:of|for|the|and|at|de|für|&|in|on)\s+){{0,2}}[{UPPER}(][\w&'.()-]*)*)"
)


_STOP = re.compile(rf"(?<=[a-z]{{3}})\.\s(?=[{UPPER}])")
_ASIDE = re.compile(r"\s*\([^()]{3,40}\)")
_ARTICLE = re.compile(r"(?:an?|the)\s+(?=[A-Z])")


def _fields(scene: Scene) -> Iterator[Mention]:
    """`Label: value` up to the next label, date or line's end. Wrong when a title has a colon
    behind one of our labels' words.
    """
    for item in scene.entry.items:
        ends = [m.start() for m in item.search(_COLON)]
        labels = [found for end in ends if (found := _label(item, end, scene.kind))]
        bounds = [*(span.start for span, _ in labels[1:]), item.span.end]
        for (span, meaning), end in zip(labels, bounds, strict=False):
            value = _bounded(scene, item.part(span.end, end).strip(), meaning)
            if meaning == "investigators" and _no_names(scene, value):
                role = item.part(*span).strip(" :")  # `Principal Investigator: $5,000`
                yield Mention("role", role.span, role.value, "fields.role")
            elif value:
                yield Mention("furniture", span, "label of a field", "fields.label")
                yield from _values(value, meaning)


def _no_names(scene: Scene, value: Passage) -> bool:
    """A sum or a quotation where names would stand."""
    sums = scene.seen("money", within=value.span)
    return value.folded[:1] in "\"'" or any(m.span.start == value.span.start for m in sums)


def _label(item: Item, colon: int, kind: str) -> tuple[Span, str] | None:
    """The longest label that ends at a colon: `Advisor` of `Computer Science Advisor:`."""
    text, (first, end) = item.source.folded, item.span
    for start in _WORD_START.finditer(text, max(first, colon - _LONGEST), colon):
        words = " ".join(text[start.start() : colon].lower().split())
        meaning = _OF_KIND.get((kind, words)) or labels().get(words)
        if meaning in _OPENING and text[first : start.start()].rstrip(" ")[-1:].isalnum():
            continue  # `Oak University: …` is a name
        if meaning and _LABEL.match(text, start.start(), end):
            return Span(start.start(), colon + 1), meaning
    return None


def _bounded(scene: Scene, value: Passage, meaning: str) -> Passage:
    """A value ends at a wide gap; a name or a title also at a date, a role at an amount."""
    if gap := next(value.search(_GAP), None):
        value = value.part(value.span.start, gap.start())
    stops = scene.seen(*_STOPPED_BY.get(meaning, ()), within=value.span)
    if meaning == "role" and (bracket := next(value.search(_BRACKET), None)):
        value = value.part(value.span.start, bracket.start())
    return value.before(stops[0].span).strip(" ,;.(\n|-") if stops else value


def _values(value: Passage, meaning: str) -> Iterator[Mention]:
    rule = f"fields.{meaning}"
    if meaning in _PERSONS:
        found = run(value)
        for name in found.names:
            yield Mention(meaning, name.passage.span, name.passage.value, rule)
        if not found.names:
            yield from _family_names(value, meaning)
        return
    if meaning in _LISTS:
        for piece in value.split(_PARTED):
            text = piece.strip(" .;")
            yield Mention(_LISTS[meaning], text.span, text.value, rule)
        return
    if meaning in _SEEN_ELSEWHERE:
        return
    if meaning in _SHAPED:
        yield from _SHAPED[meaning](value, rule)
        return
    whole = value.strip(" .;,\n")
    yield Mention(meaning, whole.span, whole.value, rule)


def _family_names(value: Passage, meaning: str) -> Iterator[Mention]:
    """`PI: Brightwater`, `MPI: Brightwater/Ssemanda`: a family name alone, behind a label."""
    found = value.match(_FAMILIES)
    for piece in value.at(found).split(_SLASH) if found else ():
        yield Mention(meaning, piece.span, piece.value, "fields.family_name")


@cache
def labels() -> dict[str, str]:
    """Printed label → what it announces."""
    return {
        word.lower(): group.value
        for group in lexicon.groups()
        if group.label == "field"
        for word in group.words
    }


def _cued(scene: Scene) -> Iterator[Mention]:
    """`hosted at the University of Y`, `research funding from Z`, `advised by Dr. X`."""
    for cue in scene.seen("cue_word"):
        item = next((i for i in scene.entry.items if cue.span.within(i.span)), None)
        if item is None or cue.value == "honors":
            continue
        rest = item.after(cue.span).strip()
        if cue.value in ("mentor", "advisor"):
            found = run(rest, scene.cast)
            if found.names:
                yield Mention("furniture", cue.span, "opening words", "fields.cued")
            for name in found.names:
                yield Mention(str(cue.value), name.passage.span, name.passage.value, "fields.cued")
        elif cue.value in ("awarder", "funder"):
            yield from _organization(cue, rest)


def _organization(cue: Mention, rest: Passage) -> Iterator[Mention]:
    """The capitalised name behind `hosted at`, `funding from`."""
    if match := rest.match(_ORGANIZATION):
        name = rest.at(match, "it")
        stop = next(name.search(_STOP), None)
        name = (name.part(name.span.start, stop.start()) if stop else name).strip(" .,")
        label = "funder_cued" if cue.value == "funder" else "awarder"
        yield Mention("furniture", cue.span, "opening words", "fields.cued")
        yield Mention(label, name.span, name.value, "fields.cued")


_DISTINCTION = re.compile(
    r"\W*(?P<it>(?:with )?(?:high(?:est)? |great )?(?:distinction|merit|honou?rs))\W*", re.I
)
_GRADUATED = re.compile(r"\b(?:graduated|graduating|graduation)\s+$", re.I)


def _honors(scene: Scene) -> Iterator[Mention]:
    """`Graduated with honors (Cum Laude)`, `with distinction`: the words and their bracket."""
    for cue in scene.seen("cue_word"):
        if cue.value == "honors":
            item = next((i for i in scene.entry.items if cue.span.within(i.span)), None)
            span = cue.span
            if item and (verb := next(item.before(span).search(_GRADUATED), None)):
                span = Span(verb.start(), span.end)
            if item and (bracket := item.after(span).match(_ASIDE)):
                span = Span(span.start, bracket.end())
            yield Mention("honors", span, scene.source.read(span), "fields.honors")


def _alone(scene: Scene) -> Iterator[Mention]:
    """`Distinction` on a line of its own, below a degree."""
    for item in scene.entry.items[1:]:
        if found := item.fullmatch(_DISTINCTION):
            span = Span(*found.span("it"))
            yield Mention("honors", span, scene.source.read(span), "fields.honors")


def _shown(scene: Scene) -> Iterator[Mention]:
    """`It was published at IEEE VIS (VAST, TVCG), 2020.`, `Presented at X (Y) 2021: Z`."""
    for cue in scene.seen("cue_word"):
        item = next((i for i in scene.entry.items if cue.span.within(i.span)), None)
        if (
            cue.value not in ("presented", "published")
            or item is None
            or not _opens(item, cue.span)
        ):
            continue
        rest = _no_article(item.after(cue.span).strip())
        end = _last_date(scene, rest)
        place = rest.before(end).strip(" ,.;\n") if end else rest.strip(" ,.;\n")
        opening = Span(item.span.start, rest.span.start)
        yield Mention("furniture", opening, "opening words", "fields.shown")
        yield Mention("presented_at", place.span, place.value, f"fields.{cue.value}_at")


def _opens(item: Item, cue: Span) -> bool:
    return item.before(cue).folded.strip().lower() in ("", "it was", "this was", "was", "work")


def _no_article(rest: Passage) -> Passage:
    found = rest.match(_ARTICLE) if rest.folded[:2] != "th" else None
    return rest.part(found.end(), rest.span.end) if found else rest


def _last_date(scene: Scene, rest: Passage) -> Span | None:
    """A date that ends the sentence, set off by a comma: it is not part of the name."""
    for date in scene.seen("date", within=rest.span):
        apart = rest.before(date.span).folded.rstrip().endswith((",", "("))
        if apart and not rest.after(date.span).strip(" .)\n"):
            return date.span
    return None


def _statuses(scene: Scene) -> Iterator[Mention]:
    """`forthcoming`, `under review`, `accepted`."""
    for word in scene.seen("status_word"):
        yield Mention("status", word.span, word.value, "fields.status")


GROUPS: tuple[Finder, ...] = (
    Reading("fields.status", _statuses, kinds=frozenset({"publications"})),
    Reading("fields.label", _fields, needs=":"),
    Reading("fields.cued", _cued),
    Reading("fields.honors", _honors),
    Reading("fields.honors", _alone, kinds=frozenset({"education"})),
    Reading("fields.shown", _shown),
)
