"""The words of the lexicon, found by spaCy's PhraseMatcher in a text tokenized line by line.

Line by line, since spaCy stops caching after the first tokenizer exception in a Doc: one call on
a whole CV costs seven times as much. A line's Doc is kept while its text is being read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from cvparse import lexicon
from cvparse.document import Line, Mention, Passage, Span

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
Tokenizer = Any  # spaCy's own has no type stubs
CACHED_WORDS = 1_000_000
"""The tokenizer's cache, in words; spaCy's own 10,000 overflow within a few dozen CVs."""
LOOKED_UP = frozenset({"field", "link", "subheading", "page"})
"""Labels whose words the rules look up themselves: no need to find them in every line."""
# No word of ours; and spaCy peels brackets off such a run one by one, in quadratic time.
_LONGEST_WORD = 200
_UNBROKEN = re.compile(rf"\S{{{_LONGEST_WORD},}}")
# A sign, an elided article (`l'Université`) or the year of a narrow column (`2023Member`), before
# a word; a sign, or `'s`, behind it; a sign
# between two, unless it holds them together (`AT&T`, `Ph.D`, `O'Hara`).
_PREFIX = re.compile(r"^(?:[^\w\s]|(?i:[cdjlmnst]|qu)'(?=\w{3})|(?:19|20)\d\d(?=[A-Z][a-z]))")
_SUFFIX = re.compile(r"(?:[^\w\s]|'s)$")
_INFIX = re.compile(r"(?<=\w)[^\w\s.&'+](?=\w)")
_LETTERS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")


@dataclass(frozen=True)
class Gazetteer:
    """Two matchers over a spaCy tokenizer: words in any case, and words as written."""

    tokenizer: Tokenizer
    matchers: tuple[PhraseMatcher, ...]
    groups: dict[int, lexicon.Group] = field(default_factory=dict)

    def look(self, text: str) -> Iterator[tuple[lexicon.Group, int, int]]:
        """Each group found in a line, with start and end in characters of the line."""
        if len(text) >= _LONGEST_WORD:
            text = _UNBROKEN.sub(lambda run: " " * len(run[0]), text)
        doc = self.tokenizer(text)
        for matcher in self.matchers:
            for key, start, end in matcher(doc):
                first, last = doc[start], doc[end - 1]
                yield self.groups[key], first.idx, last.idx + len(last)


@cache
def load() -> Gazetteer:
    """Build the matchers; once a process."""
    from spacy.matcher import PhraseMatcher

    tokenizer = _tokenizer()
    vocab = tokenizer.vocab
    any_case, as_written = PhraseMatcher(vocab, attr="LOWER"), PhraseMatcher(vocab)
    groups: dict[int, lexicon.Group] = {}
    for number, group in enumerate(lexicon.groups()):
        if group.label not in LOOKED_UP:
            matcher = as_written if group.exact else any_case
            words = group.words if group.exact else map(str.lower, group.words)
            matcher.add(str(number), [_phrase(tokenizer, word) for word in words])
            groups[vocab.strings[str(number)]] = group
    return Gazetteer(tokenizer, (any_case, as_written), groups)


def _tokenizer() -> Tokenizer:
    """A spaCy tokenizer with affixes of our own: words, and each sign outside them.

    English exceptions ("I'm", "Dr.") help no lexicon; to load the 1,347 of them, and to compile
    their long affix patterns, takes longer than to read a page. Of a word's twenty-odd attributes
    the matchers ask for two, its letters and its lower case; the others are not computed.
    """
    from spacy.attrs import LOWER  # type: ignore[import-not-found]
    from spacy.tokenizer import Tokenizer as Splitter  # type: ignore[import-not-found]
    from spacy.vocab import Vocab

    tokenizer = Splitter(
        Vocab(lex_attr_getters={LOWER: str.lower}),
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
    )
    tokenizer.max_cache_size = CACHED_WORDS
    return tokenizer


def _phrase(tokenizer: Tokenizer, phrase: str) -> Any:
    """A phrase, tokenized as it would be in a text. Of plain letters each word is one token, and
    the numbers of the words will do: a matcher that is unpickled adds its phrases so.
    """
    if _LETTERS.fullmatch(phrase):
        return [tokenizer.vocab.strings.add(word) for word in phrase.split(" ")]
    return tokenizer(phrase)


def find(passage: Passage) -> Iterator[Mention]:
    """The lexicon's words in the lines of a passage, each labelled `venue_word`, `place_word`…"""
    for line in passage.lines:
        if not line.blank:
            yield from _line(line)


def _line(line: Line) -> Iterator[Mention]:
    start = line.span.start  # here, and only here, a position is a sum
    for group, first, last in load().look(line.folded):
        span = Span(start + first, start + last)
        value = group.value or line.source.read(span)
        yield Mention(f"{group.label}_word", span, value, f"tagger.{group.file}")
