r"""A short name for each work, as `\cite` wants it: `roe2019wind`.

It is made of the work itself (first author, year, first long word of the title), so that it stays
the same from export to export; only works that would share one are told apart by a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256

from cvparse.exporters import edtf
from cvparse.exporters.names import names
from cvparse.records.publications import Publication

_SMALL = frozenset({
    "a", "an", "the", "on", "of", "in", "for", "to", "and", "or", "with", "from", "by", "at", "as",
    "is", "are", "how", "what", "why", "when", "do", "does", "can", "towards", "der", "die", "das",
    "ein", "eine", "zur", "zum", "le", "la", "les", "un", "une", "el", "los", "las", "il", "lo",
    "gli", "o", "os", "de",
})  # fmt: skip
_FOREIGN = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "ı": "i"})


def keys(works: Sequence[Publication]) -> list[str]:
    """One for each work, all different, in ASCII letters and digits."""
    taken: set[str] = set()
    chosen = []
    for work in works:
        base = key = _key(work)
        number = 0
        while key in taken:
            number += 1
            key = f"{base}{_letters(number)}"
        taken.add(key)
        chosen.append(key)
    return chosen


def _key(work: Publication) -> str:
    persons = names(work.authors or work.editors)
    signed = _plain(persons[0].family or persons[0].literal) if persons else "anonymous"
    when = edtf.begins(work.date)
    words = [w for w in map(_plain, re.split(r"[\s:–—/]+", work.title or "")) if w not in _SMALL]
    word = next((w for w in words if len(w) > 2), "")
    year = str(when.year) if when else ""
    if not signed or not word:  # other scripts: a number made of the words
        word += sha256(f"{work.title}{work.authors}".encode("utf-8", "replace")).hexdigest()[:6]
    return f"{signed or 'work'}{year}{word}"


def _plain(word: str) -> str:
    """`Müller-Roe` → `mullerroe`."""
    bare = unicodedata.normalize("NFKD", word.casefold().translate(_FOREIGN))
    return re.sub(r"[^a-z0-9]", "", bare)


def _letters(number: int) -> str:
    """1 → b, 25 → z, 26 → ba."""
    high, low = divmod(number, 26)
    return (_letters(high) if high else "") + chr(ord("a") + low)
