"""What grants say of themselves: the owner's role, the award number, who pays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse.document import UPPER, Mention, Span
from cvparse.rules.rule import Finder, Reading, Scene

_ROLE = re.compile(
    r"(?<![\w-])(?:[Cc]o-?\s?)?(?:M?PI|Principal Investigator|Investigator|Antragsteller(?:in)?|Projektleiter(?:in)?|porteu(?:r|se)"
    r"|responsable|I)(?![\w-])(?!\s*:)"
)
_AWARD_NUMBER = re.compile(
    r"(?<![\w/-])(?:[A-Z]\d{2}\s?[A-Z]{2}\d{5,6}(?:-\d+\w*)?|[A-Z]{2,6}[-/ ]?\d{5,8}(?:[/-]\d+)*"
    r"|[A-Z]{2,4}[/ ][A-Z]?\d{5,6}/\d|[A-Z]{2,5}(?:[\\/-][A-Z]{0,3}\d+){1,4}|\d{2,3}[-/]\d{5,7})(?![\w/-])"
)
_PAYER = re.compile(
    rf"(?P<it>[{UPPER}][\w&.-]*(?: [{UPPER}][\w&.-]*){{0,3}}?)"
    r"(?: (?:Research|Travel|Seed|Pilot|Student|Faculty|Teaching|Equipment|Small|Start-up))*\s*"
)


def _roles(scene: Scene) -> Iterator[Mention]:
    """A bracketed or stand-alone `PI`, `Co-PI`, `Principal Investigator`."""
    for match in scene.entry.search(_ROLE):
        yield Mention("role", Span(*match.span()), match.group(), "funding.role")


def _numbers(scene: Scene) -> Iterator[Mention]:
    """`R01 HD099417`, `INV-005555`, `EP/K012345/1`, `DMS-1234567`."""
    for match in scene.entry.search(_AWARD_NUMBER):
        yield Mention("award_number", Span(*match.span()), match.group(), "funding.award_number")


def _payers(scene: Scene) -> Iterator[Mention]:
    """`Acme Research Grant`: who pays opens the name of the grant. An inference, since the words
    may also name a programme.
    """
    for grant in scene.seen("grant_word"):
        item = scene.entry.items[0] if scene.entry.items else None
        if item is None or not grant.span.within(item.span):
            continue
        before = item.before(grant.span)
        if opening := before.fullmatch(_PAYER):
            payer = before.at(opening, "it")
            yield Mention("funder_named", payer.span, payer.value, "funding.payer", how="inferred")
            return


_GRANTS = frozenset({"grants"})
GROUPS: tuple[Finder, ...] = (
    Reading("funding.role", _roles, kinds=frozenset({"grants", "awards"})),
    Reading("funding.award_number", _numbers, kinds=_GRANTS),
    Reading("funding.payer", _payers, kinds=_GRANTS),
)
