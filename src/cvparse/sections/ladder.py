"""Is this line a heading, and of what? A ladder: the exact words, the head noun, the shape.

Headings cannot be enumerated, so after the exact ones the last noun decides ("Open-Source
Projects"), and after that the dress: a line that looks just as the known headings of this
text do, and unlike the lines under them, is a heading too.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from cvparse.document import Line, Passage, Source, Span
from cvparse.sections import page
from cvparse.sections.known import Known, head_nouns, known_headings

_LETTERSPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_](?:\s{2,}(?:[^\W\d_] )*[^\W\d_])*$")
_RUN_IN = re.compile(r"[^\W\d_][^:.,;|\t\n]{2,48}:(?=\s)")
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "de",
        "der",
        "des",
        "di",
        "do",
        "du",
        "e",
        "en",
        "et",
        "for",
        "from",
        "in",
        "la",
        "le",
        "les",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "y",
        "zu",
        "&",
    ]
)
_ROMANCE = frozenset(["de", "du", "des", "et", "e", "y", "en"])
_LONGEST = 60
_WIDEST = 100  # with indents and frames


class Heading(NamedTuple):
    """A line (or the start of one) that heads what follows."""

    line: Span
    words: Span
    kind: str
    rung: str
    level: int
    hints: tuple[tuple[str, str], ...] = ()
    marked: bool = False


def headings(source: Source) -> list[Heading]:
    """All headings, in order."""
    exact = [h for line in source.lines if (h := _exact(source, line))]
    taken = {h.line.start for h in exact}
    rest = (line for line in source.lines if line.span.start not in taken)
    nouns = [h for line in rest if (h := _by_head_noun(source, line))]
    found = sorted(exact + nouns)
    return sorted(found + _by_shape(source, found))


def _exact(source: Source, line: Line) -> Heading | None:
    length = line.span.length
    if line.blank or length > 3 * _LONGEST or (length > _WIDEST and ":" not in line.folded):
        return None
    words = page.title(line)
    row = known_headings().get(_key(words)) if words.span.length <= _LONGEST else None
    if row and page.stands_alone(source, line):
        return _heading(line, words, row, "headings.exact")
    return _run_in(source, line)


def _run_in(source: Source, line: Line) -> Heading | None:
    """`Languages: English, French`: a heading with its section behind it on the same line."""
    marked = page.markdown(line) > 0
    body = line.body if marked else line.strip()
    found = body.match(_RUN_IN)
    if not found or not page.gap_before(source, line) or (line.bulleted and not marked):
        return None
    words = page.trim(body.part(found.start(), found.end() - 1))
    row = known_headings().get(_key(words))
    if row is None or row.level > 1:
        return None
    return _heading(line, words, row, "headings.exact")


def _by_head_noun(source: Source, line: Line) -> Heading | None:
    if line.blank or line.span.length > _LONGEST or not page.gap_before(source, line):
        return None
    if line.bulleted and not page.markdown(line):
        return None
    words = page.title(line)
    kind = _named(words)
    if kind is None:
        return None
    return _heading(line, words, Known(kind, 1, ()), "headings.head_noun")


def _named(words: Passage) -> str | None:
    """The kind that the head noun of a few capitalised words names. English ends in it; Romance
    languages begin with it, and `de` or an adjective follows.
    """
    tokens = [w.group() for w in words.search(_WORD)]
    if not 2 <= len(tokens) <= 6 or re.search(r"[\d,;.?!()\"]", words.folded):
        return None
    if any(not t[0].isupper() and t.lower() not in _SMALL for t in tokens):
        return None
    kind = head_nouns().get(tokens[-1].lower())
    if kind is None and any(t.lower() in _ROMANCE for t in tokens[1:]):
        kind = head_nouns().get(tokens[0].lower())
    return kind


class _Dress(NamedTuple):
    """How a heading is set: what tells it from the lines under it."""

    markdown: int
    capitals: bool
    ruled: bool
    colon: bool

    @property
    def distinctive(self) -> bool:
        return bool(self.markdown or self.capitals or self.ruled)


def _by_shape(source: Source, found: list[Heading]) -> list[Heading]:
    """Lines dressed as the known headings are. Wrong when a text sets names in capitals too."""
    if not found:
        return []
    worn = Counter(_dress(source, source.line_at(h.line.start)) for h in found)
    dress, count = worn.most_common(1)[0]
    if not dress.distinctive or (count < 2 and not dress.markdown):
        return []
    taken = {h.line.start for h in found}
    row = Known("other", dress.markdown or 1, ())
    return [
        _heading(line, page.title(line), row, "headings.shape")
        for line in source.lines
        if line.span.start > found[0].line.start
        and line.span.start not in taken
        and not line.blank
        and _dress(source, line) == dress
        and _heading_like(source, line, dress)
    ]


def _heading_like(source: Source, line: Line, dress: _Dress) -> bool:
    words = page.title(line)
    if not words or words.span.length > _LONGEST or re.search(r"\d{4}|[@,;]", words.folded):
        return False
    if dress.markdown or dress.ruled:
        return True
    return page.gap_before(source, line) and len(words.folded.split()) <= 6


def _heading(line: Line, words: Passage, row: Known, rung: str) -> Heading:
    marks = page.markdown(line)
    level = marks or row.level
    return Heading(line.span, words.span, row.kind, rung, level, row.hints, marks > 0)


def _dress(source: Source, line: Line) -> _Dress:
    words = page.title(line).folded
    return _Dress(
        markdown=page.markdown(line),
        capitals=words.isupper() and len(words) > 3,
        ruled=page.ruled(source, line),
        colon=line.folded.rstrip().endswith(":"),
    )


def _key(words: Passage) -> str:
    """The words as the lexicon writes them: lower case, `and` for `&`, letter-spacing closed."""
    text = _ASIDE.sub("", words.folded.strip())
    if _LETTERSPACED.match(text):
        text = " ".join(w.replace(" ", "") for w in re.split(r"\s{2,}", text))
    return " ".join(text.lower().replace("&", " and ").replace("/", " / ").split())
