"""Cut a text into windows that the encoder can read at once.

Neighbouring windows overlap, so that every word is read with context on both sides. Each word
is owned by one window: there it is asked whether a statement starts at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from wortlaut.encoder.words import Words


@dataclass(frozen=True, slots=True)
class Window:
    """Words [first, last) are read; starts are looked for in [owned_first, owned_last)."""

    first: int
    last: int
    owned_first: int
    owned_last: int


def cut(words: Words, max_pieces: int, overlap: int) -> list[Window]:
    """Windows of at most `max_pieces` word pieces that share about `overlap` pieces.

    Of the shared words the first three quarters belong to the earlier window and the rest to the
    later one: who speaks stands to the left more often than to the right.
    """
    edges: list[tuple[int, int]] = []
    first = 0
    while first < len(words):
        limit = words.pieces[first] + max_pieces
        last = int(np.searchsorted(words.pieces, limit, side="right")) - 1
        last = min(max(last, first + 1), len(words))
        edges.append((first, last))
        if last == len(words):
            break
        back = int(np.searchsorted(words.pieces, words.pieces[last] - overlap, side="left"))
        first = max(back, first + 1)
    return _with_owners(edges)


def _with_owners(edges: list[tuple[int, int]]) -> list[Window]:
    borders = [0]
    for (_, last), (first, _) in pairwise(edges):
        borders.append(last - (last - first) // 4)
    borders.append(edges[-1][1] if edges else 0)
    return [
        Window(first, last, borders[i], borders[i + 1]) for i, (first, last) in enumerate(edges)
    ]
