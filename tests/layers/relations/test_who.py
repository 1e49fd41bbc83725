"""Whom a name means among the groups that the model found."""

from __future__ import annotations

import pytest

from wortlaut.encoder.labels import KINDS
from wortlaut.layers.actors.actors import Group
from wortlaut.layers.actors.mentions import Mention
from wortlaut.layers.clauses import sentences_of
from wortlaut.layers.relations.named import Named, name_at, named
from wortlaut.layers.relations.persons import person_at
from wortlaut.layers.relations.who import Whos
from wortlaut.layers.tokens import tokens_of

TEXT = (
    "US-Präsident Barack Obama lobte die EU. Obama sagte, die USA seien dafür. "
    "Zypries und Schäuble schwiegen."
)


def group(*wordings: str, kind: str = "person") -> Group:
    kinds = tuple(float(kind == one) for one in KINDS)
    spans = [(TEXT.rindex(wording), TEXT.rindex(wording) + len(wording)) for wording in wordings]
    return Group(tuple(Mention(0, 1, span, TEXT[slice(*span)], kinds) for span in spans))


GROUPS = [
    group("US-Präsident Barack Obama", "Obama"),
    group("die EU", kind="organisation"),
    group("Zypries und Schäuble"),
]


def whos(groups: list[Group] | None = None) -> Whos:
    return Whos(GROUPS if groups is None else groups, list(sentences_of(TEXT)))


def person(wording: str) -> Named:
    tokens, first = tokens_of(TEXT), wording.partition(" ")[0]
    at = next(i for i, token in enumerate(tokens) if token.text == first)
    found = person_at(tokens, at)
    assert found
    assert found.name == wording
    return found


def known(wording: str) -> Named:
    tokens = tokens_of(TEXT)
    found = name_at(tokens, next(i for i, t in enumerate(tokens) if t.text == wording))
    assert found
    return found


def test_a_name_in_a_mention_and_one_known_by_its_last_word() -> None:
    assert whos().index_of(person("Barack Obama")) == 0
    assert whos().index_of(known("EU")) == 1


def test_a_name_that_the_model_did_not_see_is_a_mention_of_its_own() -> None:
    later = Group(GROUPS[0].mentions[1:])
    asked = whos([later])
    assert asked.index_of(person("Barack Obama")) == 0
    [found] = asked.groups()
    assert [m.text for m in found.mentions] == ["Barack Obama", "Obama"]
    assert found.name == "Barack Obama"


def test_whoever_is_none_yet_becomes_one_with_all_places_of_the_name() -> None:
    asked = whos()
    number = asked.index_of(known("USA"))
    assert number == len(GROUPS)
    assert asked.index_of(known("USA")) == number
    added = asked.groups()[number]
    assert added.name == "Vereinigte Staaten"
    assert [TEXT[slice(*m.span)] for m in added.mentions] == ["USA"]


def test_a_mention_of_two_persons_is_neither() -> None:
    asked = whos()
    number = asked.index_of(person("Schäuble"))
    assert number == len(GROUPS)
    assert asked.groups()[number].name == "Schäuble"


def test_a_group_with_another_name_is_not_meant() -> None:
    mixed = group("US-Präsident Barack Obama", "Zypries")
    renamed = Group(mixed.mentions, "Brigitte Zypries")
    assert whos([renamed]).index_of(person("Barack Obama")) == 1


@pytest.mark.parametrize(
    "name",
    [
        *("er von Kanzler Obama", "Zypries und Obama", "Zypries (SPD) lobte Obama"),
        *(". Obama", "Chef, Vize Obama", "in Obama"),
    ],
)
def test_what_is_more_than_a_name_is_not_meant(name: str) -> None:
    odd = Group(GROUPS[0].mentions, name)
    assert whos([odd]).index_of(person("Barack Obama")) == 1


@pytest.mark.parametrize("name", ["Vizekanzler und Minister Obama", "Präsident der USA, Obama"])
def test_titles_of_any_length_are_no_hindrance(name: str) -> None:
    long = Group(GROUPS[0].mentions, name)
    assert whos([long]).index_of(person("Barack Obama")) == 0


def test_a_group_that_another_one_took_over_is_nobody() -> None:
    assert whos([Group(())]).index_of(known("USA")) == 1


def test_nobody_at_all() -> None:
    assert whos([]).groups() == []
    tokens = tokens_of(TEXT)
    assert whos([]).index_of(named(tokens, 1, 3)) == 0
