"""Where clauses begin and end."""

from __future__ import annotations

import pytest

from wortlaut.layers.conditions.clause_edges import (
    clause_after,
    clause_before,
    end_of_clause,
    place_of,
    span_of,
)
from wortlaut.layers.tokens import tokens_of


def wording(text: str, where: range | None) -> str | None:
    span = None if where is None else span_of(tokens_of(text), where)
    return None if span is None else text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "place", "clause"),
    [
        ("Wenn er kommt, gehen wir.", "first", "er kommt"),
        ("Wenn ich wüsste, wie es geht, würde ich helfen.", "first", "ich wüsste, wie es geht"),
        ("Wir gehen, wenn er kommt, sagte sie.", "last", "er kommt"),
        ("„Wir gehen, wenn er kommt“, sagte sie.", "last", "er kommt"),
        ("Sie glaubt, dass, wenn er kommt, alles gut wird.", "inside", "er kommt"),
    ],
)
def test_the_clause_of_a_marker(text: str, place: str, clause: str) -> None:
    tokens = tokens_of(text)
    at = next(i for i, token in enumerate(tokens) if token.low == "wenn")
    assert place_of(tokens, at)[1] == place
    assert wording(text, range(at + 1, end_of_clause(tokens, at + 1, place))) == clause


def test_the_main_clause_after_and_before_it() -> None:
    text = "Wenn er kommt, dann gehen wir nach Hause, sagte sie."
    tokens = tokens_of(text)
    assert wording(text, clause_after(tokens, 3)) == "gehen wir nach Hause"
    text = "Die Firma, die hier baut, müsse zahlen, wenn sie verliert."
    tokens = tokens_of(text)
    at = [t.low for t in tokens].index("wenn")
    assert wording(text, clause_before(tokens, 0, at, len(tokens) - 1)) == (
        "Die Firma, die hier baut, müsse zahlen"
    )
