"""Is this line a heading, and of what? A ladder: the exact words, the head noun, the shape.

Headings cannot be enumerated, so after the exact ones the last noun decides ("Open-Source
Projects"), and after that the dress: a line that looks just as the known headings of this
text do, and unlike the lines under them, is a heading too.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from cvparse import lexicon
from cvparse.document import Line, Passage, Source, Span

_FRAME = " \t#*=_~-:.•▪■>|"
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.|[A-Z]\.)\s+(?=[^\W\d_])")
_RULE = re.compile(r"\s*([=\-_~*#—])\1{2,}\s*$")
_LETTERSPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_](?:\s{2,}(?:[^\W\d_] )*[^\W\d_])*$")
_RUN_IN = re.compile(r"[^\W\d_][^:.,;|\t\n]{2,48}:(?=\s)")
_UNFINISHED = re.compile(r"(?:[,;&(-]|\b(?:and|of|the|in|for|at))\s*$")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_SMALL = frozenset(
    "a an and as at by de der des di do du e en et for from in la le les of on or the to und y zu &".split()
)
_LONGEST = 60


class Heading(NamedTuple):
    """A line (or the start of one) that heads what follows."""

    line: Span
    words: Span
    kind: str
    rung: str
    level: int
    hints: tuple[tuple[str, str], ...] = ()
    marked: bool = False


class _Known(NamedTuple):
    kind: str
    level: int
    hints: tuple[tuple[str, str], ...]


def headings(source: Source) -> list[Heading]:
    """All headings, in order. The first line of a text is its owner's, not a heading."""
    lines = source.lines
    exact = [h for line in lines if (h := _exact(source, line))]
    taken = {h.line.start for h in exact}
    nouns = [
        h
        for line in lines
        if line.span.start not in taken and (h := _by_head_noun(source, line))
    ]
    known = sorted(exact + nouns)
    return sorted(known + _by_shape(source, known))


def _exact(source: Source, line: Line) -> Heading | None:
    if line.blank or line.span.length > 3 * _LONGEST:
        return None
    words = _words(line)
    found = _lexicon().get(_key(words)) if words.span.length <= _LONGEST else None
    if found and _stands_alone(source, line):
        return _heading(source, line, words, found, "headings.exact")
    return _run_in(source, line)


def _run_in(source: Source, line: Line) -> Heading | None:
    """`Languages: English, French`: a heading with its section behind it on the same line."""
    body = line.body if _markdown(line) else line.strip()
    found = body.match(_RUN_IN)
    if not found or not _gap_before(source, line) or line.bulleted and not _markdown(line):
        return None
    words = _trim(body.part(found.start(), found.end() - 1))
    known = _lexicon().get(_key(words))
    if not known or known.level > 1:
        return None
    return _heading(source, line, words, known, "headings.exact")


def _by_head_noun(source: Source, line: Line) -> Heading | None:
    if line.blank or line.span.length > _LONGEST or not _gap_before(source, line):
        return None
    words = _words(line)
    tokens = [w.group() for w in words.search(_WORD)]
    if not 2 <= len(tokens) <= 6 or re.search(r"[\d,;.?!()\"]", words.folded):
        return None
    if line.bulleted and not _markdown(line):
        return None
    if any(not t[0].isupper() and t.lower() not in _SMALL for t in tokens):
        return None
    nouns = _head_nouns()
    kind = nouns.get(tokens[-1].lower()) or _romance(tokens, nouns)
    if kind is None:
        return None
    return _heading(source, line, words, _Known(kind, 1, ()), "headings.head_noun")


def _romance(tokens: list[str], nouns: dict[str, str]) -> str | None:
    """`Communications orales et affiches`: the noun comes first, and `de` or an adjective after."""
    if any(t.lower() in {"de", "du", "des", "et", "e", "y", "en"} for t in tokens[1:]):
        return nouns.get(tokens[0].lower())
    return None


class _Dress(NamedTuple):
    """How a heading is set: what tells it from the lines under it."""

    markdown: int
    capitals: bool
    ruled: bool
    colon: bool

    @property
    def distinctive(self) -> bool:
        return bool(self.markdown or self.capitals or self.ruled)


def _by_shape(source: Source, known: list[Heading]) -> list[Heading]:
    """Lines dressed as the known headings are. Wrong when a text sets names in capitals too."""
    if not known:
        return []
    worn = Counter(_dress(source, source.line_at(h.line.start)) for h in known)
    dress, count = worn.most_common(1)[0]
    if not dress.distinctive or (count < 2 and not dress.markdown):
        return []
    taken = {h.line.start for h in known}
    found = []
    for line in source.lines:
        if line.span.start in taken or line.blank or line.span.start < known[0].line.start:
            continue
        if _dress(source, line) == dress and _heading_like(source, line, dress):
            known_as = _Known("other", dress.markdown or 1, ())
            found.append(_heading(source, line, _words(line), known_as, "headings.shape"))
    return found


def _heading_like(source: Source, line: Line, dress: _Dress) -> bool:
    words = _words(line)
    if not words or words.span.length > _LONGEST or re.search(r"\d{4}|[@,;]", words.folded):
        return False
    return bool(dress.markdown or dress.ruled) or (
        _gap_before(source, line) and len(words.folded.split()) <= 6
    )


def _heading(source: Source, line: Line, words: Passage, known: _Known, rung: str) -> Heading:
    marks = _markdown(line)
    return Heading(
        line.span, words.span, known.kind, rung, marks or known.level, known.hints, marks > 0
    )


def _dress(source: Source, line: Line) -> _Dress:
    words = _words(line).folded
    below = _neighbour(source, line, +1)
    return _Dress(
        markdown=_markdown(line),
        capitals=words.isupper() and len(words) > 3,
        ruled=bool(below and below.match(_RULE)),
        colon=line.folded.rstrip().endswith(":"),
    )


def _markdown(line: Line) -> int:
    marks = line.text.lstrip()
    level = len(marks) - len(marks.lstrip("#"))
    return level if 0 < level <= 6 and marks[level : level + 1] == " " else 0


def _words(line: Line) -> Passage:
    """The heading's words: frames, rules, numbers and the colon left out."""
    body = _trim(line)
    number = body.match(_NUMBER)
    return _trim(body.part(number.end(), body.span.end)) if number else body


def _trim(passage: Passage) -> Passage:
    return passage.strip(_FRAME + "\f\n")


def _key(words: Passage) -> str:
    """The words as the lexicon writes them: lower case, `and` for `&`, letter-spacing closed."""
    text = _ASIDE.sub("", words.folded.strip())
    if _LETTERSPACED.match(text):
        text = " ".join(w.replace(" ", "") for w in re.split(r"\s{2,}", text))
    return " ".join(text.lower().replace("&", " and ").replace("/", " / ").split())


def _neighbour(source: Source, line: Line, step: int) -> Line | None:
    number = line.number + step
    return source.lines[number] if 0 <= number < len(source.lines) else None


def _gap_before(source: Source, line: Line) -> bool:
    """Is there air above the line? On a page without blank lines nothing can be asked."""
    above = _neighbour(source, line, -1)
    if above is None or above.blank or above.match(_RULE) or _markdown(line) > 0:
        return True
    return _dense(source) and not _UNFINISHED.search(above.folded)


@lru_cache(maxsize=8)
def _dense(source: Source) -> bool:
    """A page without air: hardly a blank line, as PDFs often come out."""
    blank = sum(line.blank for line in source.lines)
    return blank < 0.06 * len(source.lines)


def _stands_alone(source: Source, line: Line) -> bool:
    """A heading owns its line, and something sets it apart from the lines around it."""
    if line.number == 0 and not _markdown(line):
        return True
    if line.bulleted and not _markdown(line):
        return False
    words = _words(line).folded
    below = _neighbour(source, line, +1)
    return bool(
        _gap_before(source, line)
        or below is None
        or below.blank
        or below.match(_RULE)
        or words.isupper()
        or line.folded.rstrip().endswith(":")
    )


@cache
def _lexicon() -> dict[str, _Known]:
    """Heading → what it heads. Sub-headings stand one level lower."""
    known: dict[str, _Known] = {}
    for kind, row in lexicon.table("sections").items():
        if kind == "mixed":
            continue
        record = row.get("record", kind)
        hint = () if record == kind else (("section", kind),)
        known |= {h: _Known(_section_kind(kind, record), 1, hint) for h in row.get("headings", ())}
        for sub in row.get("sub", ()):
            hints = tuple((k, v) for k, v in sub.items() if k != "headings")
            known |= {h: _Known(record, 2, hints) for h in sub["headings"] if h not in known}
    for heading, kinds in lexicon.table("sections").get("mixed", {}).items():
        known[heading] = _Known(kinds[0], 1, (("mixed", " ".join(kinds)),))
    return known


def _section_kind(kind: str, record: str) -> str:
    return kind if record == "person" else record


@cache
def _head_nouns() -> dict[str, str]:
    return {
        noun: _section_kind(kind, row.get("record", kind))
        for kind, row in lexicon.table("sections").items()
        if kind != "mixed"
        for noun in row.get("head_nouns", ())
    }
