"""Who one is in which body: `Chair, PhD Committee, Niels Bohr Institute`, `Reviewer for A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import Item, Mention, Passage, Span
from cvparse.rules import abreast
from cvparse.rules.bodies import bodies, several
from cvparse.rules.duties import is_committee, is_role, parted, title
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import (
    COMMA,
    closes,
    cut,
    found,
    headed,
    joined,
    lines,
    named,
    rest,
    run_on,
    says,
    terms,
    trim,
)
from cvparse.rules.rule import Finder, Reading, Scene
from cvparse.rules.seats import AGENT

_HEADINGS = named("offices", "reviewing")
_REVIEWS = re.compile(
    r"\s*(?P<it>(?:(?:[\w'/-]+\s+){0,3}?[\w-]{0,12}?(?:(?:reviewer|referee|evaluator|assessor)s?|peer-?\s?reviews?|(?:manuscript|paper|grant|article) reviews?|reviewing|refereeing|"
    r"reviewed|refereed|gutacht(?:en|ung)|gutachter(?:in)?|gutachtertätigkeit|évaluat(?:eur|rice)|relect(?:eur|rice)|recenseu(?:r|se)|parecerista|revisore?s?|evaluadora?)"
    r"|ad[ -]hoc(?=\s?:)|(?:rapporteure?|expertises?|experte?)(?=\s+(?:pour|auprès)\b)))\b"
    r"(?:\s*\((?P<aside>[^()\n]{1,60})\))?(?P<to>\s*(?:[:,]|-\s|for\b|of\b|at\b|für\b|pour\b|para\b|per\b|$))"
    r"(?:\s*(?:the\s+|l'|la\s+|le\s+)?(?:following\s+)?(?:(?:academic|scientific|peer-reviewed)\s+)?(?:journals?\s*:)?)?\s*",
    re.I,
)
_REVIEWING = re.compile(
    r"review(?!s?\sboard)|referee|evaluator|assessor|gutacht|évaluat|relect|recens|revis|evaluad|parecer",
    re.I,
)
_SERVED = re.compile(
    r"(?:I\s+)?(?:have\s+)?(?:served?|serving|acted|acting|tätig)\s+(?:as|on|als)\s+(?:an?\s+|the\s+)?",
    re.I,
)
_APPOSITION = re.compile(r"(?:an?|the|eine?|une?|un|una)\s+[^\W\d_]*[a-zß-ÿ]\b")
_BELONGS = re.compile(r"members?|mitglied|membre|miembro|membro", re.I)
_NAME, _FEW = 90, 4
_HEAD = re.compile(r"(?P<it>[^:;,\"\n]{3,60}?)\s*:\s+(?=\S)")


def _service(scene: Scene) -> Iterator[Mention]:
    """One office each group of lines; where a heading says the role, each line is a body."""
    items = lines(scene)
    if held := abreast.office(scene, items):
        yield held
        return
    told = headed(scene, "role", _HEADINGS, "offices.heading")
    if role := _over(scene, items):
        told, items = role, items[1:]
    for group in _groups(scene, items, told is not None):
        parts = list(_office(scene, group, told))
        if any(p.label in ("role", "body") and p.how == "read" for p in parts):
            span = Span.cover(i.span for i in group)
            yield Mention("office", span, joined(group).value, "offices.line", tuple(parts))


def _over(scene: Scene, items: Sequence[Item]) -> Mention | None:
    """`Program committee` over lines of meetings, each with its own date."""
    if len(items) < 3 or terms(scene, items[0].span):
        return None
    role, body = parted(_pieces(scene, items[0]))
    if role is None and body and is_committee(body):
        role, body = body, None
    below = items[1:]
    if body or role is None or not all(terms(scene, i.span) and not prose(i) for i in below):
        return None
    return Mention("role", role.span, role.value, "offices.above", how="inferred")


def _groups(scene: Scene, items: Sequence[Item], told: bool) -> Iterator[list[Item]]:
    """Lines that belong together. A second date, a line of reviews, or a new role after a role
    and a body begins the next; wrong for an office whose two terms stand on two lines.
    """
    group: list[Item] = []
    for item in items:
        if group and _begins(scene, group, item, told):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _begins(scene: Scene, group: Sequence[Item], item: Item, told: bool) -> bool:
    if prose(item) or not any(_pieces(scene, i) for i in group):
        return False
    pieces = _pieces(scene, item)
    dated = [i for i in group if terms(scene, i.span)]
    if pieces and (item.match(_REVIEWS) or (dated and terms(scene, item.span))):
        return True
    if told:
        return bool(pieces)
    alone = len(group) == 1 and all(parted(_pieces(scene, group[0])))
    return alone and bool(pieces) and is_role(pieces[0]) and item.bulleted == group[0].bulleted


def _office(scene: Scene, group: Sequence[Item], told: Mention | None) -> Iterator[Mention]:
    first = next((i for i in group if _pieces(scene, i)), group[0])
    below = (i for i in group if i.span.start > first.span.start and not prose(i))
    later = [i for i in below if _pieces(scene, i)]
    dates = [d for item in group for d in terms(scene, item.span)]
    role, listed = _listing(scene, first, later, told)
    if listed:
        yield from _bodies(scene, role, listed, dates)
        return
    yield from dates
    level = [_pieces(scene, i) for i in later if first.bulleted or not i.bulleted]
    post, body = _alone(scene, _pieces(scene, first), level, told is not None)
    for number, pieces in enumerate(level):
        post, body = _more(post, body, pieces, bool(told or number))
    if post:
        yield Mention("role", post.span, post.value, "offices.role")
    elif told:
        yield told
    if body:
        yield Mention("body", body.span, body.value, "offices.body")


def _alone(
    scene: Scene, pieces: list[Passage], level: Sequence[list[Passage]], told: bool
) -> tuple[Passage | None, Passage | None]:
    """Role and body of a first line; where a house stands on the line below it, or the first line
    looks like one who does things and the second does not, the first is the role, whole.
    """
    post, body = parted(pieces)
    if told or not pieces:
        return post, body
    first = joined(pieces)
    below = joined(level[0]) if level else None
    if below and level[0][0].span.length < _NAME and below.folded[:1].isupper():
        housed = len(pieces) > 1 and _house(scene, body)
        seat = body is not None and is_committee(body) and _house(scene, below)
        if post and not is_role(level[0][0]) and (seat or not housed):
            return first, below
        if post is None and _agent(first) and not _house(scene, first) and not is_role(below):
            return first, below
    if post is None and len(pieces) > 1 and _agent(pieces[0]) and not _house(scene, pieces[0]):
        return pieces[0], run_on(pieces[1:])
    return post, body


def _house(scene: Scene, piece: Passage | None) -> bool:
    return piece is not None and bool(scene.seen("organization_word", within=piece.span))


def _agent(piece: Passage) -> bool:
    """`Science explainer`: a few words, the last of them one for those who do things."""
    return piece.folded.count(" ") < _FEW and found(piece, AGENT) is not None


def _more(
    role: Passage | None, body: Passage | None, pieces: list[Passage], known: bool
) -> tuple[Passage | None, Passage | None]:
    """What a further line adds: the body of a role, the role in a body."""
    if role and not body and pieces:
        return role, joined(pieces)
    if body and not role and pieces:
        line = joined(pieces)
        return (line if is_role(line) or (not known and title(line)) else None), body
    return role, body


def _listing(
    scene: Scene, first: Item, later: Sequence[Item], told: Mention | None
) -> tuple[Mention | None, Sequence[Passage]]:
    """The role of a list of bodies and the passages that list them: `Reviewer for A, B`, lines
    under `Reviewing`, and any role in bodies each of which has a date or a short name.
    """
    if opening := _opening(scene, first):
        role = first.at(opening, "it").strip()
        after = first.part(opening.end(), first.span.end)
        said = Mention("role", role.span, role.value, "offices.reviewer")
        if after.folded.count(",") > 1 and later and not any(i.bulleted for i in later):
            after, later = joined([after, *later]), ()  # one list, its lines broken for width
        return said, [p for p in (after, *later) if says(p)]
    head = first.match(_HEAD)
    post = first.at(head, "it") if head else None
    if post is None or not (is_role(post) or is_committee(post)):
        post, _ = parted(_pieces(scene, first))
    if told and post is None:
        reviewing = found(Passage(scene.source, told.span), _REVIEWING)
        return told, [first, *later] if reviewing or several(scene, first) else []
    if post is None or says(first.before(post.span)):
        return None, []
    after = first.after(post.span)
    said = Mention("role", post.span, post.value, "offices.role")
    listing = says(after) and not post.fullmatch(_BELONGS) and several(scene, after)
    return said, [after] if listing else []


def _opening(scene: Scene, item: Item) -> re.Match[str] | None:
    """`Ad hoc reviewer for`: a role of reviewing that opens a line, its date left out."""
    pieces = rest(item, terms(scene, item.span))
    return _unserved(trim(pieces[0])).match(_REVIEWS) if pieces else None


def _bodies(
    scene: Scene, role: Mention | None, listed: Sequence[Passage], dates: Sequence[Mention]
) -> Iterator[Mention]:
    if role:
        yield role
    named_bodies = [one for passage in listed for one in bodies(scene, passage)]
    own = {d.span for _, said in named_bodies for d in said}
    yield from (d for d in dates if d.span not in own)
    for name, said in named_bodies:
        yield Mention("body", name.span, name.value, "offices.body", tuple(said))


def _unserved(piece: Passage) -> Passage:
    """`Served as chair of X` without the verb."""
    verb = piece.match(_SERVED)
    return piece.part(verb.end(), piece.span.end) if verb else piece


def _pieces(scene: Scene, item: Item) -> list[Passage]:
    """The pieces of a line beside its dates and the place that ends it."""
    dates = terms(scene, item.span)
    places = [p for p in scene.seen("place", within=item.span) if closes(scene, item, p)]
    links = scene.seen("url", within=item.span)
    free = rest(item, [*dates, *places, *links])
    pieces = [_unserved(p) for f in free for p in cut(f, COMMA) if says(p)]
    return [p for n, p in enumerate(pieces) if n == 0 or not p.match(_APPOSITION)]


LAYOUTS: tuple[Finder, ...] = (Reading("offices.line", _service, kinds=frozenset({"service"})),)
