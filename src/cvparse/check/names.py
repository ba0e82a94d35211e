"""Names: marks that nothing explains, one person in two spellings (CV009, CV024)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse import lexicon
from cvparse.check.rule import Finding, Page, shown

_MARK = re.compile(r"\s?(\*{1,3}|†|‡|§|¶)(?=[\s,;.:&)\]]|$)")
_NEAR = 45
"""Characters between a mark and the words that say what it means."""


def unexplained(page: Page) -> Iterator[Finding]:
    """A mark behind an author's name, and no legend that says what it means; told once."""
    if page.source is None:
        return
    seen: set[str] = set()
    for pointer, record in page.rows("publications", "projects", "talks"):
        for name, evidence in sorted(record.provenance.items(), key=lambda row: row[1].span):
            if not name.startswith(("authors/", "contributors/", "speakers/")):
                continue
            found = _MARK.match(page.source.folded, evidence.span[1])
            mark = found[1][-1] if found else ""  # of `**Ada Roe***`, the last
            if found and mark not in seen:
                seen.add(mark)
                if not _legend(page.source.folded, mark):
                    message = f"nothing says what `{mark}` behind {shown(evidence.text)} means"
                    yield Finding(message, (found.end(1) - 1, found.end(1)), f"{pointer}/{name}")


def _legend(text: str, mark: str) -> bool:
    """Does a word of legends stand near this mark anywhere: `* equal contribution`?"""
    words = lexicon.table("lint")["legend"]
    if any(word in text.lower() for word in ("asterisk", "sternchen", "astérisque")):
        return True
    for found in re.finditer(re.escape(mark), text):
        behind = text[found.end() : found.end() + _NEAR].partition("\n")[0].lower()
        before = text[max(found.start() - _NEAR, 0) : found.start()].rpartition("\n")[2].lower()
        if any(word in behind or word in before for word in words):
            return True
    return False


def spelled_twice(page: Page) -> Iterator[Finding]:
    """One person's name with and without hyphen, accent or space."""
    for one in page.cv.people:
        for evidence in one.evidence:
            if evidence.reason == "same letters" and _differ(evidence.name, evidence.like):
                at = next(p for p in one.occurrences if _named(page, p) == evidence.name)
                record = page.at("/".join(at.split("/")[:3]))
                span = record.provenance["/".join(at.split("/")[3:])].span
                message = f"`{evidence.name}` is `{evidence.like}` elsewhere"
                yield Finding(message, span, at)


def _differ(one: str, other: str) -> bool:
    """Other signs between the same letters, or other marks on them; not `Roe, A.` for `A. Roe`."""
    if ("," in one) != ("," in other) or one.isupper() != other.isupper() or "(" in one + other:
        return False
    words = [
        [w for w in re.split(r"[\s.]+", name.casefold()) if len(w) > 1] for name in (one, other)
    ]
    initials = [re.sub(r"[\s.,]", "", name) for name in (one, other)]
    return words[0] != words[1] and initials[0] != initials[1]


def _named(page: Page, pointer: str) -> str:
    """The name that stands at a pointer of a person."""
    _, key, number, field, *index = pointer.split("/") if pointer != "/person/name" else _PERSON
    record = page.cv.person if key == "person" else getattr(page.cv, key)[int(number)]
    value = getattr(record, field)
    return str(value[int(index[0])] if index else value)


_PERSON = ["", "person", "0", "name"]
