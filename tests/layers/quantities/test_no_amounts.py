"""Numbers that count nothing."""

from __future__ import annotations

import pytest

from wortlaut.layers.quantities.no_amounts import is_no_amount
from wortlaut.layers.tokens import tokens_of


def is_none(text: str, number: str) -> bool:
    tokens = tokens_of(text)
    at = next(i for i, token in enumerate(tokens) if token.text == number)
    return is_no_amount(tokens, at, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("am 8. und 9. März", "8"),
        ("am 26.06. im Saal", "26.06"),
        ("seit 1998 im Amt", "1998"),
        ("die Boeing 737 landete", "737"),
        ("Paragraf § 218 gilt", "218"),
        ("um 17 Uhr", "17"),
        ("die 296. Folge", "296"),
        ("Vorwahl 0711 wählen", "0711"),
    ],
)
def test_dates_names_and_ordinals(text: str, number: str) -> None:
    assert is_none(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("rund 2000 Stellen", "2000"),
        ("1600 Euro im Monat", "1600"),
        ("stieg auf 15. Danach", "15"),
        ("die 100 Firmen", "100"),
    ],
)
def test_amounts_that_look_like_them(text: str, number: str) -> None:
    assert not is_none(text, number)
