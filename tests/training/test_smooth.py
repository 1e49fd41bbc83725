"""Channels that stick out are made smaller before rounding, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install 'wortlaut[train]'")

from training.examples import make_example, windows_of  # noqa: E402  (after the check for torch)
from training.graph import encoder_graph  # noqa: E402
from training.network import Network, load_encoder, shape_of  # noqa: E402
from training.smooth import SMOOTHED, peaks, smoothing  # noqa: E402
from training.tokenizer import build  # noqa: E402


@pytest.fixture(scope="module")
def network(start: Path) -> Network:
    torch.manual_seed(1)
    return Network(load_encoder(start, shape_of(start, layers=2, parts_width=16))).eval()


def test_only_a_channel_that_sticks_out_is_made_smaller() -> None:
    found = {"encoder.layers.0.narrow": torch.tensor([1.0, 1.0, 1.5, 16.0, 0.5])}
    factors = smoothing(found)["encoder.layers.0.narrow.smooth"]
    assert factors.tolist() == [1.0, 1.0, 1.0, 4.0, 1.0]


def test_the_peaks_are_those_of_what_goes_in(
    network: Network, start: Path, sample: list[dict[str, Any]]
) -> None:
    tokenizer = build(start / "tokenizer.json")
    examples = [make_example(a, a["originalText"], tokenizer) for a in sample[:2]]
    found = peaks(network, windows_of(examples, 128, 32))
    assert len(found) == 2 * len(SMOOTHED)
    assert found["encoder.layers.0.widen"].shape == (24,)
    assert found["encoder.layers.1.narrow"].shape == (48,)
    assert all((highest > 0).all() for highest in found.values())


def test_smoothed_weights_say_the_same(network: Network) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    plain = {k: v.numpy() for k, v in network.state_dict().items()}
    random = np.random.default_rng(0)
    factors = {
        f"encoder.layers.{i}.{name}.smooth": random.uniform(1, 9, size).astype(np.float32)
        for i in range(2)
        for name, size in (("widen", 24), ("narrow", 48))
    }
    feed = {
        "pieces": random.integers(4, 50000, (1, 30)),
        "marks": np.zeros((1, 30), dtype=np.int64),
        "words": np.arange(30)[np.newaxis],
    }

    def vectors(weights: dict[str, Any]) -> Any:
        graph = encoder_graph(weights, network.encoder.shape)
        session = onnxruntime.InferenceSession(
            graph.SerializeToString(), providers=["CPUExecutionProvider"]
        )
        return session.run(["vectors"], feed)[0]

    assert np.abs(vectors(plain | factors) - vectors(plain)).max() < 1e-4
