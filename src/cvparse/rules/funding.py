"""What grants say of themselves: the owner's role, who else is in it, its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Entry, Mention, Passage, Span
from cvparse.rules.names import persons, run
from cvparse.rules.pieces import named
from cvparse.rules.rule import Finder, Reading, Scene

_ROLES = named("funding", "roles")
_SHORT = re.compile(r"(?:[A-Za-z-]+ )?(?:Co-?|M|Multi-)?(?:PIs?|Is?)")
_NUMBER = re.compile(
    r"(?<![\w/-])(?:[A-Z]\d{2}\s?[A-Z]{2}\d{5,6}(?:-\d+\w*)?|[A-Z]{2,6}[-/ ]?\d{5,8}(?:[/-]\d+)*"
    r"|[A-Z]{2,4}[/ ][A-Z]?\d{4,6}/\d(?:-\d)?|[A-Z]{2,5}(?:[\\/-][A-Z]{0,3}\d+){1,4}|\d{2,3}[-/]\d{5,7}[A-Z]?"
    r"|\d{2}[A-Z]{1,2}\d{5})(?![\w/-])"
)
_ANNOUNCED = re.compile(
    r"(?:#\s?|(?:\b(?:[Gg]rant|[Aa]ward|[Pp]roject|[Cc]ontract|[Aa]greement|KAKENHI)\s)?(?:[Nn]umbers?|[Nn]o\b\.?|[Nn]r\b\.?|[Nn]°|№|ID)\s?:?\s?#?"
    r"|\b[Gg]rant\s(?:[Aa]greement\s)?(?=[A-Z]*\d))(?P<it>(?=[A-Z/-]{0,6}\d)[A-Z0-9][A-Z0-9./-]{3,20}[A-Z0-9])(?!\w)"
)
_WITH = re.compile(
    rf"\(?\b(?:(?:together |jointly |joint |collaboration )?with|led by|directed by|co-written with|dir\.|resp\."
    rf"|mit|avec|con|com)\s+(?:PIs?:?\s+)?(?P<it>[{UPPER}][^()\n]{{3,160}})\)?"
)
_HONORIFIC = re.compile(r"(?:Dra?|Prof|Professor|PD)\b\.?")
_ENDS = re.compile(r"\s*(?:[),;.(|\n-]|$)")
_LONE = re.compile(
    rf"\((?P<it>[{UPPER}][\w'-]+), (?:M?PI|PD|PD/PI|Co-?PI|Contact PI|Principal Investigator)\)"
    rf"|\(M?PIs?: ?(?P<pi>[{UPPER}][\w'-]+)\)"
)
_BY_HAND = re.compile(rf"(?P<it>[{UPPER}][^()\n,;:]{{2,40}}?)\s\((?P<role>[^()\n]{{1,40}})\)")


def stated_role(entry: Entry) -> bool:
    """Does an entry say what part one has in a grant?"""
    return any(_stands(entry, Span(*match.span())) for match in entry.search(_ROLES))


def _roles(scene: Scene) -> Iterator[Mention]:
    """`PI`, `(Co-I)`, `Principal Investigator on …`; with a name behind it (`PI Dr. Jane Roe`) the
    role is that person's.
    """
    entry = scene.entry
    for match in entry.search(_ROLES):
        role = entry.at(match)
        if not _stands(entry, role.span):
            continue
        found = list(_led(entry.after(role.span).head(120), role))
        yield from found
        if not found:
            yield Mention("role", role.span, role.value, "funding.role")


def _stands(entry: Passage, role: Span) -> bool:
    """Not within a name (`New Investigator Award`), no label (`PI: X`)."""
    word = entry.part(*role)
    near = entry.around(role, before=60, behind=60)
    before, after = near.before(role).folded, near.after(role).folded
    if after.lstrip().startswith(":"):
        return False
    if word.fullmatch(_SHORT):
        return word.folded[-2:].strip("s").isupper() and not after.startswith((" for ", " für "))
    last, following = before.rstrip(" ").rsplit(" ", 1)[-1], after.lstrip(" ")
    opens = not last[-1:].isalpha() or last.islower() or "  " in before[-2:]
    closes = not following[:1].isalpha() or following[:1].islower() or after[:2] == "  "
    return opens and closes


def _led(rest: Passage, role: Passage) -> Iterator[Mention]:
    """The names behind a role: only where a title or the end shows that they are names."""
    found = run(rest.strip(" "))
    if not found.names or not rest.folded.startswith(" "):
        return
    titled = rest.strip(" ").match(_HONORIFIC)
    if not titled and not (
        role.fullmatch(_SHORT) and rest.part(found.end, rest.span.end).match(_ENDS)
    ):
        return
    for span, name in persons(found):
        yield Mention("investigators", span, name, "funding.led")
    yield Mention("furniture", role.span, "label of a field", "funding.led")


def _others(scene: Scene) -> Iterator[Mention]:
    """`with Jane Roe and Kim Lee`, `(led by Jane Roe)`, `Jane Roe (Co-PI)`, `(Roe, PI)`."""
    for item in scene.entry.items:
        for match in item.search(_WITH):
            for span, name in persons(run(item.at(match, "it"), scene.cast)):
                yield Mention("investigators", span, name, "funding.with")
        for match in item.search(_LONE) if "PI" in item.folded else ():
            lone = item.at(match, "it" if match["it"] else "pi")
            yield Mention("investigators", lone.span, lone.value, "funding.lone")
        for match in item.search(_BY_HAND) if "(" in item.folded else ():
            found = run(item.at(match, "it"))
            if (
                len(found.names) == 1
                and found.end == match.end("it")
                and item.at(match, "role").match(_ROLES)
            ):
                alone = found.names[0].passage
                yield Mention("investigators", alone.span, alone.value, "funding.by_hand")


def _numbers(scene: Scene) -> Iterator[Mention]:
    """`R01 HD099417`, `INV-005555`, `EP/K012345/1`, `DMS-1234567`, `#1234567`, `Grant No. 12-345`."""
    for match in scene.entry.search(_NUMBER):
        yield Mention("award_number", Span(*match.span()), match.group(), "funding.award_number")
    for match in scene.entry.search(_ANNOUNCED):
        number = Mention("award_number", Span(*match.span("it")), match["it"], "funding.announced")
        yield Mention("numbered", Span(*match.span()), match["it"], "funding.announced", (number,))


_GRANTS = frozenset({"grants"})
GROUPS: tuple[Finder, ...] = (
    Reading("funding.role", _roles, kinds=_GRANTS),
    Reading("funding.others", _others, kinds=_GRANTS),
    Reading("funding.award_number", _numbers, kinds=_GRANTS),
)
