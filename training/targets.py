"""What the network should say about a window: exactly what was annotated."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from training.examples import Example, GoldMention
from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.encoder.windows import Window

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Row:
    """One statement start: its word, type, and what each word's parts and the medium should be.

    `acts`: indices of act, polarity and certainty, -1 where that is not annotated.
    """

    place: int
    kind: int
    parts: Array
    medium: Array
    acts: tuple[int, int, int]


@dataclass(frozen=True)
class Targets:
    """`starts`: (words, types) probabilities; and a row for every start worth reading from.

    `mentions`: None where they are not annotated; words [first, last), actor and kind of each.
    """

    starts: Array
    rows: tuple[Row, ...]
    mentions: tuple[GoldMention, ...] | None = None


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
            rows.append(Row(place, gold.type, parts, medium, gold.acts))
    return Targets(starts, tuple(rows), _mentions_in(example, window))


def _mentions_in(example: Example, window: Window) -> tuple[GoldMention, ...] | None:
    if example.mentions is None:
        return None
    return tuple(
        replace(m, first=m.first - window.first, last=m.last - window.first)
        for m in example.mentions
        if m.first >= window.first and m.last <= window.last
    )
