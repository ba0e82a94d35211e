"""Periods: two ends, of which one may be printed in part, lie open, or be told by one word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from cvparse.document import Passage, Span
from cvparse.lexicon import table
from cvparse.rules.customs import customs
from cvparse.rules.moments import Piece, point
from cvparse.rules.pairs import pair, seasoned
from cvparse.rules.parts import Parts
from cvparse.rules.seeds import YEAR
from cvparse.rules.tokens import Tokens

_LINK = re.compile(r"[-,(T]{0,2}X[.:)feT]{0,3}|[.,a]?(?:-{1,3}|[TU]e?|/)(?:a\.?)?\(?k?,?")
_MORE = re.compile(r"[-/.]\d")
_PAGES = re.compile(r"[dzN]\([^)]{1,4}\)[,:]?$")
_NUMBERED = re.compile(r"(?<!Y[-/])[dzN][,:]$")  # (but 2019-20, 2021)
_OPEN = re.compile(
    r"[ \t]?(?P<last>\\?-{1,3})(?=[ \t]*(?:$|[\n),;:|\]])| {3,}[#* ]{0,9}[^\W\d_])|(?P<tight>\\?-{1,3})(?=\s(?! ?\d))"
)
_LETTER = re.compile(r"\w")
_SPACED = re.compile(r" (?P<spaced>\\?-{1,3})(?= [^\W\d_])")
_SUM = re.compile(r"\s*[$€£¥₹] ?\d")  # 2013-2018 $500
_WORD_BEHIND = re.compile(r" [^\W\d_]")


@dataclass(frozen=True)
class Stretch:
    """A date in the making: its tokens [first, last), its ends, and how far it reaches.

    Of the form `pages` it is none after all, and nothing in it is.
    """

    first: int
    last: int
    start: Piece | None
    end: Piece | None
    form: str
    now: Span | None = None
    reach: int = 0  # a position in the text, when words without tokens belong to it

    @property
    def ends(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in (self.start, self.end) if piece)


@cache
def _words(name: str) -> str:
    """A group of words as one pattern, the longest first."""
    words = sorted(table("calendar")["words"][name], key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def _behind() -> tuple[re.Pattern[str], ...]:
    """What may stand behind a point: `- present`, `Present`, `onwards`, `(expected)`."""
    links = rf"(?:\\?-{{1,3}}|{_words('to')}|{_words('until')})"
    # (In any case, a range so long takes ten times as long to compile as all the words.)
    end = r"(?-i:(?![^\W\u2e80-\uffff]))"
    forms = (
        rf"\s*[,.]?\s*{links}\s*(?:{_words('to')}\s+)?(?P<it>{_words('present')}){end}",
        rf"[ \t]+(?P<it>{_words('present')}){end}(?! ?\w)",
        rf"\s*,?\s*(?P<it>{_words('onwards')}){end}",
        rf"[ ,]*[\[(]?\s*{_words('expected')}{end}\.?[\])]?",
    )
    return tuple(re.compile(form, re.I) for form in forms)


@dataclass(frozen=True)
class Periods:
    """Reads one window of tokens: what date stands at a token."""

    passage: Passage
    cut: Tokens

    def stretch(self, i: int) -> Stretch | None:
        """One date at token i: a pair, a range, an open period or a point."""
        if ends := pair(self.cut, i):
            a, b, last = ends
            return self._expected(Stretch(i, last, a, b, "range"))
        start = point(self.cut, i)
        if not start:
            return None
        found = self._range(start) or self._open(start)
        if not found:
            if self.cut.kinds[i] == "y" or self._no_year(start, start):
                return None
            found = Stretch(i, start.last, start, start, "point")
        return found if found.form == "pages" else self._expected(found)

    def _range(self, start: Piece) -> Stretch | None:
        link = _LINK.match(self.cut.kinds, start.last)
        if not link or link.end() >= len(self.cut.all):
            return self._and(start)
        expected = "X" in link[0]
        short = None if expected else self._short(start, link.end(), link[0])
        end = short or point(self.cut, link.end())
        if not end or (link[0] == "/" and start.bare != end.bare):
            return None
        if start.parts.month > 20 and end.bare:  # Fall 2018-2020
            end = seasoned(end, start)
        found: Stretch | None = Stretch(start.first, end.last, start, end, "range")
        if found and start.parts.after(end.parts):
            found = self._turned(found, link[0])
        if found and self._no_year(found.start, found.end):
            return replace(found, form="pages")
        return found

    def _and(self, start: Piece) -> Stretch | None:
        """Between 2015 and 2017: `and` joins only behind `between`."""
        led = self.cut.kinds[max(start.first - 1, 0) : start.first] == "B"
        if not led or self.cut.kinds[start.last : start.last + 1] != "&":
            return None
        end = point(self.cut, start.last + 1) if start.last + 1 < len(self.cut.all) else None
        if not end or start.parts.after(end.parts):
            return None
        return Stretch(start.first, end.last, start, end, "range")

    def _turned(self, found: Stretch, link: str) -> Stretch | None:
        """A range printed with its end first, on one line, and not of a lifetime's length."""
        start, end = found.ends
        line = "\n" not in self.cut.between(start.first, end.last)
        near = start.parts.year - end.parts.year <= 12
        if line and near and start.bare == end.bare and "-" in link:
            return replace(found, start=end, end=start)
        return None

    def _short(self, start: Piece, at: int, link: str) -> Piece | None:
        """The last digits of a year: 2011-15, 1997-8, 2016/17, '18-'20."""
        token = self.cut.all[at]
        tight = self.cut.tight(start.last - 1, at + 1)
        if token.kind == "y" and start.bare and "/" not in link:
            return Piece(at, at + 1, Parts(token.value), "inferred")
        if token.kind not in "dz" or not start.bare or not tight or link not in "-/":
            return None
        if _MORE.match(self.cut.source.folded, token.end):
            return None
        size = 10 ** (token.length)
        year = start.parts.year - start.parts.year % size + token.value
        year += size if year <= start.parts.year and size == 100 else 0
        longest = 2 if link == "/" else 60
        if not start.parts.year < year <= start.parts.year + longest:
            return None
        return Piece(at, at + 1, Parts(year), "inferred")

    def _open(self, start: Piece) -> Stretch | None:
        """2018- and Nov 2023 - present and 2018 onwards."""
        follows = self.cut.kinds[start.last : start.last + 1]
        if not follows or follows not in "-TUPwf&,.":
            return None
        text, end = self.cut.source.folded, self.passage.span.end
        at = self.cut.all[start.last - 1].end
        linked, alone, onwards, _ = _behind()
        match = linked.match(text, at, end) or alone.match(text, at, end)
        if match and self._doubtful(match):
            match = None
        match = match or onwards.match(text, at, end)
        if match:
            now = Span(*match.span("it"))
        elif dash := _OPEN.match(text, at, end) or self._column(start, at):
            now = Span(*dash.span(dash.lastgroup or 0))
        else:
            return None
        if self._no_year(start, start) or (self.cut.kinds[start.first] == "y" and not match):
            return None
        return Stretch(start.first, start.last, start, None, "open", now, now.end)

    def _column(self, start: Piece, at: int) -> re.Match[str] | None:
        """2020 - Board Member, in a column of years with nothing but periods in it."""
        dash = _SPACED.match(self.cut.source.folded, at, self.passage.span.end)
        if not dash or not start.bare or "column" not in customs(self.cut.source):
            return None
        line = self.cut.source.line_at(at)
        before = line.before(Span(self.cut.all[start.first].start, at))
        return dash if not _LETTER.search(before.folded) else None

    def _doubtful(self, match: re.Match[str]) -> bool:
        """2019 - Current Trends in Ageing: a title, not a period."""
        odd = match["it"].lower() in table("calendar")["words"]["doubtful"]
        return odd and bool(_WORD_BEHIND.match(match.string, match.end()))

    def _expected(self, found: Stretch) -> Stretch:
        """2026 (expected): only the end is told."""
        if self.cut.kinds[found.last : found.last + 2].strip(",(")[:1] != "X" or found.now:
            return found
        at = self.cut.all[found.last - 1].end
        match = _behind()[3].match(self.cut.source.folded, at, self.passage.span.end)
        if not match:
            return found
        if found.form == "point":
            found = replace(found, start=None, form="until")
        return replace(found, reach=match.end())

    def _no_year(self, start: Piece | None, end: Piece | None) -> bool:
        """Numbers that look like years: pages (12(3), 2034-2041), decimals, far futures.

        After a mere number and comma (38, 1997-2005) they are pages when the entry prints another
        year; otherwise 1997-2005 is a period after a house or course number.
        """
        if not start or not end or not start.bare or not end.bare:
            return False
        kinds, folded = self.cut.kinds, self.cut.source.folded
        before = kinds[max(start.first - 6, 0) : start.first]
        at = self.cut.all[start.first].start
        if re.search(r"\d\.$", folded[max(at - 2, 0) : at]):
            return True
        ranged = start.first != end.first
        if ranged and (start.parts.year > 2035 or _PAGES.search(before)):
            return True
        last = self.cut.all[end.last - 1].end
        measured = kinds[end.last : end.last + 1] == "u" and not _SUM.match(folded, last)
        if not _NUMBERED.search(before) or measured:
            return measured
        if not ranged:
            return kinds[end.last : end.last + 3] == "(Y)"
        return any(not at <= m.start() < last for m in self.passage.search(YEAR))
