"""A statement's score: a probability that rises with what the model itself is sure of."""

from __future__ import annotations

import numpy as np
import pytest

from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.encoder.reading import Candidate
from wortlaut.layers.statements.scores import FEATURES, ScoreRule, features, scores
from wortlaut.layers.statements.statements import Found

NO_ACTS = np.zeros(14, dtype=np.float32)


def found(chance: float, word: float, kind: str = "Direct") -> Found:
    """A statement of three words, each of which belongs to it with probability `word`."""
    parts = np.full((10, len(PARTS)), 0.01, dtype=np.float32)
    parts[2:5, 0] = word
    media = np.eye(len(MEDIA), dtype=np.float32)[0]
    candidate = Candidate(12, TYPES.index(kind), chance, chance, 10, parts, media, NO_ACTS)
    return Found(candidate, (((12, 15),), (), (), (), ()))


RULE = ScoreRule(weights=(0.5, 0.5, 0.5, 0.2, *(0.0 for _ in TYPES)), constant=-0.5)


def test_scores_are_probabilities_in_the_given_order() -> None:
    low, high = scores([found(0.3, 0.6), found(0.95, 0.99)], RULE)
    assert 0 < low < high < 1


def test_a_doubtful_content_lowers_the_score() -> None:
    sure, doubtful = scores([found(0.9, 0.99), found(0.9, 0.4)], RULE)
    assert doubtful < sure


def test_features_are_named() -> None:
    values = dict(zip(FEATURES, features(found(0.5, 0.99, "Reported")), strict=True))
    assert values["start"] == pytest.approx(0.0)
    assert values["Reported"] == 1.0
    assert values["Direct"] == 0.0


def test_nothing_found_no_scores() -> None:
    assert scores([], RULE) == []
