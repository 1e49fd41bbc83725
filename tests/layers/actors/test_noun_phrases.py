"""Who is meant by the words that name somebody."""

from __future__ import annotations

import pytest

from wortlaut import Speaker, Statement
from wortlaut.layers.actors.noun_phrases import (
    appositions,
    heads,
    names_nobody,
    speaker_heads,
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (
            "Angaben der staatlichen Nachrichtenagentur Kazinform",
            ["der staatlichen Nachrichtenagentur Kazinform"],
        ),
        ("Der Sprecher der Polizei Mittelfranken", ["Der Sprecher"]),
        ("der Vorsitzende des Ausschusses, Karl Meier (SPD)", ["der Vorsitzende", "Karl Meier"]),
        ("Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("John Meier von Human Rights Watch", ["John Meier"]),
        ("Auch der innenpolitische Sprecher der Fraktion", ["der innenpolitische Sprecher"]),
        ("einem Bericht des Ministeriums", ["des Ministeriums"]),
        ("Kongress- und Verteidigungskreise", ["Kongress- und Verteidigungskreise"]),
        ("Angaben aus Peking", ["Peking"]),
        ("er", ["er"]),
    ],
)
def test_the_head_of_a_phrase(words: str, meant: list[str]) -> None:
    assert [words[a:b] for a, b in heads(words, [(0, len(words))])] == meant


@pytest.mark.parametrize(
    ("words", "nobody"), [("ersten Angaben", True), ("Berichten", True), ("dem Minister", False)]
)
def test_sources_without_anybody_behind_them(words: str, nobody: bool) -> None:
    assert names_nobody(words, (0, len(words))) is nobody


def test_an_agency_that_quotes_is_not_who_speaks() -> None:
    text = "zitiert die Agentur Karl Meier"
    statement = Statement(
        id="s1",
        type="Indirect",
        medium="Speech",
        content=((0, 3),),
        speaker=Speaker(None, ((8, len(text)),)),
        cue=((0, 7),),
    )
    assert [text[a:b] for a, b in speaker_heads(text, statement)] == ["Karl Meier"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("die Agentur Karl Meier, den Sekretär des Rates", ["Karl Meier", "den Sekretär"]),
        ("die Agentur Interfax den Sekretär Karl Meier", ["den Sekretär Karl Meier"]),
        ("die „Computerwoche“ Meier", ["Meier"]),
    ],
)
def test_whom_an_agency_quotes(words: str, who: list[str]) -> None:
    text = f"Er komme, zitiert {words}."
    at = text.index(words)
    one = Statement(
        id="s1",
        type="Indirect",
        medium="Speech",
        content=((0, 8),),
        cue=((10, 17),),
        speaker=Speaker(None, ((at, at + len(words)),)),
    )
    assert [text[a:b] for a, b in speaker_heads(text, one)] == who
    found = speaker_heads(text, one)
    assert appositions(text, [one]) == ({} if len(found) == 1 else {found[1]: found[0]})
