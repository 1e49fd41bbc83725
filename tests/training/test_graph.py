"""The hand-built ONNX graphs say what the torch network says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install 'wortlaut[train]'")

from training.export import quantise  # noqa: E402  (after the check for torch)
from training.graph import encoder_graph, parts_graph  # noqa: E402
from training.network import Network, Shape, load_encoder, shape_of  # noqa: E402

TOLERANCE = 0.02  # word vectors are kept in eight bits


@pytest.fixture(scope="module")
def network(start: Path) -> Network:
    torch.manual_seed(1)
    shape = shape_of(start, layers=2, parts_width=16, parts_blocks=1)
    network = Network(load_encoder(start, shape)).eval()
    torch.nn.init.normal_(network.encoder.marks.weight)
    torch.nn.init.normal_(network.parts.kind.weight)
    return network


@pytest.fixture(scope="module")
def inputs() -> dict[str, np.ndarray]:
    random = np.random.default_rng(0)
    return {
        "pieces": random.integers(4, 50000, (3, 40)),
        "marks": random.integers(0, 4, (3, 40)),
        "words": np.sort(random.integers(0, 20, (3, 18))),
    }


def weights_of(network: Network) -> dict[str, np.ndarray]:
    return {k: v.numpy() for k, v in network.state_dict().items()}


def run(model: bytes, feed: dict[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    outputs: list[np.ndarray] = session.run(None, feed)
    return outputs


@torch.no_grad()
def test_both_graphs_agree_with_torch(network: Network, inputs: dict[str, np.ndarray]) -> None:
    weights, shape = weights_of(network), network.encoder.shape
    given = {k: torch.from_numpy(v) for k, v in inputs.items()}
    whole = torch.full((3,), 40)
    words = network.read(given["pieces"], given["marks"], whole, given["words"])
    outputs = run(encoder_graph(weights, shape).SerializeToString(), inputs)
    vectors, projected, starts, mentions, pairs = outputs
    assert np.abs(vectors - words.numpy()).max() < TOLERANCE
    assert np.abs(starts - network.starts(words).numpy()).max() < TOLERANCE
    edges, vectors_of_pairs = network.mentions(words)
    assert np.abs(mentions - edges.numpy()).max() < TOLERANCE
    assert np.abs(pairs[..., :-2] - vectors_of_pairs.numpy()).max() < TOLERANCE
    first, last = torch.tensor([2, 7]), torch.tensor([4, 7])
    new = network.mentions.compare(vectors_of_pairs[0], first, last)[:, 0].numpy()
    assert np.abs(pairs[0, first, -2] + pairs[0, last, -1] - new).max() < TOLERANCE

    row, place = np.array([0, 1, 1, 2]), np.array([3, 0, 17, 6])
    feed = {
        "projected": projected[row],
        "start": vectors[row, place],
        "place": place,
        "kind": np.array([0, 4, 2, 1]),
    }
    every_word = torch.full((4,), 18)
    logits, media, verdicts, acts = network.parts(
        *(torch.from_numpy(v) for v in feed.values()), every_word
    )
    parts, medium, verdict, act = run(parts_graph(weights, shape).SerializeToString(), feed)
    assert np.abs(parts - torch.sigmoid(logits).numpy()).max() < TOLERANCE
    assert np.abs(medium - media.softmax(-1).numpy()).max() < TOLERANCE
    assert np.abs(act - acts.numpy()).max() < TOLERANCE
    assert np.abs(verdict - torch.sigmoid(verdicts).numpy()).max() < TOLERANCE


def test_eight_bits_stay_close(
    network: Network, inputs: dict[str, np.ndarray], tmp_path: Path
) -> None:
    graph = encoder_graph(weights_of(network), network.encoder.shape)
    quantise(graph, tmp_path / "small.onnx")
    exact = run(graph.SerializeToString(), inputs)[0]
    small = run((tmp_path / "small.onnx").read_bytes(), inputs)[0]
    correlation = np.corrcoef(exact.ravel(), small.ravel())[0, 1]
    assert correlation > 0.98


def test_more_layers_than_there_are(start: Path) -> None:
    with pytest.raises(ValueError, match="has 2 layers, not 3"):
        shape_of(start, layers=3)
    assert Shape().layers == 8
