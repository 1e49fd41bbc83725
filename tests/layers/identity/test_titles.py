"""Words for offices and governments."""

from __future__ import annotations

import pytest

from wortlaut.layers.identity.titles import is_address, is_government, is_title, office_word


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("Regierung", True),
        ("US-Regierung", True),
        ("Bundesregierung", True),
        ("Landesregierung", False),
        ("Regierungssprecher", False),
    ],
)
def test_governments(word: str, is_one: bool) -> None:
    assert is_government(word) is is_one


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("Außenminister", True),
        ("Fraktionschef", True),
        ("Präsidenten", True),
        ("CDU-Chefin", True),
        ("Dr.", True),
        ("Merkel", False),
        ("Montag", False),
    ],
)
def test_titles(word: str, is_one: bool) -> None:
    assert is_title(word) is is_one


def test_an_address_says_nothing_of_an_office() -> None:
    assert is_address("Frau")
    assert not is_address("Ministerin")


def test_a_word_may_mean_several_offices() -> None:
    assert {role for role, _ in office_word("machthabers") or ()} == {
        "head of state",
        "head of government",
    }
    assert office_word("bürgermeister") is None
