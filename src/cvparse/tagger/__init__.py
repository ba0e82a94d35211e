"""The spaCy room: tokenization, gazetteers, and (later) the trained tagger."""

from cvparse.tagger.gazetteer import find

__all__ = ["find"]
