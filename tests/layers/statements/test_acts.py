"""Act, polarity and certainty out of the model's log odds."""

from __future__ import annotations

import numpy as np

from wortlaut.encoder.labels import ACTS, CERTAINTIES, POLARITIES
from wortlaut.layers.statements.acts import ActReading, read_act


def test_the_likeliest_of_each_is_taken() -> None:
    odds = np.zeros(len(ACTS) + len(POLARITIES) + len(CERTAINTIES), dtype=np.float32)
    odds[ACTS.index("threat")] = 3
    odds[len(ACTS) + POLARITIES.index("-")] = 1
    odds[len(ACTS) + len(POLARITIES) + CERTAINTIES.index("possible")] = 2
    assert read_act(odds) == ActReading("threat", "-", "possible")
