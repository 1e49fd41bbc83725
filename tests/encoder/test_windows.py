"""Long texts are cut into windows; every word is owned by exactly one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.encoder.windows import cut
from wortlaut.encoder.words import Words


def words_with(pieces_per_word: list[int]) -> Words:
    pieces = np.concatenate([[0], np.cumsum(pieces_per_word, dtype=np.int32)]).astype(np.int32)
    count = len(pieces_per_word)
    return Words(
        spans=np.stack([np.arange(count), np.arange(count) + 1], axis=1).astype(np.int32),
        pieces=pieces,
        piece_ids=np.zeros(pieces[-1], dtype=np.int32),
        marks=np.zeros(count, dtype=np.int8),
        quotations=np.zeros((0, 2), dtype=np.int32),
    )


def test_a_short_text_is_one_window() -> None:
    (window,) = cut(words_with([1] * 30), max_pieces=40, overlap=10)
    assert (window.first, window.last, window.owned_first, window.owned_last) == (0, 30, 0, 30)


def test_neighbours_share_words_and_more_of_them_are_read_with_what_stands_before() -> None:
    first, second = cut(words_with([1] * 60), max_pieces=40, overlap=12)
    assert (first.first, first.last) == (0, 40)
    assert (second.first, second.last) == (28, 60)
    assert first.owned_last == second.owned_first == 37


def test_no_words_no_windows() -> None:
    assert cut(words_with([]), max_pieces=40, overlap=10) == []


@given(st.lists(st.integers(0, 60), max_size=300), st.integers(5, 50), st.integers(0, 40))
def test_every_word_is_owned_once_and_read_by_its_owner(
    pieces: list[int], max_pieces: int, overlap: int
) -> None:
    words = words_with(pieces)
    windows = cut(words, max_pieces, overlap)
    owned = [i for w in windows for i in range(w.owned_first, w.owned_last)]
    assert owned == list(range(len(words)))
    for window in windows:
        assert window.first <= window.owned_first <= window.owned_last <= window.last
        size = words.pieces[window.last] - words.pieces[window.first]
        assert size <= max_pieces or window.last - window.first == 1
