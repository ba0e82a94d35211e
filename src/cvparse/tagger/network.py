"""A small transformer encoder over the lines of lists, in numpy: features in, a code a line out.

A CV is regular within itself: attention (Vaswani et al., 2017; norms first) holds every line
against all others of its list. All lists of a page go through it at once, which costs little
more than one of them. Trained by `training/`; here is only what it takes to run it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

Array = Any
"""`numpy.ndarray` of float32: one row a line."""

Part = Mapping[str, Array]
"""`weight` and `bias` of one part of the network."""

Rows = Sequence[Sequence[str]]
"""The features of each line of a list; those that training never saw are passed over."""

HEADS = 4
_WINDOW, _MARGIN = 384, 64
"""So many lines look at one another; a longer list is read in windows that overlap by a margin."""


class Network:
    """The weights of one model, read from the package data once."""

    def __init__(self, name: str) -> None:
        with (files("cvparse.tagger") / name).open("rb") as file, np.load(file) as stored:
            told = {key: stored[key] for key in stored.files}
        self.features = {str(word): number for number, word in enumerate(told.pop("features"))}
        self.codes = [str(code) for code in told.pop("codes")]
        self._table = told.pop("embedding").astype(np.float32)
        self._parts: dict[str, dict[str, Array]] = {}
        for key, value in told.items():
            part, _, name = key.rpartition(".")
            self._parts.setdefault(part, {})[name] = value.astype(np.float32)
        self._depth = sum(part.endswith(".norm1") for part in self._parts)

    def scores(self, lists: Sequence[Rows]) -> list[Array]:
        """The logit of each code for each line of each list, shape (lines, codes)."""
        found = [np.empty((len(rows), len(self.codes)), np.float32) for rows in lists]
        windows = [w for number, rows in enumerate(lists) for w in _windows(number, len(rows))]
        if windows:
            seen = [lists[w.number][w.start : w.end] for w in windows]
            with _blas().limit(limits=1):  # for matrices as small as these threads only cost
                read = self._read(self._embedded(seen), [len(rows) for rows in seen])
            for window, own in zip(windows, read, strict=True):
                found[window.number][window.kept : window.end] = own[window.kept - window.start :]
        return found

    def _embedded(self, lists: Sequence[Rows]) -> Array:
        known = self.features
        rows = [[known[f] for f in row if f in known] or [-1] for rows in lists for row in rows]
        starts = [0, *accumulate(map(len, rows))][:-1]
        sums = np.add.reduceat(self._table[[i for row in rows for i in row]], starts)
        return _normal(sums, self._parts["norm"])

    def _read(self, x: Array, sizes: Sequence[int]) -> list[Array]:
        bounds = [*pairwise(accumulate(sizes, initial=0))]
        x = x + np.maximum(_beside(x, sizes, self._parts["convolution"]), 0)
        for number in range(self._depth):
            own = {name: self._parts[f"layers.{number}.{name}"] for name in _LAYER}
            x = x + _attended(_normal(x, own["norm1"]), bounds, own)
            inner = _linear(_normal(x, own["norm2"]), own["linear1"])
            x = x + _linear(np.maximum(inner, 0, out=inner), own["linear2"])
        out = _linear(x, self._parts["out"])
        return [out[a:b] for a, b in bounds]


class Committee:
    """Networks trained alike from other beginnings: their mean is right more often than any."""

    def __init__(self, *names: str) -> None:
        self.members = [Network(name) for name in names]
        self.codes = self.members[0].codes

    def probabilities(self, lists: Sequence[Rows]) -> list[Array]:
        """The probability of each code for each line of each list, shape (lines, codes)."""
        votes = zip(*(member.scores(lists) for member in self.members), strict=True)
        return [sum(map(_softmax, of_list)) / len(self.members) for of_list in votes]

    def tag(self, lists: Sequence[Rows]) -> list[list[str]]:
        """The likeliest code of each line of each list."""
        return [[self.codes[i] for i in one.argmax(1)] for one in self.probabilities(lists)]


class _Window(NamedTuple):
    """The lines of a list that are read together; those before `kept` were read already."""

    number: int
    start: int
    kept: int
    end: int


def _windows(number: int, count: int) -> Iterator[_Window]:
    if 0 < count <= _WINDOW:
        yield _Window(number, 0, 0, count)
        return
    for kept in range(0, count, _WINDOW - 2 * _MARGIN):
        end = min(kept + _WINDOW - _MARGIN, count)
        yield _Window(number, max(kept - _MARGIN, 0), kept, end)


_LAYER = ("norm1", "attention.in", "attention.out", "norm2", "linear1", "linear2")


def _attended(x: Array, bounds: Sequence[tuple[int, int]], layer: Mapping[str, Part]) -> Array:
    """What each line draws from the lines of its list that are like what it asks for."""
    lines, size = x.shape
    wide = _linear(x, layer["attention.in"]).reshape(lines, 3, HEADS, size // HEADS)
    asked, keys, values = np.ascontiguousarray(wide.transpose(1, 2, 0, 3))
    asked *= np.float32((HEADS / size) ** 0.5)
    drawn = np.empty((lines, HEADS, size // HEADS), np.float32)
    for a, b in bounds:
        like = _softmax(asked[:, a:b] @ keys[:, a:b].transpose(0, 2, 1))
        drawn[a:b] = (like @ values[:, a:b]).transpose(1, 0, 2)
    return _linear(drawn.reshape(lines, size), layer["attention.out"])


def _beside(x: Array, sizes: Sequence[int], part: Part) -> Array:
    """Each line with those next to it in its list; `weight` has the shape (lines, in, out)."""
    width, size, out = part["weight"].shape
    reach = width // 2
    places = np.arange(len(x)) + reach * (1 + np.repeat(np.arange(len(sizes)), sizes))
    padded = np.zeros((len(x) + reach * (len(sizes) + 1), size), np.float32)
    padded[places] = x
    near = padded[places[:, None] + np.arange(-reach, reach + 1)]
    return near.reshape(len(x), width * size) @ part["weight"].reshape(-1, out) + part["bias"]


def _softmax(x: Array) -> Array:
    grown = np.exp(x - x.max(-1, keepdims=True))
    grown /= grown.sum(-1, keepdims=True)
    return grown


def _linear(x: Array, part: Part) -> Array:
    y = x @ part["weight"]
    y += part["bias"]
    return y


def _normal(x: Array, part: Part) -> Array:
    """Layer normalization (Ba et al., 2016)."""
    spread = x - (x.sum(-1, keepdims=True) / np.float32(x.shape[-1]))
    variance = np.einsum("ij,ij->i", spread, spread) / np.float32(x.shape[-1])
    spread /= np.sqrt(variance + np.float32(1e-5))[:, None]
    spread *= part["weight"]
    spread += part["bias"]
    return spread


@cache
def _blas() -> ThreadpoolController:
    """The linear algebra that numpy has loaded; other libraries are not touched."""
    return ThreadpoolController().select(user_api="blas")
