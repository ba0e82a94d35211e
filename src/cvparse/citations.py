"""Single citations: `parse_citation("Roe, J. (2019). Wind. J. Kites, 12, 3-9.") → Publication`.

On one line, the citation model says where the parts stand (`tagger.citations`), and rules what they
mean (`rules.cited`). A block of lines, as web pages and CVs print a work, is read as in a CV.
"""

from __future__ import annotations

from collections.abc import Iterable

from cvparse import readers, records, rules, tagger
from cvparse.document import Entry, Item, Mention, Section, Span
from cvparse.entries.items import itemize
from cvparse.records import Found
from cvparse.records.publications import Publication


def parse_citation(text: str) -> Publication:
    """The work that a citation names, whatever its style. Never raises for what the text says.

    Positions in its provenance count in the text as the reader leaves it (see `parse`).
    """
    return parse_citations([text])[0]


def parse_citations(texts: Iterable[str]) -> list[Publication]:
    """The works of one list of references, one for each string, in their order.

    As a list is of one style, an odd one out is read with the others in mind; to read citations of
    many lists, call `parse_citation` for each.
    """
    entries = [_entry(text) for text in texts]
    cast = rules.cast(e for e in entries if len(e.items) > 1)
    marked = iter(tagger.cite_list([e for e in entries if len(e.items) == 1]))
    return [
        _built(e, _block(e, cast) if len(e.items) > 1 else rules.cited(e, next(marked)))
        for e in entries
    ]


def _entry(text: str) -> Entry:
    """The whole text as one entry of a list of publications."""
    source = readers.text.source(text, "<citation>")
    span = Span(0, len(source.text))
    section = Section(source, span, kind="publications")
    items = itemize(section, frozenset()) if "\n" in source.text.strip() else ()
    return Entry(source, span, section=section, items=items or (Item(source, span),))


def _block(entry: Entry, cast: frozenset[str]) -> tuple[Mention, ...]:
    """Title, authors and venue on lines of their own; `cast` are the persons of the whole list."""
    words = tuple(tagger.find(entry))
    entry = rules.placed(entry, words)
    found = rules.find(entry, cast, words)
    return rules.weighed(entry, found, tagger.sure)


def _built(entry: Entry, mentions: tuple[Mention, ...]) -> Publication:
    built = records.publications.build(Found(entry, mentions))
    return built[0] if built else Publication()
