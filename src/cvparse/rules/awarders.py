"""The name of one prize and who gave it, from the pieces of its first line and the lines below.

The name stands first, unless only the second piece is named a prize. What it was given for is no
part of it: `for my work on …`, `to attend …`; `Prize for Young Botanists` keeps its words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cvparse.document import UPPER, Item, Passage
from cvparse.rules.laurels import AWARDS, is_body, is_prize, run_in
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import bare, cut, found, joined, named, says, trim
from cvparse.rules.rule import Scene

_GIVEN = (
    r"(?:awarded|given|presented|sponsored|funded|conferred|granted|offered|bestowed|issued|hosted|supported"
    r"|provided|financed|covered|administered)\s+(?:jointly\s+)?(?:by|at|from|through)|by|from"
    r"|verliehen\s+(?:von|durch)|décernée?\s+par|attribuée?\s+par|otorgad[oa]\s+por|concedid[oa]\s+(?:por|pel[oa])"
    r"|conferit[oa]\s+da"
)
BY = re.compile(rf"[,(]?\s*(?<!\w)(?i:{_GIVEN})\s*:?\s+(?:the\s+|l'|der\s+|la\s+)?(?=[{UPPER}])")
_PAID_BY = re.compile(
    rf"(?<!\w)(?:awarded|given|sponsored|funded|conferred|granted|supported|provided|financed|covered)\s+by\s+(?:the\s+)?(?=[{UPPER}])"
)
_LEAD = re.compile(
    rf"(?:Recipient|Winner|Laureate) of\s(?:the\s|an?\s)?(?=[{UPPER}\"])|(?:Awarded|Received|Won)\s(?:the|an?)\s(?=[{UPPER}\"])"
)
_AT = re.compile(rf"\s+at\s+(?:the\s+)?(?=[{UPPER}])")
_CITED = re.compile(
    r"[\s,(]+(?:for\s+(?:(?:my|his|her|our|their|an?|the|having|being|outstanding|excellent|excellence)\b|\"|[a-zà-ÿ]+ing\b)"
    r"|to\s+(?:present|attend|support|conduct|pursue|participate|visit|study|fund|travel|carry|complete|undertake|work)\b"
    r"|in\s+recognition\s+of|awarded\s+(?:for|to|as|in)\b|given\s+(?:for|to)\b|worth\b|valued\b|dotiert\b"
    r"|\"[^\"]{30,})"
)
_REMARK = re.compile(
    r"(?:for|in recognition|(?:jointly )?(?:organi[sz]ed|held|hosted)|awarded|given|to|based on|as|with|on|which|who|this|selected|one of|top \d|ranked|declined"
    r"|competitive|für|pour|por|per|\d+ (?:of|out of)|\d+ (?:years?|months?)|renew\w+|worth|dotiert)\b",
    re.I,
)
_ASIDE = re.compile(r"\s*\((?P<it>[^()]+)\)$")
_THE = re.compile(r"(?:the|der|die|das)\s+(?=\S)")
_COLON = re.compile(r":\s+")
_ACRONYM = re.compile(rf"[{UPPER}][{UPPER}\d&/-]{{1,9}}(?:[ -][{UPPER}\d][\w&/-]{{1,12}}){{0,3}}")
_PROPER = re.compile(
    rf"[{UPPER}][\w'.&-]*(?:\s(?:(?:of|for|and|di|de|du|des|do|da|der|für|&)\s)?[{UPPER}][\w'.&-]*){{0,3}}"
)
_RESULT = named("funding", "results")
_SORT = named("funding", "sorts")
_PLAIN = named("funding", "plain_results")
LONG = 90
_MARK = 4


class Prize(NamedTuple):
    title: Passage
    awarder: Passage | None
    rest: list[Passage]


def read(scene: Scene, pieces: list[Passage], later: list[tuple[Item, list[Passage]]]) -> Prize:
    """Name and giver, from the pieces of the first line and the lines under it."""
    above = _swapped(scene, pieces, later)
    if above:
        return above
    title, left = _result(scene, _coloned(scene, pieces))
    if lead := title.match(_LEAD):
        title = title.part(lead.end(), title.span.end)
    by = next(title.search(BY), None) if not title.folded.startswith('"') else None
    awarder = None
    if by and says(title.part(title.span.start, by.start())):
        awarder = _name(title.part(by.end(), title.span.end))
        awarder = _run(scene, [awarder, *left])
        title = trim(title.part(title.span.start, by.start()))
    title = _uncited(title)
    awarder = awarder or _awarder(scene, left) or _below(scene, title, later)
    title, aside = _unbracketed(scene, title)
    if not awarder and not aside and (beside := run_in(scene, title)):
        return Prize(*beside, left)
    if not awarder and not aside and (at := next(title.search(_AT), None)):
        where = title.part(at.end(), title.span.end)
        if is_body(scene, where):
            return Prize(trim(title.part(title.span.start, at.start())), trim(where), left)
    return Prize(title, awarder or aside, left)


def _coloned(scene: Scene, pieces: list[Passage]) -> list[Passage]:
    """`Leaf Society: Acme Prize`: the colon parts as a comma does."""
    first = pieces[0]
    colon = next(first.search(_COLON), None)
    if not colon:
        return pieces
    head = trim(first.part(first.span.start, colon.start()))
    tail = trim(first.part(colon.end(), first.span.end))
    told = is_prize(scene, tail) or is_prize(scene, head) or is_body(scene, tail)
    return [head, tail, *pieces[1:]] if says(tail) and told else pieces


def _swapped(
    scene: Scene, pieces: list[Passage], later: list[tuple[Item, list[Passage]]]
) -> Prize | None:
    """`Leaf Society, Acme Prize`: only the second piece, or the line below, is named a prize."""
    pieces = _coloned(scene, pieces)
    first = pieces[0]
    below = later[0][1] if later and len(pieces) == 1 and not _bullet(later[0][0]) else []
    rest_ = pieces[1:] or below
    if not rest_ or scene.seen(*AWARDS, within=first.span) or found(first, _RESULT):
        return None
    if not is_prize(scene, rest_[0]):
        return None
    dashed = first.source.whole().part(first.span.end, rest_[0].span.start).folded.strip() in (
        "-",
        ":",
        "|",
    )
    apart = dashed or rest_ is below
    if is_body(scene, first) or first.fullmatch(_ACRONYM) or (apart and first.fullmatch(_PROPER)):
        return Prize(_uncited(rest_[0]), _name(first), rest_[1:])
    return None


def _result(scene: Scene, pieces: list[Passage]) -> tuple[Passage, list[Passage]]:
    """`Winner, Acme Prize` is the Acme Prize; `Honorable Mention, Acme Prize` is just that."""
    first, left = pieces[0], pieces[1:]
    if left and first.fullmatch(_PLAIN):
        return left[0], left[1:]
    if left and first.fullmatch(_RESULT) and scene.seen(*AWARDS, within=left[0].span):
        return joined([first, left[0]]), left[1:]
    if left and _of_a_sort(scene, first, left[0]):
        return _unlong(joined([first, left[0]])), left[1:]
    return first, left


def _of_a_sort(scene: Scene, first: Passage, second: Passage) -> bool:
    """`Acme Scholarship - Doctoral`, `Best Talk - invited speakers`: what sort of it."""
    between = first.source.whole().part(first.span.end, second.span.start).folded
    if "-" not in between or is_body(scene, second):
        return False
    named_so = found(second, _SORT) or found(second, _RESULT)
    return second.folded[:1].islower() or named_so is not None


def _unlong(title: Passage) -> Passage:
    """Without how long it lasts: `(2 years)`."""
    bracket = next(title.search(_ASIDE), None)
    remark = bracket and title.at(bracket, "it").match(_REMARK)
    return trim(title.part(title.span.start, bracket.start())) if bracket and remark else title


def _uncited(title: Passage) -> Passage:
    """Without what it was given for; a lone *Award* keeps it, since it would say nothing."""
    cited = next(title.search(_CITED), None)
    if not cited:
        return title
    name = trim(title.part(title.span.start, cited.start()))
    return name if says(name) else title


def _unbracketed(scene: Scene, title: Passage) -> tuple[Passage, Passage | None]:
    """A bracket behind the name: who gave it, a remark, or part of the name: `(DC2)`."""
    bracket = next(title.search(_ASIDE), None)
    if not bracket:
        return title, None
    inside, name = (
        trim(title.at(bracket, "it")),
        trim(title.part(title.span.start, bracket.start())),
    )
    if not says(name):
        return title, None
    if inside.match(_REMARK):
        return name, None
    body = is_body(scene, inside) or (inside.fullmatch(_ACRONYM) and not _short_for(name, inside))
    return (name, inside) if body else (title, None)


def _short_for(name: Passage, inside: Passage) -> bool:
    """`Young Leaf Award (YLA)` is its own short name; so is what holds a number: `(DC1)`."""
    letters = [c for c in inside.folded.lower() if c.isalpha()]
    return len(letters) < len(inside.folded) or letters[0] == name.folded[:1].lower()


def _awarder(scene: Scene, left: list[Passage]) -> Passage | None:
    """The bodies behind the name; where none is known, whatever is written like a name."""
    bodies = [n for n, p in enumerate(left) if is_body(scene, p) and not p.match(_REMARK)]
    for number, piece in enumerate(left):
        if by := piece.match(BY) or next(piece.search(_PAID_BY), None):
            return _run(scene, [_name(piece.part(by.end(), piece.span.end)), *left[number + 1 :]])
    if bodies:
        return _run(scene, [_name(left[bodies[0]]), *left[bodies[0] + 1 :]])
    for piece in left:
        name = _name(piece)
        if piece.fullmatch(_RESULT):
            continue
        if piece.match(_REMARK) or not name.folded[:1].isupper() or name.span.length > LONG:
            break
        return name
    return None


def _run(scene: Scene, pieces: list[Passage]) -> Passage:
    """`Faculty of Leaves, University of Elmbridge` is one body; a place or a remark ends it."""
    kept = [pieces[0]]
    for piece in pieces[1:]:
        between = piece.source.whole().part(kept[-1].span.end, piece.span.start).folded
        if (
            between.strip() != ","
            or "\n" in between
            or not is_body(scene, piece)
            or piece.match(_REMARK)
        ):
            break
        kept.append(piece)
    return joined(kept)


def _name(piece: Passage) -> Passage:
    """A body without its article, and without what follows it: `the Leaf Society for my work`."""
    text = _unlong(_uncited(bare(piece)))
    article = text.match(_THE)
    return trim(text.part(article.end(), text.span.end)) if article else trim(text)


def _bullet(item: Item) -> bool:
    """A bullet opens the line; the `###` of a heading is none."""
    before = item.source.whole().around(item.head(0).span, before=_MARK).folded
    return item.bulleted and not before.rstrip(" [").endswith("#")


def _below(scene: Scene, title: Passage, later: list[tuple[Item, list[Passage]]]) -> Passage | None:
    """Who gave it, on a line of its own: announced, a known body, or else the first such line."""
    for item, _ in later:
        if by := next(item.search(BY), None):
            inside = cut(item.part(by.end(), item.span.end))
            if inside and not (prose(item) and not is_body(scene, inside[0])):
                return _run(scene, [_name(inside[0]), *inside[1:]])
    rows = [
        p
        for _, p in later
        if p and not p[0].value.startswith(title.value) and not p[0].match(_REMARK)
    ]
    for row in rows:
        if any(is_body(scene, p) for p in row):
            return _awarder(scene, row)
    return _awarder(scene, rows[0]) if rows and not _bullet(later[0][0]) else None
