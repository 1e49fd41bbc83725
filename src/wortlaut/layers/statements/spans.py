"""From the odds of single words to the runs of words that make up one part of a statement.

The network decides about every word alone. A part is the set of runs of words that gains most,
where every word gains the log odds that it belongs to the part (less a line that was tuned) and
every run costs a constant: a stray word far away does not pay for a run of its own, and a doubtful
word inside a run does not break it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Run = tuple[int, int]  # words [first, last)


class PartRule(msgspec.Struct, frozen=True):
    """How one part is decided.

    `line` and `run_cost` are in nats, `most_runs` is how many runs it may have. If even the best
    word's probability is below `least`, there is no such part; if the best word passes `least` but
    no run pays, the part is that word with the neighbours that have at least `share` of its
    probability. A run takes in the words beside it whose probability is at least `grow`, so that
    a noun phrase is whole.
    """

    line: float = 0.0
    run_cost: float = 2.0
    most_runs: int = 3
    least: float = 0.5
    share: float = 0.5
    grow: float = 1.0


def part_runs(chances: NDArray[np.float32], rule: PartRule) -> list[Run]:
    """Runs of words that make up a part, from each word's probability of belonging to it."""
    best = int(chances.argmax())
    if chances[best] < rule.least:
        return []
    clipped = np.clip(chances, 1e-5, 1 - 1e-5)
    runs = best_runs(np.log(clipped / (1 - clipped)) - rule.line, rule.run_cost, rule.most_runs)
    runs = runs or [_around(best, chances >= rule.share * chances[best])]
    return _grown(runs, chances >= rule.grow)


def _grown(runs: Sequence[Run], beside: NDArray[np.bool_]) -> list[Run]:
    """The runs with the words beside them that may be taken in; runs that meet become one."""
    inside = beside.copy()
    for first, last in runs:
        inside[first:last] = True
    return sorted({_around(first, inside) for first, _ in runs})


def _around(word: int, inside: NDArray[np.bool_]) -> Run:
    """The unbroken run of words inside that holds `word`."""
    breaks = np.flatnonzero(~inside)
    at = int(np.searchsorted(breaks, word))
    first = int(breaks[at - 1]) + 1 if at else 0
    last = int(breaks[at]) if at < len(breaks) else len(inside)
    return first, last


_Best = tuple[float, tuple[Run, ...]]
_NOTHING: _Best = (0.0, ())
_IMPOSSIBLE: _Best = (-np.inf, ())


def best_runs(gain: NDArray[np.float32], cost: float, most: int) -> list[Run]:
    """At most `most` runs with the highest sum of gains, each run paying `cost`; exact.

    Linear in the number of words, times `most`.
    """
    positive = gain > 0
    if not positive.any():
        return []
    edges = np.flatnonzero(np.diff(positive)) + 1
    bounds = [0, *edges.tolist(), len(gain)]
    # Dynamic programme over stretches of one sign. outside[k]: the best choice of k runs so far;
    # inside[k]: the best of those whose last run reaches to here.
    outside = [_NOTHING] + [_IMPOSSIBLE] * most
    inside = [_IMPOSSIBLE] * (most + 1)
    for i, total in enumerate(np.add.reduceat(gain, bounds[:-1]).tolist()):
        reached = [_IMPOSSIBLE]
        for k in range(1, most + 1):
            begun = (outside[k - 1][0] - cost + total, (*outside[k - 1][1], (i, i + 1)))
            reached.append(max(begun, _longer(inside[k], i + 1, total)))
        inside = reached
        outside = [max(a, b) for a, b in zip(outside, inside, strict=True)]
    chosen = max(outside)[1]
    return [(bounds[first], bounds[last]) for first, last in chosen]


def _longer(best: _Best, end: int, total: float) -> _Best:
    """The same runs, the last one reaching to `end`."""
    if not best[1]:
        return _IMPOSSIBLE
    return best[0] + total, (*best[1][:-1], (best[1][-1][0], end))


def without(runs: Sequence[Run], taken: Sequence[Run]) -> list[Run]:
    """The runs less the words that are taken."""
    left: list[Run] = []
    for first, last in runs:
        at = first
        for low, high in sorted(taken):
            if low < last and high > at:
                if low > at:
                    left.append((at, low))
                at = high
        if at < last:
            left.append((at, last))
    return left


def bridged(runs: Sequence[Run], gaps: Sequence[Run]) -> list[Run]:
    """Neighbouring runs joined, unless one of `gaps` stands between them."""
    joined: list[Run] = []
    for run in runs:
        if joined and not any(low < run[0] and high > joined[-1][1] for low, high in gaps):
            joined[-1] = (joined[-1][0], run[1])
        else:
            joined.append(run)
    return joined


def overlap(a: Sequence[Run], b: Sequence[Run]) -> float:
    """Words in both as a share of words in either."""
    both = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    either = size(a) + size(b) - both
    return both / either if either else 0.0


def size(runs: Sequence[Run]) -> int:
    """How many words."""
    return sum(last - first for first, last in runs)


def holds(outer: Sequence[Run], inner: Sequence[Run]) -> bool:
    """Does every inner run stand within one outer run?"""
    return all(any(a <= x and y <= b for a, b in outer) for x, y in inner)


def in_order(runs: Sequence[Run]) -> bool:
    """Do the runs stand apart from each other and in the order of the text?"""
    return all(a < b for a, b in runs) and all(a[1] < b[0] for a, b in pairwise(runs))
