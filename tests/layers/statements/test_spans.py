"""From the odds of single words to runs of words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.statements.spans import (
    PartRule,
    best_runs,
    bridged,
    holds,
    in_order,
    overlap,
    part_runs,
    size,
    without,
)


def chances(*numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=np.float32)


def test_a_stray_word_far_away_does_not_pay_for_a_run() -> None:
    odds = chances(0.95, 0.95, 0.95, 0.02, 0.02, 0.02, 0.02, 0.8, 0.02)
    assert part_runs(odds, PartRule(run_cost=2.0)) == [(0, 3)]


def test_a_doubtful_word_inside_a_run_does_not_break_it() -> None:
    assert part_runs(chances(0.95, 0.95, 0.3, 0.95, 0.02), PartRule()) == [(0, 4)]


def test_a_verb_in_two_pieces() -> None:
    odds = chances(0.01, 0.99, 0.01, 0.01, 0.01, 0.99)
    assert part_runs(odds, PartRule()) == [(1, 2), (5, 6)]


def test_only_so_many_runs_as_the_part_may_have() -> None:
    odds = chances(0.99, 0.01, 0.01, 0.01, 0.01, 0.99, 0.99, 0.01)
    assert part_runs(odds, PartRule(most_runs=1)) == [(5, 7)]


def test_below_the_least_there_is_no_such_part() -> None:
    assert part_runs(chances(0.02, 0.3, 0.25, 0.02), PartRule(least=0.4)) == []


def test_a_likely_word_stands_with_its_likely_neighbours_if_no_run_pays() -> None:
    odds = chances(0.02, 0.3, 0.25, 0.02)
    assert part_runs(odds, PartRule(least=0.2, share=0.5)) == [(1, 3)]
    assert part_runs(odds[1:3], PartRule(least=0.2, share=0.5)) == [(0, 2)]


def test_a_run_takes_in_the_words_beside_it_that_are_likely_enough() -> None:
    odds = chances(0.3, 0.02, 0.2, 0.95, 0.95, 0.3, 0.02, 0.3)
    assert part_runs(odds, PartRule()) == [(3, 5)]
    assert part_runs(odds, PartRule(grow=0.15)) == [(2, 6)]


def test_runs_that_meet_become_one() -> None:
    odds = chances(0.99, 0.2, 0.2, 0.2, 0.2, 0.2, 0.99, 0.02)
    assert part_runs(odds, PartRule()) == [(0, 1), (6, 7)]
    assert part_runs(odds, PartRule(grow=0.15)) == [(0, 7)]


@given(
    st.lists(st.integers(-4, 4), min_size=1, max_size=9),
    st.sampled_from([0.0, 1.0, 2.5]),
    st.integers(1, 3),
)
def test_best_runs_are_the_best(gains: list[int], cost: float, most: int) -> None:
    """Against trying every set of words."""

    def worth(chosen: int) -> float:
        bits = [chosen >> i & 1 for i in range(len(gains))]
        runs = sum(b and not a for a, b in zip([0, *bits], bits, strict=False))
        total = sum(g for g, b in zip(gains, bits, strict=True) if b)
        return total - cost * runs if runs <= most else -np.inf

    runs = best_runs(np.array(gains, dtype=np.float32), cost, most)
    assert len(runs) <= most
    assert in_order(runs)
    value = sum(sum(gains[a:b]) - cost for a, b in runs)
    assert value == max(worth(chosen) for chosen in range(1 << len(gains)))


@pytest.mark.parametrize(
    ("runs", "taken", "left"),
    [
        ([(0, 9)], [(3, 5)], [(0, 3), (5, 9)]),
        ([(0, 4)], [(2, 6)], [(0, 2)]),
        ([(2, 6)], [(0, 4)], [(4, 6)]),
        ([(2, 6)], [(0, 9)], []),
        ([(0, 2), (5, 7)], [], [(0, 2), (5, 7)]),
        ([(0, 9)], [(6, 7), (1, 2)], [(0, 1), (2, 6), (7, 9)]),
    ],
)
def test_words_can_be_taken_out(
    runs: list[tuple[int, int]], taken: list[tuple[int, int]], left: list[tuple[int, int]]
) -> None:
    assert without(runs, taken) == left


def test_only_a_frame_interrupts_a_content() -> None:
    assert bridged([(0, 3), (5, 9)], [(3, 5)]) == [(0, 3), (5, 9)]
    assert bridged([(0, 3), (5, 9)], [(9, 12)]) == [(0, 9)]
    assert bridged([], [(0, 1)]) == []


def test_sizes_and_overlaps_count_words() -> None:
    assert size([(0, 2), (4, 7)]) == 5
    assert overlap([(0, 4)], [(2, 6)]) == 2 / 6
    assert overlap([], []) == 0.0
    assert holds([(0, 4), (6, 9)], [(1, 2), (7, 9)])
    assert not holds([(0, 4), (6, 9)], [(3, 7)])
