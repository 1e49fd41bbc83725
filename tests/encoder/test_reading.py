"""What the model says of a start, at first sight and on a second look."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.encoder.labels import MEDIA, PARTS
from wortlaut.encoder.reading import Candidate, odds


def candidate(probability: float, verdict: float) -> Candidate:
    parts = np.zeros((1, len(PARTS)), dtype=np.float32)
    media, acts = np.zeros(len(MEDIA), dtype=np.float32), np.zeros(14, dtype=np.float32)
    return Candidate(0, 0, probability, verdict, 0, parts, media, acts)


def test_both_looks_weigh_alike() -> None:
    assert candidate(0.9, 0.9).belief == pytest.approx(0.9)
    assert candidate(0.9, 0.1).belief == pytest.approx(0.5)
    assert candidate(0.2, 0.7).belief == candidate(0.7, 0.2).belief


CHANCES = st.floats(1e-4, 1 - 1e-4)


@given(CHANCES, CHANCES)
def test_belief_is_between_the_two(probability: float, verdict: float) -> None:
    low, high = sorted((probability, verdict))
    assert low - 1e-9 <= candidate(probability, verdict).belief <= high + 1e-9


@pytest.mark.parametrize(("probability", "expected"), [(0.5, 0.0), (0.0, -9.21), (1.0, 9.21)])
def test_odds_are_finite(probability: float, expected: float) -> None:
    assert odds(probability) == pytest.approx(expected, abs=0.01)
