"""Before rounding to eight bits: channels of activations that stick out are made smaller.

Activations are rounded by the largest number in them. In this encoder one channel of a layer's
inner vector reaches 67 where the others stay below 7, and costs them three of their eight bits. So
the input of a product is divided by a factor a channel and the weights are multiplied by it, which
changes nothing but the rounding (SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.batches import collate
from training.examples import Piece
from training.network import Network
from training.predict import NO_TARGETS

SMOOTHED = ("widen", "narrow")  # products whose rounding was found to cost (docs/model.md)
STICKS_OUT = 2.0  # times the middle channel's peak
STRENGTH = 0.5  # 0 leaves channels as they are, 1 makes all peaks alike


@torch.inference_mode()
def peaks(network: Network, windows: Iterable[Piece]) -> dict[str, Tensor]:
    """The highest absolute value of every input channel of the products, by the layer's name."""
    found: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def keep(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            highest = inputs[0].abs().flatten(0, -2).amax(0)
            found[name] = torch.maximum(found.get(name, highest), highest)

        return keep

    hooks = [
        layer.get_submodule(name).register_forward_pre_hook(watch(f"encoder.layers.{i}.{name}"))
        for i, layer in enumerate(network.encoder.layers)
        for name in SMOOTHED
    ]
    for window in windows:
        batch = collate([window], [NO_TARGETS])
        size = int(batch.lengths[0])
        network.encoder(batch.pieces[:, :size], batch.marks[:, :size], batch.lengths)
    for hook in hooks:
        hook.remove()
    return found


def smoothing(found: Mapping[str, Tensor]) -> dict[str, NDArray[Any]]:
    """A factor for every channel, at least 1, under the layer's name with ".smooth"."""
    factors = {}
    for name, highest in found.items():
        relative = highest.numpy() / max(float(highest.median()), 1e-6)
        factor = np.where(relative > STICKS_OUT, relative**STRENGTH, 1.0)
        factors[f"{name}.smooth"] = factor.astype(np.float32)
    return factors
