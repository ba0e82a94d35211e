"""Title and funder of a grant, among what roles, sums, dates and names leave of its lines.

PI, Title, Funder, $5,000, 2019-2021 · Funder R01 AB123456 (PI: X) / Title
NSF CAREER Award, Title · ERC Starting Grant "Title" (2019-2024), PI · Acme Research Grant, 2018
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.funders import NAME, Piece, chosen, weight
from cvparse.rules.phrases import prose
from cvparse.rules.pieces import (
    COMMA,
    asides,
    bare,
    cut,
    found,
    joined,
    lots,
    named,
    remarks,
    rest,
    terms,
    trim,
)
from cvparse.rules.rule import Finder, Reading, Scene

_APART = re.compile(
    rf"{COMMA.pattern}|\s/\s|(?<=[a-zà-ÿ0-9)\"]{{2}})\.\s+(?=[{UPPER}\"])|(?<=[{UPPER}+]{{3}})\.\s+(?=[{UPPER}\"])|(?<=[a-z)])\.$"
)
_COLON = re.compile(r":\s+")
_DID = re.compile(rf"(?:[{UPPER}][\w-]+ed|I|We|My|Our|This|It)\s")
_ALONE = named("funding", "roles_alone")
_SINGLE = re.compile(r"(?<!\w)'(?P<it>[^'\n]{8,200})'(?!\w)")
_LEAD = re.compile(rf"(?:on|of|for|at|in|from|under|by)\s(?:the\s|an?\s)?(?=[{UPPER}])")
_FIGURE = re.compile(r"\s*\(\s?\d[\d.,]*\s?[kKmM]?\s?\)$")  # (1.4M): money of no currency
_ASIDE = re.compile(r"\s\((?P<it>[^()\n]{2,40})\)$")
_WORDY = re.compile(r"[^\W\d_]{3}|[^\W\d_]{2}$")
_EFFORT = re.compile(
    r"\d[\d.]*\s?(?:%|percent\b|calendar\b|academic\b|summer\b|person[- ]months?\b|FTE\b|cal\b)|effort\b",
    re.I,
)
_STATUS = named("funding", "statuses")
_SHARE = named("funding", "shares")
_MORE = re.compile(r"(?:and|und|et|y|e|&)\s|[^\W\d_]")
_SUM_SAID = re.compile(
    r"(?:(?:total|award|grant|direct|overall)\s)*(?:funding|award|amount|costs?|budget|value|total|sum|for|of|approx\.?|ca\.?|dotiert mit)"
    r"\s?:?\s*$",
    re.I,
)
_TAKEN = (
    "money", "role", "award_number", "numbered", "investigators", "status", "link", "url", "quoted", "funder",
    "funder_cued", "furniture", "people", "project", "amount",
)  # fmt: skip


def _grants(scene: Scene) -> Iterator[Mention]:
    """One mention for each grant of an entry, a part for each of its fields."""
    for lot in lots(scene):
        parts = _grant(scene, lot)
        if any(p.label in ("title", "funder") for p in parts):
            span = Span.cover(i.span for i in lot)
            yield Mention("grant_told", span, "", "grants.told", tuple(parts))


def _grant(scene: Scene, lot: Sequence[Item]) -> list[Mention]:
    whole = joined(lot)
    pieces, alone = _alone(_pieces(scene, lot))
    title, funder = chosen(scene, whole, pieces)
    parts = [
        *_sums(scene, whole),
        *scene.seen("role", "award_number", "investigators", within=whole.span),
        *alone,
        *_headed(scene, alone),
        *terms_apart(scene, whole, title),
    ]
    if title:
        parts.append(Mention("title", title.span, title.value, "grants.title"))
    if funder:
        parts.append(funder)
    known = scene.seen("furniture", "money", "link", within=whole.span)
    said = [m for item in lot for m in _said(item, known)]
    return [*parts, *said, *remarks(lot, [*parts, *known, *said], "grants.note")]


def _sums(scene: Scene, whole: Passage) -> Iterator[Mention]:
    """The whole sum of a grant: a part of it (`my share $120k`) only where no other is told."""
    sums = scene.seen("money", within=whole.span)
    shares = [m for m in sums if _part_of(scene, whole, m)]
    yield from [m for m in sums if m not in shares][:1] or shares[:1]


def _part_of(scene: Scene, whole: Passage, money: Mention) -> bool:
    near = whole.around(money.span, before=24, behind=20)
    line = scene.source.line_at(money.span.start)
    beside = near.part(max(near.span.start, line.span.start), min(near.span.end, line.span.end))
    return any(
        found(side, _SHARE) and "," not in side.folded.strip(" ,")
        for side in (beside.before(money.span), beside.after(money.span))
    )


def terms_apart(scene: Scene, whole: Passage, title: Passage | None) -> list[Mention]:
    """The dates of a grant or prize: those outside its title."""
    dates = terms(scene, whole.span)
    return [d for d in dates if title is None or not d.span.overlaps(title.span)]


def _pieces(scene: Scene, lot: Sequence[Item]) -> list[Piece]:
    """What the known fields leave of each line that is no mere remark."""
    pieces: list[Piece] = []
    for number, item in enumerate(lot):
        if number and pieces and _tells(scene, lot[0], item):
            continue
        taken = [*terms(scene, item.span), *scene.seen(*_TAKEN, within=item.span)]
        stretches = [*rest(item, [*taken, *_said(item, taken)]), *asides(item, taken)]
        for stretch in stretches:
            for piece in cut(stretch, _APART):
                pieces += [Piece(p, number, weight(scene, p)) for p in _parted(scene, piece)]
    return [p for p in pieces if _is_name(scene, p.passage)]


def _tells(scene: Scene, first: Item, item: Item) -> bool:
    """A sentence below the grant's name: `Built a leaf atlas.`; titles are sentences only in part."""
    if not prose(item):
        return False
    named_above = bool(scene.seen("grant_word", within=first.span))
    below = item.bulleted and not first.bulleted
    return below or item.folded.rstrip().endswith(".") or (named_above and bool(item.match(_DID)))


def _is_name(scene: Scene, piece: Passage) -> bool:
    """Neither a place, nor what is said of a sum, of how many there are, of one's time."""
    line = piece.source.line_at(piece.span.start).span
    place = any(piece.span.within(m.span) for m in scene.seen("place", within=line))
    share = piece.folded[:1].islower() and found(piece, _SHARE)
    effort = piece.match(_EFFORT) is not None
    return bool(next(piece.search(_WORDY), None)) and not place and not share and not effort


def _said(item: Item, taken: Sequence[Mention]) -> Iterator[Mention]:
    """`Total funding:` before a sum goes with it."""
    for money in taken:
        if money.label == "money" and (
            lead := next(
                item.around(money.span, before=60).before(money.span).search(_SUM_SAID), None
            )
        ):
            yield Mention("furniture", Span(*lead.span()), "words of an amount", "grants.sum")


def _parted(scene: Scene, piece: Passage) -> list[Passage]:
    """`DFG: Title` is a funder and a title; `Title: more of it` is one title."""
    colon = next(piece.search(_COLON), None)
    if colon:
        head = trim(piece.part(piece.span.start, colon.start()))
        if weight(scene, head) >= NAME:
            return [bare(head), bare(piece.part(colon.end(), piece.span.end))]
    inner = bare(piece).strip(' "')
    if quote := next(inner.search(_SINGLE), None):
        before = trim(inner.part(inner.span.start, quote.start()))
        return [*_parted(scene, before), inner.at(quote, "it")]
    if lead := inner.match(_LEAD):
        inner = inner.part(lead.end(), inner.span.end)
    figure = next(inner.search(_FIGURE), None)
    return [trim(inner.part(inner.span.start, figure.start())) if figure else inner]


def _alone(pieces: list[Piece]) -> tuple[list[Piece], list[Mention]]:
    """Pieces that are nothing but a role or a status, or end in one: `Title (coordinator)`."""
    left, said = [], []
    for piece in pieces:
        text = piece.passage
        for label, words in (("role", _ALONE), ("status", _STATUS)):
            if text.fullmatch(words):
                said.append(Mention(label, text.span, text.value, f"grants.{label}"))
                break
            aside = next(text.search(_ASIDE), None)
            if aside and text.at(aside, "it").fullmatch(words):
                said.append(Mention(label, Span(*aside.span("it")), aside["it"], f"grants.{label}"))
                left.append(piece._replace(passage=trim(text.before(Span(*aside.span())))))
                break
        else:
            left.append(piece)
    return left, said


def _headed(scene: Scene, said: Sequence[Mention]) -> Iterator[Mention]:
    """`Pending`, `As PI` above several grants, or the heading `Current funding`, tell of each."""
    for label, words in (("status", _STATUS), ("role", named("funding", "roles"))):
        if any(m.label == label for m in (*said, *scene.seen(label))):
            continue
        for above in (*reversed(scene.entry.context), *_heading(scene)):
            told = found(above, words) if above.span.length <= 60 else None
            if told:
                yield Mention(label, told.span, told.value, "grants.heading", how="inferred")
                break


def _heading(scene: Scene) -> list[Passage]:
    section = scene.entry.section
    return [Passage(section.source, section.heading)] if section and section.heading else []


LAYOUTS: tuple[Finder, ...] = (Reading("grants.told", _grants, kinds=frozenset({"grants"})),)
