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
