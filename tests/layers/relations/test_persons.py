"""Names of persons, as far as capital letters tell."""

from __future__ import annotations

import pytest

from wortlaut.layers.relations.persons import is_full, person_at, person_before, person_key
from wortlaut.layers.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("George W. Bush sagte", "George W. Bush"),
        ("Dr. Anna Kröger kam", "Anna Kröger"),
        ("Ursula von der Leyen kam", "Ursula von der Leyen"),
        ("Abdalla al Badri kam", "Abdalla al Badri"),
        ("Angela Merkel der Zeitung", "Angela Merkel"),
        ("Angela Merkel Ende Mai", "Angela Merkel"),
        ("Ende Mai", None),
        ("Großbritannien kam", None),
        ("und", None),
    ],
)
def test_a_name_that_begins_here(text: str, name: str | None) -> None:
    found = person_at(tokens_of(text), 0)
    assert (found and found.name) == name


def test_a_mention_of_the_model_ends_a_name() -> None:
    found = person_at(tokens_of("Barack Obama Blumen"), 0, frozenset({12}))
    assert found
    assert found.name == "Barack Obama"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kritik von Minister Klaus Meier", "Klaus Meier"),
        ("Angriff von Ahmed al-Assadi", "Ahmed al-Assadi"),
        ("der Leiter Karl-Theodor zu Guttenberg", "Karl-Theodor zu Guttenberg"),
        ("in der", None),
    ],
)
def test_a_name_that_ends_here(text: str, name: str | None) -> None:
    tokens = tokens_of(text)
    found = person_before(tokens, len(tokens))
    assert (found and found.name) == name


def test_full_names_and_keys() -> None:
    full = person_at(tokens_of("Klaus Meier"), 0)
    short = person_at(tokens_of("Meier"), 0)
    assert full
    assert short
    assert is_full(full)
    assert not is_full(short)
    assert full.key == short.key == person_key("Meiers")
