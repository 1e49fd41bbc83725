"""What a text says as a whole."""

from __future__ import annotations

import time

import pytest

from wortlaut.layers.identity.context import context_of, seat_of, seat_rules
from wortlaut.lexicon.states import by_capital

TEXT = (
    "Die belarussische Regierung und Frankreichs Präsident sprachen mit einem US-Diplomaten. "
    "In den Vereinigten Staaten traf Kanzlerin Merkel den Franzosen. Max Merkel fehlte."
)


def test_states_are_counted_by_name_adjective_and_demonym() -> None:
    context = context_of(TEXT, None)
    assert context.states == {"BY": 1, "FR": 2, "US": 2}
    assert context.names("BY")
    assert not context.names("DE")
    assert context.acting == {"BY"}


def test_what_stands_before_a_word() -> None:
    context = context_of(TEXT, None)
    assert context.before["merkel"] == {"Kanzlerin", "Max"}
    assert context_of("Es gab ein Gesetz. Merkel schwieg.", None).before == {}


def test_a_text_about_teams() -> None:
    assert context_of("Der Trainer lobte den Torhüter nach dem Halbfinale.", None).sport
    assert not context_of("Der Trainer lobte den Trainer.", None).sport


@pytest.mark.parametrize(
    ("capital", "text", "state"),
    [
        ("Minsk", "Minsk wies das zurück.", "BY"),
        ("Brüssel", "Brüssel warnt. Die EU-Kommission prüft.", "EU"),
        ("Brüssel", "Brüssel warnt. Der belgische Außenminister prüft.", "BE"),
        ("Brüssel", "Brüssel warnt. Belgien droht die Europäische Union zu bremsen.", None),
        ("Brüssel", "Brüssel warnt.", None),
        ("Rom", "Rom lehnt das ab.", "IT"),
        ("Rom", "Rom lehnt das ab, sagte ein Kardinal.", None),
        ("Berlin", "Berlin fordert von Deutschland mehr.", "DE"),
        ("Berlin", "Berlin fordert von Deutschland mehr, so der Senat.", None),
        ("Den Haag", "Den Haag liefert aus.", "NL"),
        ("Den Haag", "Den Haag liefert an das Tribunal aus.", None),
    ],
)
def test_whose_government_sits_in_a_capital(capital: str, text: str, state: str | None) -> None:
    states = by_capital(capital.split())
    assert seat_of(capital, states, context_of(text, None)) == state


def test_rules_for_seats_are_known_by_capital() -> None:
    assert len(seat_rules()["Brüssel"]) == 2


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        context_of(TEXT * times, "2023-02-26")
        return time.perf_counter() - start

    seconds(10)
    assert seconds(4_000) < 40 * seconds(400) + 0.5
