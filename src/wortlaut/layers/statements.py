"""Statements out of the model's reading: which candidates hold, and where their parts stand.

The network decides about every word alone; here its probabilities become spans. A part is the set
of runs of words that gains most, where every word gains the log odds that it belongs to the part
(less a line that was tuned) and every run costs a constant: a stray word far away does not pay
for a run of its own, and a doubtful word inside a run does not break it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import msgspec
import numpy as np

from wortlaut.document import Medium, Span, Speaker, Statement, Type
from wortlaut.encoder.labels import MEDIA, PARTS, TYPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wortlaut.encoder.reading import Candidate, Reading
    from wortlaut.encoder.words import Words

Run = tuple[int, int]  # words [first, last)


class PartRule(msgspec.Struct, frozen=True):
    """How one part is decided: `line` and `run_cost` in nats; below `least` even its best word
    is not believed; if nothing passes the line but the best word passes `least`, the line is
    lowered to that share of it."""

    line: float = 0.0
    run_cost: float = 2.0
    least: float = 0.5
    share: float = 0.5


class Rules(msgspec.Struct, frozen=True):
    """Thresholds tuned on a part of the training data; shipped beside the weights."""

    starts: tuple[float, ...] = (0.5,) * len(TYPES)
    parts: tuple[PartRule, ...] = (PartRule(),) * len(PARTS)
    same_content: float = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate that held, with its parts as runs of words, in the order of PARTS."""

    candidate: Candidate
    parts: tuple[tuple[Run, ...], ...]

    @property
    def content(self) -> tuple[Run, ...]:
        return self.parts[0]


def decide(reading: Reading, rules: Rules) -> list[Found]:
    """The candidates that hold, in order of their starts."""
    found = []
    for candidate in reading.candidates:
        if candidate.probability >= rules.starts[candidate.kind]:
            parts = _parts(candidate, rules)
            if parts[0]:
                found.append(Found(candidate, parts))
    return _without_doubles(found, rules.same_content)


def _parts(candidate: Candidate, rules: Rules) -> tuple[tuple[Run, ...], ...]:
    clipped = np.clip(candidate.parts, 1e-5, 1 - 1e-5)
    odds = np.log(clipped / (1 - clipped))
    return tuple(
        tuple(
            (first + candidate.first, last + candidate.first)
            for first, last in part_runs(odds[:, i], rule)
        )
        for i, rule in enumerate(rules.parts)
    )


def part_runs(odds: NDArray[np.float32], rule: PartRule) -> list[Run]:
    """Runs of words that make up one part, from each word's log odds of belonging to it."""
    top = float(odds.max(initial=-np.inf))
    if top < np.log(rule.least / (1 - rule.least)):
        return []
    runs = best_runs(odds - rule.line, rule.run_cost)
    if runs:
        return runs
    lowered = np.log(rule.share) + top
    best = int(odds.argmax())
    inside = odds >= lowered
    first, last = best, best + 1
    while first > 0 and inside[first - 1]:
        first -= 1
    while last < len(odds) and inside[last]:
        last += 1
    return [(first, last)]


def best_runs(gain: NDArray[np.float32], cost: float) -> list[Run]:
    """The runs with the highest sum of gains, each run paying `cost`; exact, in linear time."""
    positive = gain > 0
    if not positive.any():
        return []
    edges = np.flatnonzero(np.diff(positive)) + 1
    bounds = [0, *edges.tolist(), len(gain)]
    sums = np.add.reduceat(gain, bounds[:-1]).tolist()
    # Dynamic programme over stretches of one sign: the best sum that ends outside of a run, and
    # the best that ends inside one, each with the stretches that its runs cover.
    outside: tuple[float, tuple[Run, ...]] = (0.0, ())
    inside: tuple[float, tuple[Run, ...]] = (-np.inf, ())
    for i, total in enumerate(sums):
        entered = (outside[0] - cost + total, (*outside[1], (i, i + 1)))
        inside_before = inside
        if inside[1]:
            longer = (*inside[1][:-1], (inside[1][-1][0], i + 1))
            inside = max(entered, (inside[0] + total, longer))
        else:
            inside = entered
        outside = max(outside, inside_before)
    chosen = max(outside, inside)[1]
    return [(bounds[first], bounds[last]) for first, last in chosen]


def _without_doubles(found: list[Found], same: float) -> list[Found]:
    """Drop the weaker of two with nearly the same content, unless their speakers differ."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: -f.candidate.probability):
        doubles = (
            other
            for other in kept
            if overlap(one.content, other.content) >= same
            and (not one.parts[1] or not other.parts[1] or one.parts[1] == other.parts[1])
        )
        if next(doubles, None) is None:
            kept.append(one)
    return sorted(kept, key=lambda f: (f.content[0][0], -f.content[-1][1]))


def overlap(a: Sequence[Run], b: Sequence[Run]) -> float:
    """Words in both as a share of words in either."""
    both = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    either = sum(y - x for x, y in a) + sum(y - x for x, y in b) - both
    return both / either if either else 0.0


def to_statements(scored: Sequence[tuple[Found, float]], words: Words) -> tuple[Statement, ...]:
    """Statements with character spans, numbered s1, s2, … in the order given."""
    within = _containers([one for one, _ in scored])
    statements = []
    for i, ((one, score), outer) in enumerate(zip(scored, within, strict=True)):
        spans = [tuple(_span(words, run) for run in part) for part in one.parts]
        content, speaker, cue, addressee, frame = spans
        statements.append(
            Statement(
                id=f"s{i + 1}",
                type=cast("Type", TYPES[one.candidate.kind]),
                medium=cast("Medium", MEDIA[int(one.candidate.media.argmax())]),
                content=content,
                speaker=Speaker(None, speaker) if speaker else None,
                cue=cue,
                addressee=addressee,
                frame=frame,
                within=None if outer is None else f"s{outer + 1}",
                score=round(score, 3),
            )
        )
    return tuple(statements)


def _span(words: Words, run: Run) -> Span:
    return int(words.spans[run[0], 0]), int(words.spans[run[1] - 1, 1])


def _containers(found: Sequence[Found]) -> list[int | None]:
    """For each, the smallest other statement whose content holds its content; None if none."""
    out: list[int | None] = []
    for i, inner in enumerate(found):
        size = _size(inner.content)
        holding = [
            (_size(outer.content), j)
            for j, outer in enumerate(found)
            if j != i and _size(outer.content) > size and _holds(outer.content, inner.content)
        ]
        out.append(min(holding)[1] if holding else None)
    return out


def _size(runs: Sequence[Run]) -> int:
    return sum(last - first for first, last in runs)


def _holds(outer: Sequence[Run], inner: Sequence[Run]) -> bool:
    return all(any(a <= x and y <= b for a, b in outer) for x, y in inner)
