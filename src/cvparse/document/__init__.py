"""What a text is made of: spans, lines, sections, entries and mentions. Read this room first.

A `Source` holds the text as the reader returned it, and nobody changes a character of it again.
Everything else is a span over it: characters, not bytes, first included, last excluded.
`Source.folded` is the same text, one character for one: look-alikes unified, markup blanked. A
match in it *is* a place in the source, so no one outside this room ever adds up offsets.
"""

from cvparse.document.characters import UPPER, lazy
from cvparse.document.parts import Entry, How, Item, Mention, Section
from cvparse.document.passage import Line, Passage
from cvparse.document.source import Source
from cvparse.document.spans import Anchor, Repair, Span

__all__ = [
    "UPPER", "Anchor", "Entry", "How", "Item", "Line", "Mention", "Passage", "Repair", "Section",
    "Source", "Span", "lazy",
]  # fmt: skip
