"""What kind of act a statement is, whether it is negated, and how sure its speaker is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from wortlaut.encoder.labels import ACTS, CERTAINTIES, POLARITIES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from wortlaut.document import Act, Certainty, Polarity

_BORDERS = np.cumsum([len(ACTS), len(POLARITIES)])


@dataclass(frozen=True, slots=True)
class ActReading:
    act: Act
    polarity: Polarity
    certainty: Certainty


def read_act(odds: NDArray[np.float32]) -> ActReading:
    """The likeliest of each; odds: (14,) log odds of ACTS, POLARITIES and CERTAINTIES."""
    act, polarity, certainty = (int(part.argmax()) for part in np.split(odds, _BORDERS))
    return ActReading(
        cast("Act", ACTS[act]),
        cast("Polarity", POLARITIES[polarity]),
        cast("Certainty", CERTAINTIES[certainty]),
    )
