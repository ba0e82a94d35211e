"""What to look at again, each kind with a code.

CV001 an optical slip was repaired · CV002 a word that looks like a slip of the author's ·
CV003 text that nothing accounts for · CV004 a period that runs backwards · CV005 a heading
known only by its shape
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from cvparse import lexicon
from cvparse.cv import Coverage, Diagnostic
from cvparse.document import Section, Source
from cvparse.values import Record

_WORD = re.compile(r"[^\W\d_]{7,}")


def diagnose(
    source: Source,
    sections: Sequence[Section],
    records: Mapping[str, Sequence[Record]],
    coverage: Coverage,
) -> tuple[Diagnostic, ...]:
    """All findings, in order of place."""
    found = [
        *_repairs(source),
        *_typos(source),
        *_unclaimed(source, coverage),
        *_backwards(records),
        *_shapes(sections),
    ]
    return tuple(sorted(found, key=lambda d: (d.span or (0, 0), d.code, d.message)))


def _repairs(source: Source) -> Iterator[Diagnostic]:
    for span, value in source.repairs:
        raw = source.text[span.start : span.end]
        message = f"`{raw}` is read as `{value}`: an optical look-alike in this context"
        yield Diagnostic(code="CV001", severity="info", message=message, span=tuple(span))


def _typos(source: Source) -> Iterator[Diagnostic]:
    """Two neighbouring letters swapped, in a word that is known the right way round."""
    counts = Counter(word.lower() for word in _WORD.findall(source.text))
    known = lexicon.vocabulary()
    often = {_letters(word) for word, count in counts.items() if count > 1}
    meant: dict[str, str] = {}
    for word, count in counts.items():
        if count > 1 or word in known:
            continue
        letters = _letters(word)
        if letters in often or letters in _known_letters():
            for swapped in _swaps(word):
                if swapped in known or counts.get(swapped, 0) > 1:
                    meant[word] = swapped
                    break
    for match in _WORD.finditer(source.text) if meant else ():
        if swapped := meant.get(match.group().lower(), ""):
            message = f"`{match.group()}` is kept as printed; did the author mean `{swapped}`?"
            yield Diagnostic(code="CV002", severity="info", message=message, span=match.span())


def _letters(word: str) -> str:
    """A word's letters in order: two words that differ by a swap have the same."""
    return "".join(sorted(word))


@cache
def _known_letters() -> frozenset[str]:
    return frozenset(map(_letters, lexicon.vocabulary()))


def _swaps(word: str) -> Iterator[str]:
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _unclaimed(source: Source, coverage: Coverage) -> Iterator[Diagnostic]:
    for start, end in coverage.unclaimed:
        message = f"no field holds `{' '.join(source.text[start:end].split())[:60]}`"
        yield Diagnostic(code="CV003", severity="warning", message=message, span=(start, end))


def _backwards(records: Mapping[str, Sequence[Record]]) -> Iterator[Diagnostic]:
    for key, rows in records.items():
        for number, record in enumerate(rows):
            if "start_date" not in type(record).model_fields:
                continue
            start, end = record.start_date, record.end_date  # type: ignore[attr-defined]
            if start and end and end < start[: len(end)]:
                message = f"the period ends ({end}) before it begins ({start})"
                path = f"/{key}/{number}/end_date"
                span = record.provenance["end_date"].span
                yield Diagnostic(
                    code="CV004", severity="warning", message=message, span=span, path=path
                )


def _shapes(sections: Sequence[Section]) -> Iterator[Diagnostic]:
    for section in sections:
        if section.rung == "headings.shape" and section.heading:
            message = f"`{section.title}` is taken for a heading by its looks alone"
            span = tuple(section.heading)
            yield Diagnostic(code="CV005", severity="info", message=message, span=span)
