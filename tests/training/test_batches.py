"""Windows to padded tensors."""

from __future__ import annotations

import random
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install 'wortlaut[train]'")

from training.batches import UNKNOWN, Batch, blanked, collate, order, padded  # noqa: E402
from training.examples import Piece, make_example, windows_of  # noqa: E402
from training.targets import gold_targets  # noqa: E402
from training.tokenizer import build  # noqa: E402
from wortlaut.encoder.model import BEGIN, END, MODEL_FOLDER, PAD  # noqa: E402


@pytest.fixture(scope="module")
def windows(sample: list[dict[str, Any]]) -> list[Piece]:
    tokenizer = build(MODEL_FOLDER / "tokenizer.json")
    examples = [make_example(a, a["originalText"], tokenizer) for a in sample]
    return list(windows_of(examples, 128, 32))


@pytest.fixture(scope="module")
def batch(windows: list[Piece]) -> Batch:
    return collate(windows[:6], [gold_targets(w.example, w.window) for w in windows[:6]])


def test_every_window_is_shown_once_and_no_batch_is_too_large(windows: list[Piece]) -> None:
    batches = order(windows, budget=800, rng=random.Random(1))
    assert sorted(map(id, windows)) == sorted(id(w) for batch in batches for w in batch)
    for shown in batches:
        assert len(shown) * max(padded(w.pieces) for w in shown) <= 800


def test_rows_are_framed_and_padded(batch: Batch, windows: list[Piece]) -> None:
    for row, length, window in zip(batch.pieces, batch.lengths, windows, strict=False):
        assert length == window.pieces + 2
        assert row[0] == BEGIN
        assert row[length - 1] == END
        assert (row[length:] == PAD).all()


def test_every_gold_start_is_a_row_and_the_rest_of_the_rows_weigh_nothing(batch: Batch) -> None:
    # Two statements may start at one word: "sagte Raab laut Spiegel online" is a source chain.
    rows = zip(batch.row, batch.place, batch.kind, strict=True)
    gold = {(int(b), int(p), int(k)) for b, p, k in rows}
    assert gold == {tuple(at) for at in batch.starts.nonzero().tolist()}
    assert (batch.starts * (1 - batch.owned[..., None])).sum() == 0


def test_blanks_leave_special_pieces_alone(batch: Batch) -> None:
    torch.manual_seed(0)
    half = blanked(batch, 0.5)
    changed = half.pieces != batch.pieces
    assert 0.3 < changed.float().mean() / (batch.pieces > UNKNOWN).float().mean() < 0.7
    assert (half.pieces[changed] == UNKNOWN).all()
    assert (batch.pieces[changed] > UNKNOWN).all()
    assert blanked(batch, 0.0) is batch
