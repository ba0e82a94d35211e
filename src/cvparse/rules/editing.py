"""Who edited the book that a chapter stands in.

A. Smith & B. Jones (Eds.), The Book · Meier, A. (Hrsg.), Buch · A. Martin (dir.), Livre
The Book, ed. A. Smith · The Book. A. Smith, B. Jones (eds) · edited with B. Jones · Buch (Hrsg. A. Meier)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Passage, Span
from cvparse.rules import authors
from cvparse.rules.people import mention

_EDITED = re.compile(
    r"\s*[,(]?\s*\(?(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|[Hh]g|[Dd]irs?|[Cc]oords?|[Oo]rgs?|[Éé]ds?)\b\.?\)?\.?,?:?\s*"
)
_EDITED_BY = re.compile(
    rf"[,.(]?\s*\b(?:[Ee]d(?:ited|s)?\.?(?:\s(?:by|with))?|[Hh]rsg\.?(?:\s(?:von|v\.))?|[Hh]g\.(?:\s(?:von|v\.))?|sous la dir(?:ection|\.) d[e'])\s*(?=[{UPPER}])"
)
_BEFORE_NAME = re.compile(r"\s*,\s*[Ee]ds?\.\s+")
_MARK = re.compile(
    r"[,\s]{0,3}(?:\((?:[Ee]ds?|[Hh]rsg|[Hh]g|[Dd]irs?)\.?\)|,\s(?:eds?|hrsg|dirs?)\b\.?)"
)
_SIGN = re.compile(r"[.,;](?=\s)")
_REACH = 400


def read(passage: Passage) -> tuple[Passage, list[Mention]]:
    """`A. Smith & B. Jones (Eds.), The Book` or `The Book, ed. by A. Smith`."""
    found = authors.read(passage)
    if found.names:
        rest = passage.part(found.end, passage.span.end)
        mark = rest.match(_EDITED)
        if mark and _BEFORE_NAME.fullmatch(mark.group()) and len(found.names) == 1:
            behind = authors.read(rest.part(mark.end(), rest.span.end))
            mark = None if behind.names else mark  # `The Book, ed. A. Smith`
        if mark and mark.group().strip(" ,") and mark.group().count("(") == mark.group().count(")"):
            editors = mention(found, "editors", "venues.editors")
            sign = Mention("furniture", Span(*mark.span()), "editors' mark", "venues.editors")
            return rest.part(mark.end(), rest.span.end), [editors, sign]
    for match in passage.head(1500).search(_EDITED_BY):
        names = authors.read(passage.part(match.end(), passage.span.end))
        if names.names:
            editors = mention(names, "editors", "venues.edited_by")
            sign = Mention("furniture", Span(*match.span()), "editors' mark", "venues.edited_by")
            return passage, [editors, sign]
    return passage, list(_before_mark(passage))


def _before_mark(passage: Passage) -> Iterator[Mention]:
    """`The Book. A. Smith and B. Jones, eds. Place`: names that end where the editors' mark stands."""
    for mark in passage.head(_REACH).search(_MARK):
        before = passage.part(passage.span.start, mark.start())
        for sign in before.search(_SIGN):
            found = authors.read(before.part(sign.end(), mark.start()))
            if found.names and not before.part(found.end, mark.start()).strip(" ,"):
                yield mention(found, "editors", "venues.editors")
                yield Mention("furniture", Span(*mark.span()), "editors' mark", "venues.editors")
                return
