"""What the citation model marked, read: its stretches of a citation as mentions of their meaning.

The model says where the authors stand, the title, the date (see `tagger.citations`); what a stretch
means is said here, by the rules that read such things anywhere: persons, dates, identifiers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from cvparse import lexicon
from cvparse.document import Mention, Passage, Span
from cvparse.rules import dates, identifiers, journals
from cvparse.rules.rule import Scene
from cvparse.rules.signed import persons
from cvparse.values import Link, When

RULE = "tagger.citation"
_YEAR = re.compile(r"\D{0,3}((?:1[4-9]|20)\d\d)[a-z]?\W{0,3}")
_ANY_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_CLOSING = re.compile(r"[?!]|\.\.\.|…")
_SORTS = (
    ("thesis", re.compile(r"thes[ie]s|diss|th[èe]se|tesi|arbeit\b|proefschrift|habilitation|mémoire|ph\.?\s?d", re.I)),
    ("report", re.compile(r"report|rep\b|memo|working|discussion|paper|papier|brief", re.I)),
)  # fmt: skip
_DATA = re.compile(
    r"\[(?:data ?set|dataset)\]|\[(?P<software>(?:computer )?software)\]|\b(?P<patent>(?:U\.?S\.?|European) [Pp]atent)\b|\bPatent No",
    re.I,
)


def read(scene: Scene, marked: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of one citation, in order of place, none overlapping another."""
    taken = [
        m
        for finder in identifiers.RULES
        if finder.name != "identifiers.orcid"
        for m in finder.find(scene)
    ]
    taken = _apart(taken)
    found: list[Mention] = []
    once: set[str] = set()
    for mark in _longest_first(marked):
        reader = _READERS.get(mark.label)
        if reader is None or any(mark.span.overlaps(t.span) for t in taken):
            continue
        if mark.label in _ONCE and mark.label in once:
            continue
        mentions = _fresh(reader(Passage(scene.source, mark.span)), found)
        if mentions:
            once.add(mark.label)
            found += mentions
    found += taken
    found.sort(key=lambda m: m.span)
    return (*found, *_sort(scene, found, marked))


def _fresh(mentions: Iterable[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Those that do not lie upon what was found before; a venue's sort lies upon the venue."""
    clear = (m for m in mentions if not any(m.span.overlaps(f.span) for f in found))
    return list(clear)


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """None that lies in another: a DOI holds digits that look like a number of arXiv."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (-m.span.length, m.span)):
        if not any(mention.span.overlaps(k.span) for k in kept):
            kept.append(mention)
    return kept


def _longest_first(marked: Sequence[Mention]) -> list[Mention]:
    """In order of place, but of several titles or venues the longest comes first."""
    return sorted(
        marked, key=lambda m: (-m.span.length if m.label in ("title", "container") else 0, m.span)
    )


def _people(label: str) -> Callable[[Passage], Iterator[Mention]]:
    def reader(passage: Passage) -> Iterator[Mention]:
        found = persons(passage)
        if found:
            span = Span(found[0].span.start, max(found[-1].span.end, passage.span.end))
            yield Mention(label, span, tuple(p.value for p in found), RULE, tuple(found))

    return reader


def _plain(label: str) -> Callable[[Passage], Iterator[Mention]]:
    def reader(passage: Passage) -> Iterator[Mention]:
        whole = journals.closed(passage)
        yield Mention(label, whole.span, whole.value, RULE)

    return reader


def _title(passage: Passage) -> Iterator[Mention]:
    whole = journals.closed(passage)
    text, (start, end) = whole.source.folded, whole.span
    if sign := _CLOSING.match(text, end):
        end = sign.end()
    opening = text[start - 1 : start]
    if opening in ("[", "(") and _closes(opening) in text[start:end]:
        start -= 1
    span = Span(start, end)
    yield Mention("title", span, whole.source.read(span), RULE)


def _closes(opening: str) -> str:
    return ")" if opening == "(" else "]"


def _date(passage: Passage) -> Iterator[Mention]:
    if year := passage.fullmatch(_YEAR):
        yield Mention("date", Span(*year.span(1)), When(year[1], year[1]), RULE)
        return
    known = dates.given(passage)
    if known is not None:
        yield known
    elif year := next(passage.search(_ANY_YEAR), None):
        yield Mention("date", Span(*year.span()), When(year[0], year[0]), RULE)


def _status(passage: Passage) -> Iterator[Mention]:
    """`in press`, `submitted`, when the lexicon knows the words; else a remark."""
    words = passage.folded.lower()
    for value in ("in press", "submitted", "in preparation"):
        if any(word in words for word in lexicon.words("status", value)):
            yield Mention("status", passage.span, value, RULE)
            return
    yield Mention("note", passage.span, passage.value, RULE)


def _genre(passage: Passage) -> Iterator[Mention]:
    for value, pattern in _SORTS:
        if pattern.search(passage.folded):
            yield Mention("sort", passage.span, value, RULE, (), "inferred")
            return
    yield Mention("note", passage.span, passage.value, RULE)


def _sort(scene: Scene, found: Sequence[Mention], marked: Sequence[Mention]) -> Iterator[Mention]:
    """The sort of work, when its parts tell: editors and pages make a chapter, a house a book."""
    labels = {m.label: m for m in reversed(found)}
    if special := next(scene.entry.search(_DATA), None):
        value = (
            "software" if special["software"] else "dataset" if "ata" in special[0] else "patent"
        )
        yield Mention("sort", Span(*special.span()), value, RULE, (), "inferred")
    if "sort" in labels:
        return
    venue = labels.get("venue")
    journal = venue is not None and "volume" in labels and "publisher" not in labels
    if (
        venue is not None
        and "venue_sort" not in labels
        and not journal
        and ("editors" in labels or "publisher" in labels)
    ):
        yield Mention("sort", venue.span, "chapter", RULE, (), "inferred")


def _address(passage: Passage) -> Iterator[Mention]:
    """A web address; other identifiers have their own rules."""
    if "/" in passage.folded or "www." in passage.folded:
        yield Mention("address", passage.span, Link(url=passage.value), RULE)


_READERS: dict[str, Callable[[Passage], Iterable[Mention]]] = {
    "author": _people("people"),
    "editor": _people("editors"),
    "title": _title,
    "container": journals.venue,
    "date": _date,
    "status": _status,
    "genre": _genre,
    "place": journals.place,
    "publisher": _plain("publisher"),
    "volume": _plain("volume"),
    "issue": _plain("issue"),
    "pages": _plain("pages"),
    "track": journals.track,
    "note": _plain("note"),
    "edition": _plain("note"),
    "series": _plain("note"),
    "link": _address,
}
_ONCE = frozenset(
    (
        "author",
        "editor",
        "title",
        "container",
        "date",
        "place",
        "publisher",
        "volume",
        "issue",
        "pages",
    )
)
