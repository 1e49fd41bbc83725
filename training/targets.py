"""What the network should say about a window: gold statements, or gold mixed with teachers.

A teacher is a network of an earlier run. Where one was trained on other articles, its doubts are
honest ones, and mixing them with the gold labels tells the pupil which of these to take with a
grain of salt (distillation, Hinton et al. 2015; across folds, as here, it also smooths mistakes
of the annotation).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.examples import Example
from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.encoder.reading import Candidate, Reading
from wortlaut.encoder.windows import Window

LEAST_TAUGHT = 0.15  # a start that teachers believe in less is not worth a row of its own
Array = NDArray[np.float32]


@dataclass(frozen=True)
class Row:
    """One statement start: its word, type, and what each word's parts and the medium should be.

    `weight` is 1 for gold, else how much the teachers believe in it.
    """

    place: int
    kind: int
    weight: float
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
            rows.append(Row(place, gold.type, 1.0, parts, medium))
    return Targets(starts, tuple(rows))


def mixed_targets(
    gold: Targets, taught: Sequence[Reading], window: Window, share: float
) -> Targets:
    """Gold and the mean of the teachers, who get `share` of the say."""
    starts = gold.starts * (1 - share)
    by_start: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for reading in taught:
        for candidate in reading.candidates:
            if window.owned_first <= candidate.start < window.owned_last:
                by_start[candidate.start - window.first, candidate.kind].append(candidate)
    belief = {at: sum(c.probability for c in found) / len(taught) for at, found in by_start.items()}
    for (place, kind), chance in belief.items():
        starts[place, kind] += share * chance
    rows = [_mixed_row(row, by_start.get((row.place, row.kind), []), share) for row in gold.rows]
    known = {(row.place, row.kind) for row in gold.rows}
    for at, chance in belief.items():
        if at not in known and chance >= LEAST_TAUGHT:
            parts, medium = _mean(by_start[at])
            rows.append(Row(*at, chance * share, parts, medium))
    return Targets(starts, tuple(rows))


def _mixed_row(row: Row, taught: Sequence[Candidate], share: float) -> Row:
    if not taught:
        return row
    parts, medium = _mean(taught)
    return Row(
        row.place,
        row.kind,
        row.weight,
        (1 - share) * row.parts + share * parts,
        (1 - share) * row.medium + share * medium,
    )


def _mean(taught: Sequence[Candidate]) -> tuple[Array, Array]:
    parts = np.stack([c.parts for c in taught]).mean(0)
    return parts, np.stack([c.media for c in taught]).mean(0)
