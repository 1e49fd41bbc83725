"""What verbs say about when something is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.times.calendar import Day
from wortlaut.layers.times.tenses import clause_around, looks_ahead
from wortlaut.layers.times.time_words import Context
from wortlaut.layers.tokens import tokens_of

WORDS = ("am", "Montag", ",", "und", "wird", "kam", "nach", ".", "die", "für", "3", "hat", "gesagt")


def at_day(text: str, day: str = "Montag") -> tuple[Context, int]:
    tokens = tokens_of(text)
    place = next(at for at, token in enumerate(tokens) if token.text == day)
    return Context(tokens, text, Day.of(None), None), place


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("Am Montag kam er nach Minsk", False),
        ("Er hat am Montag die Kontrolle übernommen", False),
        ("die am Montag verhaftet worden waren", False),
        ("Am Montag findet die Wahl statt", True),
        ("Am Montag sind Wahlen", True),
        ("Er sei am Montag festgenommen worden", False),
        ("Am Montag soll er kommen", True),
        ("Das Treffen wurde für Montag angekündigt", True),
        ("Die Sitzung ist am Montag geplant", True),
        ("Nach dem Unfall am Montag wird ermittelt", False),
        ("Bei der Wahl vom Montag zeichnet sich ein Sieg ab", False),
        ("Das am Montag gesunkene Schiff wird gehoben", False),
        ("Er kam gestern und wird am Montag fliegen", True),
        ("Ihm konnte nicht geholfen werden, am Montag starb er", False),
        ("Der Montag", None),
    ],
)
def test_a_clause_looks_ahead_or_back(text: str, ahead: bool | None) -> None:
    assert looks_ahead(*at_day(text)) is ahead


def test_a_present_tense_may_speak_of_what_was() -> None:
    context, place = at_day("Im Mai kommt es dazu", "Mai")
    assert looks_ahead(context, place) is True
    assert looks_ahead(context, place, present=False) is None


def test_a_clause_ends_at_commas_and_before_a_verb_after_und() -> None:
    context, place = at_day("Er ging, weil sie am Montag um 3. kam, und blieb")
    assert (
        " ".join(t.text for t in clause_around(context, place)) == "weil sie am Montag um 3 . kam"
    )
    context, place = at_day("Er kam und wird am Montag gehen")
    assert " ".join(t.text for t in clause_around(context, place)) == "wird am Montag gehen"


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_have_an_answer(words: list[str]) -> None:
    text = " ".join([*words, "Montag"])
    context, place = at_day(text)
    assert looks_ahead(context, place) in (True, False, None)
    assert context.tokens[place] in list(clause_around(context, place))
