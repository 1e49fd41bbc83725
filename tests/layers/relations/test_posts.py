"""Titles: an office, what it is held in, and where the words for it stand."""

from __future__ import annotations

import pytest

from wortlaut.layers.relations.posts import title_at
from wortlaut.layers.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "office", "relation", "body", "wording"),
    [
        ("der neue russische Präsident", 3, "holds_office", "Russland", "russische Präsident"),
        ("SPD-Fraktionschef", 0, "holds_office", "SPD", "SPD-Fraktionschef"),
        ("SPD-Politikerin", 0, "member_of", "SPD", "SPD-Politikerin"),
        ("der russische UN-Botschafter", 2, "holds_office", "Russland", "russische UN-Botschafter"),
        ("Mitglied der NATO", 0, "member_of", "NATO", "Mitglied der NATO"),
    ],
)
def test_titles(text: str, office: int, relation: str, body: str, wording: str) -> None:
    ts = tokens_of(text)
    found = title_at(ts, office, True)
    assert found
    assert (found.relation, found.body.name) == (relation, body)
    assert text[ts[found.first].start : ts[found.last - 1].end] == wording


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Präsident", 0),
        ("der ehemalige russische Präsident", 3),
        ("Vize-Chef", 0),
        ("Verbraucher-Staatssekretär", 0),
        ("Kölns Präsident", 1),  # of a club, most likely
        ("Sprecher von Meier", 0),
    ],
)
def test_no_titles(text: str, office: int) -> None:
    assert title_at(tokens_of(text), office, True) is None
