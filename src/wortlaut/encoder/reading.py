"""What the model says of one article, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wortlaut.encoder.words import Words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a statement may start.

    `start` is the index of its first word, `kind` of its type (labels.TYPES), `probability` that
    of the start. `parts`: (n, 5) probabilities that the words `first` .. `first + n` belong to
    each of labels.PARTS. `media`: (7,) probabilities of labels.MEDIA.
    """

    start: int
    kind: int
    probability: float
    first: int
    parts: NDArray[np.float32]
    media: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """All candidates of one text, in order of their starts."""

    words: Words
    candidates: tuple[Candidate, ...]
