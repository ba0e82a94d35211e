"""Where the names of the supervised stand: opening a line, in a list, or behind a word that leads
to them: `thesis of Jane Roe`, `I supervise Kim Lee and Ada Moe`. A colleague behind *with*, a job
they have *now* and a title in quotes hold names that are not theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from cvparse.document import UPPER, Item, Passage, Span
from cvparse.rules.names import Name, run
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import cut, found, says, terms
from cvparse.rules.rule import Scene

ROLE = re.compile(
    r"\b(?:ph\.?\s?d|d\.?phil|m\.?sc|b\.?m?sc|m\.?a|b\.?a|(?!(?-i:Ms)\b)m\.?s|mph|m\.?eng|meng|m\.?phil|magíster|doutor\w*|mestr\w*|doctora\w*|doktor\w*|dottorat\w*|"
    r"master\w*|magister|bachelor\w*|diplom\w*|thes[ie]s|thèse|dissertations?|mémoire|tesis|tese|tesi|"
    r"(?:under)?graduate|intern(?:ship)?s?|stagiaires?|stage|post-?docs?\w*|postdoctoral|student\w*|étudiant\w*|"
    r"visiting|trainees?|fellows?|scholars?|rotation|\w*arbeit(?:en)?|promotion|praktik\w+|committee|"
    r"habilitation|research assistants?|honou?rs|co-?supervision)\b",
    re.I,
)
OWNER = re.compile(r"\b(?:primary|main|co-?|lead)?\s*-?(?:supervisor|advisor|mentor)\b", re.I)
BESIDE = re.compile(
    r"[(,;]?\s*\b(?:now|currently|jetzt|aujourd'hui|ahora|next|then|(?:co-?)?(?:supervised|advised) (?:with|by)|"
    r"joint(?:ly)?|together|with|avec|mit|advisor|supervisor:|PI:)\b[^;)\n]*",
    re.I,
)
QUOTE = re.compile(r"\"[^\"]{3,400}\"")
BRACKET = re.compile(r"[(\[](?P<it>[^()\[\]]*)[)\]]")
_CUE = (
    r"(?:\w*supervis\w*|\w*advis\w*|mentor\w*|encadr\w*|betreu\w*|\w*students?|\w*interns?|post-?docs?|"
    r"thes[ie]s|thèses?|arbeit(?:en)?|committees?|of|for|from|by|de|von|include|including|are|were)"
)
_LED = re.compile(_CUE, re.I)
# Where a name may stand: at the start, behind a sign or a wide gap, behind a word that leads to it.
_OPENING = re.compile(rf"(?<![\w'.-])(?=[{UPPER}])")
_BEFORE = re.compile(
    rf"(?:^|[,;:|(•·\t\[\]]|\s-|\s{{2}}|\n|\.|\b(?:and|und|et|y|e|&|{_CUE}|Drs?|Prof))\s*$", re.I
)
# `Dal, Amina (PhD, 2019)`: the family name first, and nothing of a list behind.
_INVERTED = re.compile(
    rf"(?P<name>[{UPPER}][\w'-]+,\s[{UPPER}][\w'-]+(?:\s[{UPPER}](?:\.|[\w'-]+))?)(?=\s*(?:$|[(;\n\t]|\s{{2}}|\s-))"
)
_AFTER = re.compile(
    r"\s*(?:$|[,;:|()\[•·\n\t.–*-]|\s{2}|\d{4}|(?:and|und|et|y|e|&|is|was|who|at|from|in|as|under|with)\b)"
)
_SET_OFF = re.compile(r"\s*[(,:;]|\s-\s")  # `Jane Roe (2019), Leaves in winter, now at …`
_STATE = re.compile(
    r"in progress|on-?going|completed|pursuing|en curso|em andamento|en cours|laufend", re.I
)
_GAP = re.compile(
    r"[^\S\n]{3,}|\t|\n| \||,\s(?=(?:M\.\s?Sc|M\.A|M\.S|M\.\s?Phil|B\.\s?Sc|B\.A|Ph\.\s?D|D\.\s?Phil)\b)"
)
_TELLING = re.compile(r"\.\s+(?=(?:I|My|We|Currently|Previously|Former|Past|In)\b)")
_HEAD = re.compile(r"[,;:|(\t]|\s{2,}")
_JOIN = re.compile(r"(?:and|und|et|y|e|&|present|now)", re.I)
_NEAR = 60


class Named(NamedTuple):
    """A student's name, the line it stands on, and the words that are about this student."""

    name: Passage
    item: Item
    about: Passage
    lead: Passage


def names(scene: Scene, item: Item) -> Iterator[Named]:
    """The names of a line, each with what stands behind it before the next."""
    for part in item.split(_TELLING):
        names = [n.passage for n in _listed(scene, item, part)]
        stops = [*(n.span.start for n in names[1:]), part.span.end]
        for name, stop in zip(names, stops, strict=False):
            about = part.part(name.span.end, stop)
            yield Named(name, item, about, part.before(names[0].span))


def _listed(scene: Scene, item: Item, part: Passage) -> Iterator[Name]:
    """Names one after another: only dates, brackets and roles stand between two of them."""
    masked = [Span(*m.span()) for m in (*part.search(BESIDE), *part.search(QUOTE))]
    last: Passage | None = None
    for match in part.search(_OPENING):
        at = part.part(match.start(), part.span.end)
        if last and (at.span.start < last.span.end or not _follows(scene, part, last, at)):
            continue
        if any(m.start <= at.span.start < m.end for m in masked):
            continue
        for name in _run(scene, item, part, at):
            yield name
            last = name.passage


def _run(scene: Scene, item: Item, part: Passage, at: Passage) -> list[Name]:
    """The names that start here, when a name can start and end here."""
    if not _opens(part, at):
        return []
    inverted = at.match(_INVERTED)
    if inverted and not prose(item):
        name = Name(at.at(inverted, "name"), "inverted", "")
        return [name] if _is_name(scene, item, name) else []
    gap: re.Match[str] | None = next(at.search(_GAP), None)
    seen = run(at.part(at.span.start, gap.start()) if gap else at, scene.cast)
    names = list(takewhile(lambda n: _is_name(scene, item, n), seen.names))
    end = seen.end if len(names) == len(seen.names) else names[-1].passage.span.end if names else 0
    behind = part.part(end, part.span.end) if names else part
    if not names or not behind.match(_AFTER):
        return []
    opens = not says(part.before(at.span)) and behind.match(_SET_OFF)
    if prose(item) and not opens and not found(part.before(at.span), _LED):
        return []
    lead = part.before(at.span).split(_HEAD)
    housed = lead and scene.seen("organization_word", within=lead[-1].span)
    return [] if housed else names


def _opens(part: Passage, at: Passage) -> bool:
    before = part.before(at.span).folded[-_NEAR:]
    return not before.strip() or _BEFORE.search(before) is not None


def _is_name(scene: Scene, item: Item, name: Name) -> bool:
    """No role, house, place or code: `ROYAL GRANTEE`, `Somewhere University`, `MSc Thesis`."""
    words = name.passage
    if found(words, ROLE) or found(words, OWNER) or words.fullmatch(_STATE):
        return False
    if words.folded.isupper() and not item.folded.isupper() and name.style == "full":
        return False
    return not scene.seen("organization_word", "degree_word", within=words.span)


def _follows(scene: Scene, part: Passage, last: Passage, at: Passage) -> bool:
    """Does a name only follow in the same list? `Jane Roe (PhD, 2019), Kim Lee` goes on."""
    between = part.part(last.span.end, at.span.start)
    if between.folded.count("(") != between.folded.count(")"):
        return False
    gone = [*(d.span for d in terms(scene, between.span))]
    gone += [Span(*m.span()) for m in between.search(BRACKET)]
    return all(
        not says(p) or p.fullmatch(_JOIN) or found(p, ROLE)
        for piece in between.without(gone)
        for p in cut(piece)
    )
