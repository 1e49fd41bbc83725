"""Which mentions mean the same."""

from __future__ import annotations

import numpy as np
import pytest

from wortlaut.encoder.labels import KINDS
from wortlaut.encoder.reading import Reading
from wortlaut.layers.actors import bucket, conflict, groups_of, same_name, to_actors
from wortlaut.layers.mentions import Mention, PairRule

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
    ],
)
def test_same_names(a: str, b: str, same: bool) -> None:
    assert same_name(a.split(), b.split()) is same


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
