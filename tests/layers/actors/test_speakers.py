"""Who speaks, where the words for the speaker are no plain name."""

from __future__ import annotations

import pytest

from tests.layers.actors.test_sources import group, statement
from wortlaut.layers.actors.speakers import Placed, says_itself, speaker_of


@pytest.mark.parametrize(
    ("text", "frame", "speaker", "content", "named", "who"),
    [
        (
            "Nach eigenen Angaben hat das Unternehmen einen Partner gefunden.",
            "Nach eigenen Angaben",
            "eigenen Angaben",
            "hat das Unternehmen einen Partner gefunden",
            "das Unternehmen",
            0,
        ),
        (
            "Der Ministerin wird vorgeworfen, sie habe gelogen.",
            "Der Ministerin wird vorgeworfen,",
            "Der Ministerin",
            "sie habe gelogen",
            "Der Ministerin",
            None,
        ),
        (
            "Der Ministerin wird von Meier vorgeworfen, sie habe gelogen.",
            "Der Ministerin wird von Meier vorgeworfen,",
            "Meier",
            "sie habe gelogen",
            "Meier",
            0,
        ),
        (
            "Berichten zufolge floh er.",
            "Berichten zufolge",
            "Berichten",
            "floh er",
            "Berichten",
            None,
        ),
    ],
)
def test_speakers(
    text: str, frame: str, speaker: str, content: str, named: str, who: int | None
) -> None:
    placed = Placed([group(text, "person", named)])
    assert speaker_of(text, statement(text, content, frame, speaker), placed) == who


def test_demnach_goes_on_whom_the_sentence_before_is_about() -> None:
    text = "Das Kartellamt hat einen Bericht vorgelegt. Demnach sind die Preise zu hoch."
    placed = Placed([group(text, "organisation", "Das Kartellamt")])
    one = statement(text, "sind die Preise zu hoch", "Demnach", "Demnach")
    assert speaker_of(text, one, placed) == 0


def test_own_words() -> None:
    assert says_itself("nach eigenen Angaben", ((5, 20),))
    assert not says_itself("nach Angaben der Firma", ((5, 22),))


def test_what_is_reacted_to_is_said_by_somebody_else() -> None:
    text = "Die Kanzlerin lehnte den Vorschlag des Ministers Gabriel ab, Kraftwerke zu schließen."
    frame = "Die Kanzlerin lehnte den Vorschlag des Ministers Gabriel ab,"
    placed = Placed(
        [
            group(text, "person", "Die Kanzlerin"),
            group(text, "person", "des Ministers Gabriel"),
        ]
    )
    one = statement(text, "Kraftwerke zu schließen", frame, "Die Kanzlerin")
    assert speaker_of(text, one, placed) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "who"),
    [
        ("Es gab Hinweise, sie würden geschlagen.", "Es", None),
        ("Meier, der sagte, sie würden geschlagen.", "der", 0),
    ],
)
def test_pronouns_that_name_nobody_or_the_one_before(
    text: str, speaker: str, who: int | None
) -> None:
    named = speaker if who is None else "Meier"
    placed = Placed([group(text, "person", named)])
    frame = text[: text.index(", sie") + 1]
    assert speaker_of(text, statement(text, "sie würden geschlagen", frame, speaker), placed) == who
