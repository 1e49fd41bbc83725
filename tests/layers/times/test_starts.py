"""Where a time expression may begin."""

from __future__ import annotations

import pytest

from wortlaut.layers.times.starts import may_begin
from wortlaut.layers.tokens import tokens_of


@pytest.mark.parametrize(
    "word",
    [
        *("Montag", "Dienstagabend", "3", "März", "gestern", "letzten", "zwei", "einundzwanzig"),
        *("monatelangem", "dreitägiger", "mehrwöchigen", "Geschäftsjahr", "Morgenstunden"),
        *("Vorjahres", "jährliche", "zweimal", "siebzigerjahre", "Ostern", "rund", "Wochenende"),
    ],
)
def test_words_that_may_begin_one(word: str) -> None:
    assert may_begin(tokens_of(word)[0])


@pytest.mark.parametrize("word", ["der", "Regierung", "sagte", ",", "a" * 10_000])
def test_words_that_may_not(word: str) -> None:
    assert not may_begin(tokens_of(word)[0])
