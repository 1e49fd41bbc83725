"""What the network should say: gold, or gold mixed with what teachers say."""

from __future__ import annotations

import numpy as np
import pytest

from training.examples import Example, GoldStatement
from training.targets import gold_targets, mixed_targets
from wortlaut.encoder.labels import MEDIA, PARTS, TYPES
from wortlaut.encoder.reading import Candidate, Reading
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


def candidate(start: int, chance: float) -> Candidate:
    parts = np.full((10, len(PARTS)), 0.2, dtype=np.float32)
    return Candidate(
        start, INDIRECT, chance, chance, 0, parts, np.full(len(MEDIA), 1 / 7, np.float32)
    )


def test_gold_is_exact() -> None:
    targets = gold_targets(EXAMPLE, WHOLE)
    assert targets.starts.sum() == targets.starts[4, INDIRECT] == 1
    (row,) = targets.rows
    assert np.flatnonzero(row.parts[:, PARTS.index("content")]).tolist() == [4, 5, 6]
    assert np.flatnonzero(row.parts[:, PARTS.index("speaker")]).tolist() == [1, 2]
    assert row.weight == 1


def test_a_statement_counts_in_the_window_that_owns_its_start() -> None:
    assert gold_targets(EXAMPLE, Window(0, 10, 0, 4)).rows == ()
    (row,) = gold_targets(EXAMPLE, Window(3, 10, 4, 10)).rows
    assert row.place == 1
    assert np.flatnonzero(row.parts[:, 0]).tolist() == [1, 2, 3]


def test_teachers_have_their_share_of_the_say() -> None:
    taught = [Reading(WORDS, (candidate(4, 0.6),)), Reading(WORDS, ())]
    targets = mixed_targets(gold_targets(EXAMPLE, WHOLE), taught, WHOLE, share=0.5)
    assert targets.starts[4, INDIRECT] == pytest.approx(0.5 + 0.5 * 0.3)
    (row,) = targets.rows
    assert row.parts[5, 0] == pytest.approx(0.5 + 0.5 * 0.2)
    assert row.weight == 1


def test_what_only_teachers_see_weighs_as_much_as_they_believe_it() -> None:
    taught = [Reading(WORDS, (candidate(8, 0.6),)), Reading(WORDS, (candidate(8, 0.4),))]
    targets = mixed_targets(gold_targets(EXAMPLE, WHOLE), taught, WHOLE, share=0.5)
    assert targets.starts[8, INDIRECT] == pytest.approx(0.25)
    assert [(row.place, round(row.weight, 3)) for row in targets.rows] == [(4, 1.0), (8, 0.25)]


def test_what_teachers_hardly_believe_gets_no_row() -> None:
    taught = [Reading(WORDS, (candidate(8, 0.1),))]
    targets = mixed_targets(gold_targets(EXAMPLE, WHOLE), taught, WHOLE, share=0.5)
    assert len(targets.rows) == 1
