"""How sure a statement is: the probability that it is right, as reviewers sort by it.

"Right" means that a person who marked the same article would have marked a statement whose
content has a token F1 of at least 0.5 with this one. A logistic regression over what the model
itself doubts, fitted on articles that the network was not trained on (training/tune.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from wortlaut.encoder.labels import TYPES
from wortlaut.encoder.reading import odds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wortlaut.layers.statements.statements import Found

FEATURES = ("start", "verdict", "content", "others", *TYPES)


class ScoreRule(msgspec.Struct, frozen=True):
    """One weight for each of FEATURES, and the constant."""

    weights: tuple[float, ...] = (0.5, 0.5, 0.0, 0.0, *(0.0 for _ in TYPES))
    constant: float = 0.0


def features(found: Found) -> NDArray[np.float64]:
    """Log odds of start and verdict; expected overlap of the content and of the other parts, as log
    odds; and which type it is. Shape (len(FEATURES),)."""
    candidate = found.candidate
    kinds = np.zeros(len(TYPES))
    kinds[candidate.kind] = 1.0
    sure = [_expected_overlap(found, part) for part in range(len(found.parts)) if found.parts[part]]
    others = float(np.mean(sure[1:])) if len(sure) > 1 else sure[0]
    looks = [candidate.probability, candidate.verdict, sure[0], others]
    return np.array([*map(odds, looks), *kinds])


def scores(found: Sequence[Found], rule: ScoreRule) -> list[float]:
    """One probability a statement, in their order."""
    weights = np.array(rule.weights)
    return [float(1 / (1 + np.exp(-(features(one) @ weights + rule.constant)))) for one in found]


def _expected_overlap(found: Found, part: int) -> float:
    """The token F1 that the chosen words can expect, if the word probabilities are believed."""
    chances = found.candidate.parts[:, part]
    first = found.candidate.first
    chosen = sum(float(chances[a - first : b - first].sum()) for a, b in found.parts[part])
    size = sum(b - a for a, b in found.parts[part])
    return 2 * chosen / (size + float(chances.sum()))
