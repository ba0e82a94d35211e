"""Citations whose parts are known, as words and labels: what the citation model learns from.

A row is `{"raw": "Roe J. On Kites. J Wind. 2011;3:4–9.", "gold": {"title": "On Kites", …}}`; each value
is looked for in the citation by its letters and digits, the long ones first, numbers behind the venue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from cvparse.document import Source
from cvparse.tagger.cutting import Words, cut

OTHER = "o"
# gold's keys, in the order they are looked for, and the label of what is found
KEYS = {
    "title": "title", "authors_text": "author", "collaboration": "author", "venue": "container",
    "container": "container", "editors_text": "editor", "translators_text": "note", "series": "series",
    "url": "link", "doi": "link", "isbn": "link", "arxiv": "link", "publisher": "publisher",
    "institution": "publisher", "genre": "genre", "note": "note", "location": "place", "date_text": "date",
    "date": "date", "edition": "edition", "pages": "pages", "volume": "volume", "issue": "issue",
    "num_pages": OTHER, "num_volumes": OTHER, "volume_text": "volume", "pmid": OTHER,
}  # fmt: skip
MUST = {"title", "authors_text", "venue", "editors_text", "publisher", "date_text"}
SAME = {"url": "link", "doi": "link", "isbn": "link", "arxiv": "link", "translator": "note"}
PARTED = {"author", "title", "container", "editor", "publisher", "place"}
"""Labels whose first word is told from the others: fewer labels are faster."""


class Labelled(NamedTuple):
    """A citation cut into words, and the label of each (`B-title I-title … o`)."""

    words: Words
    labels: list[str]


def aligned(row: Mapping[str, Any]) -> Labelled | None:
    """A row as words and labels; None when one of its values is not found in it."""
    source = Source(row["raw"].replace("\n", " "))
    words = cut(source.folded, 0, len(source.text))
    letters, places = _letters(source.folded, words)
    labels: list[str] = [""] * len(words.texts)
    gold = row["gold"]
    after = 0
    for key, label in KEYS.items():
        value = gold.get(key)
        if not value or (key == "date" and "date" in labels):
            continue
        if key == "volume_text" and "volume" in labels:
            continue
        if key == "date":
            value = str(value)[:4]
        pieces = str(value).split("; ") if key == "date_text" else [value]
        start = after if key in ("pages", "volume", "issue") else 0
        spans = [_place(letters, places, labels, v, start, key == "pages") for v in pieces]
        for first, last in filter(None, spans[1:]):
            labels[first:last] = [label] * (last - first)
        found = spans[0]
        if found is None:
            if key in MUST:
                return None
            continue
        first, last = found
        labels[first:last] = [label] * (last - first)
        if key == "venue" or (key == "title" and "venue" not in gold):
            after = first
        if key == "volume":
            after = last
    if not any(labels):
        return None
    return Labelled(words, list(begun(_swept(words, labels))))


def _swept(words: Words, labels: list[str]) -> list[str]:
    """`et al.` behind names belongs to them; what is left is of no part."""
    for i, text in enumerate(words.texts):
        if (
            not labels[i]
            and i
            and labels[i - 1] in ("author", "editor")
            and text.lower() in ("et", "al", "others")
        ):
            labels[i] = labels[i - 1]
    return [label or OTHER for label in labels]


def begun(labels: list[str]) -> Iterator[str]:
    """The labels with the first word of a part marked."""
    before = OTHER
    for told in labels:
        label = SAME.get(told, told)
        if label in PARTED:
            yield ("I-" if label == before else "B-") + label
        else:
            yield label
        before = label


def _letters(text: str, words: Words) -> tuple[str, list[int]]:
    """The citation's letters and digits, and the word each stands in."""
    letters: list[str] = []
    places: list[int] = []
    for number, (start, end) in enumerate(words.spans):
        for c in text[start:end].lower():
            if c.isalnum():
                letters.append(c)
                places.append(number)
    return "".join(letters), places


def _place(
    letters: str, places: list[int], labels: list[str], value: Any, after: int, last: bool
) -> tuple[int, int] | None:
    """The words that say a value, none of them taken: the first behind `after`, else the first."""
    wanted = "".join(c for c in Source(str(value)).folded.lower() if c.isalnum())
    if not wanted:
        return None
    found: list[tuple[int, int]] = []
    at = letters.find(wanted)
    while at >= 0:
        first, end = places[at], places[at + len(wanted) - 1] + 1
        clean = (at == 0 or places[at - 1] != first) and (
            at + len(wanted) == len(places) or places[at + len(wanted)] != end - 1
        )
        if not any(labels[first:end]) and (clean or len(wanted) > 8):
            found.append((first, end))
        at = letters.find(wanted, at + 1)
    behind = [f for f in found if f[0] >= after]
    if last and behind:
        return behind[-1]
    return (behind or found or [None])[0]
