"""The network: a BERT encoder, and heads that find statements, read them, and find who is meant.

One pass of the encoder over a window of up to 512 word pieces. Then every word is asked whether
a statement of some type starts there (`StartHead`); and for each start, every word of the window
is asked whether it belongs to that statement's content, speaker, cue, addressee or frame
(`PartsHead`). Pieces, nesting and shared speakers come out of this without further machinery.
What kind of act a statement is, is read from its content and frame (`ActsHead`). Apart from the
statements, `MentionsHead` says where somebody is mentioned, and which mentions mean the same.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from wortlaut.encoder.labels import (
    ACTS,
    CERTAINTIES,
    EDGES,
    KINDS,
    MEDIA,
    PARTS,
    POLARITIES,
    TYPES,
)

DISTANCE_BUCKETS = 48


@dataclass(frozen=True)
class Shape:
    """Sizes of the network; the defaults are those of the shipped model."""

    layers: int = 8
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 51042
    positions: int = 512
    parts_width: int = 128
    parts_blocks: int = 2
    acts_width: int = 128
    acts_looks: int = 4
    pairs_width: int = 64
    dropout: float = 0.1


class EncoderLayer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.attended = nn.Linear(shape.hidden, shape.hidden)
        self.attended_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.widen = nn.Linear(shape.hidden, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: (batch, pieces, hidden); bias: (batch, 1, 1, pieces), 0 or very negative."""
        context = attention(self.qkv(x), bias, self.heads)
        x = self.attended_norm(x + self.dropout(self.attended(context)))
        return self.norm(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


def attention(qkv: Tensor, bias: Tensor, heads: int) -> Tensor:
    """Softmax attention of packed queries, keys and values, (batch, pieces, 3 * width)."""
    batch, pieces, width = qkv.shape[0], qkv.shape[1], qkv.shape[2] // 3
    q, k, v = qkv.view(batch, pieces, 3, heads, width // heads).permute(2, 0, 3, 1, 4).unbind(0)
    context = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
    return context.transpose(1, 2).reshape(batch, pieces, width)


class Encoder(nn.Module):
    """Word pieces to vectors of zero mean and unit variance, (batch, pieces, hidden)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.pieces = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.marks = nn.Embedding(4, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(EncoderLayer(shape) for _ in range(shape.layers))
        nn.init.zeros_(self.marks.weight)

    def forward(self, pieces: Tensor, marks: Tensor, lengths: Tensor) -> Tensor:
        """pieces, marks: (batch, pieces) integers; lengths: (batch,) pieces that are real."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(places) + self.marks(marks)
        x = self.dropout(self.norm(x))
        bias = (places[None, :] >= lengths[:, None]).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return F.layer_norm(x, (self.shape.hidden,))


def shape_of(folder: Path, **ours: Any) -> Shape:
    """The sizes of starting weights in the BERT layout, with what we choose ourselves.

    Raises ValueError if they have fewer layers than asked for.
    """
    config = json.loads((folder / "config.json").read_text(encoding="utf8"))
    shape = Shape(
        hidden=config["hidden_size"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        vocabulary=config["vocab_size"],
        positions=config["max_position_embeddings"],
        **ours,
    )
    if shape.layers > config["num_hidden_layers"]:
        raise ValueError(f"{folder} has {config['num_hidden_layers']} layers, not {shape.layers}")
    return shape


def load_encoder(folder: Path, shape: Shape) -> Encoder:
    """Starting weights in the BERT layout (config.json, model.safetensors), first layers only."""
    given = {k: v.float() for k, v in load_file(folder / "model.safetensors").items()}
    encoder = Encoder(shape)
    state = encoder.state_dict()
    state["pieces.weight"] = given["embeddings.word_embeddings.weight"]
    # All pieces are of BERT's segment 0, so its vector is a constant: folded into the positions.
    state["positions.weight"] = (
        given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0]
    )
    _copy(state, "norm", given, "embeddings.LayerNorm")
    for i in range(shape.layers):
        theirs, ours = f"encoder.layer.{i}", f"layers.{i}"
        for kind in ("weight", "bias"):
            state[f"{ours}.qkv.{kind}"] = torch.cat(
                [given[f"{theirs}.attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            )
        _copy(state, f"{ours}.attended", given, f"{theirs}.attention.output.dense")
        _copy(state, f"{ours}.attended_norm", given, f"{theirs}.attention.output.LayerNorm")
        _copy(state, f"{ours}.widen", given, f"{theirs}.intermediate.dense")
        _copy(state, f"{ours}.narrow", given, f"{theirs}.output.dense")
        _copy(state, f"{ours}.norm", given, f"{theirs}.output.LayerNorm")
    encoder.load_state_dict(state)
    return encoder


def _copy(state: dict[str, Tensor], ours: str, given: dict[str, Tensor], theirs: str) -> None:
    for kind in ("weight", "bias"):
        state[f"{ours}.{kind}"] = given[f"{theirs}.{kind}"]


class StartHead(nn.Module):
    """Word vectors to logits, one a type: does a statement of this type start here?"""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.inner = nn.Linear(shape.hidden, 256)
        self.out = nn.Linear(256, len(TYPES))
        self.dropout = nn.Dropout(shape.dropout)
        nn.init.constant_(self.out.bias, -4.0)

    def forward(self, words: Tensor) -> Tensor:
        return self.out(self.dropout(F.gelu(self.inner(words))))


class PartsHead(nn.Module):
    """For each statement start, which words belong to which of its parts; its medium; and, on a
    second look with all parts in view, whether it is a statement at all."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.parts_width
        self.words = nn.Linear(shape.hidden, width)
        self.start = nn.Linear(shape.hidden, 2 * width)
        self.kind = nn.Embedding(len(TYPES), 2 * width)
        self.distance = nn.Embedding(2 * DISTANCE_BUCKETS, width)
        self.norm = nn.LayerNorm(width)
        self.blocks = nn.ModuleList(
            PartsBlock(width, shape.dropout) for _ in range(shape.parts_blocks)
        )
        self.out_norm = nn.LayerNorm(width)
        self.parts = nn.Linear(width, len(PARTS))
        self.summary = nn.Linear(3 * width, width)
        self.medium = nn.Linear(width, len(MEDIA))
        self.verdict = nn.Linear(width, 1)
        self.acts = ActsHead(shape)
        nn.init.zeros_(self.kind.weight)
        nn.init.constant_(self.parts.bias, -2.0)

    def project(self, words: Tensor) -> Tensor:
        """(batch, words, hidden) to what all starts of a window look at, (batch, words, width)."""
        return torch.cat([self.words(words), self.acts.senses(words)], -1)

    def forward(
        self, projected: Tensor, start: Tensor, place: Tensor, kind: Tensor, lengths: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """One row a statement.

        projected: (rows, words, width), as `project` gives it; start: (rows, hidden), the vector of
        the start word; place: (rows,) its index; kind: (rows,) its type; lengths: (rows,) words
        that are real. Returns logits of the parts (rows, words, 5), of the medium (rows, 7), of
        the verdict (rows,) and of acts, polarities and certainties (rows, 14).
        """
        senses = projected[..., self.words.out_features :]
        projected = projected[..., : self.words.out_features]
        scale, shift = (self.start(start) + self.kind(kind)).chunk(2, -1)
        indices = torch.arange(projected.shape[1], device=projected.device)
        distance = self.distance(bucket(indices[None, :] - place[:, None]))
        x = self.norm(projected * (1 + scale[:, None]) + shift[:, None] + distance)
        outside = indices[None, :] >= lengths[:, None]
        bias = outside.to(x.dtype)[:, None, None, :] * -1e4
        for block in self.blocks:
            x = block(x, bias)
        x = self.out_norm(x)
        logits = self.parts(x)
        chances = torch.sigmoid(logits).masked_fill(outside[..., None], 0.0)
        content = chances[..., [PARTS.index("content")]]
        frame = chances[..., [PARTS.index("cue"), PARTS.index("frame")]].sum(-1, keepdim=True)
        at_start = x.gather(1, place[:, None, None].expand(-1, 1, x.shape[2]))[:, 0]
        seen = torch.cat([weighted_mean(x, frame), weighted_mean(x, content), at_start], -1)
        summary = F.gelu(self.summary(seen))
        acts = self.acts(senses, content.detach(), frame.detach(), seen)
        return logits, self.medium(summary), self.verdict(summary)[:, 0], acts


FARTHEST_FOCUS = 8.0  # nats; no word counts more than e to this


class ActsHead(nn.Module):
    """What kind of act a statement is, its polarity, and how sure the speaker is.

    Looks at the words of the content and at those of the frame, each with a few weights of its
    own a word: "nicht" and "soll" say more than the rest.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.width, self.looks = shape.acts_width, shape.acts_looks
        self.senses = nn.Linear(shape.hidden, shape.acts_width + shape.acts_looks)
        pooled = shape.acts_looks * shape.acts_width + 3 * shape.parts_width
        self.inner = nn.Linear(pooled, shape.acts_width)
        self.out = nn.Linear(shape.acts_width, len(ACTS) + len(POLARITIES) + len(CERTAINTIES))
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, senses: Tensor, content: Tensor, frame: Tensor, seen: Tensor) -> Tensor:
        """senses: (rows, words, width + looks); content, frame: (rows, words, 1) probabilities;
        seen: (rows, 3 * parts_width), the summary of the parts. Returns (rows, 14) logits."""
        values, focus = senses[..., : self.width], senses[..., self.width :]
        half = self.looks // 2
        chances = torch.cat([content.expand(-1, -1, half), frame.expand(-1, -1, half)], -1)
        weights = focus.clamp(-FARTHEST_FOCUS, FARTHEST_FOCUS).exp() * chances
        pooled = weights.transpose(1, 2) @ values / (weights.sum(1) + 1.0)[..., None]
        pooled = self.dropout(torch.cat([pooled.flatten(1), seen], -1))
        return self.out(self.dropout(F.gelu(self.inner(pooled))))


class MentionsHead(nn.Module):
    """Where somebody is mentioned, of which kind they are, and which mentions mean the same.

    A mention is known by its first and its last word. It is compared with each earlier one
    (Lee et al. 2017, without their search for spans): the best of them, or none, is meant.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.width = shape.pairs_width
        self.inner = nn.Linear(shape.hidden, 128)
        self.out = nn.Linear(128, len(EDGES) + len(KINDS))
        self.pairs = nn.Linear(shape.hidden, 4 * shape.pairs_width)
        self.new = nn.Linear(shape.pairs_width, 1)
        self.distance = nn.Embedding(DISTANCE_BUCKETS, 1)
        self.dropout = nn.Dropout(shape.dropout)
        nn.init.zeros_(self.distance.weight)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, words, hidden) to logits of edges and kinds (batch, words, 7) and to pair vectors
        (batch, words, 4 * width): later as first word, later as last, earlier as first, as last."""
        return self.out(self.dropout(F.gelu(self.inner(words)))), self.pairs(self.dropout(words))

    def compare(self, pairs: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """pairs: (words, 4 * width) of one window; first, last: (n,) words of its mentions, in
        order. Returns (n, n + 1) scores: that a mention is a new one, then that it means the same
        as each other; meaningless from the diagonal on."""
        later_first, later_last, earlier_first, earlier_last = pairs.chunk(4, -1)
        later = later_first[first] + later_last[last]
        earlier = earlier_first[first] + earlier_last[last]
        gaps = bucket((first[:, None] - first[None, :]).clamp(min=0)) - DISTANCE_BUCKETS
        scores = later @ earlier.T / math.sqrt(self.width) + self.distance(gaps)[..., 0]
        return torch.cat([self.new(later), scores], 1)


def weighted_mean(x: Tensor, weights: Tensor) -> Tensor:
    """Mean over the words of x (rows, words, width), drawn to zero where weights are small."""
    return (x * weights).sum(1) / (weights.sum(1) + 1.0)


class PartsBlock(nn.Module):
    """Pre-norm transformer block, narrow."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.widen = nn.Linear(width, 2 * width)
        self.narrow = nn.Linear(2 * width, width)
        self.norm = nn.LayerNorm(width)
        self.inner_norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        context = attention(self.qkv(self.norm(x)), bias, 4)
        x = x + self.dropout(self.attended(context))
        return x + self.dropout(self.narrow(F.gelu(self.widen(self.inner_norm(x)))))


def bucket(distance: Tensor) -> Tensor:
    """Signed distances in words to buckets: exact up to 16, then by logarithm up to 512."""
    size = distance.abs()
    log = 16 + (torch.log(size.clamp(min=16).float() / 16) / math.log(32) * 31).long()
    index = torch.where(size < 16, size, log.clamp(max=DISTANCE_BUCKETS - 1))
    return torch.where(distance < 0, index, index + DISTANCE_BUCKETS)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.starts = StartHead(encoder.shape)
        self.parts = PartsHead(encoder.shape)
        self.mentions = MentionsHead(encoder.shape)

    def read(self, pieces: Tensor, marks: Tensor, lengths: Tensor, words: Tensor) -> Tensor:
        """Vectors of the words: words is (batch, words), the index of each one's first piece."""
        x = self.encoder(pieces, marks, lengths)
        return x.gather(1, words[..., None].expand(-1, -1, x.shape[2]))
