"""Gender and number, as far as the words of a mention tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.actors.agreement import ANY, agreement_of


def letters(mention: str, before: str = "", after: str = "") -> str:
    return "".join(sorted(agreement_of(mention.split(), before, after)))


@pytest.mark.parametrize(
    ("mention", "allowed"),
    [
        ("er", "m"),
        ("seiner", "mn"),
        ("der russische Außenminister", "m"),
        ("die Ministerin", "f"),
        ("der Ministerin", "f"),
        ("die russischen Behörden", "p"),
        ("das Unternehmen", "n"),
        ("Augenzeugen", "p"),
        ("eine Sprecherin", "f"),
        ("ein Polizeisprecher", "m"),
        ("Karl Meier", "fmn"),
        ("Xi und Lukaschenko", "p"),
        ("der Minister für Wirtschaft und Arbeit", "mp"),
    ],
)
def test_what_words_allow(mention: str, allowed: str) -> None:
    assert letters(mention) == allowed


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [("", "sagte", "f"), ("", "sagten", "p"), ("fordern", ",", "p"), ("", "nie", "fp")],
)
def test_sie_is_one_or_several_as_the_verb_says(before: str, after: str, allowed: str) -> None:
    assert letters("sie", before, after) == allowed


@given(st.lists(st.text(min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=8))
def test_something_is_always_allowed(tokens: list[str]) -> None:
    assert set() < agreement_of(tokens, "", "") <= ANY
