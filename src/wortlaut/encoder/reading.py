"""What the model says of one article, before anything is decided."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from wortlaut.encoder.words import Words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a statement may start.

    `start` is the index of its first word, `kind` of its type (labels.TYPES). `probability` is what
    the start head says of it, `verdict` what the parts head says, which has its parts in view.
    `parts`: (n, 5) probabilities that the words `first` .. `first + n` belong to
    each of labels.PARTS. `media`: (7,) probabilities of labels.MEDIA. `acts`: (14,) log odds of
    labels.ACTS, POLARITIES and CERTAINTIES, one after the other.
    """

    start: int
    kind: int
    probability: float
    verdict: float
    first: int
    parts: NDArray[np.float32]
    media: NDArray[np.float32]
    acts: NDArray[np.float32]

    @property
    def belief(self) -> float:
        """How likely it is a statement: both looks weigh alike, by their log odds."""
        first, second = odds(self.probability), odds(self.verdict)
        return 1 / (1 + math.exp(-(first + second) / 2))

    def framed_as(self, outer: Candidate) -> Candidate:
        """This candidate with the mean odds of both for all parts but the content.

        Each is read alone if they come from different windows.
        """
        if self.first != outer.first:
            return self
        both = np.stack([self.parts, outer.parts]).clip(1e-5, 1 - 1e-5)
        mean = 1 / (1 + np.exp(-np.log(both / (1 - both)).mean(0)))
        return replace(self, parts=np.hstack([self.parts[:, :1], mean[:, 1:]]))

    def likeliest(self, part: int, runs: Sequence[tuple[int, int]]) -> float:
        """The highest probability of the part among the words of `runs`; 0 outside the window."""
        chances = self.parts[:, part]
        inside = [slice(max(a - self.first, 0), max(b - self.first, 0)) for a, b in runs]
        return max((float(chances[place].max(initial=0.0)) for place in inside), default=0.0)


def odds(probability: float) -> float:
    """Log odds, in nats, of a probability that is kept off 0 and 1."""
    clipped = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(clipped / (1 - clipped))


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one text: all candidates, in order of their starts, and every word.

    `mentions`: (n, 7) probabilities that a mention begins and ends at a word (labels.EDGES), then
    those of labels.KINDS for the mention that ends there. `pairs`: (n, 4 * width + 2), what
    layers.mentions compares.
    """

    words: Words
    candidates: tuple[Candidate, ...]
    mentions: NDArray[np.float32]
    pairs: NDArray[np.float32]
