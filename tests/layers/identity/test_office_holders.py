"""Which office a mention names, of which state, and whether one certain person is meant."""

from __future__ import annotations

import pytest

from tests.layers.identity.mentions_in import mention
from wortlaut.layers.identity.context import context_of
from wortlaut.layers.identity.office_holders import describes_holder, office_of


@pytest.mark.parametrize(
    ("wording", "after", "role", "states", "holds"),
    [
        ("Der französische Präsident", "", "head of state", {"FR"}, "now"),
        ("Frankreichs Präsident", "", "head of state", {"FR"}, "now"),
        ("Der Präsident", " Indonesiens sagte", "head of state", {"ID"}, "now"),
        ("Der Präsident", " von Belarus sagte", "head of state", {"BY"}, "now"),
        ("Der Präsident der Ukraine", "", "head of state", {"UA"}, "now"),
        ("Der Präsident", " sagte", "head of state", set(), "now"),
        ("US-Präsident Bush", "", "head of state", {"US"}, "now"),
        ("Ex-Präsident Bush", "", "head of state", set(), "former"),
        ("Der frühere US-Präsident Bush", "", "head of state", {"US"}, "former"),
        ("Altkanzler Schmidt", "", "head of government", {"DE"}, "former"),
        ("Der stellvertretende Premierminister", "", "head of government", set(), "other"),
        ("Der belarussische Machthaber", "", "head of government", {"BY"}, "now"),
        ("Der iranische Präsident", "", "president", {"IR"}, "now"),
        ("Die Bundeskanzlerin", "", "head of government", {"DE"}, "now"),
        ("Der österreichische Bundeskanzler", "", "head of government", {"AT"}, "now"),
        ("Kremlchef Putin", "", "head of state", {"RU"}, "now"),
        ("Der UN-Generalsekretär", "", "un secretary-general", {"0"}, "now"),
        # a state within a state is none
        ("Der bayerische Ministerpräsident", "", "head of government", set(), "other"),
        ("Bayerns Ministerpräsident", "", "head of government", set(), "other"),
    ],
)
def test_offices(wording: str, after: str, role: str, states: set[str], holds: str) -> None:
    text = wording + (after or " sagte das.")
    office = office_of(mention(text, wording), context_of(text, "2009-05-01"))
    assert office is not None
    assert role in office.roles
    assert (set(office.states), office.holds) == (states, holds)


@pytest.mark.parametrize(
    "wording", ["Vize-Präsident Gore", "BKA-Präsident Ziercke", "Der Bürgermeister", "Merkel"]
)
def test_what_is_no_office_of_a_state(wording: str) -> None:
    assert office_of(mention(wording, wording), context_of(wording, None)) is None


@pytest.mark.parametrize(
    ("wording", "text", "certain"),
    [
        ("Der französische Präsident", "Der französische Präsident sagte das.", True),
        ("Frankreichs Präsident", "Frankreichs Präsident sagte das.", True),
        ("Der Präsident", "Der Präsident Indonesiens sagte das.", True),
        ("Die deutsche Bundeskanzlerin", "Die deutsche Bundeskanzlerin sagte das.", True),
        (
            "den polnischen Ministerpräsidenten",
            "Er lobte den polnischen Ministerpräsidenten.",
            True,
        ),
        ("Ein französischer Präsident", "Ein französischer Präsident sagt so etwas nicht.", False),
        ("Die französischen Präsidenten", "Die französischen Präsidenten sagten das.", False),
        ("Der neue französische Präsident", "Der neue französische Präsident sagte das.", False),
        ("Sein französischer Kollege", "Sein französischer Kollege sagte das.", False),
        ("Der französische Präsident", "Der französische Präsident der FIFA sagte das.", False),
        ("Der französische Präsident Sarkozy", "Der französische Präsident Sarkozy kam.", False),
        ("der französische Präsident", "Schon 1998 sagte der französische Präsident das.", False),
        (
            "der französische Präsident",
            "Es war 1998. Nun sagte der französische Präsident das.",
            True,
        ),
    ],
)
def test_one_certain_person(wording: str, text: str, certain: bool) -> None:
    assert describes_holder(mention(text, wording), context_of(text, "2009-05-01")) is certain
