"""Where a course was given, among the pieces of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cvparse.document import UPPER, Item, Passage
from cvparse.rules.lessons import Lesson
from cvparse.rules.pieces import joined, says, terms
from cvparse.rules.rule import Scene

_PRACTICAL = re.compile(r"\w (?:laboratory|lab|studio|clinic|practicum|praktikum)$", re.I)
_SHORT_NAME = re.compile(rf"[{UPPER}][\w'.&-]*(?: [{UPPER}][\w'.&-]*){{0,3}}")


def housed(told: list[Lesson]) -> tuple[list[Passage], list[Lesson]]:
    """The hosts, those of one line as one: `Department of Earth, Sea & Sky, University of X`."""
    where = [n for n, x in enumerate(told) if x.sort == "host"]
    if not where:
        return [], told
    first, last = where[0], where[0]
    for number in where[1:]:
        between = (
            told[last]
            .passage.source.whole()
            .part(told[last].passage.span.end, told[number].passage.span.start)
        )
        only = all(x.sort == "course" for x in told[last + 1 : number])
        if only and "\n" not in between.folded and not between.folded.count("  "):
            last = number
    host = joined([x.passage for x in told[first : last + 1]])
    others = [told[n].passage for n in where if not first <= n <= last]
    left = [x for n, x in enumerate(told) if x.sort != "host" and not first <= n <= last]
    return [host, *others], left


def practised(told: list[Lesson]) -> list[Lesson]:
    """`Moss Laboratory` beside a university, and no course in sight: it is what was taught."""
    hosts = [x for x in told if x.sort == "host"]
    labs = [x for x in hosts if _PRACTICAL.search(x.passage.folded)]
    if len(labs) != 1 or len(hosts) < 2 or any(x.sort == "course" for x in told):
        return told
    return [x._replace(sort="course") if x is labs[0] else x for x in told]


def beneath(scene: Scene, group: Sequence[Item], courses: Sequence[Passage]) -> bool:
    """`2022 Wooden Bridges` above `TU Larkmoor`: a short name on the next line is where."""
    if len(group) < 2 or not terms(scene, group[0].span) or group[1].bulleted:
        return False
    above, last = courses[-2], courses[-1]
    alone = not says(group[1].before(last.span)) and not says(group[1].after(last.span))
    return above.span.within(group[0].span) and alone and last.fullmatch(_SHORT_NAME) is not None


def quoted(course: Passage) -> bool:
    end = course.span.end
    return course.source.whole().part(end, end + 2).folded.lstrip(",.").startswith('"')


def run_of(several: Sequence[Passage]) -> list[Passage]:
    """`Questions, Issues, and Debates`: pieces that only a comma parts are one title."""
    kept = list(several[:1])
    for piece in several[1:]:
        between = piece.source.whole().part(kept[-1].span.end, piece.span.start).folded
        if between.strip() != "," or "\n" in between:
            break
        kept.append(piece)
    return kept
