"""How to reach somebody: e-mail addresses, telephone numbers and web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import Mention, Source, Span
from cvparse.rules.identifiers import address_end
from cvparse.rules.rule import DIGITS, Finder, Reading, Scene

_HOST = r"[A-Za-z0-9](?:[\w-]*[^\W_])?(?:\.[A-Za-z0-9](?:[\w-]*[^\W_])?)*\.[A-Za-z]{2,}"
_EMAIL_NAME = re.compile(r"(?<![\w.+%-])[\w.+%-]+$")
_EMAIL_HOST = re.compile(rf"{_HOST}(?![@\w])")
_AT = re.compile("@")
_HIDDEN_AT = re.compile(r"[\[({<] ?(?:at|AT|@) ?[\])}>]")
_HIDDEN_NAME = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?: ?[\[({<] ?(?:dot|DOT|\.) ?[\])}>] ?[\w+-]+)* ?$"
)
_HIDDEN_HOST = re.compile(
    r" ?[\w-]+(?:(?: ?[\[({<] ?(?:dot|DOT|\.) ?[\])}>] ?| (?:dot|DOT) |\.)[\w-]+)+"
)
_DOT = re.compile(r" ?[\[({<] ?(?:dot|DOT|\.) ?[\])}>] ?| (?:dot|DOT) ")

# A run of figures as telephone numbers have it; the forms a local one takes; the words before one.
_RUN = re.compile(r"[+(\d](?:[ .-]{0,2}/? ?[(]?\d[)]?){6,}")
_LOCAL = re.compile(
    r"\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([ .-])\d{3}\1\d{4}|1-\d{3}-\d{3}-\d{4}"
    r"|0\d(?:([ .])\d\d){4}"
    r"|(?:0\d{2,4}[ /-]{1,3}|\(0\d{2,4}\)[ /-]{0,3})\d{3,4}[ -]?\d{3,5}"
)
_LABEL = re.compile(
    r"(?:\bt(?:el)?|tel[eé]phone|telefon[eo]?|telefoon|\bt[ée]l|phone|\bmobile?|\bm[óo]vil|\bcell|\bfax"
    r"|handy|whatsapp|电话|電話|전화)(?: ?(?:no|number|nr))?[.:)]* ?(?:\([a-z]+\):? ?)?$",
    re.I,
)
_TOP = (
    "com|org|net|edu|gov|io|ai|dev|me|info|app|tech|academy|science|blog|page|site|online|xyz|eu|int|mil|co|ac"
    "|de|fr|uk|es|pt|it|nl|be|ch|at|se|no|dk|fi|is|ie|pl|cz|sk|hu|ro|gr|tr|ru|ua|il|in|cn|jp|kr|tw|hk|sg|au|nz|ca|us"
    "|br|mx|ar|cl|pe|za|ng|ke|eg|ir|pk|bd|lk|th|vn|my|id|ph|si|hr|rs|bg|lt|lv|ee|lu|tv|gl|ly|st|im|fm|sh"
)
_WEB = re.compile(r"://(?=[\w\[])|(?:www|WWW)\.(?<![\w./@-]....)(?=\w)")
_SCHEME = re.compile(r"(?:https?|ftp)$", re.I)
_TOP_LEVEL = re.compile(rf"\.(?:{_TOP})(?![\w@-])(?!\.\w)")
_DOMAIN = re.compile(
    r"(?<![\w@./:+-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[A-Za-z0-9][A-Za-z0-9-]*$"
)
_TAIL = re.compile(r"""(?:(?!\]\(|&nbsp;)[^\s"<>|{}\\^`])+""")
_PATH = re.compile(r"""(?::\d+)?[/?#](?:(?!\]\()[^\s"<>|{}\\^`])*""")
# Countries that are also words, or endings of files and of software names.
_RARE = frozenset(
    ("is", "at", "in", "me", "so", "it", "to", "no", "be", "my", "sh", "st", "id", "us",
     "ai", "im", "ph", "ac", "co")
)  # fmt: skip


def _emails(scene: Scene) -> Iterator[Mention]:
    """`jane.doe@example.org`; `mailto:` is no part of it."""
    entry = scene.entry
    text = entry.source.folded
    for sign in entry.search(_AT):
        name = _EMAIL_NAME.search(text, max(sign.start() - 64, entry.span.start), sign.start())
        host = _EMAIL_HOST.match(text, sign.end(), entry.span.end)
        if name and host:
            span = Span(name.start(), host.end())
            yield Mention("email", span, entry.source.read(span), "contacts.email")


def _hidden(scene: Scene) -> Iterator[Mention]:
    """`name [at] example [dot] org`, `name (at) example.org`."""
    entry = scene.entry
    text = entry.source.folded
    for sign in entry.search(_HIDDEN_AT):
        name = _HIDDEN_NAME.search(text, max(sign.start() - 60, entry.span.start), sign.start())
        host = _HIDDEN_HOST.match(text, sign.end(), entry.span.end)
        if name and host:
            span = Span(name.start(), host.end())
            value = f"{_DOT.sub('.', name[0]).strip()}@{_DOT.sub('.', host[0]).strip()}"
            yield Mention("email", span, value, "contacts.hidden")


def _phones(scene: Scene) -> Iterator[Mention]:
    """`+49 (0)30 23125 417`, `(617) 555-0123`, `617-555-0123`, `01 99 00 12 34`, `Tel: 23125 417`.

    Of 7 to 15 digits (ITU-T E.164). A number without `+` must have a local form or a word for
    telephone before it, so that years, pages and grant numbers are none.
    """
    entry = scene.entry
    text, first = entry.source.folded, entry.span.start
    for run in entry.search(_RUN):
        start, printed = run.start(), run[0]
        if text[run.end() : run.end() + 1].isalnum() or (start and text[start - 1] in _NO_PHONE):
            continue
        if not 7 <= sum(c.isdigit() for c in printed) <= 15:
            continue
        told = _LABEL.search(text, max(start - 24, first), start)
        if told or printed[0] == "+" or printed.startswith("(+") or _LOCAL.fullmatch(printed):
            span = Span(start, run.end())
            yield Mention("phone", span, entry.source.read(span), "contacts.phone")


_NO_PHONE = frozenset("/-.,$€£¥#_=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _urls(scene: Scene) -> Iterator[Mention]:
    """`https://example.org/~jane`, `www.example.org`, `github.com/x`, `janedoe.org`."""
    yield from _full(scene)
    yield from _bare(scene)


def _full(scene: Scene) -> Iterator[Mention]:
    entry = scene.entry
    text, done = entry.source.folded, entry.span.start
    for match in entry.search(_WEB):
        scheme = _SCHEME.search(text, max(match.start() - 5, done), match.start())
        start = scheme.start() if scheme else match.start()
        if start < done or (match[0] == "://" and not scheme):
            continue
        tail = _TAIL.match(text, match.end(), entry.span.end)
        end = address_end(text, start, tail.end() if tail else match.end())
        if end > match.end():
            done = end
            yield _url(entry.source, start, end)


def _bare(scene: Scene) -> Iterator[Mention]:
    """A domain without `www`: small letters, a known top level, and no file or abbreviation."""
    entry = scene.entry
    text, at = entry.source.folded, entry.span.start
    for top in entry.search(_TOP_LEVEL):
        name = _DOMAIN.search(text, max(top.start() - 70, at), top.start())
        if not name:
            continue
        path = _PATH.match(text, top.end(), entry.span.end)
        end = address_end(text, name.start(), path.end() if path else top.end())
        if (path and end > top.end()) or _site(name[0], top[0][1:]):
            yield _url(entry.source, name.start(), end)
            at = end


def _site(name: str, top: str) -> bool:
    """Whether `name.top` alone is an address: not `Booking.com` the firm, nor `e.is` in a text."""
    labels = name.split(".")
    if not name.islower() or len(labels[-1]) < 2:
        return False
    return len(labels) > 1 or (top not in _RARE and len(name) > 2)


def _url(source: Source, start: int, end: int) -> Mention:
    span = Span(start, end)
    return Mention("url", span, source.read(span), "contacts.url")


RULES: tuple[Finder, ...] = (
    Reading("contacts.email", _emails, needs="@"),
    Reading("contacts.hidden", _hidden, needs="[({<"),
    Reading("contacts.phone", _phones, needs=DIGITS),
    Reading("contacts.url", _urls, needs=":."),
)
