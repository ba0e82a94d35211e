"""The persons a citation opens with, in the styles that reference lists print.

Okafor-Bell, T. R., Quill, D.*, & Lee, K.     inverted (APA)
Delavaud-Noirot C., Ben Slimane I.,           family and initials, with or without stops
Hollis, Anna, and Gregor Dunn.                only the first inverted (Chicago)
Roe, Ada; Poe, Ben                            all inverted
Roe, Ada M., Poe, Ben                         the same, a line of nothing else
A. Dal, R. Poe, and M. L. Shaw                as spoken (see `names`)
Roe, A., the LEAF Collaboration, and 11 others
"""

from __future__ import annotations

import re
from functools import lru_cache

from cvparse import lexicon
from cvparse.document import UPPER, Passage, Source, Span
from cvparse.rules.between import MARKS, Name, Run, gather, lead
from cvparse.rules.names import (
    FAMILY,
    GAP,
    INITIAL,
    INITIALS,
    PARTICLE,
    SUFFIX,
    THEN,
    WORD,
    first,
    plausible,
    run,
)

_BARE = rf"[{UPPER}](?:[ -]?[{UPPER}]){{0,3}}(?!\w)"
_DOTTED = rf"{INITIALS}(?:\s?[{UPPER}](?=\s*(?:[,;&]|$)))?"
_SPOKEN_TAIL = rf"(?:{PARTICLE}\s)*{WORD}{SUFFIX}(?:\s*[,;&()\[\]*†\":]|\.?\s*$|\.\s|\s+et\.?\s+al|\s(?:and|und|et|y)\s[{UPPER}])"
_CLOSE = r"(?=\s*(?:[,;&(\[*†‡§#]|$|\d|(?:and|und|et|y|e|AND)\s|\.\s|\.,|\.\(|:))"
_JUNIOR = r"(?:,?\s(?:Jr|Sr|III?)\b\.?)?"
_INVERTED = rf"{FAMILY}{_JUNIOR},{THEN}(?:{_DOTTED}|{_BARE})(?:\s{PARTICLE}(?=[\s,.]))?{SUFFIX}"
_SHORT = rf"{FAMILY}{GAP}(?:{_DOTTED}|{_BARE}){_JUNIOR}{_CLOSE}"
_GIVENS = rf"(?:{INITIAL}\s)?{WORD}(?:\s(?:{WORD}|[{UPPER}]\.?(?!\w))){{0,3}}"
_GIVEN_ONE = rf"(?:{PARTICLE}\s){{0,2}}{WORD},\s{_GIVENS}"
_GIVEN = rf"{_GIVEN_ONE}|{WORD}\s{WORD},\s{WORD}(?:\s[{UPPER}]\.?(?!\w))?"
_GIVEN_CLOSE = (
    rf"(?=,\s(?:and\s|&\s)?[{UPPER}]\S*\s(?:[{UPPER}]|{PARTICLE}\s)|,?\s(?:and|&|with)\s[{UPPER}]|\.\s(?:\(?\d{{4}}|[\"{UPPER}])"
    rf"|,?\s\"|,?\s\(?\d{{4}}|\.,|;|,?\set al|\.?\s*$)"
)
# How a list may open: more is asked of the first name than of those behind it.
_OPENINGS = (
    (
        re.compile(
            rf"(?![{UPPER}]\.|{WORD}\s{WORD},\s{INITIALS}\s{_SPOKEN_TAIL}){_INVERTED}(?!\s[{UPPER}][\w-]+(?:,|\s(?:and|&)\s))"
        ),
        "inverted",
    ),
    (re.compile(rf"(?!{WORD}\s(?:[{UPPER}]\.?\s)+{_SPOKEN_TAIL}){_SHORT}"), "vancouver"),
    (re.compile(rf"(?![{UPPER}]\.)(?:{_GIVEN}){_GIVEN_CLOSE}"), "given"),
)
_OTHERS = {
    "inverted": ((re.compile(_INVERTED), "inverted"), (re.compile(_SHORT), "vancouver")),
    "given": (
        (
            re.compile(
                rf"(?:{_GIVEN})(?=;|\.?[.,;]?\s*$)|{_GIVEN_ONE}(?=,?\s(?:and|&)\s|\.\s|\s?[(\"])"
            ),
            "given",
        ),
    ),
}
_MORE = rf"(?:{GAP}(?:{PARTICLE}(?=\s)|{WORD}|[{UPPER}]{{1,3}}\.?(?!\w)|\({WORD}\)))"
_SPOKEN = re.compile(
    rf"(?:{INITIALS}\s?{WORD}{_MORE}{{0,4}}|{WORD}{_MORE}{{1,4}})(?=\s*[,;&(*.\"]|\s*$|\s(?:and|et|und|in)\s)"
)
_TURN = (
    rf"{FAMILY},\s{{1,40}}(?:{INITIAL}{GAP})?{WORD}(?:{GAP}(?:{WORD}|[{UPPER}]\.?(?!\w))){{0,3}}"
)
_TURNS = re.compile(rf"\s*(?P<it>{_TURN}(?:,\s{{1,40}}{_TURN})+)\.?\s*")
_COMMA = re.compile(r",\s+")
_OPENING = re.compile(r"\s*(?:\[?\d{1,3}[\].)]\s+)?[(\[]?")
_LAST = re.compile(rf"{WORD}(?=\.?\s*$|\s?\(\d{{4}}|\.\s)")
_ALONE = re.compile(rf"{WORD}(?=,?\s+et\.? al\b)")
_BODY = re.compile(
    rf"(?:on behalf of\s|for\s)?(?:the\s)?(?P<it>(?!The\s)[{UPPER}\d][\w&/.-]*(?:\s(?:[{UPPER}\d][\w&/.-]*|of|for|on|and)){{0,8}}?"
    rf"\s(?:{'|'.join(lexicon.table('names')['bodies'])}))(?=\s*(?:[,;.:&(]|$|and\s|et\s))"
)
_RUNS_ON = re.compile(rf"\s+(?!(?:and|und|et|with|in|eds?|hrsg|dir)\b)[^\W\d_{UPPER}]|-[a-z]")
_COLON = re.compile(r"\s*:\s")
_INITIAL = re.compile(rf"(?<![\w])[{UPPER}]{{1,3}}(?:\.|\b)")
_SHORTENED = re.compile(rf"[{UPPER}]{{1,3}}(?:\.|\s|-[{UPPER}]\.)")
_JOINED = re.compile(r"(?:\b(?:and|und|et|y|AND)|&)\s*$")


def read(passage: Passage, cast: frozenset[str] = frozenset()) -> Run:
    """The authors at the start of a passage; no names when it opens otherwise.

    Of two readings, as printed in reference lists and as spoken, the one that reaches further.
    Wrong for a title of two capitalised words set apart from spoken names by a comma alone.
    """
    return _read(passage.source, passage.span, cast)


@lru_cache(maxsize=256)
def _read(source: Source, span: Span, cast: frozenset[str]) -> Run:
    """Kept, since the rules of people ask, and then those of citations."""
    passage = Passage(source, span)
    opening = passage.match(_OPENING)
    passage = passage.part(opening.end() if opening else 0, passage.head(6000).span.end)
    if turns := _turns(passage):
        return turns
    listed = _listed(passage)
    spoken = run(passage, cast)
    if not listed.names and spoken.names and spoken.names[0].style != "full":
        spoken = gather(passage, lambda at, _: _styled(passage, at, ((_SPOKEN, "full"),)))
    spoken = _shortened(spoken, passage, cast)
    if listed.names and (listed.end >= spoken.end or len(listed.names) >= len(spoken.names)):
        return listed
    return spoken


def _turns(passage: Passage) -> Run | None:
    """Family and given names in turns, nothing but commas between: most families are one word,
    where names as spoken have two.
    """
    turns = passage.fullmatch(_TURNS)
    if turns is None:
        return None
    pieces = passage.part(passage.span.start, turns.end("it")).split(_COMMA)
    families, givens = pieces[::2], pieces[1::2]
    if len(families) != len(givens) or sum(" " in f.folded for f in families) * 2 >= len(families):
        return None
    whole = (passage.part(f.span.start, g.span.end) for f, g in zip(families, givens, strict=True))
    return Run(tuple(Name(one, "given", "") for one in whole), passage.span.end)


def _listed(passage: Passage) -> Run:
    """A list whose first name is of one of these styles; the others may be printed as spoken."""
    opening = _styled(passage, passage.span.start, _OPENINGS) or _single(passage)
    if opening is None:
        return Run((), passage.span.start)
    styles = _OTHERS["given" if opening.style == "given" else "inverted"]

    def take(at: int, names: list[Name]) -> Name | None:
        if not names:
            return opening
        return _styled(passage, at, styles) or _body(passage, at) or _spoken(passage, at, names)

    return gather(passage, take)


def _styled(
    passage: Passage, at: int, styles: tuple[tuple[re.Pattern[str], str], ...]
) -> Name | None:
    """The name at a position, in the first of these styles that it fits."""
    text, stop = passage.source.folded, passage.span.end
    at = lead(passage, at)
    for pattern, style in styles:
        found = pattern.match(text, at, stop)
        if found and plausible(found[0].replace(",", " ").split(), inverted=True):
            return Name(passage.at(found), style, "")
    return None


def _single(passage: Passage) -> Name | None:
    """`Roe et al.`, or the name of a body."""
    found = passage.match(_ALONE)
    return Name(passage.at(found), "vancouver", "") if found else _body(passage, passage.span.start)


def _body(passage: Passage, at: int) -> Name | None:
    """`the LEAF Collaboration`, `on behalf of the Poplar Study Group`."""
    found = _BODY.match(passage.source.folded, at, passage.span.end)
    return Name(passage.at(found, "it"), "body", "") if found else None


def _spoken(passage: Passage, at: int, names: list[Name]) -> Name | None:
    """A name as spoken in a list of others: with initials or behind `and`, else it is a title."""
    found = first(passage.part(at, at + 80), at, frozenset(), [])
    joined = _JOINED.search(passage.part(names[-1].passage.span.end, at).folded)
    if found is None:
        last = _LAST.match(passage.source.folded, at, passage.span.end) if joined else None
        return Name(passage.at(last), "family", "") if last else None
    if _goes_on(passage, found.passage.span.end):
        return None
    return found if joined or names[0].style == "given" or _initialled(found) else None


def _initialled(name: Name) -> bool:
    return _INITIAL.search(name.passage.folded) is not None


def _goes_on(passage: Passage, end: int) -> bool:
    """`Deep Water and the …`: a name that runs on in small letters is the title."""
    return _RUNS_ON.match(passage.source.folded, end, passage.span.end) is not None


def _shortened(found: Run, passage: Passage, cast: frozenset[str]) -> Run:
    """Without the names that begin the title: they have no initials as the others do, or the
    last runs on in small letters.
    """
    if (
        not found.names
        or found.others
        or not passage.part(found.end, passage.span.end).strip(" .,")
    ):
        return found
    names = found.names[: _strange(found, passage, cast)]
    if len(names) == len(found.names):
        colon = passage.part(found.end, passage.span.end).head(4).match(_COLON)
        if not _goes_on(passage, found.end) and (not colon or _initialled(names[-1])):
            return found
        names = names[:-1]
    if not names:
        return Run((), passage.span.start)
    end = names[-1].passage.span.end
    mark = MARKS.match(passage.source.folded, end, passage.span.end)
    return Run(names, mark.end() if mark else end)


def _strange(found: Run, passage: Passage, cast: frozenset[str]) -> int:
    """How many names open the list in one style: `T. Roe, Early Myth` is one."""
    initialled = [n.passage.match(_SHORTENED) is not None for n in found.names]
    count = initialled.index(False) if False in initialled else len(initialled)
    known = any(n.passage.value in cast for n in found.names[count:])
    if not count or count == len(initialled) or known or any(initialled[count:]):
        return len(initialled)
    parted = found.names[count - 1].passage.span.end, found.names[count].passage.span.start
    return count if passage.part(*parted).folded.strip(" *\n") == "," else len(initialled)
