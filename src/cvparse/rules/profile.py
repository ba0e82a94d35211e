"""The lines above the first heading: whose CV this is, and what they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cvparse import lexicon
from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules import whereabouts
from cvparse.rules.names import run
from cvparse.rules.phrases import prose
from cvparse.rules.rule import Finder, Reading, Scene

_HEADER = frozenset({"header", "summary", "contact"})
_TITLES = r"(?:curr[ií]culum v[ií]t(?:ae|æ)|short c\.?v\.?|lebenslauf|c\.v\.|cv|résumé|resume|vita|biographical sketch)"
_TITLE = re.compile(rf"{_TITLES}(?!\w)(?:[\s:-]|\b(?:of|von|de|for)\b)*", re.I)
_FULL_NAME = re.compile(
    r"[\s|]*(?:full name|name|nom(?: complet)?|nombre(?: completo)?|nome(?: completo)?)(?:\s*[:|]|\t|[^\S\n]{3,})[\s|]*(?P<it>[^\W\d][^\n|]{2,60})",
    re.I,
)
_HONOUR = re.compile(
    r"(?:(?:(?:professor|prof|pd|dra?|ing|eng(?:r|ª)?|mrs?|ms|miss|sir|dame)\b[.ª]?|(?:iur|rer|nat|phil|med|theol|pol|habil|h\. ?c)\.(?:-ing\.)?)"
    r"\s*(?:\((?:mrs?|ms|miss)\.?\)\s*)?)+(?=\S)",
    re.I,
)
_LABEL = re.compile(r"(?:title|author)\s?:\s*[\"']?", re.I)
_TITLE_BEHIND = re.compile(rf"(?:'s?|\s*[-|,:(])?\s+{_TITLES}\W*$", re.I)
# Names that no pattern of names knows: in small letters, or with their space lost.
_SMALL = re.compile(
    rf"[a-z]{{2,}}(?: [a-z]\.?)?(?: [a-z][a-z'-]+){{1,2}}|[{UPPER}][a-z]{{2,}}[{UPPER}][a-z]{{2,}}"
)
_I_AM = re.compile(
    r"\b(?:I'm|I am|is)\s+(?:currently\s+)?(?:an?|the)\s+(?P<it>[^.;\n]+?)(?=[.;\n]|,?\s+(?:where|who|and (?:my|I)|with an?)\b|$)"
)
_SUPPORT = re.compile(
    r"\b(?:supported|funded|sponsored|financed) (?:in part )?by\s+(?:an?\s+|the\s+)?(?P<it>[^.;\n]+?)"
    r"(?=,?\s+and\s+(?:I|we|my|our)\b|[.;\n]|$)"
)
_PARTNERS = re.compile(
    rf"\b(?:work(?:ed|ing)?|collaborat(?:e|ed|ing)) (?:closely )?with\s+[a-z][^.;\n]*?\b(?:at|from)\s+(?P<it>[{UPPER}][^.:;\n]*)"
)
_LISTED = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_SEPARATE = re.compile(r"\s+[|•·]\s+|\t|\s{3,}|\n")
_TAKEN = ("email", "url", "phone", "orcid", "place", "furniture", "link", "address")


def _profile(scene: Scene) -> Iterator[Mention]:
    items = scene.entry.items
    named = _called(scene, items)
    if named is None and scene.kind == "header":
        named = _name(scene, items)
    if named is not None:
        yield named
    told = [
        i for i in items if i.folded.rstrip().endswith("?") or (prose(i) and not _ways(scene, i))
    ]
    if told:
        yield from _summary(items, told, named)
    whole = Span.cover(i.span for i in told) if told else Span(0, 0)
    lines = [i for i in items if not i.span.overlaps(whole)]
    homes = list(whereabouts.homes(scene, lines, [named.span] if named else ()))
    yield from homes
    for item in lines:
        yield from _line(scene, item, [m.span for m in (*homes, named) if m])


def _ways(scene: Scene, item: Item) -> bool:
    """A row of addresses, places and accounts, whose words look like a sentence's."""
    seen = [m.span for m in scene.seen("email", "url", "phone", "place", within=item.span)]
    rest = sum(len(piece.folded) for piece in item.without(seen))
    return bool(seen) and rest < len(item.folded) / 2


def _called(scene: Scene, items: tuple[Item, ...]) -> Mention | None:
    """`Full name | Jane Roe`: what is labelled so."""
    told = ((i, m) for i in items if scene.kind != "summary" and (m := i.match(_FULL_NAME)))
    return next((_as_name(scene, item.at(m, "it").strip()) for item, m in told), None)


def _name(scene: Scene, items: tuple[Item, ...]) -> Mention | None:
    """The first line that is a name, or the first short line of capitalised words; bullets list
    what is to come, but `# Jane Roe's CV` is a title.
    """
    for item in (i for i in items[:4] if not i.bulleted or _top(i)):
        beside = [m.span for m in scene.seen("degree", "date", within=item.span)]
        for piece in (p for part in item.without(beside) for p in part.split(_SEPARATE)):
            rest = _untitled(_unposted(scene, piece))
            if rest and (name := _as_name(scene, rest)):
                return name
    for item in items[:1]:
        known = {w.strip(".") for w in item.folded.split()} & lexicon.vocabulary()
        if item.strip().fullmatch(_SMALL) and not known:
            return Mention("name", item.strip().span, item.strip().value, "profile.small")
    return None


def _unposted(scene: Scene, piece: Passage) -> Passage:
    """`Jane Roe Associate Professor of Law`: what stands before the position, if anything does."""
    posts = scene.seen("position_word", within=piece.span)
    before = piece.before(posts[0].span).strip() if posts else piece
    return before if before.folded.count(" ") else piece


def _top(item: Item) -> bool:
    """Is it a heading of Markdown?"""
    return item.source.line_at(item.span.start).text.startswith("#")


def _untitled(piece: Passage) -> Passage:
    """Without `title:`, `Curriculum Vitae of` or `Professor` before it, or `'s CV` behind."""
    if label := piece.match(_LABEL):
        piece = piece.part(label.end(), piece.span.end)
    if title := piece.match(_TITLE):
        piece = piece.part(title.end(), piece.span.end)
    if honour := piece.match(_HONOUR):
        piece = piece.part(honour.end(), piece.span.end)
    for behind in piece.search(_TITLE_BEHIND):
        piece = piece.part(piece.span.start, behind.start())
    return piece.strip(" ,:|·•-\"'")


def _as_name(scene: Scene, piece: Passage) -> Mention | None:
    found = run(piece)
    if len(found.names) >= 1 and found.names[0].style == "full":
        span = found.names[0].passage.span
        rest = piece.part(span.end, piece.span.end).folded.strip(" ,.")
        if not rest or (len(rest) <= 24 and "," in piece.folded):
            return Mention("name", span, piece.source.read(span), "profile.name")
    words = piece.folded.split()
    if (
        1 < len(words) <= 5
        and all(w[0].isupper() for w in words)
        and not scene.seen(*_TAKEN, "organization_word", "position_word", within=piece.span)
    ):
        return Mention("name", piece.span, piece.value, "profile.name")
    return None


def _summary(items: tuple[Item, ...], told: list[Item], named: Mention | None) -> Iterator[Mention]:
    """From the first sentence to the last, what stands between them included."""
    whole = items[0].source.whole().part(told[0].span.start, told[-1].span.end)
    parts: list[Mention] = []
    for item in items:
        if item.span.within(whole.span):
            parts += _said(item)
    yield Mention("summary", whole.span, whole.value, "profile.summary", tuple(parts))


def _said(item: Item) -> Iterator[Mention]:
    """Questions asked, who supported, with whom; the position in `I'm a X at Y`."""
    if item.folded.rstrip().endswith("?"):
        yield Mention("question", item.span, item.value, "profile.question")
        return
    for found in item.search(_I_AM):
        here = item.at(found, "it").strip(" ,")
        yield Mention("headline", here.span, here.value, "profile.i_am")
        break
    for label, pattern in (("supporter", _SUPPORT), ("collaborator", _PARTNERS)):
        for found in item.search(pattern):
            for piece in item.at(found, "it").split(_LISTED):
                yield Mention(label, piece.span, piece.value, f"profile.{label}")


def _dated(scene: Scene, item: Item) -> bool:
    """`Last updated: May 2024`: of the page, not of the owner."""
    words = scene.seen("furniture_word", within=item.span)
    return any(w.value == "updated" for w in words) and len(item.folded) < 60


def _line(scene: Scene, item: Item, known: list[Span]) -> Iterator[Mention]:
    """A line that is no sentence: a position, or part of an address."""
    if _dated(scene, item):
        yield Mention("furniture", item.span, "date of the page", "profile.updated")
        return
    spans = [m.span for m in scene.seen(*_TAKEN, within=item.span)]
    for free in item.without([*spans, *known]):
        for piece in (p.strip(" ,;:|-()") for p in free.split(_SEPARATE)):
            if not piece or not any(c.isalpha() for c in piece.folded):
                continue
            if title := piece.fullmatch(_TITLE):
                yield Mention(
                    "furniture", Span(*title.span()), "title of the page", "profile.title"
                )
            elif scene.seen("position_word", within=piece.span):
                yield Mention("headline", piece.span, piece.value, "profile.position")
            else:
                yield Mention("note", piece.span, piece.value, "profile.line")


LAYOUTS: tuple[Finder, ...] = (Reading("profile.lines", _profile, kinds=_HEADER),)
