"""Sentences, stretches and finite verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.layers.clauses import finite_form, is_finite, sentences_of
from wortlaut.layers.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Er kam. Sie ging.", 2),
        ("Am 3. Oktober kam Dr. Meier mit J. Schmidt nach St. Pölten.", 1),
        ("„Ich komme.“ Das sagte er.", 2),
        ("„Kommst du?“, fragte sie.", 1),
        ("Überschrift\nEr kam, sah und siegte", 2),
        ("Rund 1.500 Menschen kamen. 30 gingen.", 2),
        ("", 0),
    ],
)
def test_where_sentences_end(text: str, sentences: int) -> None:
    assert len(list(sentences_of(text))) == sentences


def test_stretches_stand_between_commas() -> None:
    (sentence,) = sentences_of("Er sagte, dass er komme, wenn es gehe.")
    wordings = [
        " ".join(token.text for token in sentence.tokens[a:b]) for a, b in sentence.stretches
    ]
    assert wordings == ["Er sagte", "dass er komme", "wenn es gehe ."]


@pytest.mark.parametrize("verb", ["sei", "hätte", "käme", "sagte", "ankündigte", "werden"])
def test_finite_verbs_are_known(verb: str) -> None:
    assert finite_form(verb) is not None


@pytest.mark.parametrize("word", ["Tisch", "heute", "einige", "rasch", "Wäre"])
def test_what_is_no_finite_verb_within_a_sentence(word: str) -> None:
    assert not is_finite(tokens_of(word)[0])


def test_forms_tell_mood_and_person() -> None:
    form = finite_form("habe")
    assert form is not None
    assert (form.singular, form.plural, form.first) == ("k", "", "ik")


@given(st.text(alphabet="ab .,!?„“\n3W", max_size=200))
def test_every_token_is_in_one_sentence(text: str) -> None:
    assert [t for s in sentences_of(text) for t in s.tokens] == tokens_of(text)
