r"""When: points, periods, open periods and lists of years, in the languages of the lexicon.

The grammar is written over the kinds of tokens (see `calendar`): `[do]\.?e?M\.?Y` reads
"15 May 2019", "1er juin 2015", "21. Dezember 2013" and "12 de junio del 2012" alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cvparse.document import Mention, Passage, Source, Span
from cvparse.rules.calendar import tokens, windows
from cvparse.rules.moments import Piece, Tokens
from cvparse.rules.periods import Periods, Stretch
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.values import When

_LEAD = re.compile(
    r"(?P<since>A[eT]?)|(?P<until>U[eT]?)|(?P<expected>\(?X\.?\)?[fe:,.T(]{0,4})"
    r"|(?P<between>[Be])(?=[dMSYHokE])|(?P<weekday>k\.?,?)"
)
_COMMA = re.compile(r",&?|;|&")
_LONE = re.compile(r"[^\w'-]*((?:19\d|20[0-4])\d)[^\w-]*")  # a year and nothing else


class Dates(Periods):
    """Reads one window of tokens from left to right: words before dates, and lists of them."""

    def mentions(self) -> Iterator[Mention]:
        i = 0
        while i < len(self.cut.all):
            found = self._led(i) if self.cut.kinds[i] in "dozMSYHyEAUXBek(" else None
            if found:
                if found.form != "pages":
                    yield self._mention(found)
                i = found.last
                while i < len(self.cut.all) and self.cut.all[i].start < found.reach:
                    i += 1
            else:
                i += 1

    def _led(self, i: int) -> Stretch | None:
        """A date with the word before it: since 2018, until 2015, expected 2026, from May on."""
        lead = _LEAD.match(self.cut.kinds, i)
        if not lead:
            return self._list(i)
        found = self._list(lead.end()) if lead.end() < len(self.cut.all) else None
        if not found:
            return None
        led = replace(found, first=i)
        if found.form != "point":
            return led
        if lead["since"]:
            word = self.cut.all[i]
            return replace(led, end=None, form="open", now=Span(word.start, word.end))
        if lead["until"] or lead["expected"]:
            return replace(led, start=None, form="until")
        return led if lead["weekday"] else None

    def _list(self, i: int) -> Stretch | None:
        """One date, or several of a kind: 2015, 2017, 2019; Spring 2009, Spring 2010."""
        first = self.stretch(i)
        items = [first] if first and first.form != "pages" else []
        while items and items[-1].last < len(self.cut.all) and not items[-1].reach:
            follows = self._next(items[0], items[-1])
            if not follows:
                break
            items.append(follows)
        return _together(items) if len(items) > 1 else first

    def _next(self, first: Stretch, last: Stretch) -> Stretch | None:
        """The next of a list. Months (not years) may also stand side by side, their dash lost."""
        comma = _COMMA.match(self.cut.kinds, last.last)
        at = comma.end() if comma else last.last
        if at >= len(self.cut.all) or "\n" in self.text(last.last - 1, at):
            return None
        found = self.stretch(at)
        if not found or found.form == "pages":
            return None
        alike = found.ends[0].bare == first.ends[0].bare
        season = first.ends[-1].parts.month > 20 and found.form == "point"
        if comma and not alike and season and self.cut.kinds[found.last : found.last + 1] != "w":
            parts = found.ends[0].parts._replace(month=first.ends[-1].parts.month)
            piece = found.ends[0]._replace(parts=parts, how="inferred")
            return replace(found, start=piece, end=piece)
        if comma:
            return found if alike else None
        side_by_side = not first.ends[0].bare and not found.ends[0].bare
        later = found.ends[0].parts.after(last.ends[-1].parts)
        return found if side_by_side and later else None

    def _mention(self, found: Stretch) -> Mention:
        rule = f"dates.{found.form}"
        span = Span(self.cut.all[found.first].start, self._end(found))
        parts = [self._told(name, piece, rule) for name, piece in _named(found)]
        if found.now:
            parts.append(Mention("current", found.now, True, rule))
        start = found.start.parts.edtf if found.start else None
        end = found.end.parts.edtf if found.end else None
        when = When(start, end, current=found.now is not None)
        return Mention("date", span, when, rule, tuple(sorted(parts, key=lambda m: m.span)))

    def _end(self, found: Stretch) -> int:
        return max(self.cut.all[found.last - 1].end, found.reach)

    def _told(self, name: str, piece: Piece, rule: str) -> Mention:
        span = Span(self.cut.all[piece.first].start, self.cut.all[piece.last - 1].end)
        return Mention(name, span, piece.parts.edtf, rule, (), piece.how)


def _named(found: Stretch) -> list[tuple[str, Piece]]:
    if found.form == "point" and found.start:
        return [("point", found.start)]
    named = (("start", found.start), ("end", found.end))
    return [(name, piece) for name, piece in named if piece]


def _together(items: list[Stretch]) -> Stretch:
    """Several dates as one: the earliest start, the latest end, or none when one goes on."""
    start = end = None
    for piece in (piece for item in items for piece in item.ends):
        start = piece if start is None or start.parts.after(piece.parts) else start
        end = piece if end is None or not end.parts.after(piece.parts) else end
    now = next((item.now for item in items if item.now), None)
    first, last = items[0], items[-1]
    lost_dash = len(items) == 2 and first.last == last.first
    form = "range" if lost_dash else "several"
    return Stretch(first.first, last.last, start, None if now else end, form, now, last.reach)


def look(scene: Scene, historic: bool = False) -> Iterator[Mention]:
    """Every date of an entry.

    Points: `2019`, `May 2019`, `Sept. 2019`, `15 May 2019`, `Mar. 3rd, 2012`, `1er juin 2015`,
    `2019-05-31`, `12/15/2023`, `12.05.2013`, `04/2020`, `2020/04`, `Fall 2013`, `令和5年4月`.
    Ranges: `2015-2019`, `2011-15`, `Jun - Aug 2021`, `3.-5. Mai 2019`, `August 5-7, 2019`,
    `Fall/Winter 2013`, `May 2022 Aug 2022` (its dash lost), `2016/17`, `'18-'20`.
    Open: `since 2018`, `2018-`, `Nov 2023 - present`. Until: `until 2015`, `expected May 2026`.
    Several: `2015, 2017, 2019`, `2008-12, 2014-`.
    12/05/2013 is read day first, unless the second number is above 12 or the text shows months
    first elsewhere. Wrong for American texts in which every day of the month is below 13.
    """
    yield from _dates(scene.entry, historic)


def _dates(passage: Passage, historic: bool) -> Iterator[Mention]:
    for window in windows(passage):
        if lone := _LONE.fullmatch(passage.source.folded, *window):
            span = Span(*lone.span(1))
            part = Mention("point", span, lone[1], "dates.point")
            yield Mention("date", span, When(lone[1], lone[1]), "dates.point", (part,))
            continue
        cut = tokens(passage.source.folded, window, historic)
        kinds = "".join(token.kind for token in cut)
        yield from Dates(passage, Tokens(passage.source, cut, kinds)).mentions()


def read_date(text: str) -> str | None:
    """The first date in a string, as EDTF: `2018-08`, `2018-08/2023-12-15`, `2018/..`, `/2026-05`.

    Unlike the rule it takes any year from 1000 on, as the string is known to be a date.
    """
    found = next(_dates(Source(text).whole(), True), None)
    return written(found.value) if found and isinstance(found.value, When) else None


def written(when: When) -> str:
    """As one EDTF string."""
    if when.point:
        return str(when.start)
    return f"{when.start or ''}/{'..' if when.current else when.end or ''}"


RULES: tuple[Finder, ...] = (Reading("dates", look),)
