r"""When: points, periods, open periods and lists of years, in the languages of the lexicon.

The grammar is written over the kinds of tokens (see `calendar`): `[do]\.?e?M\.?Y` reads
"15 May 2019", "1er juin 2015", "21. Dezember 2013" and "12 de junio del 2012" alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cvparse.document import Mention, Passage, Source, Span
from cvparse.rules.moments import Piece
from cvparse.rules.pairs import seasoned
from cvparse.rules.periods import Periods, Stretch
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.seeds import windows
from cvparse.rules.tokens import cut
from cvparse.values import When

_LEAD = re.compile(
    r"(?P<since>A[eT]?(?:a\.?)?)|(?P<until>U[eT]?(?:a\.?)?)|(?P<after>Ve?(?:a\.?)?)|(?P<expected>\(?X\.?\)?[fe:,.T(]{0,4})"
    r"|(?P<between>[Be])(?=[dMSYHokE])|(?P<weekday>k\.?,?)"
)
_COMMA = re.compile(r",&?|;|&")
_LONE = re.compile(r"[^\w'-]*((?:19\d|20[0-4])\d)[^\w-]*")  # a year and nothing else


class Dates(Periods):
    """Reads one window of tokens from left to right: words before dates, and lists of them."""

    def mentions(self) -> Iterator[Mention]:
        i = 0
        while i < len(self.cut.all):
            found = self._led(i) if self.cut.kinds[i] in "dozMSYHyECgnAUVXBek(" else None
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
        if found.form != "point" or lead["weekday"]:
            return led
        if lead["since"]:
            word = self.cut.all[i]
            return replace(led, end=None, form="open", now=Span(word.start, word.end))
        if lead["after"]:
            return replace(led, end=None, form="after")
        told = lead["until"] or lead["expected"]
        return replace(led, start=None, form="until") if told else None

    def _list(self, i: int) -> Stretch | None:
        """One date, or several of a kind: 2015, 2017, 2019; Spring 2009, Spring 2010."""
        first = self.stretch(i)
        items = [first] if first and first.form != "pages" else []
        while items and items[-1].last < len(self.cut.all) and not items[-1].reach:
            follows = self._next(items[0], items[-1])
            if not follows:
                break
            if self._bracketed(follows):
                items = [_in_season(item, follows) for item in items]
                items.append(follows)
                break
            items.append(follows)
        return _together(items) if len(items) > 1 else first

    def _next(self, first: Stretch, last: Stretch) -> Stretch | None:
        """The next of a list. Months (not years) may also stand side by side, their dash lost."""
        comma = _COMMA.match(self.cut.kinds, last.last)
        at = comma.end() if comma else last.last
        if at >= len(self.cut.all) or "\n" in self.cut.between(last.last - 1, at + 1):
            return None
        found = self.stretch(at)
        if not found or found.form == "pages":
            return None
        alike = found.ends[0].bare == first.ends[0].bare
        if comma and not alike:
            return (
                found if first.ends[0].bare and self._bracketed(found) else self._same(first, found)
            )
        if comma:
            return found
        side_by_side = not first.ends[0].bare and not found.ends[0].bare
        later = found.ends[0].parts.after(last.ends[-1].parts)
        return found if side_by_side and later else None

    def _same(self, first: Stretch, found: Stretch) -> Stretch | None:
        """A mere year behind a season is of that season: Summer 2005, 2006."""
        season = first.ends[-1].parts.month > 20 and found.form == "point"
        if season and self.cut.kinds[found.last : found.last + 1] != "w":
            return _in_season(found, first)
        return None

    def _bracketed(self, found: Stretch) -> bool:
        """2016, 2015 (Fall): the season is of all of them."""
        return "(S" in self.cut.kinds[found.first : found.last]

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


def _in_season(item: Stretch, other: Stretch) -> Stretch:
    """Mere years, with the season of another date."""
    start, end = (piece and seasoned(piece, other.ends[-1]) for piece in (item.start, item.end))
    return replace(item, start=start, end=end)


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


def look(scene: Scene) -> Iterator[Mention]:
    """Every date of an entry.

    Points: `2019`, `May 2019`, `Sept. 2019`, `15 May 2019`, `Mar. 3rd, 2012`, `1er juin 2015`,
    `2019-05-31`, `12/15/2023`, `12.05.2013`, `04/2020`, `2020/04`, `Aug2019`, `20190531`, `Sep-19`,
    `Fall term 2013`, `2018 (Winter)`, `WS 2018/19`, `SS19`, `Q3 2019`, `令和5年4月`, `2019년 5월`.
    Ranges: `2015-2019`, `2011-15`, `Jun - Aug 2021`, `3.-5. Mai 2019`, `August 5-7, 2019`,
    `14-18/09/2026`, `Fall/Winter 2013`, `May 2022 Aug 2022` (its dash lost), `2016/17`, `'18-'20`,
    `03/18 - 09/20`, `2014 - exp. Dec. 2018`.
    Open: `since 2018`, `2018-`, `Nov 2023 - present`, `2018 - н.в.`. Until: `until 2015`,
    `expected May 2026`. Several: `2015, 2017, 2019`, `2008-12, 2014-`, `2017, 2016 (Fall)`.
    12/05/2013 is read day first, unless the text shows that months come first (see `customs`).
    """
    for window in windows(scene.entry):
        yield from _read(scene.entry, window)


def given(passage: Passage) -> Mention | None:
    """The first date in a stretch known to hold one."""
    return next(_read(passage, passage.span, True), None)


def _read(passage: Passage, window: Span, given: bool = False) -> Iterator[Mention]:
    if lone := _LONE.fullmatch(passage.source.folded, *window):
        span = Span(*lone.span(1))
        part = Mention("point", span, lone[1], "dates.point")
        yield Mention("date", span, When(lone[1], lone[1]), "dates.point", (part,))
    else:
        yield from Dates(passage, cut(passage.source, window, given)).mentions()


def read_date(text: str) -> str | None:
    """The first date in a string, as EDTF: `2018-08`, `2018-08/2023-12-15`, `2018/..`, `/2026-05`.

    As the string is known to be a date, this takes more than the rule: any year from 1000 on,
    `25 09 2003`, `7-4-76`, `May 9, 1 9 9 7`.
    """
    whole = Source(text).whole()
    found = next(_read(whole, whole.span, True), None)
    return written(found.value) if found and isinstance(found.value, When) else None


def written(when: When) -> str:
    """As one EDTF string."""
    if when.point:
        return str(when.start)
    return f"{when.start or ''}/{'..' if when.current else when.end or ''}"


_UNITS = r"\d{1,2} (?:years?|yrs?|months?|mos?|ans?|mois|Jahre?|Monate?|años?|mes(?:es)?|anos?)"
_LENGTH = re.compile(rf"(?:^|· ?| (?=\())(?P<it>\(?{_UNITS}(?: {_UNITS})?\)?)[ \t]*$", re.M)
_HELD = frozenset({"employment", "education", "service", "projects", "memberships"})


def _lengths(scene: Scene) -> Iterator[Mention]:
    """`May 2013 - July 2014 (1 year 3 months)`, `4 years 3 months`: counted from the dates."""
    for found in scene.entry.search(_LENGTH):
        yield Mention("furniture", Span(*found.span("it")), "length of a period", "dates.length")


RULES: tuple[Finder, ...] = (
    Reading("dates", look),
    Reading("dates.length", _lengths, kinds=_HELD),
)
