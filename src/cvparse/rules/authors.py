"""The persons a citation opens with, in the styles that reference lists print.

Okafor-Bell, T. R., Quill, D.*, & Lee, K.     inverted (APA)
Delavaud-Noirot C., Ben Slimane I.,           family and initials, with or without stops
Hollis, Anna, and Gregor Dunn.                  only the first inverted (Chicago)
A. Dal, R. Poe, and M. L. Shaw               as spoken (see `names`)
"""

from __future__ import annotations

import re

from cvparse.document import UPPER, Passage
from cvparse.rules.names import MARKS, Name, Run, gather, run

_LETTER = r"[^\W\d_]"
_WORD = rf"[{UPPER}](?:{_LETTER}|['.-](?={_LETTER}))+"
_PARTICLE = r"(?:[dD](?:e|el|er|u|a|as|os|i|en|ella)|v[ao]n|von|[lL][ae]|bin|ibn|[aA]l|[eE]l|te[rn]?|zu[rm]?|af|Mac|St\.)"
_FAMILY = rf"(?:{_PARTICLE}\s){{0,3}}{_WORD}(?:[ -]{_WORD}){{0,2}}"
_DOTTED = rf"[{UPPER}][a-z]?\.(?:\s?-?[{UPPER}]\.){{0,4}}"
_BARE = rf"[{UPPER}](?:[ -]?[{UPPER}]){{0,2}}(?!\w)"
_CLOSE = r"(?=\s*(?:[,;&(*†‡§#]|$|\d|(?:and|und|et|y|e)\s|\.\s|\.,|\.\(|:))"
_INVERTED = re.compile(
    rf"{_FAMILY},\s{{0,2}}(?:{_DOTTED}|{_BARE})(?:\s{_PARTICLE}(?=[\s,.]))?(?:,? Jr\.?)?(?!\s[{UPPER}][\w-]+(?:,|\s(?:and|&)\s))"
)
_SHORT = re.compile(rf"{_FAMILY}\s(?:{_DOTTED}|{_BARE}){_CLOSE}")
_GIVEN = re.compile(
    rf"(?:{_PARTICLE}\s)?{_WORD}(?:-{_WORD})?,\s{_WORD}(?:\s(?:{_WORD}|[{UPPER}]\.?(?!\w))){{0,2}}"
    rf"(?=,\s(?:and\s|&\s)?[{UPPER}]\S*\s[{UPPER}]|,?\s(?:and|&)\s[{UPPER}]|\.\s(?:\(?(?:19|20)\d\d|\")|,?\s\"|\s\(\d{{4}})"
)
_SPOKEN = re.compile(
    rf"(?:{_DOTTED}\s?)?{_WORD}(?:\s(?:{_PARTICLE}(?=\s)|{_WORD}|[{UPPER}]{{1,3}}\.?(?!\w)|\({_WORD}\))){{1,4}}(?=\s*[,;&(*.\"]|\s*$|\s(?:and|et|und|in)\s)"
)
_JOIN = re.compile(
    r"\s*(?:[,;·•]\s*(?:(?:and|und|et|y|e|with)\s|&\s*|(?:\.\.\.|…)\s*)?|\s(?:and|und|et|y|e|with)\s|\s?&\s?)\s*"
)
_LEGAL_END = re.compile(
    rf"\s*(?:and|und|et|with|in|eds?|hrsg|dir)\b|\s+[^\W\d_{UPPER}]|\s*:\s|-[a-z]", re.I
)
_NO_NAME = re.compile(r"\b(?:Patent|Press|Journal|Proc|Trans|Lett|Phys|Chem|Int|Conf|IEEE|ACM)\b")
_INITIAL = re.compile(rf"(?<![\w])[{UPPER}]{{1,3}}(?:\.|\b)")


def read(passage: Passage, cast: frozenset[str] = frozenset()) -> Run:
    """The authors at the start of a passage; no names when it opens otherwise.

    Of two readings, as printed in reference lists and as spoken, the one that reaches further.
    Wrong for a title of two capitalised words set apart from spoken names by a comma alone.
    """
    passage = passage.head(6000)
    listed = _listed(passage, (_INVERTED, _SHORT, _GIVEN))
    spoken = run(passage, cast)
    if not listed.names and spoken.names and spoken.names[0].style != "full":
        spoken = _listed(passage, (_SPOKEN,))
    spoken = _shortened(spoken, passage, cast)
    if listed.names and (listed.end >= spoken.end or len(listed.names) >= len(spoken.names)):
        return listed
    return spoken


def _listed(passage: Passage, styles: tuple[re.Pattern[str], ...]) -> Run:
    """A list whose first name is of one of these styles; the others may be printed as spoken."""
    text, (at, stop) = passage.source.folded, passage.span
    first = next((p for p in styles if p.match(text, at, stop)), None)
    if first is None:
        return Run((), at)
    styles = (
        (_INVERTED, _SHORT)
        if first in (_INVERTED, _SHORT)
        else (first,)
        if first is _SPOKEN
        else ()
    )
    return gather(
        passage, lambda at, names: _one(passage, at, None if names else first, styles), _JOIN
    )


def _one(
    passage: Passage, at: int, first: re.Pattern[str] | None, styles: tuple[re.Pattern[str], ...]
) -> Name | None:
    """The next name: in the list's own style, else one as spoken."""
    text, stop = passage.source.folded, passage.span.end
    for pattern in (first,) if first else styles:
        if found := pattern.match(text, at, stop):
            style = (
                "vancouver" if pattern is _SHORT else "full" if pattern is _SPOKEN else "inverted"
            )
            return Name(passage.at(found), style, "")
    rest = passage.part(at, stop).head(80)
    spoken = run(rest).names[:1]
    if spoken and not _goes_on(passage, spoken[0].passage.span.end):
        return spoken[0]
    return None


def _goes_on(passage: Passage, end: int) -> bool:
    """`Deep Water and the …`: a name that runs on in small letters is the title."""
    found = _LEGAL_END.match(passage.source.folded, end, passage.span.end)
    if found is None:
        return False
    word = found.group().strip().lower()
    return word not in ("and", "und", "et", "with", "in", "ed", "eds", "hrsg", "dir")


def _shortened(found: Run, passage: Passage, cast: frozenset[str]) -> Run:
    """Without a last name that begins the title: it runs on, or alone has no initials."""
    names = list(found.names)
    if not names or found.others:
        return found
    last = names[-1].passage
    alone = len(names) > 2 and last.value not in cast and not _INITIAL.search(last.folded)
    odd = alone and all(_INITIAL.search(n.passage.folded) for n in names[:-1])
    between = (
        passage.part(names[-2].passage.span.end, last.span.start).folded if len(names) > 1 else ""
    )
    odd = odd and between.strip() in (",", ", ")
    odd = odd or _NO_NAME.search(last.folded) is not None
    if not odd and not _goes_on(passage, found.end):
        return found
    names.pop()
    if not names:
        return Run((), passage.span.start)
    end = names[-1].passage.span.end
    mark = MARKS.match(passage.source.folded, end, passage.span.end)
    return Run(tuple(names), mark.end() if mark else end)
