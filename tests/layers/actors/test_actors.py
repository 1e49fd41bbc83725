"""Which mentions mean the same."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from wortlaut.encoder.labels import KINDS
from wortlaut.encoder.reading import Reading
from wortlaut.layers.actors.actors import (
    Identity,
    bucket,
    conflict,
    groups_of,
    same_name,
    to_actors,
)
from wortlaut.layers.actors.mentions import Mention, PairRule

PERSON = tuple(float(kind == "person") for kind in KINDS)
STATE = tuple(float(kind == "state") for kind in KINDS)


def mention(first: int, text: str, kinds: tuple[float, ...] = PERSON) -> Mention:
    size = len(text.split())
    return Mention(first, first + size, (10 * first, 10 * first + len(text)), text, kinds)


def reading(words: int) -> Reading:
    """One in which no vector says anything."""
    nothing = np.zeros((0, 0), dtype=np.float32)
    return Reading(None, (), nothing, np.zeros((words, 4 * 2 + 2), dtype=np.float32))  # type: ignore[arg-type]


def test_names_join_and_others_do_not() -> None:
    mentions = [
        mention(0, "Präsident Karl Meier"),
        mention(10, "Anna Schmidt"),
        mention(20, "Meiers"),
        mention(30, "Frankreich", STATE),
    ]
    groups = groups_of(mentions, reading(40), PairRule())
    assert [[m.text for m in group.mentions] for group in groups] == [
        ["Präsident Karl Meier", "Meiers"],
        ["Anna Schmidt"],
        ["Frankreich"],
    ]
    actors = to_actors(groups, [0, 2])
    assert [(a.id, a.name, a.kind) for a in actors] == [
        ("a1", "Präsident Karl Meier", "person"),
        ("a2", "Frankreich", "state"),
    ]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Karl Meier", "Meier", True),
        ("Karl Meier", "Anna Meier", False),
        ("Karl Meier", "Meiers", True),
        ("Karl Meier", "Karl Schulz", False),
        # one name in the spellings of several agencies
        ("Alexander Lukaschenko", "Lukaschenka", True),
        ("Alexander Lukaschenko", "Aljaksandr Lukashenka", True),
        ("Wladimir Selenskyj", "Zelenskys", True),
        ("Viktor Lukaschenko", "Alexander Lukaschenka", False),
        ("Julija Nawalnaja", "Nawalny", False),
    ],
)
def test_same_names(a: str, b: str, same: bool) -> None:
    assert same_name(a.split(), b.split()) is same


def test_two_spellings_are_one_actor() -> None:
    mentions = [mention(0, "Alexander Lukaschenko"), mention(10, "Lukashenka")]
    assert len(groups_of(mentions, reading(20), PairRule())) == 1


def test_ministers_of_one_name_are_two() -> None:
    schroeder, other = mention(0, "Bundeskanzler Schröder"), mention(9, "Umweltminister Schröder")
    assert conflict(other, [schroeder])
    assert not conflict(mention(20, "Kanzler Schröder"), [schroeder])
    assert not conflict(mention(30, "Schröder"), [schroeder])
    groups = groups_of([schroeder, other], reading(20), PairRule())
    assert len(groups) == 2


def test_an_identity_goes_into_the_actor() -> None:
    groups = groups_of([mention(0, "Minsk")], reading(4), PairRule())
    belarus = Identity(("iso3166:BY", "wikidata:Q184"), "state")
    [actor] = to_actors(groups, [0], [belarus])
    assert (actor.kind, actor.same_as) == ("state", belarus.ids)
    [actor] = to_actors(groups, [0], [None])
    assert (actor.kind, actor.same_as) == ("person", ())


def test_what_cannot_be_one() -> None:
    outer, inner = mention(5, "sein Sprecher"), mention(5, "sein")
    assert conflict(outer, [inner])
    assert conflict(mention(9, "die Zeitung"), [mention(0, "der Minister")])
    assert not conflict(mention(9, "er"), [mention(0, "der Minister")])


def test_buckets_are_those_of_the_training() -> None:
    torch = pytest.importorskip("torch", reason="training needs torch")
    from training.network import DISTANCE_BUCKETS
    from training.network import bucket as trained

    distances = np.arange(0, 900)
    theirs = trained(torch.from_numpy(distances)).numpy() - DISTANCE_BUCKETS
    assert (bucket(distances, DISTANCE_BUCKETS) == theirs).all()


def test_a_pronoun_means_whom_the_sentence_is_about() -> None:
    minister = replace(mention(0, "Karl Meier"), opens=True)
    others = [minister, mention(10, "Paul Schulz"), mention(20, "des Rates"), mention(30, "ihm")]
    groups = groups_of(others, reading(40), PairRule())
    assert [[m.text for m in group.mentions] for group in groups] == [
        ["Karl Meier", "ihm"],
        ["Paul Schulz"],
        ["des Rates"],
    ]


def test_an_apposition_is_the_same() -> None:
    both = [mention(0, "der Sprecher"), mention(10, "Karl Meier")]
    joined = groups_of(both, reading(40), PairRule(), {both[1].span: both[0].span})
    assert [len(group.mentions) for group in joined] == [2]
    assert len(groups_of(both, reading(40), PairRule())) == 2
