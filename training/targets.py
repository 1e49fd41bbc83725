"""What the network should say about a window: exactly what was annotated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.examples import Example
from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.encoder.windows import Window

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Row:
    """One statement start: its word, type, and what each word's parts and the medium should be."""

    place: int
    kind: int
    parts: Array
    medium: Array


@dataclass(frozen=True)
class Targets:
    """`starts`: (words, types) probabilities; and a row for every start worth reading from."""

    starts: Array
    rows: tuple[Row, ...]


def gold_targets(example: Example, window: Window) -> Targets:
    """Exactly what was annotated, for the words that the window owns."""
    count = window.last - window.first
    starts = np.zeros((count, len(TYPES)), dtype=np.float32)
    rows = []
    for gold in example.statements:
        if window.owned_first <= gold.start < window.owned_last:
            place = gold.start - window.first
            starts[place, gold.type] = 1
            parts = np.zeros((count, len(PARTS)), dtype=np.float32)
            for i, words in enumerate(gold.parts):
                inside = words[(words >= window.first) & (words < window.last)]
                parts[inside - window.first, i] = 1
            medium = np.eye(len(MEDIA), dtype=np.float32)[gold.medium]
            rows.append(Row(place, gold.type, parts, medium))
    return Targets(starts, tuple(rows))
