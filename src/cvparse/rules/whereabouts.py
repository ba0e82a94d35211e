"""Where the owner lives or works, as a head or a contact block prints it.

1 Oak Street • Elmbridge, NY, 12144 · Elmbridge, CA 94999, USA · 10999 Larkmoor · Larkmoor, Czechia
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cvparse.document import UPPER, Item, Mention, Passage, Span
from cvparse.rules.rule import Scene

_SEPARATE = re.compile(r"\s+[|•·⋄∙]\s+|\t|\s{3,}|\n|\s[-–—]\s")
_PART = re.compile(r"[^,;:()]+")
_TOWN = re.compile(
    rf"\s*(?:(?:[A-Z]{{1,2}}-)?\d{{4,6}}\s+)?(?:St\.? )?[{UPPER}][^\W\d_]+(?:[ '.-]{{1,2}}[^\W\d_]+){{0,3}}\s*$"
)
_BEHIND = re.compile(r"(?:,?\s+[A-Z]{0,2}\d[\w-]{3,8}(?: \d[A-Z]{2})?)?,?\s+(?=[A-Z])")
# `Born in Elmbridge`, `Citizenship: New Zealand`: of the owner, and no whereabouts.
_ORIGIN = re.compile(
    r"\b(?:born|birth(?:place|day)?|citizen(?:ship)?|national(?:ity)?|nationalit[éà]|nationalité|nacionalidade?|nacionalidad"
    r"|geb(?:\.|oren|urtsort)|staatsangehörigkeit|née?|lieu de naissance|nacid[oa]|nascid[oa]|nat[oa] a|visa|passport)(?!\w)",
    re.I,
)
_BODIES = ("organization_word", "position_word", "degree_word")


def homes(scene: Scene, items: Iterable[Item], but: Iterable[Span]) -> Iterator[Mention]:
    """The place of each line that names one; of a line about the origin, a note instead.

    Relies on the habit to print the town before its country or state, parted by a comma. Wrong
    for a town that stands behind its street without one.
    """
    taken = list(but)
    for item in items:
        for piece in item.split(_SEPARATE):
            places = [m.span for m in scene.seen("place", within=piece.span)]
            places = [s for s in places if not any(s.overlaps(t) for t in taken)]
            for span in places[:1]:
                if next(piece.before(span).search(_ORIGIN), None):
                    yield Mention("note", piece.span, piece.value, "profile.origin")
                    continue
                home = piece.part(_town(scene, piece, span), _country(scene, piece, span))
                if home.span != span:
                    yield Mention("home", home.span, home.value, "profile.home")


def _town(scene: Scene, piece: Passage, place: Span) -> int:
    """Where the town begins that stands before a country or state alone."""
    before = piece.before(place)
    if "," in piece.part(*place).folded or not before.folded.rstrip().endswith(","):
        return place.start
    parts = [before.at(m) for m in before.search(_PART) if m[0].strip()]
    town = parts[-1].strip()
    other = scene.seen(*_BODIES, within=town.span)
    return town.span.start if town.match(_TOWN) and not other else place.start


def _country(scene: Scene, piece: Passage, place: Span) -> int:
    """Where the country ends that stands behind a postal code: `CA 94999, USA`."""
    code = piece.after(place).match(_BEHIND)
    if code is None:
        return place.end
    words = scene.seen("place_word", within=piece.part(code.end(), piece.span.end).span)
    return words[0].span.end if words and words[0].span.start == code.end() else place.end
