"""Role and body among the pieces of a line: `Chair, Department of X`, `Journal of X (Editor)`.

English and its neighbours print what one does before where one does it; a role behind its body
stands in brackets or at the very end.
"""

from __future__ import annotations

import re

from cvparse.document import UPPER, Passage, Span
from cvparse.rules.pieces import bare, found, joined, named, run_on, says, trim

ROLES = named("offices", "roles", prefix="(?:(?:co|vice|vize|sub|ex|deputy)-?)?")
COMMITTEES = named("offices", "committees")
_SORTS = r"(?:revue|journal|colloque|congrès|conférence|zeitschrift|revista|rivista)"
# What one does *for* or *at* is apart, and so is what has an article; *of* alone needs a name.
_LINKED = re.compile(
    r"\s*:\s+(?=\S)|\s+/\s+(?=[A-Z])"
    r"|\s+(?:for|at|für|bei|pour|auprès d[eu]s?|para|per|voor|chez)\s+(?:(?:the|la|le|el|los|las)\s+|l')?"
    rf"(?:{_SORTS}\s+(?=[{UPPER}]))?(?=\S)"
    r"|\s+(?:(?:of|on|in|with|to)\s+the|du|des|de\s+la|del|della|do|da|dos|der|vom|beim|im)\s+(?=\S)|\s+de\s+l'(?=\S)"
    rf"|\s+(?:(?:of|on|in|with|to|de|di|van)\s+|d')(?:{_SORTS}\s+)?(?=[{UPPER}\"0-9])"
)
_TITLE = re.compile(rf"[{UPPER}][^\W\d_]+(?:[ /-](?:of|de|[{UPPER}])[^\W\d_]*){{0,3}}")
_ASIDE = re.compile(r"\s*\((?P<it>[^()\d][^()]*)\)$")
_COLON = re.compile(r"\s?:\s+(?=\S)")
_DEED = re.compile(
    rf"(?P<it>{named('offices', 'deeds').pattern})\s+(?:\(with [^()\n]{{3,60}}\)\s+)?(?:the\s+|an?\s+|and\s+\w+ed\s+)*(?=\w)"
    r"|(?P<of>(?:co-?|mit)?(?:organi[sz]ation|organizzazione|organización|organização|koordination|coordination|leitung))"
    r"\s+(?:(?:(?:of|de|di|da|do|van)(?:\s+(?:the|an?|las?|los|les))?|der|des|von|vom|du|d[ei]l(?:la)?)\s+|(?:de\s+)?l')(?=\w)",
    re.I,
)
_ROLE_LENGTH = 90
_CHARGES = named("offices", "charges")


def is_role(piece: Passage) -> bool:
    """A role opens the piece within four words, or ends it: `Section editor (philosophy)`."""
    if piece.span.length > _ROLE_LENGTH:
        return False
    role = found(piece, ROLES)
    if role is None:
        return False
    if piece.before(role.span).folded.count(" ") <= 3:
        return True
    return not says(piece.after(role.span))


def title(piece: Passage) -> bool:
    """A line below a body that can be what one was there: a few words, capitalised."""
    return piece.folded.count(" ") <= 3 and piece.fullmatch(_TITLE) is not None


Duty = tuple[Passage | None, Passage | None]


def parted(pieces: list[Passage]) -> Duty:
    """The role and the body among the pieces of a line."""
    if not pieces:
        return None, None
    pieces = [*_uncoloned(pieces[0]), *pieces[1:]]
    first, more = pieces[0], pieces[1:]
    if deed := first.match(_DEED):
        return first.at(deed, deed.lastgroup or 0), run_on(
            [first.part(deed.end(), first.span.end), *more]
        )
    if more and all(_only_role(p) for p in pieces):
        return joined(pieces), None
    if middle := next((n for n, p in enumerate(pieces[:-1]) if n and _only_role(p)), None):
        return _about(pieces, middle)
    if is_role(first) and not _closes(first):
        return after_role(first, more)
    return _remarked(pieces) or (_at_an_end(pieces) if more else None) or (None, run_on(pieces))


def _uncoloned(piece: Passage) -> list[Passage]:
    """`Program committee: X`, `Panel member: X` are two."""
    colon = next(piece.search(_COLON), None)
    head = trim(piece.part(piece.span.start, colon.start())) if colon else None
    if colon is None or head is None or not (is_committee(head) or _only_role(head)):
        return [piece]
    return [head, trim(piece.part(colon.end(), piece.span.end))]


def _remarked(pieces: list[Passage]) -> Duty | None:
    """`Journal of X (Associate Editor)`."""
    for piece in pieces:
        aside = next(piece.search(_ASIDE), None)
        if aside and found(piece.at(aside, "it"), ROLES):
            body = trim(piece.part(piece.span.start, aside.start()))
            others = [p for p in pieces if p is not piece]
            return bare(piece.at(aside)), body or (run_on(others) if others else None)
    return None


def _at_an_end(pieces: list[Passage]) -> Duty | None:
    """`Y Survey, Telecon Chair`, `Prize Committee, Z Conference`, `Z Conference, Prize Committee`."""
    first, last = pieces[0], pieces[-1]
    if (is_role(last) and not found(last, COMMITTEES)) or (
        is_committee(last) and not is_committee(first)
    ):
        return last, run_on(pieces[:-1])
    return (first, run_on(pieces[1:])) if is_committee(first) else None


def _about(pieces: list[Passage], middle: int) -> Duty:
    """`X Committee, elected member, Department of Y`; `Z Conference, session chair, Track 2`."""
    if is_role(pieces[0]) or any(found(p, COMMITTEES) for p in pieces[:middle]):
        return joined(pieces[: middle + 1]), run_on(pieces[middle + 1 :])
    return pieces[middle], run_on(pieces[:middle])


def _only_role(piece: Passage) -> bool:
    """`elected member`: a few words, the last of them a role."""
    role = found(piece, ROLES)
    return role is not None and piece.folded.count(" ") <= 3 and not says(piece.after(role.span))


def is_committee(piece: Passage) -> bool:
    word = found(piece, COMMITTEES)
    return word is not None and not says(piece.after(word.span))


def _closes(piece: Passage) -> bool:
    """`Journal of X (Associate Editor)`: the role is the remark."""
    aside = next(piece.search(_ASIDE), None)
    return aside is not None and found(piece.part(piece.span.start, aside.start()), ROLES) is None


def after_role(first: Passage, more: list[Passage]) -> Duty:
    """`Chair of the X Committee, Y` keeps its committee, `Head of Department, Y` what one heads;
    `Editor for X` alone gives X away.
    """
    role = found(first, ROLES)
    link = next(first.after(role.span).search(_LINKED), None) if role else None
    if link is None:
        return first, run_on(more) if more else None
    head, tail = (
        trim(first.before(Span(*link.span()))),
        trim(first.part(link.end(), first.span.end)),
    )
    if tail and tail.fullmatch(_CHARGES):
        return first, run_on(more) if more else None
    if not more:
        return head, tail
    if found(first, COMMITTEES) or not tail:
        return first, run_on(more)
    return head, run_on([tail, *more])
