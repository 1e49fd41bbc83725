"""The actors of a clause and their cases."""

from __future__ import annotations

from wortlaut.layers.relations.clause_actors import actors_of
from wortlaut.layers.tokens import tokens_of


def test_cases_and_where_a_phrase_begins() -> None:
    text = (
        "Angela Merkel traf in Moskaus Norden den russischen Präsidenten Putin und mit "
        "dem Minister der Ukraine Lukaschenkos Gegner"
    )
    tokens = tokens_of(text)
    names = {
        "Merkel": "Angela Merkel",
        "Putin": "Wladimir Putin",
        "Lukaschenko": "Alexander Lukaschenko",
    }
    found = actors_of(tokens, 0, len(tokens), names)
    assert [(one.who.name, one.case) for one in found] == [
        ("Angela Merkel", ""),
        ("Wladimir Putin", "den"),
        ("Ukraine", "genitive"),
        ("Alexander Lukaschenko", "genitive"),
    ]
    assert tokens[found[1].first].text == "den"
