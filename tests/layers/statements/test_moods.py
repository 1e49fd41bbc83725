"""The mood of what was said."""

from __future__ import annotations

import pytest

from wortlaut.layers.statements.moods import mood_of


@pytest.mark.parametrize(
    ("content", "mood"),
    [
        ("er wisse von nichts", "subjunctive I"),
        ("dass sein Land nichts zu tun habe", "subjunctive I"),
        ("Die Züge seien pünktlich", "subjunctive I"),
        ("das wäre ein Fehler", "subjunctive II"),
        ("Das würde niemandem helfen", "subjunctive II"),
        ("Ich habe nichts gewusst", "indicative"),
        ("die Zahl stieg um zwei Prozent", "indicative"),
        ("dass die Armee kommt", "indicative"),
        ("Sollte es dazu kommen, seien alle abrufbar", "subjunctive I"),
        ("ein Fehler", None),
        ("", None),
    ],
)
def test_moods(content: str, mood: str | None) -> None:
    assert mood_of(content, [(0, len(content))]) == mood
