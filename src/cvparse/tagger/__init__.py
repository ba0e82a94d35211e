"""The spaCy room: tokenization, gazetteers, and the trained models."""

from cvparse.tagger.citations import cite, cite_list, sure
from cvparse.tagger.gazetteer import find
from cvparse.tagger.headings import kinds as headed_kinds
from cvparse.tagger.lines import codes as line_codes

__all__ = ["cite", "cite_list", "find", "headed_kinds", "line_codes", "sure"]
