"""Where a text is markup and no words: HTML tags, Markdown emphasis and links, backslashes.

Nothing is removed: the reader only says where markup stands. Emphasis is a habit of writers, not a
grammar here: an asterisk after a name marks an author, one before a space is a bullet or a
footnote, an underscore between letters is part of a word. Only pairs that embrace words count.
All searches are linear: a mark looks back at the last open one, over a bounded distance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from cvparse.document import Anchor, Span

_TAG_NAMES = (
    "a abbr acronym b big blockquote br center cite code dd del div dl dt em font footer h1 h2 h3 "
    "h4 h5 h6 header hr i img ins kbd li mark nav ol p pre q s samp section small span strike "
    "strong sub sup table tbody td tfoot th thead tr tt u ul var wbr"
)
_TAGS = frozenset(_TAG_NAMES.split())
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,10})(?:[\s/][^<>]{0,500})?>")
_COMMENT = re.compile(r"<!--[^<>]{0,500}-->")
_BARE_ADDRESS = re.compile(r"<(?:(?:https?://|mailto:)[^\s<>]{1,500}|[\w.+-]{1,64}@[\w.-]{1,200})>")
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|shy|#160|#173|#x[aA]0);")
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~")
_TARGET = re.compile(
    r"""\]\(\s{0,3}<?
        (?P<url>[^()\s<>]{0,500}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500}){0,3})
        >?(?:\s{1,3}"[^"\n]{0,200}")?\s{0,3}\)""",
    re.VERBOSE,
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.|[./#]|[\w.-]+\.[A-Za-z]{2}")
_OPENS_AFTER = frozenset("([{\"'“‘„«‹—–-|:;¿¡>*_")
_OPENS_BEFORE = frozenset("\"'“‘„«([<$\\&¿¡*_`#@!")
_CJK = "\u2e80"
_ICON, _INDENT = "__", 40
_SINGLE, _DOUBLE = 300, 2000
"""No emphasis is longer: characters between single marks, and between double ones."""


class _Open(NamedTuple):
    """What may begin something: `**`, a bracket, or `<a href="…">` with its address."""

    span: Span
    url: Span = Span(0, 0)


@dataclass
class _Page:
    """A text while its markup is found; `open` holds what waits for its other half, by sort."""

    text: str
    spans: list[Span] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    open: defaultdict[str, list[_Open]] = field(default_factory=lambda: defaultdict(list))


def find(text: str) -> tuple[tuple[Span, ...], tuple[Anchor, ...]]:
    """The markup of a text, in order and disjoint, and its links. Never raises; linear time."""
    signs = "".join(re.escape(s) for s in _READ if s in text and (s not in "[]" or "](" in text))
    if not signs:
        return (), ()
    page, sign, at = _Page(text), re.compile(f"[{signs}]"), 0
    while token := sign.search(text, at):
        run = _RUNS[token[0]].match(text, token.start())
        at = _READ[token[0]](page, token.start(), run.end() if run else token.end())
    return tuple(sorted(page.spans)), tuple(sorted(page.anchors))


# Each of these reads a run of one sign, at [start, end), and returns where to read on.


def _backslashes(page: _Page, start: int, end: int) -> int:
    r"""`\$` is a dollar: the backslash is markup. Of two, the first is."""
    if (end - start) % 2 and page.text[end : end + 1] in _ESCAPED:
        end += 1
    page.spans += [Span(at, at + 1) for at in range(start, end - 1, 2)]
    return end


def _angle(page: _Page, start: int, end: int) -> int:
    """A tag is markup whole; of an address in angle brackets only the brackets are."""
    start = max(start, end - 1)
    if tag := _TAG.match(page.text, start):
        if tag[1].lower() in _TAGS:
            page.spans.append(Span(*tag.span()))
        if tag[1] in "aA":
            _link_tag(page, tag)
        return tag.end()
    if address := _BARE_ADDRESS.match(page.text, start):
        page.spans += [Span(start, end), Span(address.end() - 1, address.end())]
        return address.end()
    if comment := _COMMENT.match(page.text, start):
        page.spans.append(Span(*comment.span()))
        return comment.end()
    return end


def _link_tag(page: _Page, tag: re.Match[str]) -> None:
    """`<a href="…">` waits for its `</a>`."""
    waiting = page.open["<a"]
    if tag[0].startswith("</"):
        if waiting:
            opener = waiting.pop()
            page.anchors.append(Anchor(Span(opener.span.end, tag.start()), opener.url))
    elif found := _HREF.search(tag[0]):
        left, right = found.span(found.lastindex or 0)
        url = Span(tag.start() + left, tag.start() + right)
        waiting.append(_Open(Span(*tag.span()), url))


def _entity(page: _Page, _: int, end: int) -> int:
    """A space that is spelled out; `&amp;` stays as it is."""
    if found := _ENTITY.match(page.text, end - 1):
        page.spans.append(Span(*found.span()))
        return found.end()
    return end


def _bracket(page: _Page, start: int, end: int) -> int:
    """`[` or `![` may begin a link; of a longer run, only the last two can."""
    for at in range(max(start, end - 2), end):
        picture = at == start and at > 0 and page.text[at - 1] == "!"
        page.open["["].append(_Open(Span(at - picture, at + 1)))
    return end


def _close_bracket(page: _Page, start: int, end: int) -> int:
    """`](url)` ends a link when a bracket is open and the address looks like one."""
    openers = page.open["["]
    del openers[len(openers) - min(end - start - 1, len(openers)) :]
    opener = openers.pop() if openers else None
    target = _TARGET.match(page.text, end - 1)
    if opener and target and target[0] == "]()":
        page.spans += [opener.span, Span(*target.span())]
        return target.end()
    if opener is None or not target or not _ADDRESS.match(target["url"]):
        return end
    label = Span(opener.span.end, end - 1)
    if label.length > _SINGLE or page.text.find("\n\n", *label) >= 0:
        return end
    page.spans += [opener.span, Span(*target.span())]
    page.anchors.append(Anchor(label, Span(*target.span("url"))))
    return target.end()


def _mark(page: _Page, start: int, end: int) -> int:
    """A run of one to three `*`, `_` or backquotes closes what is open, or opens something."""
    if end - start == len(_ICON) and _icon(page.text, start, end):
        page.spans.append(Span(start, end))
        return end
    if end - start > 3 or (_closes(page.text, start, end) and _close_mark(page, start, end)):
        return end
    if _opens(page.text, start, end):
        page.open[page.text[start:end]].append(_Open(Span(start, end)))
    return end


def _icon(text: str, start: int, end: int) -> bool:
    """`## __About`, `__Elmbridge, UK`: what html2text leaves of an empty `<i class="icon"></i>`; in a
    cell of its own, `__ | Oakline`, it is left to the rules of tables.
    """
    if not text.startswith(_ICON, start):
        return False
    before, behind = text[max(start - _INDENT, 0) : start], text[end : end + _SINGLE]
    before = before[before.rfind("\n") + 1 :]
    opens = len(before) < _INDENT and not any(c.isalnum() for c in before)
    behind = behind.partition("\n")[0]
    return opens and _ICON not in behind and not behind.lstrip().startswith("|")


def _close_mark(page: _Page, start: int, end: int) -> bool:
    """Pair a closing run with an equal open one, or `***` with `**` and `*`."""
    run = page.text[start:end]
    pairs = [_waiting(page, run, start)]
    if len(run) == 3 and not pairs[0]:
        pairs = [_waiting(page, run[:1], start), _waiting(page, run[:2], start)]
    if not all(pairs):
        return False
    for opener in pairs:
        if opener:
            page.open[page.text[slice(*opener.span)]].pop()
            page.spans.append(opener.span)
    page.spans.append(Span(start, end))
    return True


def _waiting(page: _Page, run: str, end: int) -> _Open | None:
    """The last open mark of this sort, if what stands between is one stretch of words.

    A single mark stays on its line and cuts no bracket in two: `(*equal) Das*` is no emphasis.
    """
    openers, single = page.open[run], len(run) == 1
    if not openers:
        return None
    start = openers[-1].span.end
    far = end - start > (_SINGLE if single else _DOUBLE)
    if far or page.text.find("\n" if single else "\n\n", start, end) >= 0:
        openers.clear()  # the others are farther away still
        return None
    if single and page.text.count("(", start, end) != page.text.count(")", start, end):
        return None
    return openers[-1]


def _opens(text: str, start: int, end: int) -> bool:
    """A mark opens at the beginning of a word: behind a space or an opening sign."""
    before, after = text[start - 1] if start else " ", text[end : end + 1]
    if not after.isalnum() and after not in _OPENS_BEFORE:
        return False
    return before.isspace() or before in _OPENS_AFTER or before > _CJK


def _closes(text: str, start: int, end: int) -> bool:
    """A mark closes at the end of a word; two asterisks also where the next word is glued on."""
    before, after = text[start - 1] if start else " ", text[end : end + 1]
    if before.isspace():
        return False
    return not after.isalnum() or after > _CJK or text[start:end] == "**"


_READ: dict[str, Callable[[_Page, int, int], int]] = {
    "\\": _backslashes,
    "<": _angle,
    "&": _entity,
    "[": _bracket,
    "]": _close_bracket,
    "*": _mark,
    "_": _mark,
    "`": _mark,
}
_RUNS = {sign: re.compile(re.escape(sign) + "+") for sign in _READ}
