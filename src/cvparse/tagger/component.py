"""The gazetteers as a component of their own: `nlp.add_pipe("cvparse_gazetteer")`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

SPANS = "cvparse_gazetteer"


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

        found = find(Source(doc.text).whole())
        spans = (
            doc.char_span(*m.span, label=m.label.removesuffix("_word"), alignment_mode="expand")
            for m in found
        )
        doc.spans[SPANS] = [span for span in spans if isinstance(span, Span)]
        return doc
