"""Where the counted noun ends."""

from __future__ import annotations

import pytest

from wortlaut.layers.quantities.units import counted
from wortlaut.layers.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("weitere freiwillige Soldaten des Landes", "weitere freiwillige Soldaten"),
        ("Tonnen Lebensmittel aus Polen", "Tonnen Lebensmittel"),
        ("Kilometer Höhe", "Kilometer"),
        ("Kilometern pro Stunde auf", "Kilometern pro Stunde"),
        ("Fahrzeuge pro Jahr", "Fahrzeuge"),
        ("GB Speicher", "GB Speicher"),
        ("Grad Celsius", "Grad Celsius"),
        ("% der Stimmen", "%"),
        ("namentlich benannte Juden", "namentlich benannte Juden"),
        ("weitere wurden verletzt", "weitere"),
        ("wurden verletzt", None),
        ("\nSoldaten", None),
    ],
)
def test_counted_nouns(text: str, noun: str | None) -> None:
    text = f"5 {text}"
    tokens = tokens_of(text)
    end = counted(tokens, 1, text)
    assert (end and text[tokens[1].start : tokens[end - 1].end]) == noun
