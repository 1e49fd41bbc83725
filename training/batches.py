"""Windows to padded tensors, and the order in which they are shown."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from training.examples import GoldMention, Piece
from training.targets import Row, Targets
from wortlaut.encoder.labels import EDGES, MEDIA, PARTS, TYPES
from wortlaut.encoder.model import BEGIN, END, PAD

UNKNOWN = 3  # the piece for what the vocabulary lacks; those before it are special ones

# Sizes are rounded up to a multiple, so that few different shapes of tensors occur: the matrix
# library compiles and keeps a kernel for each.
PIECE_STEP, WORD_STEP = 64, 64


@dataclass(frozen=True)
class Batch:
    """`pieces`, `marks`: (batch, pieces); `words`: (batch, words), each word's first piece.

    `owned`: (batch, words) words whose starts count here; `starts`: (batch, words, types).
    One row a statement start: `row`, `place`, `kind` (rows,), `parts` (rows, words, 5),
    `medium` (rows, 7) and `acts` (rows, 3), -1 where not annotated.
    `edges`: (batch, words, 2) where mentions begin and end, `mentioned`: (batch,) whether anybody
    has annotated them, `mentions`: those of each window.
    """

    pieces: Tensor
    marks: Tensor
    lengths: Tensor
    words: Tensor
    word_counts: Tensor
    owned: Tensor
    starts: Tensor
    row: Tensor
    place: Tensor
    kind: Tensor
    parts: Tensor
    medium: Tensor
    acts: Tensor
    edges: Tensor
    mentioned: Tensor
    mentions: tuple[tuple[GoldMention, ...], ...]


def order(windows: Sequence[Piece], budget: int, rng: random.Random) -> list[list[Piece]]:
    """Batches of windows of like length, at most `budget` padded pieces each, in random order."""
    by_length = sorted(windows, key=lambda w: w.pieces + rng.uniform(-24, 24))
    batches: list[list[Piece]] = [[]]
    for window in by_length:
        widest = padded(max([window.pieces, *(w.pieces for w in batches[-1])]))
        if batches[-1] and widest * (len(batches[-1]) + 1) > budget:
            batches.append([])
        batches[-1].append(window)
    rng.shuffle(batches)
    return batches


def collate(windows: Sequence[Piece], targets: Sequence[Targets]) -> Batch:
    """One batch; `targets` as long as `windows`."""
    size = padded(max(w.pieces for w in windows))
    count = _round_up(max(w.window.last - w.window.first for w in windows), WORD_STEP)
    pieces = np.full((len(windows), size), PAD, dtype=np.int64)
    marks = np.zeros((len(windows), size), dtype=np.int64)
    words = np.zeros((len(windows), count), dtype=np.int64)
    owned = np.zeros((len(windows), count), dtype=np.float32)
    starts = np.zeros((len(windows), count, len(TYPES)), dtype=np.float32)
    edges = np.zeros((len(windows), count, len(EDGES)), dtype=np.float32)
    for b, (piece, target) in enumerate(zip(windows, targets, strict=True)):
        window, table = piece.window, piece.example.words
        low, high = table.pieces[window.first], table.pieces[window.last]
        pieces[b, 0], pieces[b, 1 + high - low] = BEGIN, END
        pieces[b, 1 : 1 + high - low] = table.piece_ids[low:high]
        first = table.pieces[window.first : window.last] - low + 1
        words[b, : len(first)] = first
        marks[b, first] = table.marks[window.first : window.last]
        owned[b, window.owned_first - window.first : window.owned_last - window.first] = 1
        starts[b, : len(target.starts)] = target.starts
        for mention in target.mentions or ():
            edges[b, mention.first, 0] = edges[b, mention.last - 1, 1] = 1
    return Batch(
        pieces=torch.from_numpy(pieces),
        marks=torch.from_numpy(marks),
        lengths=torch.tensor([w.pieces + 2 for w in windows]),
        words=torch.from_numpy(words),
        word_counts=torch.tensor([w.window.last - w.window.first for w in windows]),
        owned=torch.from_numpy(owned),
        starts=torch.from_numpy(starts),
        edges=torch.from_numpy(edges),
        mentioned=torch.tensor([float(t.mentions is not None) for t in targets]),
        mentions=tuple(t.mentions or () for t in targets),
        **_rows([(b, row) for b, target in enumerate(targets) for row in target.rows], count),
    )


def blanked(batch: Batch, share: float) -> Batch:
    """The batch with a share of its word pieces made unknown: no word alone may decide."""
    if not share:
        return batch
    ordinary = batch.pieces > UNKNOWN
    blank = ordinary & (torch.rand(batch.pieces.shape) < share)
    return replace(batch, pieces=batch.pieces.masked_fill(blank, UNKNOWN))


def _rows(rows: Sequence[tuple[int, Row]], count: int) -> dict[str, Tensor]:
    parts = np.zeros((len(rows), count, len(PARTS)), dtype=np.float32)
    medium = np.zeros((len(rows), len(MEDIA)), dtype=np.float32)
    for i, (_, row) in enumerate(rows):
        parts[i, : len(row.parts)] = row.parts
        medium[i] = row.medium
    return {
        "row": torch.tensor([b for b, _ in rows], dtype=torch.long),
        "place": torch.tensor([row.place for _, row in rows], dtype=torch.long),
        "kind": torch.tensor([row.kind for _, row in rows], dtype=torch.long),
        "parts": torch.from_numpy(parts),
        "medium": torch.from_numpy(medium),
        "acts": torch.tensor([row.acts for _, row in rows], dtype=torch.long).reshape(-1, 3),
    }


def padded(pieces: int) -> int:
    """Length of a row for so many pieces, BEGIN and END included."""
    return _round_up(pieces + 2, PIECE_STEP)


def _round_up(size: int, step: int) -> int:
    return -(-size // step) * step
