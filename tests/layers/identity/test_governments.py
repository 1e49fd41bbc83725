"""Which mentions are a state or its government."""

from __future__ import annotations

import pytest

from tests.layers.identity.mentions_in import mention
from wortlaut.layers.identity.context import context_of
from wortlaut.layers.identity.governments import is_joint, names_government, state_of, words_of


@pytest.mark.parametrize(
    ("wording", "text", "state"),
    [
        # names
        ("Weißrussland", "Weißrussland erklärte, man werde zahlen.", "BY"),
        (
            "das finanziell angeschlagene Venezuela",
            "Nur das finanziell angeschlagene Venezuela",
            "VE",
        ),
        ("Die Vereinigten Staaten", "Die Vereinigten Staaten lehnten ab.", "US"),
        ("Wikimedia Deutschland", "Wikimedia Deutschland teilte das mit.", None),
        ("Frankreich und Polen", "Frankreich und Polen erklärten sich bereit.", None),
        ("in Frankreich", "Es hieß in Frankreich, das sei so.", None),
        ("Das ehemalige Jugoslawien", "Das ehemalige Jugoslawien zerfiel.", None),
        ("Brasilien", "Brasilien sei stärker, so der Trainer nach Halbfinale und Elfmeter.", None),
        # governments
        ("Die afghanische Regierung", "Die afghanische Regierung dementierte.", "AF"),
        ("die US-Regierung", "Das sagte die US-Regierung.", "US"),
        ("Islands Regierung", "Das sagte Islands Regierung.", "IS"),
        ("die Moskauer Führung", "Das sagte die Moskauer Führung.", "RU"),
        ("Die Regierung", "Die Regierung in Minsk dementierte.", "BY"),
        ("Die Regierung", "Die Regierung von Belarus dementierte.", "BY"),
        ("Die Regierung Guatemalas", "Die Regierung Guatemalas dementierte.", "GT"),
        ("Die Regierung", "Die Regierung dementierte.", None),
        ("die Regierung Bush", "Das sagte die Regierung Bush.", None),
        ("die bayerische Regierung", "Das sagte die bayerische Regierung.", None),
        ("die Berliner Regierung", "Das sagte die Berliner Regierung.", None),
        ("Die Bundesregierung", "Die Bundesregierung prüft.", "DE"),
        ("Die Bundesregierung", "Die Bundesregierung prüft, so das österreichische Blatt.", "AT"),
        (
            "Die Bundesregierung",
            "Die Bundesregierung prüft, ob Deutschland Österreich hilft.",
            None,
        ),
        # where it sits
        ("Der Kreml", "Der Kreml dementierte.", "RU"),
        ("Das Weiße Haus", "Das Weiße Haus dementierte.", "US"),
        ("Peking", "Peking dementierte.", "CN"),
        ("das offizielle Minsk", "Dazu schwieg das offizielle Minsk.", "BY"),
        ("Minsk", "Laut Minsk sei das falsch.", "BY"),
        ("Minsk", "Man traf sich in Minsk.", None),
        ("Kreml", "So hieß es aus dem Kreml.", None),
        ("Hamburg", "Hamburg dementierte.", None),
        # people
        ("Die Russen", "Die Russen lehnten ab. Die russische Regierung schwieg.", "RU"),
        ("Die Russen", "Die Russen essen gern Borschtsch.", None),
        ("die Schweden", "Das sagten die Schweden.", None),
        ("Der Russe", "Der Russe lehnte ab. Die russische Regierung schwieg.", None),
    ],
)
def test_states(wording: str, text: str, state: str | None) -> None:
    assert state_of(mention(text, wording), context_of(text, "2023-02-26")) == state


def test_a_government_is_told_from_the_state_by_its_words() -> None:
    assert names_government(mention("Die US-Regierung", "Die US-Regierung"))
    assert names_government(mention("Das Land", "Das Land"))
    assert not names_government(mention("Die USA", "Die USA"))


def test_words_come_without_marks() -> None:
    words = words_of(mention("„Die Welt“ und AP)", "„Die Welt“ und AP)"))
    assert words == ["Die", "Welt", "und", "AP"]
    assert is_joint(words)
