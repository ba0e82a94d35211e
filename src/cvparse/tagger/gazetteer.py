"""The words of the lexicon, found by spaCy's PhraseMatcher in a text tokenized line by line.

Line by line, since spaCy stops caching after the first tokenizer exception in a Doc: one call on
a whole CV costs seven times as much. A line's Doc is kept while its text is being read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from cvparse import lexicon
from cvparse.document import Line, Mention, Passage, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
CACHED_WORDS = 1_000_000
"""The tokenizer's cache, in words; spaCy's own 10,000 overflow within a few dozen CVs."""


@dataclass(frozen=True)
class Gazetteer:
    """Two matchers over a blank English tokenizer: words in any case, and words as written."""

    nlp: Language
    matchers: tuple[PhraseMatcher, ...]
    groups: tuple[lexicon.Group, ...] = field(default=())

    def look(self, doc: Doc) -> Iterator[tuple[lexicon.Group, int, int]]:
        """Each group found in a Doc, with start and end in characters of the Doc."""
        for matcher in self.matchers:
            for key, start, end in matcher(doc):
                first, last = doc[start], doc[end - 1]
                group = self.groups[int(self.nlp.vocab.strings[key])]
                yield group, first.idx, last.idx + len(last)


@cache
def load() -> Gazetteer:
    """Build the matchers; once a process, about 40 ms besides the import of spaCy."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    nlp.tokenizer.max_cache_size = CACHED_WORDS
    groups = lexicon.groups()
    any_case, as_written = PhraseMatcher(nlp.vocab, attr="LOWER"), PhraseMatcher(nlp.vocab)
    for number, group in enumerate(groups):
        matcher = as_written if group.exact else any_case
        matcher.add(str(number), [nlp.make_doc(word) for word in group.words])
    return Gazetteer(nlp, (any_case, as_written), groups)


def find(passage: Passage) -> Iterator[Mention]:
    """The lexicon's words in the lines of a passage, each labelled `venue_word`, `place_word`…"""
    for line in passage.lines:
        if not line.blank:
            yield from _line(line)


def _line(line: Line) -> Iterator[Mention]:
    gazetteer = load()
    start = line.span.start  # here, and only here, a position is a sum
    for group, first, last in gazetteer.look(gazetteer.nlp.make_doc(line.folded)):
        span = Span(start + first, start + last)
        value = group.value or line.source.read(span)
        yield Mention(f"{group.label}_word", span, value, f"tagger.{group.file}")
