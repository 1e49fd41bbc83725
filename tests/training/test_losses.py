"""Losses: what is not annotated costs nothing, and a right antecedent costs little."""

from __future__ import annotations

import math

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install 'wortlaut[train]'")

from training.losses import acts_loss, antecedent_loss  # noqa: E402  (after the check for torch)
from training.recipe import Recipe  # noqa: E402


def test_acts_that_nobody_annotated_cost_nothing() -> None:
    logits = torch.randn(2, 14)
    unknown = torch.full((2, 3), -1)
    assert float(acts_loss(logits, unknown, Recipe())) == 0
    known = torch.tensor([[0, 1, 2], [-1, -1, -1]])
    assert float(acts_loss(logits, known, Recipe())) > 0


def test_antecedents() -> None:
    actor = torch.tensor([0, 1, 0])
    scores = torch.full((3, 4), -20.0)
    scores[0, 0] = scores[1, 0] = scores[2, 1] = 20.0  # new, new, as the first
    assert float(antecedent_loss(scores, actor)) == pytest.approx(0, abs=1e-3)
    even = torch.zeros(3, 4)
    assert float(antecedent_loss(even, actor)) == pytest.approx(math.log(1 * 2 * 3), abs=1e-3)
