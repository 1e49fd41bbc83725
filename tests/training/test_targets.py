"""What the network should say about a window."""

from __future__ import annotations

import numpy as np

from training.examples import Example, GoldStatement
from training.targets import gold_targets
from wortlaut.encoder.labels import PARTS, TYPES
from wortlaut.encoder.windows import Window
from wortlaut.encoder.words import Words

WORDS = Words(
    np.array([[i, i + 1] for i in range(10)], np.int32),
    np.arange(11, dtype=np.int32),
    np.zeros(10, np.int32),
    np.zeros(10, np.int8),
    np.zeros((0, 2), np.int32),
)
INDIRECT = TYPES.index("Indirect")


def gold(content: list[int], speaker: list[int]) -> GoldStatement:
    parts = [np.array(words, dtype=np.int64) for words in (content, speaker, [], [], [])]
    return GoldStatement(INDIRECT, 0, tuple(parts))


EXAMPLE = Example("a", WORDS, (gold([4, 5, 6], [1, 2]),))
WHOLE = Window(0, 10, 0, 10)


def test_gold_is_exact() -> None:
    targets = gold_targets(EXAMPLE, WHOLE)
    assert targets.starts.sum() == targets.starts[4, INDIRECT] == 1
    (row,) = targets.rows
    assert np.flatnonzero(row.parts[:, PARTS.index("content")]).tolist() == [4, 5, 6]
    assert np.flatnonzero(row.parts[:, PARTS.index("speaker")]).tolist() == [1, 2]


def test_a_statement_counts_in_the_window_that_owns_its_start() -> None:
    assert gold_targets(EXAMPLE, Window(0, 10, 0, 4)).rows == ()
    (row,) = gold_targets(EXAMPLE, Window(3, 10, 4, 10)).rows
    assert row.place == 1
    assert np.flatnonzero(row.parts[:, 0]).tolist() == [1, 2, 3]
