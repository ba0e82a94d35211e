"""The parts of the spaCy room as components: `nlp.add_pipe("cvparse_gazetteer")` marks the lexicon's
words, `nlp.add_pipe("cvparse_citations")` the parts of a citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from cvparse.document import Mention

SPANS = "cvparse_gazetteer"
CITATIONS = "cvparse_citations"


@Language.factory("cvparse_gazetteer")
def gazetteer(nlp: Language, name: str) -> GazetteerComponent:
    """The component that marks the lexicon's words; it takes no settings."""
    return GazetteerComponent(name)


class GazetteerComponent:
    """Fills `doc.spans["cvparse_gazetteer"]` with the lexicon's words: `venue`, `place`, …"""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        from cvparse.document import Source
        from cvparse.tagger.gazetteer import find

        doc.spans[SPANS] = list(_spans(doc, find(Source(doc.text).whole())))
        return doc


@Language.factory("cvparse_citations")
def citations(nlp: Language, name: str) -> CitationsComponent:
    """The component that marks the parts of a citation; it takes no settings."""
    return CitationsComponent(name)


class CitationsComponent:
    """Takes a Doc for one citation: fills `doc.spans["cvparse_citations"]` with its parts, labelled
    `author`, `title`, `container`, `editor`, `publisher`, `place`, `date`, `volume`, `issue`, …
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        from cvparse.document import Source
        from cvparse.tagger.citations import cite

        doc.spans[CITATIONS] = list(_spans(doc, cite(Source(doc.text).whole())))
        return doc


def _spans(doc: Doc, found: Iterable[Mention]) -> Iterator[Span]:
    """Mentions as spans, widened to whole tokens."""
    for mention in found:
        label = mention.label.removesuffix("_word")
        span = doc.char_span(*mention.span, label=label, alignment_mode="expand")
        if isinstance(span, Span):
            yield span
