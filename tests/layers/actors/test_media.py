"""Newspapers, agencies and stations."""

from __future__ import annotations

import time

import pytest

from wortlaut.layers.actors.media import is_medium_name, media


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Wie die Nachrichtenagentur Kazinform meldet", ["die Nachrichtenagentur Kazinform"]),
        ("Das sagte er der „Süddeutschen Zeitung“ gestern", ["Süddeutschen Zeitung"]),
        ("laut New York Times", ["New York Times"]),
        ("zitiert die Agentur Karl Meier", ["die Agentur"]),
        ("Die Welt schaut zu, die Zeit läuft", []),
        ("", []),
    ],
)
def test_where_a_medium_is_named(text: str, named: list[str]) -> None:
    assert [text[a:b] for a, b in media(text)] == named


def test_what_a_medium_is_called() -> None:
    assert is_medium_name("dem „Tageblatt“")
    assert is_medium_name("einer Zeitung")
    assert not is_medium_name("dem Minister")


@pytest.mark.parametrize("hostile", ["a", "Aa ", "aa-", "die Zeitung ", "„a", "A.", "der neue "])
def test_a_megabyte_takes_seconds_at_most(hostile: str) -> None:
    def seconds(size: int) -> float:
        text = hostile * (size // len(hostile))
        began = time.process_time()
        media(text)
        return time.process_time() - began

    assert seconds(1_000_000) < 25 * max(seconds(100_000), 0.02)
