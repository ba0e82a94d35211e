"""The doors for spaCy's users: `nlp.add_pipe("cvparse")` fills `doc._.cv` and `doc.spans["cvparse"]`;
`nlp.add_pipe("cvparse_entries")` fills `doc.spans["cvparse_entries"]`, with nothing read yet.

spaCy imports this file whenever a blank pipeline is made, so the parser is loaded on first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from cvparse.cv import CV
    from cvparse.values import Record

SPANS = "cvparse"
ENTRIES = "cvparse_entries"


@Language.factory("cvparse")
def cvparse_component(nlp: Language, name: str) -> CvparseComponent:
    """The component that reads a whole CV; it takes no settings."""
    return CvparseComponent(name)


class CvparseComponent:
    r"""Reads the text of a Doc. `doc._.cv` is the `CV`; `doc.spans["cvparse"]` has one span for
    each value that was read, labelled `publications.title`.

    Values are found in `cv.source.text`. Where the reader had to change the text (`\r\n`,
    decomposed letters), positions would not hold in the Doc, and no spans are set.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        if not Doc.has_extension("cv"):
            Doc.set_extension("cv", default=None)

    def __call__(self, doc: Doc) -> Doc:
        from cvparse.pipeline import parse

        cv = parse(doc.text)
        doc._.cv = cv
        doc.spans[SPANS] = list(_spans(doc, cv)) if cv.source.text == doc.text else []
        return doc


@Language.factory("cvparse_entries")
def entries_component(nlp: Language, name: str) -> EntriesComponent:
    """The component that marks where entries begin and end; it takes no settings."""
    return EntriesComponent(name)


class EntriesComponent:
    """Fills `doc.spans["cvparse_entries"]` with the entries the line model finds, labelled by kind.

    As for `cvparse`, there are none where the reader had to change the text.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        from cvparse import readers
        from cvparse.pipeline import divide

        source = readers.text.source(doc.text)
        found = divide(source).entries if source.text == doc.text else []
        spans = (
            doc.char_span(*e.span, label=e.kind, alignment_mode="expand")
            for e in found
            if e.span.length
        )
        doc.spans[ENTRIES] = [span for span in spans if span is not None]
        return doc


def _spans(doc: Doc, cv: CV) -> Iterator[Span]:
    """Every value read, on whole tokens (widened to them where it ends inside one)."""
    from cvparse.cv import KEYS

    yield from _of_record(doc, "person", cv.person)
    for key in KEYS:
        for record in getattr(cv, key):
            yield from _of_record(doc, key, record)


def _of_record(doc: Doc, key: str, record: Record) -> Iterator[Span]:
    for field, evidence in record.provenance.items():
        label = f"{key}.{field.partition('/')[0]}"
        span = doc.char_span(*evidence.span, label=label, alignment_mode="expand")
        if span is not None:
            yield span
