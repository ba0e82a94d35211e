"""Role and body among the pieces of a line: `Chair, Department of X`, `Journal of X (Editor)`.

English and its neighbours print what one does before where one does it; a role behind its body
stands in brackets or at the very end.
"""

from __future__ import annotations

import re

from cvparse.document import UPPER, Passage, Span
from cvparse.rules.pieces import bare, found, named, run_on, says, trim

ROLES = named("offices", "roles")
_COMMITTEES = named("offices", "committees")
_LINKED = re.compile(
    r"(?:\s*:\s+|\s+(?:(?:for|of|on|at|in|with|to|de|du|des|der|für|pour|del|della|do|da|van|voor)\s+|de\s+l'|d'))"
    rf"(?:(?:the|la|le|el|los|las)\s+)?(?:revue\s+|journal\s+)?(?=[{UPPER}\"0-9])"
)
_ASIDE = re.compile(r"\s*\((?P<it>[^()]+)\)$")
_ROLE_LENGTH = 90


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


def parted(pieces: list[Passage]) -> tuple[Passage | None, Passage | None]:
    """The role and the body among the pieces of a line."""
    if not pieces:
        return None, None
    first, last = pieces[0], pieces[-1]
    if is_role(first) and not _closes(first):
        return after_role(first, pieces[1:])
    for piece in pieces:
        aside = next(piece.search(_ASIDE), None)
        if aside and found(piece.at(aside, "it"), ROLES):
            body = trim(piece.part(piece.span.start, aside.start()))
            return bare(piece.at(aside)), body or None
    if len(pieces) > 1 and is_role(last) and not found(last, _COMMITTEES):
        return last, run_on(pieces[:-1])
    if len(pieces) > 1 and (word := found(first, _COMMITTEES)) and not says(first.after(word.span)):
        return first, run_on(pieces[1:])
    return None, run_on(pieces)


def _closes(piece: Passage) -> bool:
    """`Journal of X (Associate Editor)`: the role is the remark."""
    aside = next(piece.search(_ASIDE), None)
    return aside is not None and found(piece.part(piece.span.start, aside.start()), ROLES) is None


def after_role(first: Passage, more: list[Passage]) -> tuple[Passage, Passage | None]:
    """`Chair of the X Committee, Y` keeps its committee; `Editor for X` alone gives X away."""
    role = found(first, ROLES)
    link = next(first.after(role.span).search(_LINKED), None) if role else None
    if link is None:
        return first, run_on(more) if more else None
    head, tail = (
        trim(first.before(Span(*link.span()))),
        trim(first.part(link.end(), first.span.end)),
    )
    if not more:
        return head, tail
    if found(first, _COMMITTEES) or not tail:
        return first, run_on(more)
    return head, run_on([tail, *more])
