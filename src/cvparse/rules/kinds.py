"""What kind of thing an entry plainly is, whatever the heading above it says.

Grants and prizes share many a list; a post now and then stands among prizes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from cvparse.document import Entry, Item, Mention, Passage
from cvparse.rules.funding import stated_role
from cvparse.rules.pieces import named

_GRANT = re.compile(
    r"grant|fund(?:s|ing)\b|contract|drittmittel|förder|subvention|financ|finanz|ayuda|auxílio|subsid", re.I
)  # fmt: skip
_AWARD = re.compile(
    r"award|hono(?:u?)rs?\b|fellowship|scholarship|prize|distinction|recognition|preis|stipendi|auszeichn|prix"
    r"|bourse|prem[iî]|beca|prêmio|bolsa|borse|prij[sz]|beurs",
    re.I,
)
_TRAVEL = re.compile(
    r"\b(?:travel|conference|participation|attendance)\s(?:grant|support|fund)", re.I
)
_SUM = re.compile(r"[€$£¥]|\b(?:EUR|USD|GBP|CHF|JPY)\s?\d|\d\s?(?:EUR|USD|GBP|CHF)\b")
_POSTS = named("funding", "posts")
_EXPERIENCE = re.compile(r"research|experience|forschung|recherche|investigación", re.I)
_NO_TOPIC = ("position_word", "organization_word", "degree_word", "award_word", "grant_word")
_WORD = re.compile(r"[^\W\d_]+")
_MEMBER = re.compile(
    r"\s*(?:(?:senior|student|associate|affiliate|full|life|lifetime|elected|active|junior|founding|regular|graduate"
    r"|professional|corresponding)\s+)*(?:member(?:ship)?|mitglied|membre|miembro|membro|soci[oa]|lid)\b"
    r"(?:\s(?:of|in|der|des|de|da|do|del|della|van)\b|\s*[:,-])",
    re.I,
)
_OFFICE = re.compile(
    r"committee|board|council|panel|jury|commission|team\b|group|task force|senate|faculty|editor|program|organi[sz]ing"
    r"|comit|conse[ij]|conselho|ausschuss|gremium|kommission|beirat|rat\b|redaktion|comisi|jurado|banca",
    re.I,
)


def placed(entry: Entry, words: Sequence[Mention]) -> Entry:
    """The entry, in a section of the kind it plainly is."""
    section = entry.section
    if section is None or section.kind not in _READERS or not entry.items:
        return entry
    kind = _READERS[section.kind](entry, words)
    return entry if kind == section.kind else replace(entry, section=replace(section, kind=kind))


def _kind(entry: Entry, words: Sequence[Mention]) -> str:
    """A grant has a role of the owner in it, or is named one; a prize or fellowship is an award.

    `mixed` lists leave it to the entry, where a funder, a title in quotes and a sum are a grant
    too; in the others only what is plain counts.
    """
    line = _telling(entry, words)
    seen = [m for m in words if m.span.within(line.span)]
    award = any(m.label == "award_word" for m in seen)
    grant = any(m.label == "grant_word" for m in seen)
    award = award or next(line.search(_TRAVEL), None) is not None
    role = stated_role(entry)
    if entry.kind == "awards" and not award and not grant and next(line.search(_POSTS), None):
        return "employment"
    if role and not award:
        return "grants"
    if not _mixed(entry):
        return entry.kind
    funder = any(m.label == "funder_word" for m in words)
    funded = funder and '"' in entry.folded and next(entry.search(_SUM), None) is not None
    return "awards" if award else "grants" if grant or role or funded else entry.kind


def _membership(entry: Entry, words: Sequence[Mention]) -> str:
    """`Member, Geological Society` is no service, and no certificate; `Member, Program Committee` is.

    Without a heading that speaks of members too, a word for a society must stand in it.
    """
    line = entry.items[0]
    if line.match(_MEMBER) is None or next(line.search(_OFFICE), None):
        return entry.kind
    society = any(m.value == "society" and m.span.within(line.span) for m in words)
    return "memberships" if society or "memberships" in _hinted(entry) else entry.kind


def _hinted(entry: Entry) -> str:
    """The kinds that a heading names at once: `Certifications & Memberships`."""
    return dict(entry.section.hints).get("mixed", "") if entry.section else ""


def _award(entry: Entry, words: Sequence[Mention]) -> str:
    """Under `Honors and memberships` both; elsewhere an academy one is a member of is an honour."""
    belongs = "memberships" in _hinted(entry) and _membership(entry, words) == "memberships"
    return "memberships" if belongs else _kind(entry, words)


def _project(entry: Entry, words: Sequence[Mention]) -> str:
    """A project with a funder and a role as grants give them (`PI`, `Co-I`) is a grant."""
    funded = any(m.label in ("funder_word", "grant_word") or m.value == "society" for m in words)
    return "grants" if funded and stated_role(entry) else "projects"


def _post(entry: Entry, words: Sequence[Mention]) -> str:
    """Under `Research experience` a topic above the institute, with no word for a post anywhere, is
    a project: `Mechanisms of map reading in owls`. Capitals tell the name of a house from a topic.
    """
    section, lines = entry.section, [i for i in entry.items if len(_word_list(i)) > 2][:3]
    if section is None or len(lines) < 2 or not _EXPERIENCE.search(section.title):
        return entry.kind
    topic = lines[0]
    small = [w for w in _word_list(topic) if w.islower() and len(w) > 3]
    named = [m for m in words if m.label in _NO_TOPIC and m.span.within(topic.span)]
    if len(small) < 2 or any(_loud(m, topic) for m in named):
        return entry.kind
    below = {m.label for i in lines[1:] for m in words if m.span.within(i.span) and _loud(m, i)}
    housed, posted = "organization_word" in below, "position_word" in below
    return "projects" if housed and not posted else entry.kind


def _loud(word: Mention, line: Item) -> bool:
    """Does a word open the line, or stand in capitals? `map of head direction cells` has no head."""
    return word.span.start == line.span.start or line.source.folded[word.span.start].isupper()


def _word_list(item: Item) -> list[str]:
    return [m.group() for m in item.search(_WORD)]


def _telling(entry: Entry, words: Sequence[Mention]) -> Passage:
    """The first line that names a prize or a grant, else the first."""
    named = (m for m in words if m.label in ("award_word", "grant_word"))
    first = min((m.span.start for m in named), default=entry.span.start)
    lines = [i for i in entry.items if i.span.end > first]
    return lines[0] if lines else entry.items[0]


def _mixed(entry: Entry) -> bool:
    """Does the heading, or the line above several entries, speak of grants and of prizes?"""
    section = entry.section
    if section is None or section.heading is None:
        return False
    heading = section.title
    return bool(_GRANT.search(heading) and _AWARD.search(heading))


_READERS: dict[str, Callable[[Entry, Sequence[Mention]], str]] = {
    "awards": _award,
    "grants": _kind,
    "projects": _project,
    "employment": _post,
    "service": _membership,
    "certificates": _membership,
}
