"""A small transformer encoder over the lines of a text, in numpy: features in, a code a line out.

A CV is regular within itself: attention (Vaswani et al., 2017; norms first) holds every line
against all others of its list. Trained by `training/`; here is only what it takes to run it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

import numpy as np
from thinc.api import NumpyOps

Array = Any
"""`numpy.ndarray` of float32: one row a line."""

Part = Mapping[str, Array]
"""`weight` and `bias` of one part of the network."""

Rows = Sequence[Sequence[str]]
"""The features of each line; those that training never saw are passed over."""

HEADS = 4
_gemm = (
    NumpyOps().gemm
)  # spaCy's own, on one thread: numpy's starts threads for matrices as small as these
_WINDOW, _MARGIN = 384, 64
"""So many lines look at one another; a longer text is read in windows that overlap by a margin."""


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

    def tag(self, rows: Rows) -> list[str]:
        """The likeliest code of each line."""
        return [self.codes[i] for i in self.scores(rows).argmax(1)] if rows else []

    def probabilities(self, rows: Rows) -> Array:
        """The probability of each code for each line, shape (lines, codes)."""
        return _softmax(self.scores(rows))

    def scores(self, rows: Rows) -> Array:
        """The logit of each code for each line, shape (lines, codes)."""
        seen = self._embedded(rows)
        if len(rows) <= _WINDOW:
            return self._read(seen)
        found = np.empty((len(rows), len(self.codes)), np.float32)
        for start in range(0, len(rows), _WINDOW - 2 * _MARGIN):
            first = max(start - _MARGIN, 0)
            read = self._read(seen[first : start + _WINDOW - _MARGIN])
            found[start : first + len(read)] = read[start - first :]
        return found

    def _embedded(self, rows: Rows) -> Array:
        known, table = self.features, self._table
        sums = [table[[known[f] for f in row if f in known]].sum(0) for row in rows]
        return _normal(np.stack(sums), self._parts["norm"])

    def _read(self, x: Array) -> Array:
        x = x + np.maximum(_beside(x, self._parts["convolution"]), 0)
        for number in range(self._depth):
            own = {name: self._parts[f"layers.{number}.{name}"] for name in _LAYER}
            x = x + _attended(_normal(x, own["norm1"]), own)
            inner = _linear(_normal(x, own["norm2"]), own["linear1"])
            x = x + _linear(np.maximum(inner, 0), own["linear2"])
        return _linear(x, self._parts["out"])


_LAYER = ("norm1", "attention.in", "attention.out", "norm2", "linear1", "linear2")


def _attended(x: Array, layer: Mapping[str, Part]) -> Array:
    """What each line draws from the lines that are like what it asks for."""
    lines, size = x.shape
    wide = _linear(x, layer["attention.in"]).reshape(lines, 3, HEADS, size // HEADS)
    drawn = np.empty((lines, HEADS, size // HEADS), np.float32)
    for head in range(HEADS):
        asked, keys, values = (np.ascontiguousarray(wide[:, i, head]) for i in range(3))
        like = _gemm(asked, keys, trans2=True) / np.float32((size / HEADS) ** 0.5)
        drawn[:, head] = _gemm(_softmax(like), values)
    return _linear(drawn.reshape(lines, size), layer["attention.out"])


def _beside(x: Array, part: Part) -> Array:
    """Each line with those next to it; `weight` has the shape (lines, in, out)."""
    width, size, out = part["weight"].shape
    reach = width // 2
    padded = np.pad(x, ((reach, reach), (0, 0)))
    joined = np.concatenate([padded[i : i + len(x)] for i in range(width)], axis=1)
    return _gemm(joined, part["weight"].reshape(width * size, out)) + part["bias"]


def _softmax(x: Array) -> Array:
    grown = np.exp(x - x.max(-1, keepdims=True))
    return grown / grown.sum(-1, keepdims=True)


def _linear(x: Array, part: Part) -> Array:
    return _gemm(x, part["weight"]) + part["bias"]


def _normal(x: Array, part: Part) -> Array:
    """Layer normalization (Ba et al., 2016)."""
    spread = x - x.mean(-1, keepdims=True)
    deviation = np.sqrt((spread**2).mean(-1, keepdims=True) + np.float32(1e-5))
    return spread / deviation * part["weight"] + part["bias"]
