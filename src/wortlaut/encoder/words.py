"""Words of a text and the word pieces that the encoder reads, with their places.

Decisions are made per word, never per piece: a span then always ends at the edge of a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wortlaut.encoder.quotation_marks import quotations

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

# Letters keep their combining marks and soft hyphens; inner hyphens, points and commas stay
# inside ("1,5", "3.10.2005", "Müller-Wiefel"); everything else that is visible stands alone.
_LETTERS = r"[\w\u0300-\u036f\u00ad\u200d]+"
WORD = re.compile(rf"{_LETTERS}(?:[-.,'’/&:]{_LETTERS})*|\S")

PARAGRAPH_START = 1
INSIDE_QUOTATION = 2


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, in order.

    `spans`: (n, 2) code point offsets. `pieces`: (n + 1,) index of each word's first piece, the
    last entry being the number of pieces. `piece_ids`: the whole text's pieces, without special
    tokens. `marks`: (n,) bit set of PARAGRAPH_START and INSIDE_QUOTATION. `quotations`: (k, 2)
    words [first, last) from an opening quotation mark to its closing one, both included, in order.
    """

    spans: NDArray[np.int32]
    pieces: NDArray[np.int32]
    piece_ids: NDArray[np.int32]
    marks: NDArray[np.int8]
    quotations: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.spans)


def read_words(text: str, tokenizer: Tokenizer) -> Words:
    """Split `text` into words and word pieces. Works for any text, the empty one included."""
    matches = [m.span() for m in WORD.finditer(text)]
    spans = np.array(matches, dtype=np.int32).reshape(-1, 2)
    encoded = tokenizer.encode(text, add_special_tokens=False)
    ids, ends = _visible_pieces(text, encoded.ids, encoded.offsets)
    # A word's first piece is the first one that ends after the word's start. Some pieces cover
    # two words ("...": one piece, three words); both then point to it.
    first = np.searchsorted(ends, spans[:, 0], side="right").astype(np.int32)
    first = np.minimum(first, max(len(ids) - 1, 0))
    pieces = np.append(first, np.int32(len(ids))).astype(np.int32)
    quoted = np.array(sorted(quotations(text)), dtype=np.int32).reshape(-1, 2)
    quoted_words = np.searchsorted(spans[:, 0], quoted).astype(np.int32)
    return Words(spans, pieces, ids, _marks(text, spans, quoted_words), quoted_words)


def _visible_pieces(
    text: str, ids: list[int], offsets: list[tuple[int, int]]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    ends = np.array([end for _, end in offsets], dtype=np.int32)
    # The tokenizer's offsets can step back after characters that its normalizer expands.
    return np.array(ids, dtype=np.int32), np.maximum.accumulate(ends) if len(ends) else ends


def _marks(text: str, spans: NDArray[np.int32], quoted: NDArray[np.int32]) -> NDArray[np.int8]:
    marks = np.zeros(len(spans), dtype=np.int8)
    previous_end = 0
    for i, (start, end) in enumerate(spans.tolist()):
        if i == 0 or "\n" in text[previous_end:start]:
            marks[i] |= PARAGRAPH_START
        previous_end = end
    for first, last in quoted.tolist():
        marks[first:last] |= INSIDE_QUOTATION
    return marks
