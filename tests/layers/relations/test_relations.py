"""Relations that a text asserts, from the text alone and with the model."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut import Document, Reader
from wortlaut.document import Condition
from wortlaut.layers.relations.relations import named, relations

TEXT = (
    "Bundeskanzlerin Angela Merkel (CDU) traf sich am Montag mit dem russischen Präsidenten "
    "Wladimir Putin. Merkel traf sich am Dienstag in Kiew mit Putin. Das sagte US-Präsident "
    "Barack Obama. US-Präsident Barack Obama schwieg."
)


def found(text: str, *conditions: Condition) -> list[tuple[str, str, str, str]]:
    related = relations(text, [], conditions)
    name = [group.name for group in related.groups]
    return [
        (name[one.subject], one.relation, name[one.object], text[slice(*one.span)])
        for one in related.told
    ]


def test_each_once_and_meetings_wherever_they_are() -> None:
    assert [one[:3] for one in found(TEXT)] == [
        ("Angela Merkel", "holds_office", "Deutschland"),
        ("Angela Merkel", "met", "Wladimir Putin"),
        ("Angela Merkel", "member_of", "CDU"),
        ("Wladimir Putin", "holds_office", "Russland"),
        ("Angela Merkel", "met", "Wladimir Putin"),
        ("Barack Obama", "holds_office", "Vereinigte Staaten"),
    ]


def test_a_name_of_one_word_must_be_known_as_one() -> None:
    assert found("Er übergab dem russischen Präsidenten Hilfsgüter.") == []
    assert found("Wladimir Putin, Präsident Russlands, und der russische Präsident Putin.")


def test_what_stands_in_a_condition_is_not_asserted() -> None:
    text = "Wenn US-Präsident Barack Obama kommt, ist es gut."
    assert found(text)
    assert not found(text, Condition("c1", (5, 36), None, "wenn"))


def test_the_document_has_ids_for_numbers() -> None:
    told = relations(TEXT, []).told
    names = {i: f"a{i}" for one in told for i in (one.subject, one.object)}
    one, *_ = named(told, names)
    assert (one.subject[0], one.object[0], one.statement) == ("a", "a", None)


@pytest.fixture(scope="module")
def document(reader: Reader) -> Document:
    return reader.read(
        "Der russische Präsident Wladimir Putin sagte am Montag, Belarus sei wirtschaftlich von "
        "Russland abhängig. „Außenminister Guido Westerwelle (FDP) weiß das“, sagte Putin."
    )


def test_subject_and_object_are_actors(document: Document) -> None:
    actors = {actor.id: actor for actor in document.actors}
    told = [
        (actors[one.subject].name.split()[-1], one.relation, actors[one.object].name)
        for one in document.relations
    ]
    assert told == [
        ("Putin", "holds_office", "Russland"),
        ("Belarus", "depends_on", "Russland"),
        ("Westerwelle", "member_of", "FDP"),
    ]
    assert actors[document.relations[0].object].kind == "state"
    document.check()


def test_the_statement_is_the_innermost(document: Document) -> None:
    wordings = [
        document.wording(document.statement(one.statement)) if one.statement else None
        for one in document.relations
    ]
    assert wordings == [
        None,
        "Belarus sei wirtschaftlich von Russland abhängig",
        "„Außenminister Guido Westerwelle (FDP) weiß das“",
    ]


PIECES = [
    *("Der", "russische", "Präsident", "Wladimir Putin", "(", "SPD", ")", ",", ".", "\n", "„"),
    *("traf", "sich", "mit", "US-Präsident", "Chef", "der", "Deutschen Bank", "unterstützt"),
    *("Syrien", "Russlands", "Verbündeter", "ist", "😀", "u\u0308", "von", "und", "W", "-"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_offsets_hold_whatever_stands_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    related = relations(text, [])
    for one in related.told:
        assert text[slice(*one.span)].strip() == text[slice(*one.span)] != ""
        assert one.subject != one.object
    for group in related.groups:
        for mention in group.mentions:
            assert text[slice(*mention.span)].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "US-Präsident Barack Obama traf sich mit Wladimir Putin. ",
        "US-Präsident ",
        "(SPD) ",
        "von der Bank für Bank und ",
        "-",
        "Müller, Präsident von Togo, ",
    ],
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    relations(text, [])
    assert time.process_time() - start < 20
