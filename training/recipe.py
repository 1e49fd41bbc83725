"""What decides what comes out of a training, besides the data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what comes out of a training, besides the data."""

    seed: int = 1
    order: int = 0  # another order of the same windows; all else equal, runs can be averaged
    stop: int = 0  # after so many of the epochs, as a trunk for others to branch from; 0 goes on
    layers: int = 8
    epochs: int = 10
    batch_pieces: int = 2400
    max_pieces: int = 480
    overlap: int = 128
    encoder_rate: float = 1.5e-4
    head_rate: float = 9e-4
    layer_decay: float = 1.0
    warmup: float = 0.08
    clip: float = 1.0
    weight_decay: float = 0.01
    averaging: float = 0.995
    style_share: float = 0.3
    blank_share: float = 0.0  # word pieces replaced by the unknown one, new in every epoch
    parts_weight: float = 0.25
    verdict_weight: float = 0.5
    medium_weight: float = 1.0
    medium_smoothing: float = 0.1
    acts_weight: float = 0.5
    acts_smoothing: float = 0.1
    edges_weight: float = 0.25
    same_weight: float = 0.25
    parts_width: int = 128
    parts_blocks: int = 2
    dropout: float = 0.1
    learn_words: bool = False
    keep_tune: bool = True
    bf16: bool = True
