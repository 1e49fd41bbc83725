"""Tests that train need torch (the extra `train`); without it they say so and are skipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Starting weights in the BERT layout, tiny and random, with the shipped tokenizer."""
    torch = pytest.importorskip("torch")
    from safetensors.torch import save_file

    from wortlaut.encoder.model import MODEL_FOLDER

    folder = tmp_path_factory.mktemp("start")
    hidden, inner, layers, vocabulary = 24, 48, 2, 51042
    config = {
        "hidden_size": hidden,
        "intermediate_size": inner,
        "num_hidden_layers": layers,
        "num_attention_heads": 2,
        "vocab_size": vocabulary,
        "max_position_embeddings": 512,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf8")
    (folder / "tokenizer.json").write_bytes((MODEL_FOLDER / "tokenizer.json").read_bytes())
    shapes = {
        "embeddings.word_embeddings.weight": (vocabulary, hidden),
        "embeddings.position_embeddings.weight": (512, hidden),
        "embeddings.token_type_embeddings.weight": (2, hidden),
        "embeddings.LayerNorm.weight": (hidden,),
        "embeddings.LayerNorm.bias": (hidden,),
    }
    for i in range(layers):
        layer = f"encoder.layer.{i}"
        for name, rows, columns in (
            ("attention.self.query", hidden, hidden),
            ("attention.self.key", hidden, hidden),
            ("attention.self.value", hidden, hidden),
            ("attention.output.dense", hidden, hidden),
            ("intermediate.dense", inner, hidden),
            ("output.dense", hidden, inner),
        ):
            shapes[f"{layer}.{name}.weight"] = (rows, columns)
            shapes[f"{layer}.{name}.bias"] = (rows,)
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            shapes[f"{layer}.{name}.weight"] = (hidden,)
            shapes[f"{layer}.{name}.bias"] = (hidden,)
    random = torch.Generator().manual_seed(0)
    tensors = {k: torch.randn(v, generator=random) * 0.1 for k, v in shapes.items()}
    save_file(tensors, folder / "model.safetensors")
    return folder
