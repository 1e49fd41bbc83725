"""From trained weights to what ships: two int8 ONNX graphs, the tokenizer and config.json."""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec
import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from training.examples import Piece
from training.graph import encoder_graph, parts_graph
from training.network import Network
from training.smooth import peaks, smoothing
from wortlaut.reader import ModelConfig


def export(
    network: Network,
    tokenizer: Tokenizer,
    config: ModelConfig,
    folder: Path,
    windows: Iterable[Piece],
) -> None:
    """Write encoder.onnx, parts.onnx, tokenizer.json and config.json into `folder`.

    `windows` of training articles show how large activations get.
    """
    folder.mkdir(parents=True, exist_ok=True)
    weights = {k: v.detach().float().numpy() for k, v in network.state_dict().items()}
    weights |= smoothing(peaks(network, windows))
    shape = network.encoder.shape
    quantise(encoder_graph(weights, shape), folder / "encoder.onnx")
    quantise(parts_graph(weights, shape), folder / "parts.onnx")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    write_config(config, folder)


def write_config(config: ModelConfig, folder: Path) -> None:
    plain = msgspec.to_builtins(config)
    (folder / "config.json").write_text(json.dumps(plain, indent=1) + "\n", encoding="utf8")


def quantise(graph: onnx.ModelProto, file: Path) -> None:
    """Weights to int8, one scale an output channel; activations are scaled as they come."""
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        onnx.save(graph, exact)
        level = logging.root.level
        logging.root.setLevel(logging.ERROR)  # it advises pre-processing, which is for float graphs
        quantize_dynamic(
            exact,
            file,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )
        logging.root.setLevel(level)
