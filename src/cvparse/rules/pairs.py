"""Two ends of a period of which one is printed in part: Jun - Aug 2021, 3.-5. Mai 2019."""

from __future__ import annotations

import re
from functools import lru_cache

from cvparse.rules.moments import Piece, point, spoken
from cvparse.rules.parts import Parts
from cvparse.rules.tokens import Tokens

_D, _M, _JOIN = r"[do]\.?", r"M\.?", r"(?:\.?-{1,3}|[TU])"
_FREE = r"(?![-/.,eTdoM&]{0,6}[YHy](?![,.]?M))"

# Two ends of which one, `a` or `b`, is printed in part.
_PAIRS = {
    "d": (
        rf"(?P<a>{_D}(?:e?{_M})?)(?:{_JOIN}|[&/])e?k?(?P<b>{_D}e?-?{_M}[,e]{{0,2}}[YH])",
        r"(?P<a>d([/.])(?:d\2?)?)-(?P<b>d\2d\2Y)",  # 12.-14.05.2013, 28/11-01/12/2022
        r"(?P<a>d)-(?P<b>d([/.])d\3Y)",  # 14-18/09/2026
    ),
    "M": (
        rf"(?P<a>{_M}{_D})(?:{_JOIN}|[&/])k?(?P<b>(?:{_M})?{_D},?e?[YHy])",  # August 5-7, 2019
        rf"(?P<a>{_M})(?:{_JOIN}|,?&|[/,])(?P<b>{_M}[,e]{{0,2}}[YHy])",  # Jun - Aug 2021
    ),
    "S": (rf"(?P<a>St?)(?:{_JOIN}|,?&|[/,])(?P<b>St?[,e]?[YHy])",),  # Fall/Winter 2013
    "Y": (
        rf"(?P<a>[YH][,.]?{_M}{_D}){_JOIN}(?P<b>(?:{_M})?[do]){_FREE}",  # 2004 May 8-11
        rf"(?P<a>[YH],?{_D})(?:{_JOIN}|[&/])(?P<b>{_D}e?{_M}){_FREE}",  # 2006, 25-26 March
        rf"(?P<a>Y,?S)(?:{_JOIN}|,?&|/)(?P<b>S){_FREE}",  # 2019 Spring/Fall
        r"(?P<a>Y\.d)\.?-(?P<b>Y\.d)(?!\.?d)",  # 2019. 3. - 2021. 2.
    ),
}
_PAIRS["o"] = _PAIRS["d"][:1]
_TWINS = {kind: tuple(map(re.compile, forms)) for kind, forms in _PAIRS.items()}


def pair(cut: Tokens, i: int) -> tuple[Piece, Piece, int] | None:
    """The two ends that begin at token i, each filled from the other, and the token behind them."""
    for first, second, last in _spans(cut.kinds, i):
        a, b = _part(cut, *first), _part(cut, *second)
        a, b = _filled(a, b), _filled(b, a)
        if a.parts.real and b.parts.real and not a.parts.after(b.parts):
            return a, b, last
    return None


@lru_cache(maxsize=8192)
def _spans(kinds: str, i: int) -> tuple[tuple[tuple[int, int], tuple[int, int], int], ...]:
    """The tokens of both ends, and the end, of every form that matches at a token."""
    matches = (form.match(kinds, i) for form in _TWINS.get(kinds[i], ()))
    return tuple((m.span("a"), m.span("b"), m.end()) for m in matches if m)


def _part(cut: Tokens, first: int, last: int) -> Piece:
    while cut.kinds[last - 1] in "./" and last - first > 1:
        last -= 1
    kinds = cut.kinds[first:last]
    numbers = [t.value for t in cut.all[first:last] if t.kind in "Yd"]
    if kinds == "Y.d":
        return Piece(first, last, Parts(*numbers))
    if len(numbers) == 3:
        return point(cut, first) or Piece(first, last, Parts())
    parts = spoken(cut.all[first:last])
    if kinds in ("d.d", "d/d"):  # 12.05. of 12.05.-14.05.2013
        numbers = numbers if _american(cut, last) else numbers[::-1]
        parts = Parts(0, *numbers)
    return Piece(first, last, parts)


def _american(cut: Tokens, at: int) -> bool:
    """Whether the full date behind a dash is read with its month first."""
    first = cut.kinds.index("d", at)
    full = point(cut, first)
    return full is not None and full.parts.month == cut.all[first].value


def _filled(piece: Piece, other: Piece) -> Piece:
    """With what only the other end prints."""
    parts = piece.parts.filled(other.parts)
    return piece if parts == piece.parts else piece._replace(parts=parts, how="inferred")


def seasoned(piece: Piece, other: Piece) -> Piece:
    """A mere year with the season that only the other one prints."""
    return piece._replace(parts=piece.parts._replace(month=other.parts.month), how="inferred")
