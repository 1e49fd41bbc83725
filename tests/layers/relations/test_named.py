"""States, parties and organisations that tables know."""

from __future__ import annotations

import pytest

from wortlaut.layers.relations.named import (
    by_adjective,
    capitals,
    is_abbreviation,
    is_city,
    key_of,
    name_at,
    names_in,
    party,
)
from wortlaut.layers.tokens import tokens_of


def test_names_in_order_also_in_the_genitive() -> None:
    text = "Russlands Nachbarn, die Vereinigten Staaten und Sri Lanka, die EU und die IG Metall"
    found = list(names_in(tokens_of(text)))
    assert [one.name for one in found] == [
        *("Russland", "Vereinigte Staaten", "Sri Lanka", "Europäische Union", "IG Metall"),
    ]
    assert [text[slice(*one.span)] for one in found][:2] == ["Russlands", "Vereinigten Staaten"]
    assert [one.kind for one in found][2:] == ["state", "organisation", "organisation"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("belarussische", "Belarus"),
        ("US-amerikanischen", "Vereinigte Staaten"),
        ("Schweizer", "Schweiz"),
    ],
)
def test_adjectives_of_states(word: str, name: str) -> None:
    found = by_adjective(tokens_of(word), 0)
    assert found
    assert found.name == name


@pytest.mark.parametrize("word", ["großer", "schweizer", "der", "Russland"])
def test_other_words_are_no_adjectives_of_states(word: str) -> None:
    assert by_adjective(tokens_of(word), 0) is None


def test_a_common_word_is_no_name() -> None:
    assert name_at(tokens_of("Regierung"), 0) is None


def test_what_else_may_stand_for_a_state() -> None:
    assert capitals()["Minsk"][1] == "Belarus"


def test_parties_have_one_name() -> None:
    found = party("Bündnis 90/Die Grünen")
    assert found
    assert found[1] == "Grüne"
    assert party("EU") is None


def test_small_questions() -> None:
    assert is_city("köln")
    assert not is_city("berlin")  # a Land as well
    assert key_of("Deutschlands") == key_of("Deutschland")
    assert is_abbreviation("BVerwG")
    assert not is_abbreviation("Bank")
