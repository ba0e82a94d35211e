"""What the citation model is told of each word: its looks, its neighbours, its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cvparse import lexicon
from cvparse.tagger.cutting import Words
from cvparse.tagger.looks import Look, look

_GLUE = frozenset(("s", "_", "-", "'s", "&s"))
"""Gaps inside a run of words; any other sign parts two."""
_BREAKS = frozenset(".?!")


class Chunk(NamedTuple):
    """Words between two signs: its number and length, and what its words are like."""

    number: str
    length: str
    sort: str


class Place(NamedTuple):
    """Where a word stands: in which sentence and chunk, and how far from their ends."""

    sentence: str
    opening: str
    ending: str
    chunk: int
    inside: str


_NONE = Look((), "#", "#", "#", "#")
_EDGE = Chunk("#", "#", "#")


@cache
def _signals() -> frozenset[str]:
    """Words that lead from a title to what holds it."""
    return frozenset(lexicon.table("citing")["inn"])


def traits(words: Words, habit: str = "") -> list[list[str]]:
    """The features of every word. `habit` is the order of parts in most citations of the list
    this one stands in (see `order`), where that is known.
    """
    looks = [look(text) for text in words.texts]
    gaps = words.gaps
    places, chunks = _places(looks, gaps)
    states = _states(looks, gaps)
    whole = _whole(looks, gaps)
    n = len(looks)
    padded = [_NONE, _NONE, *looks, _NONE, _NONE]
    edged = [_EDGE, *chunks, _EDGE]
    rows: list[list[str]] = []
    for i, here in enumerate(looks):
        far, left, _, right, beyond = padded[i : i + 5]
        before, behind = gaps[i], gaps[i + 1]
        near, shape = here.near, here.shape
        place, state = places[i], states[i]
        first, chunk, last = edged[place.chunk : place.chunk + 3]
        rows.append(
            [
                *here.own,
                whole,
                "l=" + before,
                "r=" + behind,
                f"ll={gaps[i - 1] if i else '^'}|{before}",
                f"rr={behind}|{gaps[i + 2] if i + 1 < n else '$'}",
                f"ls={before}|{shape}",
                f"sr={shape}|{behind}",
                f"lr={before}|{near}|{behind}",
                "p=" + left.lower,
                "n=" + right.lower,
                f"lp={left.lower}|{before}",
                f"rn={behind}|{right.lower}",
                "P=" + far.lower,
                "N=" + beyond.lower,
                f"pk={left.near}|{before}|{near}",
                f"nk={near}|{behind}|{right.near}",
                f"pp={far.near}|{left.near}",
                f"nn={right.near}|{beyond.near}",
                f"S={place.sentence}{shape[:1]}",
                f"Sp={place.opening}|{before[:2]}",
                f"Se={place.ending}|{behind[:2]}",
                f"cp={chunk.sort}|{place.inside}|{before[:1]}{behind[:1]}",
                f"cl={chunk.length}|{chunk.number}{shape}",
                f"cn={first.sort}|{chunk.sort}|{last.sort}",
                f"q={state[0]}{shape[:1]}",
                f"y={state[1]}|{place.sentence}",
                f"i={i if i < 4 else 4 + i * 8 // n}",
                f"j={n - 1 - i if n - i < 6 else 5}",
            ]
        )
    if habit:
        for row, place in zip(rows, places, strict=True):
            row.append(f"H={habit}|{place.sentence}")
            row.append(f"h={habit}|{min(place.chunk, 8)}")
    return rows


def order(labels: Iterable[str]) -> str:
    """In which order a citation names its main parts: `adtc` authors, date, title, container."""
    signs = (_ORDER.get(label[2:] if label[1:2] == "-" else label, "") for label in labels)
    return "".join(dict.fromkeys(sign for sign in signs if sign))


_ORDER = {"author": "a", "title": "t", "container": "c", "date": "d", "editor": "e"}


def _whole(looks: Sequence[Look], gaps: Sequence[str]) -> str:
    """What is true of the citation: has it quotes, where does its year stand, between what."""
    n = len(looks)
    year = next((i for i, word in enumerate(looks) if word.shape == "Y"), -1)
    where = "n"
    if year >= 0:
        where = "e" if year < max(n * 0.4, 3) else "m" if year < n - 3 else "l"
        where += gaps[year][:1] + gaps[year + 1][:1]
    quotes = sum(gap.count('"') + gap.count("'") for gap in gaps)
    return f"Q={min((quotes + 1) // 2, 2)}{where}"


def _states(looks: Sequence[Look], gaps: Sequence[str]) -> list[tuple[str, str]]:
    """For each word: in quotes or brackets or behind them; behind a year, behind `in`."""
    found: list[tuple[str, str]] = []
    quotes = years = 0
    bracket, led, signals = "0", "0", _signals()
    for i, word in enumerate(looks):
        gap = gaps[i]
        if len(gap) > 1:
            quotes = min(quotes + gap.count('"') + gap.count("'"), 4)
            opened, closed = (
                max(gap.rfind("("), gap.rfind("[")),
                max(gap.rfind(")"), gap.rfind("]")),
            )
            if opened != closed:
                bracket = "1" if opened > closed else "0"
        elif gap in "([":
            bracket = "1"
        elif gap in ")]":
            bracket = "0"
        elif gap in "\"'":
            quotes = min(quotes + 1, 4)
        found.append((f"{quotes}{bracket}", f"{years}{quotes}{led}"))
        if word.shape == "Y":
            years = min(years + 1, 2)
        if word.lower in signals:
            led = "1"
    return found


def _places(looks: Sequence[Look], gaps: Sequence[str]) -> tuple[list[Place], list[Chunk]]:
    """Where each word stands among sentences and chunks, and the chunks."""
    sentences = list(_sentences(looks, gaps))
    places: list[Place] = []
    chunks: list[Chunk] = []
    n = len(looks)
    start = 0
    while start < n:
        end = start + 1
        while end < n and _held(gaps[end], looks[end].shape):
            end += 1
        length = end - start
        number = len(chunks)
        chunks.append(
            Chunk(
                str(min(number, 8)),
                str(min(length, 6 if length < 9 else 9)),
                _sort(looks[start:end]),
            )
        )
        for i in range(start, end):
            sentence, at, left = sentences[i]
            inside = f"{min(i - start, 2)}{min(end - 1 - i, 2)}"
            places.append(Place(sentence, f"{sentence}|{at}", left, number, inside))
        start = end
    return places, chunks


def _held(gap: str, shape: str) -> bool:
    """Does a gap leave two words in one chunk? A bare stop does, between initials: `J.A.`"""
    return gap in _GLUE or (gap == "." and shape.startswith("X"))


def _sentences(looks: Sequence[Look], gaps: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    """For each word its sentence, counted from the front and from the back, and its place in it
    from either end.
    """
    starts = [0, *(i for i in range(1, len(looks)) if _begins(looks[i - 1], gaps[i], looks[i]))]
    last = len(starts) - 1
    for k, start in enumerate(starts):
        end = starts[k + 1] if k < last else len(looks)
        name = f"{min(k, 4)}:{min(last - k, 4)}"
        for i in range(start, end):
            yield name, min(i - start, 3), str(min(end - 1 - i, 3))


def _begins(before: Look, gap: str, here: Look) -> bool:
    """Does a sentence begin behind this gap? Not behind an initial, nor in small letters."""
    if len(gap) < 2 or gap[-1] not in "s/" or _BREAKS.isdisjoint(gap):
        return False
    if before.shape in ("X", "x1") or here.shape.startswith("x"):
        return False
    return not (len(gap) == 2 and before.shape in ("Xx2", "Xx3", "XX2", "XR2"))


def _sort(looks: Sequence[Look]) -> str:
    """What a run of words is like: running words, names, initials, numbers, a known word."""
    small = caps = 0
    initial = digit = kind = ""
    for word in looks:
        sign = word.shape[0]
        if sign == "x":
            small += 1
        elif word.shape == "X":
            initial = "i"
        elif sign == "X":
            caps += 1
        else:
            digit = "d"
        kind = kind or word.kind
    running = "w" if small > 2 else "v" if small else ""
    return f"{running}{'C' if caps > 3 else 'c' if caps else ''}{initial}{digit}{kind}"
