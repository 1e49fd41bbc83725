"""What an office is held in, as it stands after it."""

from __future__ import annotations

import pytest

from wortlaut.layers.relations.bodies import base_form, body_after, is_adjective
from wortlaut.layers.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("des Bundesverfassungsgerichtes", "Bundesverfassungsgericht"),
        ("der Bundesagentur für Arbeit", "Bundesagentur für Arbeit"),
        ("des Ministeriums für Bildung und Forschung", "Ministerium für Bildung und Forschung"),
        ("der Deutschen Bahn", "Deutschen Bahn"),
        ("der Deutschen Bank", "Deutsche Bank"),
        ("des Rumänischen Kulturinstituts", "Rumänisches Kulturinstitut"),
        ("des Frankfurter Bundes für Volksbildung", "Frankfurter Bund für Volksbildung"),
        ("der nationalen Wahlkommission", "Wahlkommission"),
        ("der Gewerkschaft Verdi", "Gewerkschaft Verdi"),
        ("der „Roma-Garde“", "Roma-Garde"),
        ("des DGB", "DGB"),
        ("Indonesiens", "Indonesien"),
        ("der Vereinigten Staaten", "Vereinigte Staaten"),
        ("von Gazprom", "Gazprom"),
        ("der Partei", None),
        ("Indonesien", None),
        ("der Ermittlungen", None),
        ("", None),
    ],
)
def test_bodies(text: str, name: str | None) -> None:
    found = body_after(tokens_of(text), 0)
    assert (found and found.name) == name


def test_nouns_and_adjectives() -> None:
    assert base_form("zyklonwarnzentrums") == "zyklonwarnzentrum"
    assert base_form("ermittlungen") is None
    assert is_adjective(tokens_of("neuer")[0])
    assert not is_adjective(tokens_of("unter")[0])
