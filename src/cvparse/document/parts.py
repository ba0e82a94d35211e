"""What a source is divided into, and what is seen in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from cvparse.document.passage import Passage
from cvparse.document.source import Source
from cvparse.document.spans import Span

How = Literal["read", "inferred"]

_FRAME = re.compile(r"[ \t]*[:*#_=]+[ \t]*")


@dataclass(frozen=True)
class Section(Passage):
    """A heading and what stands under it. The first, before any heading, is of kind `header`.

    `rung` says how the heading was known, `path` the headings it stands under, and `hints` what
    it says of its entries: `("type", "chapter")` of "Book chapters".
    """

    kind: str = "other"
    heading: Span | None = None
    rung: str = ""
    path: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The heading word for word."""
        return self.source.read(self.heading) if self.heading else ""

    @property
    def body(self) -> Passage:
        """What stands under the heading, or behind its colon."""
        if self.heading is None:
            return self
        rest = self.after(self.heading)
        frame = rest.match(_FRAME)
        return rest.part(frame.end(), rest.span.end) if frame else rest


@dataclass(frozen=True)
class Item(Passage):
    """A logical line of a list: markers left out, wrapped lines joined."""

    bulleted: bool = False
    indent: int = 0
    gap: bool = False
    label: Span | None = None


@dataclass(frozen=True)
class Entry(Passage):
    """One thing in a list: a job, a paper, a prize. `context` is printed once, above several;
    `beside` are dates and places in a column of their own, in the middle of what goes on below.
    """

    section: Section | None = None
    items: tuple[Item, ...] = ()
    context: tuple[Item, ...] = ()
    beside: tuple[Span, ...] = ()

    @property
    def kind(self) -> str:
        return self.section.kind if self.section is not None else "other"

    def read_in(self, source: Source) -> Entry:
        """The same entry as it is read in another source of the same text."""
        items = tuple(replace(i, source=source) for i in self.items)
        return replace(self, source=source, items=items)


class Mention(NamedTuple):
    """What a rule says it saw: where, of what sort (`label`), and what it means (`value`)."""

    label: str
    span: Span
    value: object
    rule: str
    parts: tuple[Mention, ...] = ()
    how: How = "read"
