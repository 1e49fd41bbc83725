"""Words, their places and their word pieces."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from wortlaut.encoder.model import MODEL_FOLDER
from wortlaut.encoder.words import INSIDE_QUOTATION, PARAGRAPH_START, read_words


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))


def words_of(text: str, tokenizer: Tokenizer) -> list[str]:
    return [text[start:end] for start, end in read_words(text, tokenizer).spans]


def test_numbers_dates_and_compounds_are_one_word(tokenizer: Tokenizer) -> None:
    text = "Am 3.10.2005 kamen 1,5 Millionen nach Baden-Württemberg."
    assert words_of(text, tokenizer) == [
        *("Am", "3.10.2005", "kamen", "1,5", "Millionen", "nach", "Baden-Württemberg", "."),
    ]


def test_marks_are_words_of_their_own(tokenizer: Tokenizer) -> None:
    assert words_of("„Ja“, rief er (laut).", tokenizer) == [
        *("„", "Ja", "“", ",", "rief", "er", "(", "laut", ")", "."),
    ]


def test_combining_characters_stay_with_their_letter(tokenizer: Tokenizer) -> None:
    decomposed = "Ko\u0308ln ist schön"
    assert words_of(decomposed, tokenizer)[0] == "Ko\u0308ln"


def test_a_closing_mark_and_the_comma_after_it_are_two_pieces(tokenizer: Tokenizer) -> None:
    words = read_words("„Ja“, rief er.", tokenizer)
    assert len(set(words.pieces[:4].tolist())) == 4


def test_paragraphs_and_quotations_are_marked(tokenizer: Tokenizer) -> None:
    words = read_words("Er rief:\n„Ja.“ Dann", tokenizer)
    assert [bool(m & PARAGRAPH_START) for m in words.marks] == [
        *(True, False, False, True, False, False, False, False),
    ]
    assert [bool(m & INSIDE_QUOTATION) for m in words.marks] == [
        *(False, False, False, True, True, True, True, False),
    ]


def test_quotations_are_found_by_word(tokenizer: Tokenizer) -> None:
    words = read_words("Er rief: „Ja, ‚so‘ ist es“ und ging.", tokenizer)
    assert sorted(words.quotations.tolist()) == [[3, 12], [6, 9]]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u00a0"])
def test_a_text_without_words(text: str, tokenizer: Tokenizer) -> None:
    assert len(read_words(text, tokenizer)) == 0


@given(text=st.text(max_size=200) | st.text(alphabet="aä .,„“\r\n\u0308\u200d😀ﬁ½…", max_size=80))
def test_words_are_in_order_and_cover_all_that_is_visible(text: str, tokenizer: Tokenizer) -> None:
    words = read_words(text, tokenizer)
    spans = words.spans.tolist()
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert covered == "".join(text.split())
    assert len(words.pieces) == len(words) + 1
    assert (np.diff(words.pieces) >= 0).all()
    assert words.pieces[-1] == len(words.piece_ids)
