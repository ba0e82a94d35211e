"""The network of `cvparse/tagger/network.py` in PyTorch, to train it and to write its weights.

One layer of embeddings summed over the features of a line, one convolution over five lines, a
pre-norm transformer encoder, and a linear layer to the codes. Some features are left out at
random, so that none is relied upon alone.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

SIZE, HEADS, DEPTH, WIDTH = 96, 4, 3, 5
DROPOUT, LEFT_OUT = 0.25, 0.12
EPOCHS, BATCH, RATE = 7, 16, 4e-3
SEEN = 5  # a feature met less often is none
LONGEST = 300  # lines; a longer text is cut at random


class Example(NamedTuple):
    """One list, or one page: the features of its lines, and what each is."""

    rows: list[list[str]]
    codes: list[str]


class Network(nn.Module):
    """`forward` takes the numbers of the features of each line of some lists: logits, padded."""

    def __init__(self, features: int, codes: int) -> None:
        super().__init__()
        self.embedding = nn.EmbeddingBag(features, SIZE, mode="sum")
        self.norm = nn.LayerNorm(SIZE)
        self.dropout = nn.Dropout(DROPOUT)
        self.convolution = nn.Conv1d(SIZE, SIZE, WIDTH, padding=WIDTH // 2)
        layer = nn.TransformerEncoderLayer(
            SIZE, HEADS, 2 * SIZE, DROPOUT, batch_first=True, norm_first=True
        )
        self.layers = nn.TransformerEncoder(layer, DEPTH, enable_nested_tensor=False)
        self.out = nn.Linear(SIZE, codes)

    def forward(self, lists: Sequence[Sequence[Tensor]]) -> Tensor:
        sizes = [len(one) for one in lists]
        lines = [line for one in lists for line in one]
        if self.training:
            lines = [line[torch.rand(len(line)) > LEFT_OUT] for line in lines]
        starts = torch.tensor([0, *(len(line) for line in lines)]).cumsum(0)[:-1]
        seen = self.dropout(self.norm(self.embedding(torch.cat(lines), starts)))
        x = pad_sequence(seen.split(sizes), batch_first=True)
        empty = torch.arange(x.shape[1])[None] >= torch.tensor(sizes)[:, None]
        x = x + torch.relu(self.convolution(x.transpose(1, 2)).transpose(1, 2))
        return self.out(self.layers(x, src_key_padding_mask=empty))


class Trained(NamedTuple):
    network: Network
    features: dict[str, int]
    codes: list[str]

    def tag(self, rows: list[list[str]]) -> list[str]:
        with torch.no_grad():
            logits = self.network([_numbers(rows, self.features)])[0]
        return [self.codes[i] for i in logits.argmax(-1)]


def train(data: Sequence[Example], seed: int = 0) -> Trained:
    """One thread and one seed: the same data give the same weights on the same machine."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    counts = Counter(f for one in data for row in one.rows for f in row)
    features = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= SEEN))}
    codes = sorted({code for one in data for code in one.codes})
    read = [(_numbers(one.rows, features), _told(one.codes, codes)) for one in data]
    network = Network(len(features), len(codes))
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=1e-2)
    batches = [b for _ in range(EPOCHS) for b in _batches(read, rng)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, len(batches))
    network.train()
    for number, batch in enumerate(batches):
        logits = network([rows for rows, _ in batch])
        wanted = pad_sequence([told for _, told in batch], batch_first=True, padding_value=-100)
        loss = nn.functional.cross_entropy(
            logits.flatten(0, 1), wanted.flatten(), label_smoothing=0.05
        )
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if number % 500 == 0:
            print(f"{number} of {len(batches)}: {loss.item():.3f}", flush=True)
    return Trained(network.eval(), features, codes)


Read = tuple[list[Tensor], Tensor]


def _numbers(rows: Sequence[Sequence[str]], features: dict[str, int]) -> list[Tensor]:
    return [
        torch.tensor([features[f] for f in row if f in features], dtype=torch.long) for row in rows
    ]


def _told(told: Sequence[str], codes: list[str]) -> Tensor:
    return torch.tensor([codes.index(code) for code in told])


def _batches(read: list[Read], rng: random.Random) -> Iterator[list[Read]]:
    cut = [piece for one in read for piece in _cut(*one, rng)]
    rng.shuffle(cut)
    for start in range(0, len(cut), BATCH):
        yield cut[start : start + BATCH]


def _cut(rows: list[Tensor], told: Tensor, rng: random.Random) -> Iterator[Read]:
    count = 1 + len(rows) // LONGEST
    ends = sorted({0, len(rows), *(rng.randrange(len(rows)) for _ in range(2 * count - 2))})
    for a, b in pairwise(ends):
        yield rows[a:b][: 2 * LONGEST], told[a:b][: 2 * LONGEST]


def write(trained: Trained, path: Path) -> None:
    """The weights in half precision, as `cvparse/tagger/network.py` reads them."""
    state = {k: v.numpy() for k, v in trained.network.state_dict().items()}
    told = {"embedding": state.pop("embedding.weight")}
    for key, value in state.items():
        name = key.replace("layers.layers", "layers").replace("self_attn.in_proj_", "attention.in.")
        name = name.replace("self_attn.out_proj", "attention.out")
        told[name] = value.T if name.endswith("weight") else value  # (in, out), as numpy has it
    words = sorted(trained.features, key=trained.features.__getitem__)
    half = {name: np.ascontiguousarray(value, np.float16) for name, value in told.items()}
    np.savez_compressed(path, features=np.array(words), codes=np.array(trained.codes), **half)
