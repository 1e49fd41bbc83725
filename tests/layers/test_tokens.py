"""Words, numbers and marks of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.tokens import number_of, tokens_of


def test_grouped_digits_and_compounds_are_one_token() -> None:
    text = "Am 3. 1.500,5 bzw. 113 000 US-Dollar (5%)"
    assert [token.text for token in tokens_of(text)] == [
        *("Am", "3", ".", "1.500,5", "bzw", ".", "113 000", "US-Dollar", "(", "5", "%", ")"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("1.500", 1500.0), ("1,5", 1.5), ("113 000", 113_000.0), ("zwölf", 12.0)),
        *(("zweihundertfünfzig", 250.0), ("Anderthalb", 1.5), ("einundzwanzig", 21.0)),
        *(("Einheit", None), ("zweifellos", None), ("acht", 8.0), ("Achtung", None)),
    ],
)
def test_what_a_token_counts(text: str, number: float | None) -> None:
    (token,) = tokens_of(text)
    assert number_of(token) == number


@given(st.text(max_size=80))
def test_tokens_are_the_text_at_their_place(text: str) -> None:
    for token in tokens_of(text):
        assert text[token.start : token.end] == token.text
        number_of(token)
